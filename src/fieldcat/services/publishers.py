"""Whose editions this laptop takes in: publishers are added by their cards, switched off, removed.

What is here of a publisher is part of the casebook that is read, so switching one off or removing
one makes a casebook without it, as an import makes one with it; either can be undone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from fieldcat.domain.edition import Card, Edition, fingerprint
from fieldcat.domain.fingerprints import fingerprint_words
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.publishers import CardOffer, Publisher, Turned
from fieldcat.domain.updating import How, PastChange
from fieldcat.errors import (
    CancelledError,
    CardError,
    NewerFormatError,
    PublisherError,
    RecordError,
)
from fieldcat.records.editions import MAX_CARD_BYTES, decode_card, decode_edition
from fieldcat.services.cards import drop_card, keep_card, read_cards
from fieldcat.services.changing import changes
from fieldcat.services.composing import Composition, compose
from fieldcat.services.fetching import forget_fetched
from fieldcat.services.holdings import Holding, Holdings, bring_bundled_packs, sweep_packs
from fieldcat.services.importing import earlier, undo_alone
from fieldcat.services.laptop import Laptop
from fieldcat.services.newer_program import newer_program
from fieldcat.services.unchanged import known_before
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.clock import iso
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.generation_files import History
from fieldcat.storage.generations import Generation
from fieldcat.storage.locking import only_one
from fieldcat.updates.bundle import Bundle
from fieldcat.updates.development import is_for_development
from fieldcat.updates.staging import Staging
from fieldcat.updates.verifying import is_root

_MOST = 50


def publishers(laptop: Laptop) -> tuple[Publisher, ...]:
    """All that are known, the program's own first, then by title.

    Raises:
        FieldcatError: what is here cannot be read.
    """
    holdings, cards = laptop.holdings(), read_cards(laptop.cards)
    with Bundle(laptop.bundled.bundle) as own:
        shipped = own.about.edition
    held = [_of_holding(holding, shipped) for holding in holdings.values()]
    others = [_of_card(card) for id, card in cards.items() if id not in holdings]
    order = sorted(
        (*held, *others), key=lambda each: (not each.programs, each.title, each.collection)
    )
    return tuple(order)


def look_at_card(file: Path, *, laptop: Laptop) -> CardOffer:
    """What a card says; nothing is changed.

    Raises:
        CardError: it is none, or cannot be added; see ``CardError``.
        NewerFormatError: it is for a newer fieldcat.
        EnvironmentFaultError: it cannot be read.
    """
    card = _read(file)
    known = publishers(laptop)
    for publisher in known:
        if publisher.collection == card.collection:
            same = publisher.fingerprint == fingerprint(card.root)
            raise _refused(file, "known" if same else "taken", publisher=publisher.publisher)
    if len(known) >= _MOST:
        raise _refused(file, "many", most=_MOST)
    names = {name.casefold() for each in known for name in (each.title, each.publisher)}
    return CardOffer(
        card,
        fingerprint(card.root),
        fingerprint_words(card.root),
        is_for_development(card.root),
        not names.isdisjoint((card.title.casefold(), card.publisher.casefold())),
    )


def add_publisher(file: Path, *, laptop: Laptop, expecting: str) -> Publisher:
    """Trust a publisher from now on. ``expecting`` is the fingerprint that somebody confirmed.

    Raises:
        CardError: the card has another fingerprint, or what ``look_at_card`` raises.
        BusyError: an import is under way.
        EnvironmentFaultError: it cannot be written; nothing was changed.
    """
    with only_one(laptop.generations.lock):
        offer = look_at_card(file, laptop=laptop)
        if offer.fingerprint != expecting:
            raise _refused(file, "changed")
        keep_card(laptop.cards, offer.card)
        return _of_card(offer.card)


def set_enabled(
    collection: str, enabled: bool, *, laptop: Laptop, report: Report = unreported
) -> Generation | None:
    """Show what is here of a publisher and take in its bundles, or neither; nothing is deleted.

    Gives the casebook that is read now, None if nothing had to change.

    Raises:
        PublisherError: there is no such publisher, nothing is here of it, or nothing else would
            be shown.
        BusyError, EnvironmentFaultError, CancelledError: nothing was changed.
    """
    with _changing(laptop) as change:
        holding = _held(change.holdings, collection, laptop)
        if holding.shown == enabled:
            return None
        holdings = {**change.holdings, collection: replace(holding, shown=enabled)}
        what = "enable" if enabled else "disable"
        return change.made(holdings, what, holding, report)


def remove_publisher(
    collection: str, *, laptop: Laptop, report: Report = unreported
) -> Generation | None:
    """Know a publisher no more; what the person made of its entries stays.

    Gives the casebook that is read now, None if nothing was here of the publisher.

    Raises:
        PublisherError: there is no such publisher, or it came with the program.
        BusyError, EnvironmentFaultError, CancelledError: nothing was changed.
    """
    with _changing(laptop) as change:
        holding = change.holdings.get(collection)
        if holding is None:
            if collection not in read_cards(laptop.cards):
                raise _unknown(collection)
            drop_card(laptop.cards, collection)
            forget_fetched(collection, laptop=laptop)
            return None
        if holding.programs:
            raise PublisherError(
                "it came with the program", reason="programs", collection=collection
            )
        rest = {id: each for id, each in change.holdings.items() if id != collection}
        made = change.made(rest, "remove", holding, report)
        # Last: as long as the casebook with it is read, it is known anyway.
        drop_card(laptop.cards, collection)
        forget_fetched(collection, laptop=laptop)
        return made


def use_edition(
    collection: str, number: int, *, laptop: Laptop, report: Report = unreported
) -> Generation | None:
    """Read an earlier or later edition of one publisher that is here; all others stay as they are.

    Gives the casebook that is read now, None if it is read already.

    Raises:
        PublisherError: there is no such publisher, or no such edition of it here.
        BusyError, EnvironmentFaultError, CancelledError: nothing was changed.
    """
    with _changing(laptop) as change:
        holding = _held(change.holdings, collection, laptop)
        if holding.edition.number == number:
            return None
        manifest = holding.editions.get(number)
        gone = PublisherError(
            "no such edition",
            reason="edition",
            collection=collection,
            number=number,
            editions=tuple(sorted(holding.editions)),
        )
        if manifest is None:
            raise gone
        turned = holding.turned_to(decode_edition(manifest), manifest)
        if turned.programs:
            bring_bundled_packs(turned, laptop.bundled, laptop.generations)
        packs = laptop.generations.packs
        if not all((packs / pack.sha256).is_file() for pack in turned.edition.packs):
            raise gone
        return change.made({**change.holdings, collection: turned}, "edition", turned, report)


def take_back(turned: Turned, *, laptop: Laptop) -> None:
    """Have it as it was before a publisher was switched off or on, removed, or turned over.

    Raises:
        PublisherError: something else was changed since, or what was read before is gone.
        BusyError, EnvironmentFaultError: what is read was not changed.
    """
    with only_one(laptop.generations.lock):
        if turned.generation is not None:
            live = laptop.live
            if live is None or live.number != turned.generation:
                raise PublisherError("not the last", reason="later", collection=turned.collection)
            if earlier(laptop) is None:
                raise PublisherError("no earlier", reason="gone", collection=turned.collection)
        if turned.card is not None:
            # First: as long as nothing of it is read, a card alone changes nothing that is read.
            keep_card(laptop.cards, turned.card)
        if turned.generation is not None:
            undo_alone(laptop)


def history(laptop: Laptop) -> tuple[PastChange, ...]:
    """What was taken in, chosen, switched off and removed, the newest first."""
    return tuple(
        PastChange(
            event.generation,
            event.history.what,
            event.history.at,
            event.history.collection,
            event.history.title or event.history.collection,
            event.history.publisher,
            event.history.edition,
            event.history.before,
            event.history.new,
            event.history.changed,
            event.history.withdrawn,
            event.undone,
        )
        for event in laptop.generations.events()
    )


@dataclass(frozen=True, slots=True)
class _Change:
    """One change of what is read, while nobody else is at work."""

    laptop: Laptop
    holdings: Holdings
    staging: Staging

    def made(self, holdings: Holdings, what: str, about: Holding, report: Report) -> Generation:
        """A casebook of these holdings, which is read from now on."""
        if not any(holding.shown for holding in holdings.values()):
            raise PublisherError("the last one", reason="last", collection=about.id)
        composition = Composition(self.laptop, holdings, self.staging)

        def told(previous: int) -> History:
            return self._told(composition, what, about, previous)

        made = compose(composition, told, report)
        self.laptop.generations.switch(made.number)
        with suppress(CancelledError):  # it is too late to stop: it was switched to
            report(Progress("switching", 1, 1))
        return made

    def _told(self, made: Composition, what: str, about: Holding, previous: int) -> History:
        collection = about.edition.collection
        before = self.holdings[about.id].edition
        counts = _counts(made, about, before) if what == "edition" else dict.fromkeys(How, 0)
        return History(
            previous=previous,
            at=iso(self.laptop.clock()),
            collection=collection.id,
            publisher=collection.publisher,
            edition=collection.edition,
            before=before.number,
            new=counts[How.NEW],
            changed=counts[How.CHANGED],
            withdrawn=counts[How.WITHDRAWN],
            what=what,
            title=collection.title,
        )


def _counts(made: Composition, about: Holding, before: Edition) -> dict[How, int]:
    if not about.shown or before == about.edition:
        return dict.fromkeys(How, 0)
    found = made.standing(about)
    with closing(open_catalogue(made.laptop.catalogue)) as catalogue:
        known = known_before(made.laptop).digests
        lines = partial(made.some_lines, about)
        changed = [change.how for change in changes(found, lines, catalogue, known)]
    return {how: changed.count(how) for how in How}


@contextmanager
def _changing(laptop: Laptop) -> Iterator[_Change]:
    """What is here, and a folder to build in; staging is removed in the end."""
    generations = laptop.generations
    with only_one(generations.lock):
        generations.sweep()
        sweep_packs(generations)
        staging = Staging(generations.staging())
        try:
            yield _Change(laptop, laptop.holdings(), staging)
        except OSError as error:
            raise environment_fault(error, staging.folder) from error
        finally:
            shutil.rmtree(staging.folder, ignore_errors=True)


def _held(holdings: Holdings, collection: str, laptop: Laptop) -> Holding:
    holding = holdings.get(collection)
    if holding is not None:
        return holding
    if collection in read_cards(laptop.cards):
        raise PublisherError("nothing is here", reason="nothing", collection=collection)
    raise _unknown(collection)


def _unknown(collection: str) -> PublisherError:
    return PublisherError("no such publisher", reason="unknown", collection=collection)


def _read(file: Path) -> Card:
    try:
        with file.open("rb") as opened:
            card = decode_card(opened.read(MAX_CARD_BYTES + 1))
    except OSError as error:
        raise environment_fault(error, file, looking=True) from error
    except RecordError as error:
        raise _refused(file, "damaged") from error
    except NewerFormatError as error:
        raise NewerFormatError(str(error), **error.data, path=str(file)) from error
    if not is_root(card.root):
        raise _refused(file, "damaged")
    return card


def _refused(file: Path, reason: str, **data: object) -> CardError:
    return CardError(reason, reason=reason, path=str(file), **data)


def _of_holding(holding: Holding, shipped: int) -> Publisher:
    collection, root = holding.edition.collection, holding.trust.root
    known = {**holding.editions, holding.edition.number: holding.manifest}
    return Publisher(
        collection.id,
        collection.title,
        collection.publisher,
        fingerprint(root),
        fingerprint_words(root),
        collection.edition,
        collection.date,
        holding.newest,
        tuple(sorted(known)),
        tuple(decode_edition(known[number]).collection.date for number in sorted(known)),
        holding.shown,
        holding.programs,
        holding.programs and holding.edition.number == shipped,
        is_for_development(root),
        collection.web,
        newer_program(holding),
    )


def _of_card(card: Card) -> Publisher:
    return Publisher(
        card.collection,
        card.title,
        card.publisher,
        fingerprint(card.root),
        fingerprint_words(card.root),
        development=is_for_development(card.root),
        web=card.web,
    )
