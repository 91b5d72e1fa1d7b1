"""Taking in an edition: verified, previewed, built beside what is read, and switched to at once.

Nothing but a folder of its own is written to until all of it stands. Whatever happens on the way,
what was read before goes on being read.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from fieldcat.domain.comparing import Comparison
from fieldcat.domain.edition import Pack, fingerprint
from fieldcat.domain.head import EntryId
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.updating import How, Preview, touched
from fieldcat.errors import (
    BundleDamagedError,
    BundleDisabledError,
    BundleForeignError,
    BundleOlderError,
    BundleUnreadableError,
    CancelledError,
    EntryNotFoundError,
    NewerFormatError,
    RecordError,
)
from fieldcat.records.packs import ASSET, ENTRY, Key
from fieldcat.services.cards import read_cards
from fieldcat.services.changing import changes
from fieldcat.services.comparing import compared_entries
from fieldcat.services.composing import Composition, compose, keep_staged
from fieldcat.services.holdings import (
    Holding,
    Holdings,
    bring_bundled_packs,
    of_verified,
    sweep_packs,
)
from fieldcat.services.laptop import Laptop
from fieldcat.services.unchanged import known_before
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.clock import iso
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.generation_files import History
from fieldcat.storage.generations import BUNDLED, Generation
from fieldcat.storage.locking import only_one
from fieldcat.updates.bundle import Bundle
from fieldcat.updates.source import Source
from fieldcat.updates.staging import (
    Room,
    Staging,
    missing,
    refuse_incomplete,
    refuse_without_room,
    stage_asset,
    stage_packs,
)
from fieldcat.updates.verifying import Trust, Verified, root_keyids, verified


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an import did. ``generation`` is what is read now; None if there was nothing new."""

    preview: Preview
    generation: Generation | None


@dataclass(frozen=True, slots=True)
class _Import:
    """One run: where the edition is read from, what was verified of it, and what it makes."""

    source: Source
    edition: Verified
    here: Holding | None
    what: Composition
    room: Room

    @property
    def laptop(self) -> Laptop:
        return self.what.laptop

    @property
    def number_here(self) -> int:
        """The edition that is read now, 0 if none."""
        return self.here.edition.number if self.here else 0


Opening = Callable[[], AbstractContextManager[Source]]
"""Opens where an edition is read from, once nobody else is at work."""


def bundle(file: Path) -> Opening:
    """A file as that which an edition is read from."""
    return lambda: Bundle(file)


def preview(file: Path, *, laptop: Laptop, report: Report = unreported) -> Preview:
    """What a bundle would change, once all of it is verified; what is read is not changed.

    Packs and pictures of an edition that is here, and of which files were lost, are brought back.

    Raises:
        BundleError: it cannot be taken in; each kind says why.
        NewerFormatError: it is for a newer fieldcat.
        BusyError: another import is under way.
        EnvironmentFaultError: there is no room for it, or the disk does not answer.
        CancelledError: ``report`` stopped it.
    """
    return preview_from(bundle(file), laptop=laptop, report=report)


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
    return take_in_from(bundle(file), laptop=laptop, report=report, expecting=expecting)


def comparison(
    file: Path, entry: EntryId, *, laptop: Laptop, report: Report = unreported
) -> Comparison:
    """What a bundle would change in an entry, once all of it is verified; nothing is changed.

    Raises:
        EntryNotFoundError: it is not in both.
        BundleError, EnvironmentFaultError: as ``preview``.
    """
    return comparison_from(bundle(file), entry, laptop=laptop, report=report)


