"""Reading a bundle that may have been made to harm: a zip in one narrow form and no other.

Python's ``zipfile`` is not used: it reads the whole directory before anybody can look at its size.
Here every length is looked at before it is believed. Members are stored, bear names from a short
list, and lie one behind the other from the first byte to the directory, so that none overlap and
nothing is hidden between them. Nothing is ever extracted by its name.
"""

from __future__ import annotations

import re
import stat
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn

from fieldcat.domain.edition import PIECE_BYTES, About
from fieldcat.errors import (
    BundleDamagedError,
    BundleUnreadableError,
    NewerFormatError,
    RecordError,
)
from fieldcat.records.editions import MAX_MANIFEST_BYTES, decode_about
from fieldcat.records.packs import MAX_ASSET_BYTES

MOST_MEMBERS = 20_000
LARGEST = 4 * 1024**3
"""Bytes of a bundle; FAT32 holds no larger file."""

_ABOUT = "about.json"
_METADATA = 5_000_000
_AT_ONCE = PIECE_BYTES

# What a member may be called, and how long it may be at most.
_ALLOWED = tuple(
    (re.compile(pattern), most)
    for pattern, most in (
        (r"about\.json", 64 * 1024),
        (r"metadata/(?:[1-9]\d{0,5}\.)?(?:root|snapshot|targets|timestamp)\.json", _METADATA),
        (r"targets/[0-9a-f]{64}\.edition\.json", MAX_MANIFEST_BYTES),
        (r"targets/[0-9a-f]{64}\.[0-9a-f]{32}-\d{5}", PIECE_BYTES),
        (r"assets/[0-9a-f]{64}", MAX_ASSET_BYTES),
    )
)

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_LONGEST_NAME = 128


def longest(path: str) -> int:
    """How many bytes a file of an edition's tree may have; less than none where there is no such.

    What is not in the tree at all is refused by its name.
    """
    return next((most for form, most in _ALLOWED if form.fullmatch(path)), -1)


@dataclass(frozen=True, slots=True)
class _Member:
    """Where a member lies; ``offset`` is that of its own header."""

    name: str
    offset: int
    length: int


class Bundle:
    """A bundle that is open; ``about`` is what it says of itself.

    Raises:
        BundleDamagedError: the file is none, or not in the form that fieldcat writes.
        BundleUnreadableError: it cannot be read, or not any more.
        NewerFormatError: it was written for a newer fieldcat.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = str(path)
        self._file = self._open()
        try:
            self.size = self._length()
            self._members = self._read_directory()
            self.about = self._read_about()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Bundle:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # A stick that is gone may not even let go of its files.
        with suppress(OSError):
            self._file.close()

    def holds(self, path: str) -> bool:
        """Whether there is such a member."""
        return path in self._members

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a member, as they lie there; see ``Source``."""
        return self._chunks(self._members[path])

    def _chunks(self, member: _Member) -> Iterator[bytes]:
        data = member.offset + _LOCAL.size + len(member.name)
        header = self._read(member.offset, _LOCAL.size + len(member.name))
        signature, _, flags, method, _, _, _, stored, length, name, extra = _LOCAL.unpack_from(
            header
        )
        if (
            (signature, flags, method, extra) != (b"PK\3\4", 0, 0, 0)
            or (stored, length, name) != (member.length, member.length, len(member.name))
            or header[_LOCAL.size :] != member.name.encode("ascii")
        ):
            self._refuse(f"{member.name} is not where the directory says")
        for start in range(0, member.length, _AT_ONCE):
            yield self._read(data + start, min(_AT_ONCE, member.length - start))

    def _open(self) -> BinaryIO:
        try:
            # A pipe or a device would keep us waiting for ever.
            if not stat.S_ISREG(self.path.stat().st_mode):
                self._refuse("is no file")
            return self.path.open("rb")
        except (OSError, ValueError) as error:
            raise BundleUnreadableError(str(error), path=str(self.path)) from error

    def _length(self) -> int:
        try:
            length = self._file.seek(0, 2)
        except OSError as error:
            raise BundleUnreadableError(str(error), path=str(self.path)) from error
        if not _END.size <= length <= LARGEST:
            self._refuse(f"has {length} bytes")
        return length

    def _read(self, offset: int, length: int) -> bytes:
        try:
            self._file.seek(offset)
            data = self._file.read(length)
        except OSError as error:
            raise BundleUnreadableError(str(error), path=str(self.path)) from error
        if len(data) != length:
            # It was as long as this when it was opened.
            raise BundleUnreadableError("ends too early", path=str(self.path))
        return data

    def _read_directory(self) -> dict[str, _Member]:
        end = self.size - _END.size
        signature, disk, first_disk, here, count, length, start, comment = _END.unpack(
            self._read(end, _END.size)
        )
        if signature != b"PK\5\6" or (disk, first_disk, comment) != (0, 0, 0) or here != count:
            self._refuse("does not end as a bundle does")
        # Looked at before a byte of the directory is read: it may claim millions of members.
        if count > MOST_MEMBERS or length > count * (_ENTRY.size + _LONGEST_NAME):
            self._refuse(f"claims {count} members in {length} bytes")
        if start + length != end:
            self._refuse("has something between its directory and its end")
        directory = self._read(start, length)
        members: dict[str, _Member] = {}
        at = position = 0
        for _ in range(count):
            member, at = self._member(directory, at)
            if member.name in members:
                self._refuse(f"has {member.name} twice")
            if member.offset != position:
                self._refuse(f"has {member.name} out of its place")
            members[member.name] = member
            position += _LOCAL.size + len(member.name) + member.length
        if at != length or position != start:
            self._refuse("has something in it that its directory does not name")
        return members

    def _member(self, directory: bytes, at: int) -> tuple[_Member, int]:
        if at + _ENTRY.size > len(directory):
            self._refuse("has a directory that is cut short")
        (
            signature,
            _made_by,
            _needs,
            flags,
            method,
            _time,
            _date,
            _crc,
            stored,
            length,
            name_length,
            extra,
            comment,
            disk,
            _internal,
            external,
            offset,
        ) = _ENTRY.unpack_from(directory, at)
        at += _ENTRY.size
        if signature != b"PK\1\2" or (flags, method, extra, comment, disk) != (0, 0, 0, 0, 0):
            self._refuse("has a member in a form that bundles do not have")
        name = directory[at : at + name_length].decode("latin-1")
        if len(name) != name_length or stored != length:
            self._refuse("has a member whose length is unclear")
        if stat.S_IFMT(external >> 16) not in (0, stat.S_IFREG):
            self._refuse(f"has something that is no file: {name!r}")
        if length > longest(name):
            self._refuse(f"has a member that bundles do not have: {name!r}")
        return _Member(name, offset, length), at + name_length

    def _read_about(self) -> About:
        if _ABOUT not in self._members:
            self._refuse(f"has no {_ABOUT}")
        try:
            return decode_about(b"".join(self.chunks(_ABOUT)))
        except RecordError as error:
            self._refuse(str(error))
        except NewerFormatError as error:
            raise NewerFormatError(str(error), **error.data, path=str(self.path)) from error

    def _refuse(self, detail: str) -> NoReturn:
        raise BundleDamagedError(detail, path=str(self.path))
