"""Lines packed into one zstd stream, and read again without trusting what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import BinaryIO

import zstandard

from fieldcat.domain.edition import Pack
from fieldcat.errors import RecordError
from fieldcat.records.limits import MAX_RECORD_BYTES

_LEVEL = 19
_WINDOW = 23
"""Base-2 logarithm of how far back the stream refers: no reader needs more than 8 MB for it."""
_AT_ONCE = 64 * 1024


def packed(lines: Iterable[bytes], edition: int) -> tuple[Pack, bytes]:
    """A pack of these lines and its bytes; equal lines give equal bytes by the same zstd."""
    content = [line + b"\n" for line in lines]
    length = sum(map(len, content))
    parameters = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL, source_size=length, write_content_size=False, write_checksum=False
    )
    if parameters.window_log > _WINDOW:
        parameters = zstandard.ZstdCompressionParameters.from_level(
            _LEVEL, window_log=_WINDOW, write_content_size=False, write_checksum=False
        )
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    data = b"".join([*map(compressor.compress, content), compressor.flush()])
    return Pack(sha256(data).hexdigest(), len(data), length, len(content), edition), data


def unpacked(file: BinaryIO, pack: Pack) -> Iterator[bytes]:
    """The lines of a pack, whose bytes are known to be those of ``pack``.

    Raises:
        RecordError: it is no such stream, or holds more or less than ``pack`` says.
        OSError: the file cannot be read.
    """
    content = records = 0
    rest = b""
    try:
        decompressor = zstandard.ZstdDecompressor(max_window_size=1 << _WINDOW)
        with decompressor.stream_reader(file, closefd=False) as stream:
            while chunk := stream.read(_AT_ONCE):
                content += len(chunk)
                if content > pack.content:
                    raise _refused("holds more than it says")
                *whole, rest = (rest + chunk).split(b"\n")
                if max(len(rest), *map(len, whole), 0) > MAX_RECORD_BYTES:
                    raise _refused("has a line that is too long")
                records += len(whole)
                yield from whole
    except zstandard.ZstdError as error:
        raise _refused(str(error)) from error
    if rest or content != pack.content or records != pack.records:
        raise _refused("holds less than it says")


def _refused(reason: str) -> RecordError:
    return RecordError(f"a pack {reason}", field="pack", reason=reason)
