"""Updating from a publisher's web host: looked at, previewed and taken in, only when asked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from fieldcat.domain.edition import Pack
from fieldcat.domain.progress import Report, unreported
from fieldcat.domain.updating import Preview
from fieldcat.errors import (
    PublisherError,
    WebWrongError,
)
from fieldcat.services.cards import read_cards
from fieldcat.services.holdings import bring_bundled_packs
from fieldcat.services.importing import TakenIn, preview_from, recognised, take_in_from
from fieldcat.services.laptop import Laptop
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.locking import only_one
from fieldcat.updates.line import Pause
from fieldcat.updates.staging import missing
from fieldcat.updates.web import Web


@dataclass(frozen=True, slots=True)
class News:
    """What a publisher's web host has: its newest edition, verified, and what is ``here``.

    ``to_fetch`` is in bytes, without pictures; ``address`` is where it is fetched from.
    """

    collection: str
    title: str
    publisher: str
    edition: int
    date: str
    here: int
    to_fetch: int
    address: str

    @property
    def is_news(self) -> bool:
        """Whether the edition is later than what is here."""
        return self.edition > self.here


class WebUpdate:
    """A publisher's web host while it is asked. What came of an edition is kept till it is read."""

    def __init__(self, laptop: Laptop, web: Web, collection: str) -> None:
        self._laptop = laptop
        self._web = web
        self._collection = collection

    @property
    def received(self) -> int:
        """Bytes of content that came."""
        return self._web.received

    def news(self) -> News:
        """What the host has; of an edition only its list of packs is fetched.

        Raises:
            WebError: it cannot be fetched.
            BundleError: it is not its publisher's, or older than what is known here.
            NewerFormatError: it is for a newer fieldcat.
            BusyError: an import is under way.
            EnvironmentFaultError: the disk does not answer.
        """
        laptop = self._laptop
        with only_one(laptop.generations.lock):
            holdings = laptop.holdings()
            here = holdings.get(self._collection)
            verified = recognised(self._web, laptop, holdings)
            if here is not None and here.bundled:
                bring_bundled_packs(here, laptop.bundled, laptop.generations)

            def have(pack: Pack) -> bool:
                return (laptop.generations.packs / pack.sha256).is_file()

            needed = missing(verified, have)
        pieces = {name for pack in needed for name in pack.pieces}
        self._web.keep_only(pieces)
        to_fetch = sum(
            length
            for pack in needed
            for name, length in zip(pack.pieces, pack.piece_lengths, strict=True)
            if not self._web.has(name)
        )
        self._web.expected = self._web.received + to_fetch
        collection = verified.edition.collection
        return News(
            collection.id,
            collection.title,
            collection.publisher,
            collection.edition,
            collection.date,
            here.edition.number if here else 0,
            to_fetch,
            self._web.name,
        )

    def preview(self, report: Report = unreported) -> Preview:
        """What the edition would change, once all of it came and is verified.

        Raises what ``news`` and ``importing.preview`` raise.
        """
        return preview_from(lambda: nullcontext(self._web), laptop=self._laptop, report=report)

    def take_in(self, report: Report = unreported, expecting: str | None = None) -> TakenIn:
        """Take in the edition; see ``importing.take_in``.

        Raises what ``preview`` raises.
        """
        taken = take_in_from(
            lambda: nullcontext(self._web),
            laptop=self._laptop,
            report=report,
            expecting=expecting,
        )
        shutil.rmtree(_kept(self._laptop, self._collection), ignore_errors=True)
        return taken


@contextmanager
def web_update(
    collection: str,
    *,
    laptop: Laptop,
    report: Report = unreported,
    address: str = "",
    pause: Pause | None = None,
) -> Iterator[WebUpdate]:
    """Ask a publisher's web host; ``address`` instead of the one that the publisher named.

    ``report`` is told of every few kilobytes that come, and may stop it.

    Raises:
        PublisherError: nobody knows the publisher or its address.
        WebError: there is no tree at the address, or it cannot be reached.
        CancelledError: ``report`` stopped it; what came is kept.
    """
    address = address or address_of(collection, laptop)
    folder = _kept(laptop, collection)
    try:
        with Web(address, folder, report=report, pause=pause) as web:
            if web.about.collection != collection:
                raise WebWrongError(
                    f"the tree of {web.about.collection}", address=web.name, host=web.name
                )
            yield WebUpdate(laptop, web, collection)
    except OSError as error:
        raise environment_fault(error, folder) from error


def address_of(collection: str, laptop: Laptop) -> str:
    """Where a publisher's editions can be fetched.

    Raises:
        PublisherError: nobody knows the publisher, or where.
    """
    holding = laptop.holdings().get(collection)
    if holding is not None:
        address = holding.edition.collection.web
    else:
        card = read_cards(laptop.cards).get(collection)
        if card is None:
            raise PublisherError("no such publisher", reason="unknown", collection=collection)
        address = card.web
    if not address:
        raise PublisherError("no address", reason="address", collection=collection)
    return address


def _kept(laptop: Laptop, collection: str) -> Path:
    return laptop.generations.root / "fetched" / f"of-{collection}"
