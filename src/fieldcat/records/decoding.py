"""Bytes as records. Whatever is wrong with them is told in one error of ours."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from fieldcat.errors import RecordError

R = TypeVar("R")


def decoded(data: bytes, decoder: msgspec.json.Decoder[R] | msgspec.msgpack.Decoder[R]) -> R:
    """What the bytes hold, which may be a stranger's.

    Raises:
        RecordError: they do not hold it.
    """
    try:
        return decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(str(error), field="", reason=str(error)) from error
    except RecursionError:
        raise RecordError("recursion", field="", reason="nested too deeply") from None
