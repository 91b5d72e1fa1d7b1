"""Pictures of a workspace: known by their bytes, measured without being decoded."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path, PurePosixPath

from fieldcat.publishing.faults import FaultLog, one_of, shown
from fieldcat.publishing.mentions import Asset
from fieldcat.publishing.text_files import fault_link, is_link, read_bytes

FOLDER = "assets"
MOST_PIXELS = 40_000_000
_ALLOWED = "PNG, JPEG or WebP of at most 40 megapixels"


class PictureShelf:
    """The pictures in ``assets/``, each read once, when a text names it first."""

    def __init__(self, workspace: Path) -> None:
        self.logs: list[FaultLog] = []
        self._workspace = workspace
        self._files: dict[str, Path] = {}
        self._found: dict[str, Asset | None] = {}
        for path in _below(workspace / FOLDER):
            name = path.relative_to(workspace).as_posix()
            if is_link(path):
                log = FaultLog(name)
                fault_link(log)
                self.logs.append(log)
                self._found[name] = None
            elif path.is_dir():
                continue
            self._files[name] = path

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The pictures that texts have named, in order of their file names."""
        return tuple(asset for _, asset in sorted(self._found.items()) if asset is not None)

    @property
    def unused(self) -> tuple[str, ...]:
        """The files that no text has named."""
        return tuple(name for name in self._files if name not in self._found)

    def find(self, source: str, line: int, log: FaultLog) -> Asset | None:
        """The picture that a text in ``log``'s file names in a line, or None with a fault noted."""
        name = str(PurePosixPath(source)) if source else ""
        if name not in self._files:
            known = one_of(name, self._files) if self._files else f"a file in {FOLDER}/"
            log.fault(line, "text", f"there is no picture {shown(source)}", known)
            return None
        if name not in self._found:
            own = FaultLog(name)
            self.logs.append(own)
            self._found[name] = self._read(name, own)
        return self._found[name]

    def _read(self, name: str, log: FaultLog) -> Asset | None:
        data = read_bytes(self._files[name], log)
        if data is None:
            return None
        size = measure(data)
        if size is None or not 0 < size[0] * size[1] <= MOST_PIXELS:
            log.fault(0, "", "is no picture that fieldcat shows", _ALLOWED)
            return None
        return Asset(name, sha256(data).hexdigest(), *size, len(data))


def _below(folder: Path) -> list[Path]:
    """All that lies in a folder and in those under it, but not behind links."""
    if not folder.is_dir() or is_link(folder):
        return []
    return [path for path in sorted(folder.rglob("*")) if not path.name.startswith(".")]


def measure(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the header of a PNG, JPEG or WebP states them, else None."""
    if data[:16] == b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" and len(data) >= 24:
        return _big(data[16:20]), _big(data[20:24])
    if data[:3] == b"\xff\xd8\xff":
        return _measure_jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _measure_webp(data)
    return None


def _measure_jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a byte that only fills
            at += 1
            continue
        # Start of a frame, of whichever coding; the others in this range are tables.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return _big(data[at + 7 : at + 9]), _big(data[at + 5 : at + 7])
        at += 2 + _big(data[at + 2 : at + 4])
    return None


def _measure_webp(data: bytes) -> tuple[int, int] | None:
    if data[12:16] == b"VP8X":
        return 1 + _little(data[24:27]), 1 + _little(data[27:30])
    if data[12:16] == b"VP8L":
        bits = _little(data[21:25])
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if data[12:16] == b"VP8 ":
        return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
    return None


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
