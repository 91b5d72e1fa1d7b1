"""Taking in editions, put together for the window: every function behind ``Services.updates``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.domain.comparing import Comparison
from fieldcat.domain.head import EntryId
from fieldcat.domain.progress import Report
from fieldcat.domain.publishers import CardOffer, Publisher, Turned, WebNews
from fieldcat.domain.taxonomy import Collection
from fieldcat.domain.updating import News, Origin, PastChange, Preview
from fieldcat.errors import EntryNotFoundError, FieldcatError, RecordError
from fieldcat.records.previews import decode_changes
from fieldcat.services import copies, fetches, imports, turning
from fieldcat.services.cards import read_cards
from fieldcat.services.casebook import Casebook
from fieldcat.services.comparing import compared_entries
from fieldcat.services.offered import UpdateServices
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.generations import BUNDLED, Generations
from fieldcat.storage.media import is_plugged_in

if TYPE_CHECKING:
    from fieldcat.services.laptop import Laptop


@dataclass(frozen=True, slots=True)
class Sources:
    """Where it all comes from, opened as it is needed.

    ``shipped`` is the catalogue that came with the program, ``bundle`` its release. ``renew``: read
    what is to be read now. ``installers`` are the programs that can be passed on.
    ``newer_is_left``: what was taken in last is for a newer fieldcat; something earlier is read.
    """

    laptop: Callable[[], Laptop]
    casebook: Callable[[], Casebook]
    generations: Generations
    data_folder: Path
    shipped: Path
    bundle: Path
    renew: Callable[[], None]
    installers: Callable[[], tuple[Path, ...]]
    newer_is_left: Callable[[], bool] = lambda: False


def update_services(sources: Sources) -> UpdateServices:
    """What the window is offered for updates. Files are looked into in processes of their own."""
    return UpdateServices(
        publishers=partial(_publishers, sources),
        look=partial(_look, sources),
        take_in=partial(_take_in, sources),
        undo=partial(_undo, sources),
        news=partial(_news, sources),
        compare=partial(_compare, sources),
        compare_offered=partial(_compare_offered, sources),
        history=partial(_history, sources),
        ask_host=partial(_ask_host, sources),
        fetch=partial(_fetch, sources),
        look_at_card=partial(_look_at_card, sources),
        add_publisher=partial(_add_publisher, sources),
        set_enabled=partial(_set_enabled, sources),
        remove_publisher=partial(_remove_publisher, sources),
        use_edition=partial(_use_edition, sources),
        take_back=partial(_take_back, sources),
        shipped=partial(_shipped, sources),
        is_plugged_in=is_plugged_in,
        installers=lambda: tuple(path.name for path in sources.installers()),
        copy_to=partial(_copy_to, sources),
    )


def _publishers(sources: Sources) -> tuple[Publisher, ...]:
    from fieldcat.services import publishers  # it loads TUF, which no start pays for

    found = publishers.publishers(sources.laptop())
    if not sources.newer_is_left():
        return found
    read = {each.id: each for each in sources.casebook().collections}
    return tuple(_as_read(each, read.get(each.collection)) for each in found)


def _look(sources: Sources, origin: Origin, report: Report) -> Preview:
    sources.laptop()  # the data folder is there then
    return imports.preview_apart(origin, data_folder=sources.data_folder, report=report)


def _take_in(sources: Sources, origin: Origin, manifest: str, report: Report) -> None:
    before = _read_now(sources.generations)
    try:
        imports.take_in_apart(
            origin, data_folder=sources.data_folder, expecting=manifest, report=report
        )
    except FieldcatError:
        # Who stops it, or loses the process, a moment too late has it none the less.
        if _read_now(sources.generations) == before or not _is_here(manifest, sources.laptop()):
            raise
    sources.renew()


def _undo(sources: Sources) -> bool:
    from fieldcat.services import importing  # as above

    gone_back = importing.undo(sources.laptop()) is not None
    if gone_back:
        sources.renew()
    return gone_back


def _news(sources: Sources) -> News:
    live = next(iter(sources.generations.live()), None)
    if live is None or sources.newer_is_left():
        return News()
    try:
        return News(live.number, decode_changes(live.news.read_bytes()))
    except (OSError, RecordError):
        return News(live.number)  # it is a courtesy: what is read is whole


def _compare(sources: Sources, entry: EntryId) -> Comparison | None:
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


def _compare_offered(
    sources: Sources, origin: Origin, entry: EntryId, report: Report
) -> Comparison:
    return imports.compare_apart(origin, entry, data_folder=sources.data_folder, report=report)


def _history(sources: Sources) -> tuple[PastChange, ...]:
    from fieldcat.services import publishers  # as above

    return publishers.history(sources.laptop())


def _ask_host(sources: Sources, collection: str, report: Report) -> WebNews:
    sources.laptop()
    return fetches.ask_apart(collection, data_folder=sources.data_folder, report=report)


def _fetch(sources: Sources, collection: str, report: Report) -> None:
    fetches.fetch_apart(collection, data_folder=sources.data_folder, report=report)


def _look_at_card(sources: Sources, file: Path) -> CardOffer:
    sources.laptop()
    return turning.look_at_card_apart(file, data_folder=sources.data_folder)


def _add_publisher(sources: Sources, file: Path, fingerprint: str) -> None:
    folder = sources.data_folder
    turning.add_publisher_apart(file, data_folder=folder, expecting=fingerprint)


def _turned(
    sources: Sources, collection: str, what: str, change: Callable[[], int | None], edition: int = 0
) -> Turned:
    card = read_cards(sources.laptop().cards).get(collection)
    before = _read_now(sources.generations)
    try:
        number = change()
    except FieldcatError:
        # Stopped too late, as above, unless what is read now was made by somebody else.
        live = next(iter(sources.generations.live()), None)
        made = live.history if live is not None and live.number != before else None
        if live is None or made is None or (made.what, made.collection) != (what, collection):
            raise
        if edition not in (0, made.edition):
            raise
        number = live.number
    if number is not None:
        sources.renew()
    return Turned(collection, number, card)


def _set_enabled(sources: Sources, collection: str, enabled: bool, report: Report) -> Turned:
    folder = sources.data_folder
    return _turned(
        sources,
        collection,
        "enable" if enabled else "disable",
        lambda: turning.set_enabled_apart(collection, enabled, data_folder=folder, report=report),
    )


def _remove_publisher(sources: Sources, collection: str, report: Report) -> Turned:
    folder = sources.data_folder
    return _turned(
        sources,
        collection,
        "remove",
        lambda: turning.remove_publisher_apart(collection, data_folder=folder, report=report),
    )


def _use_edition(sources: Sources, collection: str, number: int, report: Report) -> Turned:
    folder = sources.data_folder
    return _turned(
        sources,
        collection,
        "edition",
        lambda: turning.use_edition_apart(collection, number, data_folder=folder, report=report),
        number,
    )


def _take_back(sources: Sources, turned: Turned) -> None:
    from fieldcat.services import publishers  # as above

    publishers.take_back(turned, laptop=sources.laptop())
    if turned.generation is not None:
        sources.renew()


def _shipped(sources: Sources) -> Path | None:
    if not sources.generations.live():
        return None  # what came with the program is read
    with closing(open_catalogue(sources.shipped)) as catalogue:
        own = catalogue.collections()[0]
    here = next((one for one in sources.casebook().collections if one.id == own.id), None)
    if here is None or here.edition >= own.edition:
        return None
    # Whoever went back from it, or chose an older one, has a reason.
    known = (event.history for event in sources.generations.events())
    if any((one.collection, one.edition) == (own.id, own.edition) for one in known):
        return None
    return sources.bundle


def _copy_to(sources: Sources, folder: Path, installers: bool, report: Report) -> int:
    sources.laptop()
    data = sources.data_folder
    return copies.copy_apart(folder, installers=installers, data_folder=data, report=report)


def _as_read(known: Publisher, read: Collection | None) -> Publisher:
    """A publisher as it is read here, where what was taken in last is for a newer fieldcat."""
    if not known.enabled or (read is not None and read.edition == known.edition):
        return known
    edition, date = (0, "") if read is None else (read.edition, read.date)
    return replace(known, edition=edition, date=date, as_shipped=False, left=known.edition)


def _is_here(manifest: str, laptop: Laptop) -> bool:
    """Whether the edition of this manifest, by its SHA-256, is read: another one may have come."""
    held = laptop.holdings().values()
    return manifest in {sha256(holding.manifest).hexdigest() for holding in held}


def _read_now(generations: Generations) -> int:
    """The number of the casebook that is read."""
    live = next(iter(generations.live()), None)
    return BUNDLED if live is None else live.number
