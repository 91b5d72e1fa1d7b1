"""Building a generation of editions that are held: beside what is read, sealed, not switched to."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from fieldcat.domain.edition import Pack, Withdrawn
from fieldcat.domain.entry import Entry, EntryId
from fieldcat.domain.progress import Progress, Report, reporting, unreported
from fieldcat.domain.taxonomy import merged
from fieldcat.domain.updating import Change
from fieldcat.errors import EntryNotFoundError, EnvironmentFaultError
from fieldcat.records.packs import ENTRY, VOCABULARY, Key, Line
from fieldcat.records.previews import encode_changes
from fieldcat.records.replaying import Standing, standing
from fieldcat.search.building import stands
from fieldcat.search.sealing import usual_key_file
from fieldcat.services.holdings import (
    Holding,
    Holdings,
    bring_bundled_packs,
    lines_of,
    some_lines_of,
    standing_before,
    write_holding,
    write_standing,
)
from fieldcat.services.indexing import build_here
from fieldcat.services.laptop import Laptop
from fieldcat.services.unchanged import Before, known_before, wholly_unchanged
from fieldcat.storage.catalogue import Catalogue, open_catalogue
from fieldcat.storage.catalogue_writing import Unchanged, write_catalogue
from fieldcat.storage.generation_files import History
from fieldcat.storage.generations import Generation
from fieldcat.updates.staging import Staging


@dataclass(frozen=True, slots=True)
class Composition:
    """What a generation is to be made of, in which folder of its own.

    ``staged`` are the packs, by SHA-256, that lie in ``staging`` yet; ``known`` is what was found
    to stand already, by collection; ``before`` what is known of the catalogue that is read.
    """

    laptop: Laptop
    holdings: Holdings
    staging: Staging
    staged: frozenset[str] = frozenset()
    known: Mapping[str, Standing] = field(default_factory=dict)
    before: Before | None = None

    def place(self, pack: Pack) -> Path:
        """Where a pack lies: in staging, or where packs are kept."""
        if pack.sha256 in self.staged:
            return self.staging.pack(pack)
        return self.laptop.generations.packs / pack.sha256

    def standing(self, holding: Holding, report: Report = unreported) -> Standing:
        """What stands in a collection's edition.

        Of the packs that were read for what is here, none is read again.

        Raises:
            RecordError, NewerFormatError: a pack does not hold what it should.
            OSError: it cannot be read.
        """
        if holding.id in self.known:
            return self.known[holding.id]
        edition = holding.edition
        before, known = standing_before(edition, self.laptop.live)
        records = sum(pack.records for pack in edition.packs[known:])
        lines = lines_of(edition, self.place, known)
        return standing(holding.id, reporting(lines, report, "comparing", records), before)

    def some_lines(self, holding: Holding, places: Iterable[int]) -> Iterator[Line]:
        """Those of them that stand at these places."""
        return some_lines_of(holding.edition, self.place, places)


def compose(
    what: Composition,
    history: Callable[[int], History],
    report: Report,
    news: Iterable[Change] = (),
) -> Generation:
    """Build a generation and give it its place; nobody reads it until it is switched to.

    ``history`` tells what made it, given the number of the generation before it; ``news`` is what
    is to be told of it afterwards.

    Raises:
        RecordError, NewerFormatError: a pack does not hold what it should.
        EnvironmentFaultError, OSError: the disk does not take it.
        CancelledError: ``report`` stopped it.
    """
    laptop, live = what.laptop, what.laptop.live
    for holding in what.holdings.values():
        if holding.bundled:
            bring_bundled_packs(holding, laptop.bundled, laptop.generations)
    new = Generation(what.staging.folder / "generation", 0)
    new.folder.mkdir()
    standings = {id: what.standing(holding) for id, holding in what.holdings.items()}
    _write_catalogue(what, standings, new.catalogue, report)
    _build_index(laptop, live, new, report)
    for id, holding in what.holdings.items():
        write_holding(holding, new.collections / id)
        write_standing(standings[id], holding.edition, new.collections / id)
    new.news.write_bytes(encode_changes(news))
    keep_staged(what)
    report(Progress("switching", 0, 1))
    return laptop.generations.put_in_place(new.folder, history(live.number if live else 0))


def _write_catalogue(
    what: Composition, standings: Mapping[str, Standing], target: Path, report: Report
) -> None:
    order = sorted(what.holdings.values(), key=lambda each: (not each.programs, each.id))
    shown = [holding for holding in order if holding.shown]

    def lines(wanted: Callable[[Key], bool]) -> Iterator[Line]:
        for holding in shown:
            puts = standings[holding.id].puts
            yield from what.some_lines(holding, [at for key, at in puts.items() if wanted(key)])

    before = what.before or known_before(what.laptop)
    put = {key: digest for each in shown for key, digest in standings[each.id].digests.items()}
    same = wholly_unchanged(put, before.digests) if before.is_whole else frozenset[str]()
    with closing(open_catalogue(what.laptop.catalogue)) as catalogue:
        total = sum(key.id not in same for key in put)
        report(Progress("building", 0, total))
        vocabularies = merged(
            line.vocabulary() for line in lines(lambda key: key.what == VOCABULARY)
        )
        found = lines(lambda key: key.what == ENTRY and key.id not in same)
        entries = (line.entry() for line in reporting(found, report, "building", total))
        write_catalogue(
            target,
            shown[0].edition.collection,
            vocabularies,
            entries,
            others=[holding.edition.collection for holding in shown[1:]],
            # Also of those that are switched off: their last text would be lost.
            withdrawn=_withdrawn((standings[each.id] for each in order), catalogue),
            unchanged=Unchanged(catalogue, same),
        )


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


def _build_index(laptop: Laptop, live: Generation | None, new: Generation, report: Report) -> None:
    """Bring a copy of the index that is here up to the new catalogue."""
    _link_files(laptop.index if live is None else live.index, new.index)
    key_file = laptop.index_key or usual_key_file()
    with closing(open_catalogue(new.catalogue)) as catalogue:
        build_here(catalogue, new.index, report, key_file)
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


def keep_staged(what: Composition) -> None:
    """Keep the packs and pictures that are staged for good.

    Raises:
        EnvironmentFaultError: the disk does not take them.
    """
    generations = what.laptop.generations
    for name, target in (("packs", generations.packs), ("assets", generations.assets)):
        folder = what.staging.folder / name
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                generations.keep(path, target / path.name)
