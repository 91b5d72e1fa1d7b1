"""Taking in an edition: verified, previewed, built beside what is read, and switched to at once.

Nothing but a folder of its own is written to until all of it stands. Whatever happens on the way,
what was read before goes on being read.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from fieldcat.domain.edition import Pack, Withdrawn, fingerprint
from fieldcat.domain.entry import Entry, EntryId
from fieldcat.domain.keeping import Belongings
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.taxonomy import Vocabulary, merged
from fieldcat.domain.updating import Change, How, Preview, touched
from fieldcat.errors import (
    BundleDamagedError,
    BundleForeignError,
    BundleOlderError,
    BundleUnreadableError,
    EntryNotFoundError,
    EnvironmentFaultError,
    NewerFormatError,
    RecordError,
)
from fieldcat.records import encode_entry
from fieldcat.records.packs import ASSET, ENTRY, VOCABULARY, Key, Line
from fieldcat.records.replaying import Standing, standing
from fieldcat.search.building import stands
from fieldcat.search.sealing import usual_key_file
from fieldcat.services.holdings import (
    Bundled,
    Holding,
    Holdings,
    bring_bundled_packs,
    lines_of,
    of_verified,
    read_holdings,
    write_holding,
)
from fieldcat.services.indexing import ensure_index
from fieldcat.storage.catalogue import Catalogue, open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue
from fieldcat.storage.clock import Clock, iso, utc_now
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.generations import BUNDLED, Generation, Generations, History
from fieldcat.storage.locking import only_one
from fieldcat.updates.bundle import Bundle
from fieldcat.updates.staging import (
    Staging,
    missing,
    refuse_incomplete,
    refuse_without_room,
    stage_asset,
    stage_packs,
)
from fieldcat.updates.verifying import Verified, root_keyids, verified


@dataclass(frozen=True, slots=True)
class Laptop:
    """What an import works on. ``index`` is that of the bundled casebook.

    ``own`` is what the person made, to tell what an edition touches; it is never written to.
    """

    generations: Generations
    bundled: Bundled
    index: Path
    own: Belongings = field(default_factory=Belongings)
    clock: Clock = utc_now
    index_key: Path | None = None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an import did. ``generation`` is what is read now; None if there was nothing new."""

    preview: Preview
    generation: Generation | None


@dataclass(slots=True)
class _Import:
    """One run: the bundle, what was verified of it, and what is here."""

    laptop: Laptop
    bundle: Bundle
    edition: Verified
    holdings: Holdings
    live: Generation | None
    staging: Staging
    staged: frozenset[str] = frozenset()
    standing: Standing = field(default_factory=lambda: Standing(""))

    def place(self, pack: Pack) -> Path:
        """Where a pack lies: in staging, or where packs are kept."""
        if pack.sha256 in self.staged:
            return self.staging.pack(pack)
        return self.laptop.generations.packs / pack.sha256

    def lines(self) -> Iterator[Line]:
        """All lines of the edition."""
        return lines_of(self.edition.edition, self.place)


def preview(file: Path, *, laptop: Laptop, report: Report = unreported) -> Preview:
    """What a bundle would change, once all of it is verified; nothing is changed.

    Raises:
        BundleError: it cannot be taken in; each kind says why.
        NewerFormatError: it is for a newer fieldcat.
        BusyError: another import is under way.
        EnvironmentFaultError: there is no room for it, or the disk does not answer.
        CancelledError: ``report`` stopped it.
    """
    with _verified(file, laptop, report) as run:
        return _preview(run)


def take_in(
    file: Path,
    *,
    laptop: Laptop,
    report: Report = unreported,
    expecting: str | None = None,
) -> TakenIn:
    """Take in a bundle, whole or not at all; an edition that is here already changes nothing.

    ``expecting`` is the manifest of the preview that somebody agreed to: no other is taken in.

    Raises what ``preview`` raises; what was read before is still read then.
    """
    with _verified(file, laptop, report) as run:
        offered = _preview(run)
        if expecting is not None and offered.manifest != expecting:
            raise BundleUnreadableError("not the edition that was shown", path=str(file))
        if not offered.is_news:
            return TakenIn(offered, None)
        try:
            generation = _built(run, offered, report)
        except RecordError as error:
            raise _damaged(run, error) from error
        except OSError as error:
            raise environment_fault(error, run.staging.folder) from error
        laptop.generations.switch(generation.number)
        report(Progress("switching", 1, 1))
        return TakenIn(offered, generation)


def undo(laptop: Laptop) -> int | None:
    """Have read again what was read before the last import; None if there is nothing to go back to.

    Gives the number of the generation, 0 for the casebook that comes with the program.

    Raises:
        BusyError: an import is under way.
        EnvironmentFaultError: the pointer cannot be written; nothing was changed.
    """
    generations = laptop.generations
    with only_one(generations.lock):
        live = next(iter(generations.live()), None)
        history = None if live is None else live.history
        if history is None:
            return None
        there = {generation.number for generation in generations.all()}
        if history.previous != BUNDLED and history.previous not in there:
            return None
        generations.switch(history.previous)
        return history.previous


