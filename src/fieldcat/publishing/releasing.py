"""An edition from a workspace and the one before: a small pack more, or all packed anew."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from fieldcat.domain.edition import PIECE_BYTES, Edition, Pack, Withdrawal
from fieldcat.errors import ReleaseError
from fieldcat.publishing.building import Built
from fieldcat.records.editions import encode_edition
from fieldcat.records.packing import packed, unpacked
from fieldcat.records.packs import (
    ASSET,
    ENTRY,
    Key,
    Line,
    put_asset,
    put_entry,
    put_vocabulary,
    read_line,
    withdraw,
)
from fieldcat.records.replaying import Standing, standing

MANIFEST = "edition.json"

_WORTH_REPACKING = 0.5
"""Share of the base that the packs added to it may weigh."""


@dataclass(frozen=True, slots=True)
class Unsigned:
    """An edition before it is signed: the same workspace and last edition give the same bytes.

    ``packs`` are the bytes of all packs by their SHA-256, ``assets`` of all pictures by theirs.
    """

    edition: Edition
    packs: Mapping[str, bytes]
    assets: Mapping[str, bytes]
    added: int = 0
    withdrawn: int = 0
    repacked: bool = False

    @property
    def targets(self) -> dict[str, bytes]:
        """What is signed, by name: the manifest and the pieces of all packs."""
        targets = {MANIFEST: encode_edition(self.edition)}
        for pack in self.edition.packs:
            targets |= pieces(pack, self.packs[pack.sha256])
        return targets


@dataclass(frozen=True, slots=True)
class Last:
    """The edition before: its packs' bytes by SHA-256, and what gives the bytes of a picture."""

    edition: Edition
    packs: Mapping[str, bytes] = field(default_factory=dict)
    asset: Callable[[str], bytes] = field(default=lambda _: b"", repr=False)

    def lines(self) -> Iterator[Line]:
        """All its lines in order.

        Raises:
            RecordError: a pack is damaged.
        """
        for pack in self.edition.packs:
            for line in unpacked(io.BytesIO(self.packs[pack.sha256]), pack):
                yield read_line(line)


def pieces(pack: Pack, data: bytes) -> dict[str, bytes]:
    """A pack as it travels: its pieces by name."""
    return {
        name: data[number * PIECE_BYTES : (number + 1) * PIECE_BYTES]
        for number, name in enumerate(pack.pieces)
    }


def next_edition(built: Built, assets: Mapping[str, bytes], last: Last | None) -> Unsigned:
    """The edition that a workspace makes after ``last``, None if it is the first.

    ``assets`` are the workspace's pictures by SHA-256.

    Raises:
        ReleaseError: its number is not above the last's, nothing has changed, or an entry is gone
            without a word in ``withdrawn.yaml``.
        RecordError: an entry is beyond the limits, or a pack of the last edition is damaged.
    """
    puts = {line.key: line for line in _puts(built, assets)}
    if last is None:
        lines = (*puts.values(), *map(withdraw, built.withdrawn))
        return _with_packs(built, assets, (), {}, lines)
    _refuse_unlike(built, last)
    before = standing(last.edition.collection.id, last.lines())
    held = {line.key: line.data for line in before.holding(last.lines())}
    changed = [line for line in puts.values() if held.get(line.key) != line.data]
    gone = list(_withdrawals(built, before, puts))
    if not changed and not gone and _undated(built) == _undated(last.edition):
        raise ReleaseError("nothing has changed", reason="unchanged", number=last.edition.number)
    lines = (*changed, *map(withdraw, gone))
    # As long as a pack names a picture, a laptop that reads the pack looks for it.
    named = {key.id for key in before.puts if key.what == ASSET}
    pictures = {**{name: last.asset(name) for name in sorted(named - assets.keys())}, **assets}
    grown = _with_packs(built, pictures, last.edition.packs, last.packs, lines)
    base, *added = grown.edition.packs
    # Who changes something back and forth makes the same pack again, which no list may name twice.
    differ = len({pack.sha256 for pack in grown.edition.packs}) == len(grown.edition.packs)
    if differ and sum(pack.length for pack in added) <= _WORTH_REPACKING * base.length:
        return grown
    kept = {key: gone for key, gone in before.withdrawn.items() if key not in puts}
    kept |= {_key(withdrawal): withdrawal for withdrawal in gone}
    everything = (*puts.values(), *(withdraw(kept[key]) for key in sorted(kept)))
    whole = _with_packs(built, assets, (), {}, everything)
    return replace(whole, added=grown.added, withdrawn=grown.withdrawn, repacked=True)


def _puts(built: Built, assets: Mapping[str, bytes]) -> Iterator[Line]:
    yield from map(put_vocabulary, built.vocabularies)
    for sha256, data in sorted(assets.items()):
        yield put_asset(sha256, len(data))
    yield from map(put_entry, built.entries)


def _withdrawals(built: Built, before: Standing, puts: Mapping[Key, Line]) -> Iterator[Withdrawal]:
    said = {str(withdrawal.entry): withdrawal for withdrawal in built.withdrawn}
    gone = sorted(key for key in before.puts if key.what == ENTRY and key not in puts)
    unsaid = [key.id for key in gone if not key.language and key.id not in said]
    if unsaid:
        raise ReleaseError("entries are gone", reason="unsaid", entries=tuple(unsaid))
    for withdrawal in built.withdrawn:
        known = before.withdrawn.get(_key(withdrawal))
        if known is None or replace(known, date=withdrawal.date) != withdrawal:
            yield withdrawal
    for key in gone:
        if key.language and Key(ENTRY, key.id) in puts:
            entry = next(e.id for e in built.entries if str(e.id) == key.id)
            yield Withdrawal(entry, "", built.collection.date, language=key.language)


def _with_packs(
    built: Built,
    assets: Mapping[str, bytes],
    packs: tuple[Pack, ...],
    data: Mapping[str, bytes],
    lines: Iterable[Line],
) -> Unsigned:
    lines = tuple(lines)
    edition = built.collection.edition
    bytes_of = dict(data)
    if lines or not packs:
        pack, content = packed((line.data for line in lines), edition)
        packs = (*packs, pack)
        bytes_of[pack.sha256] = content
    withdrawn = sum(line.withdrawal is not None for line in lines)
    return Unsigned(
        Edition(built.collection, packs, built.program),
        bytes_of,
        assets,
        len(lines) - withdrawn,
        withdrawn,
    )


def _refuse_unlike(built: Built, last: Last) -> None:
    before, now = last.edition.collection, built.collection
    if now.id != before.id:
        raise ReleaseError("another collection", reason="foreign", collection=before.id)
    if now.edition <= before.edition:
        raise ReleaseError(
            "not a later edition", reason="edition", number=now.edition, last=before.edition
        )


def _undated(made: Built | Edition) -> object:
    return replace(made.collection, edition=0, date=""), made.program


def _key(withdrawal: Withdrawal) -> Key:
    return Key(ENTRY, str(withdrawal.entry), withdrawal.language)
