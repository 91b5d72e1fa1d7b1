"""Taking in editions, put together for the window: every function behind ``Services.updates``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.domain.comparing import Comparison
from fieldcat.domain.head import EntryId
from fieldcat.domain.progress import Report
from fieldcat.domain.updating import News, PastChange, Preview
from fieldcat.errors import EntryNotFoundError, FieldcatError, RecordError
from fieldcat.records.previews import decode_changes
from fieldcat.services import imports
from fieldcat.services.casebook import Casebook
from fieldcat.services.comparing import compared_entries
from fieldcat.services.offered import Held, UpdateServices
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.generations import BUNDLED, Generations

if TYPE_CHECKING:
    from fieldcat.services.laptop import Laptop


@dataclass(frozen=True, slots=True)
class Sources:
    """Where it all comes from, opened as it is needed.

    ``shipped`` is the catalogue that came with the program. ``renew``: read what is to be read now.
    """

    laptop: Callable[[], Laptop]
    casebook: Callable[[], Casebook]
    generations: Generations
    data_folder: Path
    shipped: Path
    renew: Callable[[], None]


def update_services(sources: Sources) -> UpdateServices:
    """What the window is offered for updates. Files are looked into in processes of their own."""

    def held() -> tuple[Held, ...]:
        with closing(open_catalogue(sources.shipped)) as catalogue:
            shipped = catalogue.collections()
        here = sources.casebook().collections
        return tuple(Held(collection, collection in shipped) for collection in here)

    def look(file: Path, report: Report) -> Preview:
        sources.laptop()  # the data folder is there then
        return imports.preview_apart(file, data_folder=sources.data_folder, report=report)

    def take_in(file: Path, manifest: str, report: Report) -> None:
        before = _read_now(sources.generations)
        try:
            imports.take_in_apart(
                file, data_folder=sources.data_folder, expecting=manifest, report=report
            )
        except FieldcatError:
            # Who stops it, or loses the process, a moment too late has it none the less.
            if _read_now(sources.generations) == before:
                raise
        sources.renew()

    def undo() -> bool:
        from fieldcat.services import importing  # it loads TUF, which no start pays for

        gone_back = importing.undo(sources.laptop()) is not None
        if gone_back:
            sources.renew()
        return gone_back

    def news() -> News:
        live = next(iter(sources.generations.live()), None)
        if live is None:
            return News()
        try:
            return News(live.number, decode_changes(live.news.read_bytes()))
        except (OSError, RecordError):
            return News(live.number)  # it is a courtesy: what is read is whole

    def compare(entry: EntryId) -> Comparison | None:
        live = next(iter(sources.generations.live()), None)
        history = None if live is None else live.history
        if history is None:
            return None
        before = sources.shipped
        if history.previous != BUNDLED:
            places = {one.number: one.catalogue for one in sources.generations.all()}
            if history.previous not in places:
                return None
            before = places[history.previous]
        with closing(open_catalogue(before)) as catalogue:
            try:
                old, new = catalogue.entry(entry), sources.casebook().catalogue.entry(entry)
            except EntryNotFoundError:
                return None
        return compared_entries(old, new)

    def compare_offered(file: Path, entry: EntryId, report: Report) -> Comparison:
        return imports.compare_apart(file, entry, data_folder=sources.data_folder, report=report)

    def history() -> tuple[PastChange, ...]:
        from fieldcat.services import publishers  # as above

        return publishers.history(sources.laptop())

    return UpdateServices(
        held=held,
        look=look,
        take_in=take_in,
        undo=undo,
        news=news,
        compare=compare,
        compare_offered=compare_offered,
        history=history,
    )


def _read_now(generations: Generations) -> int:
    """The number of the casebook that is read."""
    live = next(iter(generations.live()), None)
    return BUNDLED if live is None else live.number
