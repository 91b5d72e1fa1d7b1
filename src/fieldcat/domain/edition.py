"""What a publisher releases: an edition is an ordered list of packs, and a later pack wins."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from fieldcat.domain.head import EntryId
from fieldcat.domain.taxonomy import Collection

if TYPE_CHECKING:
    from fieldcat.domain.entry import Entry

PIECE_BYTES = 256 * 1024
"""A pack travels in pieces of so many bytes: a broken line loses one, and what came stays."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Records compressed in one stream, known by the SHA-256 of its bytes.

    ``length`` is of those bytes, ``content`` of what they hold; ``edition`` is the one that the
    pack came with.
    """

    sha256: str
    length: int
    content: int
    records: int
    edition: int

    @property
    def pieces(self) -> tuple[str, ...]:
        """The names of its pieces, in order."""
        count = -(-self.length // PIECE_BYTES)
        return tuple(f"{self.sha256[:32]}-{number:05}" for number in range(1, count + 1))

    @property
    def piece_lengths(self) -> tuple[int, ...]:
        """The length of each piece: all but the last are of one size."""
        whole, rest = divmod(self.length, PIECE_BYTES)
        return (PIECE_BYTES,) * whole + ((rest,) if rest else ())


@dataclass(frozen=True, slots=True)
class Program:
    """A fieldcat that a publisher tells of: its ``version``, and where on the ``web`` it is."""

    version: str
    web: str = ""

    def is_newer_than(self, version: str) -> bool:
        """Whether another version came before it; their numbers are compared, part by part."""
        return _numbers(self.version) > _numbers(version)


@dataclass(frozen=True, slots=True)
class Edition:
    """One numbered release of a collection; ``program`` is the newest that its publisher knows."""

    collection: Collection
    packs: tuple[Pack, ...]
    program: Program | None = None

    @property
    def number(self) -> int:
        """The edition's number, from 1."""
        return self.collection.edition


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That an entry is published no more, and why. ``language`` if it is only a translation.

    ``date`` is ISO 8601, of the edition that withdrew it.
    """

    entry: EntryId
    reason: str
    date: str
    replaced_by: EntryId | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A withdrawn entry as this laptop last had it; None where it never did."""

    withdrawal: Withdrawal
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a bundle says of itself before anything of it is verified.

    ``since`` is the edition that it builds on, 0 if it is whole.
    """

    collection: str
    title: str
    publisher: str
    edition: int
    date: str
    since: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A publisher as a small file: its collection's id and name, and the root of its keys.

    ``web`` is the address where its editions can be fetched, if there is one.
    """

    collection: str
    title: str
    publisher: str
    root: bytes
    web: str = ""


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) if part.isdecimal() else 0 for part in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def fingerprint(root: bytes) -> str:
    """What people compare by telephone before they trust a root: eight groups of five digits."""
    digest = sha256(root).digest()
    groups = (int.from_bytes(digest[at : at + 4], "big") % 100_000 for at in range(0, 32, 4))
    return " ".join(f"{group:05}" for group in groups)
