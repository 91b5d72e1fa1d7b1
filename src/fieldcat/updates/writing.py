"""Writing a bundle again of what was verified here: the same bytes as the publisher's own."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fieldcat.domain.edition import PIECE_BYTES, About, Edition, Pack
from fieldcat.records.editions import encode_about
from fieldcat.updates.verifying import MANIFEST, Trust

# As Python's zipfile writes a stored member without a date, made on Unix.
_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UNIX, _DAY, _MODE = 20, 3, 33, 0o644 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a bundle: its name, length in bytes, and how its bytes are had."""

    name: str
    length: int
    read: Callable[[], bytes]


def members(
    edition: Edition,
    manifest: bytes,
    trust: Trust,
    *,
    place: Callable[[Pack], Path],
    assets: Mapping[str, Path],
) -> tuple[Member, ...]:
    """The files of a bundle that holds a whole edition, in their order.

    ``place`` says where a pack lies, ``assets`` where pictures lie, by SHA-256.

    Raises:
        OSError: a pack or picture cannot be read.
    """
    collection = edition.collection
    about = About(
        collection.id, collection.title, collection.publisher, edition.number, collection.date
    )
    found = [_of(f"metadata/{number}.root.json", root) for number, root in trust.roots.items()]
    for role, data in trust.seen.items():
        version = "" if role == "timestamp" else f"{edition.number}."
        found.append(_of(f"metadata/{version}{role}.json", data))
    found.append(_of(f"targets/{sha256(manifest).hexdigest()}.{MANIFEST}", manifest))
    for pack in edition.packs:
        found += _pieces(pack, place(pack))
    for name, path in assets.items():
        found.append(Member(f"assets/{name}", path.stat().st_size, path.read_bytes))
    return (_of("about.json", encode_about(about)), *sorted(found, key=lambda each: each.name))


def bundle_length(files: Sequence[Member]) -> int:
    """How many bytes a bundle of these files has."""
    per_file = _LOCAL.size + _ENTRY.size
    return _END.size + sum(per_file + 2 * len(each.name) + each.length for each in files)


def bundle_chunks(files: Sequence[Member]) -> Iterator[bytes]:
    """The bytes of a bundle, a file at a time: it may be larger than the memory.

    Raises:
        OSError: a file cannot be read any more.
    """
    directory, offset = bytearray(), 0
    for each in files:
        name, data = each.name.encode("ascii"), each.read()
        if len(data) != each.length:
            raise OSError(f"{each.name} has changed")
        sizes = (zlib.crc32(data), len(data), len(data))
        head = _LOCAL.pack(b"PK\3\4", _VERSION, 0, 0, 0, _DAY, *sizes, len(name), 0) + name
        directory += _ENTRY.pack(
            b"PK\1\2",
            *(_VERSION, _UNIX, _VERSION, 0),
            *(0, 0, 0, _DAY),
            *sizes,
            *(len(name), 0, 0, 0, 0),
            *(_MODE, offset),
        )
        directory += name
        offset += len(head) + len(data)
        yield head
        yield data
    count = len(files)
    yield bytes(directory)
    yield _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)


def _of(name: str, data: bytes) -> Member:
    return Member(name, len(data), lambda: data)


def _pieces(pack: Pack, path: Path) -> Iterator[Member]:
    def piece(start: int, length: int) -> bytes:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(length)

    def member(number: int, name: str, length: int) -> Member:
        start = number * PIECE_BYTES
        digest = sha256(piece(start, length)).hexdigest()
        return Member(f"targets/{digest}.{name}", length, lambda: piece(start, length))

    for number, (name, length) in enumerate(zip(pack.pieces, pack.piece_lengths, strict=True)):
        yield member(number, name, length)