def comparison_from(
    opening: Opening, entry: EntryId, *, laptop: Laptop, report: Report = unreported
) -> Comparison:
    """What an edition would change in an entry, wherever it is read from; see ``comparison``.

    Raises what ``comparison`` and the source raise.
    """
    with _verified(opening, laptop, report) as run:
        id = run.edition.edition.collection.id
        at = run.what.known[id].puts.get(Key(ENTRY, str(entry)))
        if at is not None:
            for line in run.what.some_lines(run.what.holdings[id], [at]):
                with closing(open_catalogue(laptop.catalogue)) as catalogue:
                    return compared_entries(catalogue.entry(entry), line.entry())
    raise EntryNotFoundError(str(entry), entry_id=str(entry))


def preview_from(opening: Opening, *, laptop: Laptop, report: Report = unreported) -> Preview:
    """What an edition would change, wherever it is read from; see ``preview``.

    Raises what ``preview`` and the source raise.
    """
    with _verified(opening, laptop, report) as run:
        offered = _preview(run)
        if not offered.is_news:
            _bring_back(run)
        return offered


def take_in_from(
    opening: Opening,
    *,
    laptop: Laptop,
    report: Report = unreported,
    expecting: str | None = None,
) -> TakenIn:
    """Take in an edition, wherever it is read from; see ``take_in``.

    Raises what ``preview`` and the source raise.
    """
    with _verified(opening, laptop, report) as run:
        offered = _preview(run)
        if expecting is not None and offered.manifest != expecting:
            raise BundleUnreadableError("not the edition that was shown", path=run.source.name)
        if not offered.is_news:
            _bring_back(run)
            return TakenIn(offered, None)
        _stage_assets(run)
        generation = compose(
            run.what,
            lambda number: _history(run, offered, number),
            report,
            offered.changes,
        )
        laptop.generations.switch(generation.number)
        with suppress(CancelledError):  # it is too late to stop: it was switched to
            report(Progress("switching", 1, 1))
        return TakenIn(offered, generation)


def undo(laptop: Laptop) -> int | None:
    """Have read again what was read before the last change; None if there is nothing to go back to.

    Gives the number of the generation, 0 for the casebook that comes with the program.

    Raises:
        BusyError: an import is under way.
        EnvironmentFaultError: the pointer cannot be written; nothing was changed.
    """
    with only_one(laptop.generations.lock):
        return undo_alone(laptop)


def undo_alone(laptop: Laptop) -> int | None:
    """As ``undo``, for who holds the lock already, and looked first whether it is to be undone."""
    previous = earlier(laptop)
    if previous is not None:
        laptop.generations.switch(previous)
    return previous


def earlier(laptop: Laptop) -> int | None:
    """The generation that was read before the last change; None if it is not here any more."""
    generations, live = laptop.generations, laptop.live
    history = None if live is None else live.history
    if history is None:
        return None
    there = {generation.number for generation in generations.all()}
    return history.previous if history.previous in {BUNDLED, *there} else None


@contextmanager
def _verified(opening: Opening, laptop: Laptop, report: Report) -> Iterator[_Import]:
    """An edition whose packs are staged, every byte verified; staging is removed in the end."""
    generations = laptop.generations
    with only_one(generations.lock):
        generations.sweep()
        sweep_packs(generations)
        staging = Staging(generations.staging())
        name = ""
        try:
            report(Progress("verifying"))
            with opening() as source:
                name = source.name
                yield _staged(source, laptop, staging, report)
        except RecordError as error:
            raise BundleDamagedError(str(error), path=name) from error
        except NewerFormatError as error:
            raise NewerFormatError(str(error), **{"path": name, **error.data}) from error
        except OSError as error:
            raise environment_fault(error, staging.folder) from error
        finally:
            shutil.rmtree(staging.folder, ignore_errors=True)