@contextmanager
def _verified(file: Path, laptop: Laptop, report: Report) -> Iterator[_Import]:
    """A bundle whose packs are staged, every byte verified; staging is removed in the end."""
    generations = laptop.generations
    with only_one(generations.lock):
        generations.sweep()
        staging = Staging(generations.staging())
        try:
            report(Progress("verifying"))
            with Bundle(file) as bundle:
                live = next(iter(generations.live()), None)
                holdings = read_holdings(live, laptop.bundled)
                run = _recognised(bundle, laptop, holdings, live, staging)
                try:
                    yield _staged(run, report)
                except RecordError as error:
                    raise _damaged(run, error) from error
        except NewerFormatError as error:
            raise NewerFormatError(str(error), **{"path": str(file), **error.data}) from error
        except OSError as error:
            raise environment_fault(error, staging.folder) from error
        finally:
            shutil.rmtree(staging.folder, ignore_errors=True)


def _recognised(
    bundle: Bundle, laptop: Laptop, holdings: Holdings, live: Generation | None, staging: Staging
) -> _Import:
    about = bundle.about
    here = holdings.get(about.collection)
    if here is None:
        raise BundleForeignError(
            f"nobody knows {about.collection}",
            path=str(bundle.path),
            collection=about.collection,
            publisher=about.publisher,
        )
    number = here.edition.number
    try:
        edition = verified(bundle, about, here.trust, bundle.path)
    except BundleOlderError as error:
        raise BundleOlderError(str(error), **error.data, here=number) from error
    if edition.edition.number < number:
        raise BundleOlderError(
            "an older edition", path=str(bundle.path), edition=edition.edition.number, here=number
        )
    return _Import(laptop, bundle, edition, holdings, live, staging)


def _staged(run: _Import, report: Report) -> _Import:
    generations, path, edition = run.laptop.generations, run.bundle.path, run.edition
    here = run.holdings[edition.edition.collection.id]
    if here.bundled:
        bring_bundled_packs(here, run.laptop.bundled, generations)

    def have(pack: Pack) -> bool:
        return (generations.packs / pack.sha256).is_file()

    needed = missing(edition, have)
    refuse_incomplete(edition, needed, run.bundle.about, path, here.edition.number)
    refuse_without_room(edition, needed, run.staging.folder)
    stage_packs(edition, needed, run.staging, path, report)
    run.staged = frozenset(pack.sha256 for pack in needed)
    run.standing = standing(edition.edition.collection.id, run.lines())
    return run


def _preview(run: _Import) -> Preview:
    edition, here = run.edition.edition, run.holdings[run.edition.edition.collection.id]
    with closing(open_catalogue(_read_now(run))) as catalogue:
        changes = tuple(_changes(run, catalogue)) if edition.number > here.edition.number else ()
    trust = run.edition.trust
    return Preview(
        edition=edition,
        manifest=sha256(run.edition.manifest).hexdigest(),
        fingerprint=fingerprint(trust.root),
        keys=root_keyids(trust.root),
        here=here.edition.number,
        size=run.bundle.size,
        changes=changes,
        touched=touched(changes, run.laptop.own),
    )


def _changes(run: _Import, catalogue: Catalogue) -> Iterator[Change]:
    """What becomes of each entry, new ones first, then by id."""
    collection = run.edition.edition.collection.id
    before = {
        Key(ENTRY, id, language): record
        for id, language, record in catalogue.records()
        if id.startswith(f"{collection}/")
    }
    titles = {str(id): title for id, title in _titles(catalogue)}
    found: dict[str, Change] = {}
    for line in run.standing.holding(run.lines()):
        key = line.key
        if key.what != ENTRY or encode_entry(entry := line.entry()) == before.get(key):
            continue
        how = How.CHANGED if key.id in titles else How.NEW
        title = titles.get(key.id, "") if key.language else entry.head.title
        # Where only a translation differs, the entry has the title of its original.
        if not key.language or key.id not in found:
            found[key.id] = Change(entry.id, title or entry.head.title, how)
    for key in before:
        if key in run.standing.puts or key.id in found:
            continue
        withdrawal = run.standing.withdrawn.get(key._replace(language=""))
        gone = Key(ENTRY, key.id) not in run.standing.puts
        how = How.WITHDRAWN if gone else How.CHANGED
        reason = withdrawal.reason if withdrawal and gone else ""
        found[key.id] = Change(EntryId.parse(key.id), titles[key.id], how, reason)
    order = list(How)
    yield from sorted(found.values(), key=lambda change: (order.index(change.how), change.entry))


def _titles(catalogue: Catalogue) -> Iterable[tuple[EntryId, str]]:
    titles = catalogue.titles()
    return ((EntryId.parse(id), titles[number]) for number, id in enumerate(catalogue.keys(), 1))


