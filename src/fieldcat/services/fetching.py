"""Updating from a publisher's web host: looked at, previewed and taken in, only when asked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldcat.domain.edition import Edition, Pack
from fieldcat.domain.progress import Report, unreported
from fieldcat.domain.publishers import WebNews
from fieldcat.domain.updating import Preview
from fieldcat.errors import (
    PublisherError,
    WebWrongError,
)
from fieldcat.services.cards import read_cards
from fieldcat.services.holdings import Holding, stage_pictures
from fieldcat.services.importing import Opening, TakenIn, preview_from, recognised, take_in_from
from fieldcat.services.laptop import Laptop
from fieldcat.storage.faults import environment_fault
from fieldcat.updates.fetched import Fetched
from fieldcat.updates.line import Pause
from fieldcat.updates.staging import Staging, missing, refuse_without_room, stage_packs
from fieldcat.updates.verifying import Verified
from fieldcat.updates.web import Web


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

    def news(self) -> WebNews:
        """What the host has; of an edition only its list of packs is fetched.

        Raises:
            WebError: it cannot be fetched.
            BundleError: it is not its publisher's, or older than what is known here.
            NewerFormatError: it is for a newer fieldcat.
            EnvironmentFaultError: the disk does not answer.
        """
        verified, here, needed = self._known()
        pieces = {name for pack in needed for name in pack.pieces}
        self._web.keep_only(pieces)
        to_fetch = sum(
            max(length - self._web.kept_of(name), 0)
            for pack in needed
            for name, length in zip(pack.pieces, pack.piece_lengths, strict=True)
        )
        self._web.expected = self._web.received + to_fetch
        collection = verified.edition.collection
        return WebNews(
            collection.id,
            collection.title,
            collection.publisher,
            collection.edition,
            collection.date,
            here.edition.number if here else 0,
            to_fetch,
            self._web.name,
        )

    def fetch(self) -> None:
        """Fetch all that is missing here, so that ``fetched`` can be taken in without a line.

        An import may be under way meanwhile.

        Raises what ``news`` raises.
        """
        laptop = self._laptop
        verified, _, needed = self._known()
        kept = _kept(laptop, self._collection)
        kept.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=kept, ignore_cleanup_errors=True) as folder:
            staging = Staging(Path(folder))
            # Before anything is fetched that there would be no room to take in.
            refuse_without_room(verified, needed, staging.folder)
            stage_packs(verified, needed, staging, unreported)
            new = Edition(verified.edition.collection, needed)
            stage_pictures(self._web, new, staging, laptop.generations)
        self._web.keep_whole()

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
        forget_fetched(self._collection, laptop=self._laptop)
        return taken

    def _known(self) -> tuple[Verified, Holding | None, tuple[Pack, ...]]:
        """The edition there, what is here of the collection, and the packs that are missing."""
        laptop, holdings = self._laptop, self._laptop.holdings()
        here = holdings.get(self._collection)
        verified = recognised(self._web, laptop, holdings)
        bundled = here.edition.packs if here is not None and here.bundled else ()

        def have(pack: Pack) -> bool:
            return pack in bundled or (laptop.generations.packs / pack.sha256).is_file()

        return verified, here, missing(verified, have)


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


def fetched(collection: str, *, laptop: Laptop) -> Opening:
    """What ``WebUpdate.fetch`` brought, to be previewed and taken in like a file."""
    return lambda: nullcontext(Fetched(_kept(laptop, collection)))


def forget_fetched(collection: str, *, laptop: Laptop) -> None:
    """Remove what came over the web of a publisher's editions."""
    shutil.rmtree(_kept(laptop, collection), ignore_errors=True)


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