def recognised(source: Source, laptop: Laptop, holdings: Holdings) -> Verified:
    """Verify an edition against what is known here of the publisher that it names.

    Raises:
        BundleError: nobody knows its publisher, it is switched off, or it is not as it was signed.
        NewerFormatError: it is for a newer fieldcat.
    """
    about = source.about
    here = holdings.get(about.collection)
    if here is not None and not here.shown:
        raise BundleDisabledError(
            "switched off",
            path=source.name,
            collection=about.collection,
            publisher=here.edition.collection.publisher,
        )
    trust = here.trust if here else _trust_of_card(laptop, about.collection)
    if trust is None:
        raise BundleForeignError(
            f"nobody knows {about.collection}",
            path=source.name,
            collection=about.collection,
            publisher=about.publisher,
        )
    newest = here.newest if here else 0
    try:
        edition = verified(source, about, trust)
    except BundleOlderError as error:
        raise BundleOlderError(str(error), **error.data, here=newest) from error
    if edition.edition.number < newest:
        number = edition.edition.number
        raise BundleOlderError("an older edition", path=source.name, edition=number, here=newest)
    return edition


def _trust_of_card(laptop: Laptop, collection: str) -> Trust | None:
    card = read_cards(laptop.cards).get(collection)
    return None if card is None else Trust(card.root)


def _staged(source: Source, laptop: Laptop, staging: Staging, report: Report) -> _Import:
    generations, holdings = laptop.generations, laptop.holdings()
    edition = recognised(source, laptop, holdings)
    id = edition.edition.collection.id
    here = holdings.get(id)
    if here is not None and here.bundled:
        bring_bundled_packs(here, laptop.bundled, generations)

    def have(pack: Pack) -> bool:
        return (generations.packs / pack.sha256).is_file()

    needed = missing(edition, have)
    refuse_incomplete(edition, needed, source, here.edition.number if here else 0)
    room = refuse_without_room(edition, needed, staging.folder)
    stage_packs(edition, needed, staging, report)
    staged = frozenset(pack.sha256 for pack in needed)
    new = of_verified(edition, here)
    what = Composition(laptop, {**holdings, id: new}, staging, staged)
    found = what.standing(new, report)
    what = Composition(laptop, what.holdings, staging, staged, {id: found}, known_before(laptop))
    return _Import(source, edition, here, what, room)


def _preview(run: _Import) -> Preview:
    edition, here = run.edition.edition, run.number_here
    id = edition.collection.id
    found, holding = run.what.known[id], run.what.holdings[id]
    before = run.what.before or known_before(run.laptop)
    with closing(open_catalogue(run.laptop.catalogue)) as catalogue:
        changed = (
            tuple(changes(found, partial(run.what.some_lines, holding), catalogue, before.digests))
            if edition.number > here
            else ()
        )
    trust = run.edition.trust
    return Preview(
        edition=edition,
        manifest=sha256(run.edition.manifest).hexdigest(),
        fingerprint=fingerprint(trust.root),
        keys=root_keyids(trust.root),
        here=here,
        size=run.source.size,
        changes=changed,
        touched=touched(changed, run.laptop.own),
        needed=run.room.needed,
        free=run.room.free,
    )


def _history(run: _Import, offered: Preview, previous: int) -> History:
    collection = run.edition.edition.collection
    return History(
        previous=previous,
        at=iso(run.laptop.clock()),
        collection=collection.id,
        publisher=collection.publisher,
        edition=collection.edition,
        before=offered.here,
        new=offered.count(How.NEW),
        changed=offered.count(How.CHANGED),
        withdrawn=offered.count(How.WITHDRAWN),
        title=collection.title,
    )


def _bring_back(run: _Import) -> None:
    """Keep what was lost, if anything was, of the packs and pictures of an edition that is here."""
    _stage_assets(run)
    keep_staged(run.what)


def _stage_assets(run: _Import) -> None:
    assets = run.laptop.generations.assets
    id = run.edition.edition.collection.id
    puts = run.what.known[id].puts
    wanted = [
        at for key, at in puts.items() if key.what == ASSET and not (assets / key.id).is_file()
    ]
    for line in run.what.some_lines(run.what.holdings[id], wanted):
        stage_asset(run.source, line.key.id, line.asset_length(), run.what.staging)