def _built(run: _Import, offered: Preview, report: Report) -> Generation:
    """A generation of what is here and the new edition, in its place but not switched to."""
    generations, collection = run.laptop.generations, run.edition.edition.collection
    _stage_assets(run)
    here = run.holdings[collection.id]
    holdings = {
        **run.holdings,
        collection.id: replace(of_verified(run.edition), programs=here.programs),
    }
    for holding in holdings.values():
        if holding.bundled:
            bring_bundled_packs(holding, run.laptop.bundled, generations)
    new = Generation(run.staging.folder / "generation", 0)
    new.folder.mkdir()
    report(Progress("building"))
    _write_catalogue(run, holdings, new.catalogue)
    _build_index(run, new, report)
    for id, holding in holdings.items():
        write_holding(holding, new.collections / id)
    for kept, target in _kept(run):
        generations.keep(kept, target)
    history = History(
        previous=BUNDLED if run.live is None else run.live.number,
        at=iso(run.laptop.clock()),
        collection=collection.id,
        publisher=collection.publisher,
        edition=collection.edition,
        before=offered.here,
        new=offered.count(How.NEW),
        changed=offered.count(How.CHANGED),
        withdrawn=offered.count(How.WITHDRAWN),
    )
    report(Progress("switching", 0, 1))
    return generations.put_in_place(new.folder, history)


def _write_catalogue(run: _Import, holdings: Holdings, target: Path) -> None:
    own = run.edition.edition.collection.id
    order = sorted(
        holdings.values(), key=lambda each: (not each.programs, each.edition.collection.id)
    )
    standings = {
        id: run.standing if id == own else _standing(holding, run)
        for id, holding in holdings.items()
    }

    def lines() -> Iterator[Line]:
        for holding in order:
            found = standings[holding.edition.collection.id]
            yield from found.holding(lines_of(holding.edition, run.place))

    vocabularies = merged(_vocabularies(lines()))
    entries = (line.entry() for line in lines() if line.key.what == ENTRY)
    with closing(open_catalogue(_read_now(run))) as catalogue:
        write_catalogue(
            target,
            order[0].edition.collection,
            vocabularies,
            entries,
            others=[holding.edition.collection for holding in order[1:]],
            withdrawn=_withdrawn(standings.values(), catalogue),
        )


def _standing(holding: Holding, run: _Import) -> Standing:
    edition = holding.edition
    return standing(edition.collection.id, lines_of(edition, run.place))


def _vocabularies(lines: Iterable[Line]) -> Iterator[Vocabulary]:
    return (line.vocabulary() for line in lines if line.key.what == VOCABULARY)


def _withdrawn(standings: Iterable[Standing], catalogue: Catalogue) -> Iterator[Withdrawn]:
    """What is published no more, as it was last read here: it stays readable to who keeps it."""
    for found in standings:
        for key, withdrawal in found.withdrawn.items():
            if not key.language:
                yield Withdrawn(withdrawal, _last_read(catalogue, withdrawal.entry))


def _last_read(catalogue: Catalogue, id: EntryId) -> Entry | None:
    try:
        return catalogue.entry(id)
    except EntryNotFoundError:
        before = catalogue.withdrawn(id)
        return None if before is None else before.entry


def _build_index(run: _Import, new: Generation, report: Report) -> None:
    """Bring a copy of the index that is here up to the new catalogue."""
    old = run.laptop.index if run.live is None else run.live.index
    _link_files(old, new.index)
    with closing(open_catalogue(new.catalogue)) as catalogue:
        key_file = run.laptop.index_key or usual_key_file()
        ensure_index(catalogue, new.index, report, key_file=key_file).close()
        built = stands(new.index, catalogue.fingerprint, key_file)
    if not built:
        raise EnvironmentFaultError("no index could be built", path=str(new.index))


def _link_files(old: Path, new: Path) -> None:
    """The files of an index in another folder, too; none of them is ever changed in place."""
    if not old.is_dir():
        return
    new.mkdir()
    for path in old.iterdir():
        if path.is_file():
            try:
                os.link(path, new / path.name)
            except OSError:
                shutil.copyfile(path, new / path.name)  # sticks have no links


def _stage_assets(run: _Import) -> None:
    assets = run.laptop.generations.assets
    for line in run.standing.holding(run.lines()):
        if line.key.what == ASSET and not (assets / line.key.id).is_file():
            stage_asset(run.bundle, line.key.id, line.asset_length(), run.staging, run.bundle.path)


def _kept(run: _Import) -> Iterator[tuple[Path, Path]]:
    """What is staged, and where it is kept for good."""
    generations = run.laptop.generations
    for name, target in (("packs", generations.packs), ("assets", generations.assets)):
        folder = run.staging.folder / name
        if folder.is_dir():
            yield from ((path, target / path.name) for path in sorted(folder.iterdir()))


def _read_now(run: _Import) -> Path:
    return run.laptop.bundled.catalogue if run.live is None else run.live.catalogue


def _damaged(run: _Import, error: RecordError) -> BundleDamagedError:
    return BundleDamagedError(str(error), path=str(run.bundle.path))
