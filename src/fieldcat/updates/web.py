"""A publisher's tree on a web host: what is fetched is kept, so that nothing is fetched twice.

Pieces and pictures are named by their SHA-256: what came of them stays in a folder, the beginning
of one, too, and a later run goes on from there.
"""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from fieldcat.domain.edition import About
from fieldcat.domain.progress import Progress, Report
from fieldcat.errors import NewerFormatError, RecordError, WebPortalError, WebWrongError
from fieldcat.records.editions import decode_about
from fieldcat.updates.bundle import longest
from fieldcat.updates.fetched import keep_whole
from fieldcat.updates.line import AbsentError, Line, Pause, Received

_ABOUT = "about.json"
_HASHED = re.compile(r"(?:targets|assets)/([0-9a-f]{64})(?:\.(.+))?")
_ROOT = re.compile(r"metadata/\d+\.root\.json")
_LASTING = re.compile(r"metadata/\d+\.\w+\.json")
"""Never changed once it is there."""
_TRIES = 3
"""How often a file that came whole and wrong is fetched anew."""


class Web:
    """A publisher's tree that is being read; see ``Source``.

    ``received`` counts the bytes of content that came, ``expected`` is what progress is told of.

    Raises:
        WebError: there is none, or it cannot be reached.
        NewerFormatError: it is for a newer fieldcat.
    """

    def __init__(
        self, address: str, kept: Path, *, report: Report, pause: Pause | None = None
    ) -> None:
        self.received = 0
        self.expected = 0
        self._kept = kept
        self._report = report
        self._memory: dict[str, bytes] = {}
        self._absent: set[str] = set()
        waits = _watched_pause(self._tell) if pause is None else pause
        self._line = Line(address, count=self._count, pause=waits)
        self.name = self._line.address
        try:
            self.about = self._read_about()
        except BaseException:
            self._line.close()
            raise

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()

    @property
    def size(self) -> int:
        """The bytes of content that had to be fetched."""
        return self.received

    def holds(self, path: str) -> bool:
        """Whether there is such a file; nobody knows before it is asked for."""
        return path not in self._absent

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file; see ``Source``."""
        return iter((self._file(path),))

    def keep_only(self, pieces: Collection[str]) -> None:
        """Forget pieces that came for an edition that nobody wants any more."""
        for path in self._kept.glob("*.*"):
            piece = path.name.removesuffix(".part").partition(".")[2]
            if piece and piece not in pieces:
                with suppress(OSError):
                    path.unlink()

    def kept_of(self, piece: str) -> int:
        """How many bytes of a piece came already, in an earlier run perhaps."""
        found = (*self._kept.glob(f"*.{piece}"), *self._kept.glob(f"*.{piece}.part"))
        return max((path.stat().st_size for path in found), default=0)

    def keep_whole(self) -> None:
        """Keep what this visit brought beside the pieces, to be read without the host."""
        keep_whole(self._kept, self._memory)

    def _file(self, path: str) -> bytes:
        if path in self._memory:
            return self._memory[path]
        if path in self._absent:
            raise AbsentError(path)
        try:
            hashed = _HASHED.fullmatch(path)
            if hashed and hashed[2] != "edition.json":
                return self._kept_file(path, hashed[1])
            data = self._fetched(path)
        except AbsentError:
            self._absent.add(path)
            raise
        self._memory[path] = data
        return data

    def _fetched(self, path: str) -> bytes:
        received = Received()
        lasting = _LASTING.fullmatch(path) or _HASHED.fullmatch(path)
        try:
            self._line.fetch(path, longest(path), received, anew=not lasting)
        except WebPortalError:
            # Some hosts have a page for everything that they have not; of a next root there may
            # be none. Whoever hides one from us could as well say that it is not there.
            if _ROOT.fullmatch(path) and _ABOUT in self._memory:
                raise AbsentError(path) from None
            raise
        return bytes(received.data)

    def _kept_file(self, path: str, digest: str) -> bytes:
        place = self._kept / path.rpartition("/")[2]
        with suppress(OSError):
            data = place.read_bytes()
            if sha256(data).hexdigest() == digest:
                return data
        self._kept.mkdir(parents=True, exist_ok=True)
        with _KeptPart(place) as received:
            for _ in range(_TRIES):
                self._line.fetch(path, longest(path), received)
                if sha256(received.data).hexdigest() == digest:
                    received.is_whole = True
                    return bytes(received.data)
                received.begin_anew()
        raise WebWrongError(
            "a file is not what its name says", address=self.name + path, host=self._line.host
        )

    def _read_about(self) -> About:
        try:
            data = self._file(_ABOUT)
            return decode_about(data)
        except NewerFormatError as error:
            raise NewerFormatError(str(error), **error.data, path=self.name) from error
        except (AbsentError, RecordError) as error:
            # Some log-in pages do not say that they are pages.
            page = not isinstance(error, AbsentError) and data.lstrip()[:1] == b"<"
            kind, detail = (WebPortalError, "a page") if page else (WebWrongError, f"no {_ABOUT}")
            raise kind(detail, address=self.name, host=self._line.host) from error

    def _count(self, length: int) -> None:
        self.received += length
        self._tell()

    def _tell(self) -> None:
        total = max(self.expected, self.received) if self.expected else 0
        self._report(Progress("fetching", self.received, total))


class _KeptPart(Received):
    """What came of a file, on the disk as it comes: whoever stops it may end the process.

    It gets its place once it is whole, and on the disk.
    """

    def __init__(self, place: Path) -> None:
        part = place.with_name(f"{place.name}.part")
        super().__init__(bytearray(part.read_bytes() if part.is_file() else b""))
        self.is_whole = False
        self._place, self._part = place, part
        self._file = part.open("ab", buffering=0)

    def __enter__(self) -> _KeptPart:
        return self

    def __exit__(self, *_: object) -> None:
        with self._file:
            if self.is_whole:
                os.fsync(self._file.fileno())
        if self.is_whole:
            self._part.replace(self._place)

    def take(self, chunk: bytes) -> None:
        super().take(chunk)
        if self._file.write(chunk) != len(chunk):
            raise OSError(errno.ENOSPC, "written in part", str(self._part))

    def begin_anew(self) -> None:
        super().begin_anew()
        self._file.truncate(0)


def _watched_pause(tell: Callable[[], None]) -> Pause:
    """A pause that somebody can stop."""

    def pause(seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            tell()
            time.sleep(min(left, 0.2))

    return pause
