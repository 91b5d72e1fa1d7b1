"""What is known of publishers here: of those added, of a card, of what a web host has."""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.domain.edition import Card, Program


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher that this laptop knows, and what is here of it.

    ``edition`` is the one that is read, 0 if none was taken in, of ``date``; ``newest`` the latest
    that was ever here. ``editions`` can be gone back to, each released on the day in ``days``.
    ``web`` is where they can be fetched. ``programs``: it came with the program, ``as_shipped``
    while the edition that came with it is read. ``development``: its keys are those that everybody
    has, and prove nothing. ``newer_program`` is one that the program's own publisher tells of.
    ``left`` is an edition that a newer program took in: this one leaves it, and reads ``edition``.
    """

    collection: str
    title: str
    publisher: str
    fingerprint: str
    words: tuple[str, ...]
    edition: int = 0
    date: str = ""
    newest: int = 0
    editions: tuple[int, ...] = ()
    days: tuple[str, ...] = ()
    enabled: bool = True
    programs: bool = False
    as_shipped: bool = False
    development: bool = False
    web: str = ""
    newer_program: Program | None = None
    left: int = 0


@dataclass(frozen=True, slots=True)
class CardOffer:
    """A card as it is shown before somebody trusts it: the fingerprint is to be compared.

    ``same_name``: another publisher or collection here is called the same.
    """

    card: Card
    fingerprint: str
    words: tuple[str, ...]
    development: bool = False
    same_name: bool = False


@dataclass(frozen=True, slots=True)
class Turned:
    """What was changed about a publisher, so that it can be taken back.

    ``generation`` numbers the casebook that was made for it, None if none was; ``card`` is the one
    that was removed.
    """

    collection: str
    generation: int | None = None
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class WebNews:
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
