"""Text that was once read in the wrong encoding and stored so: «â€™» where «’» stood.

It is mended where a whole piece of text, read back, is what it was: each of its signs has its place
among the bytes of windows-1252, these bytes are UTF-8, and at least one of the signs that they make
cannot have been meant otherwise. What is mixed, or lost a byte on its way, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# What the last bytes of a sign in UTF-8 look like in windows-1252.
_LAST = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LOOKS_SO = re.compile(f"[Â-ß][{_LAST}]|[à-ï][{_LAST}]{{2}}|[ð-ô][{_LAST}]{{3}}")
# Signs that may be meant: «IRMÃ”» ends a quotation, «Ã»» does in French, «é —» has a fixed space.
_PUNCTUATION = "’”“‘‚„»«‹›…–—ºª·\xa0¡¿"
_MAY_BE_MEANT = re.compile(f"[Â-ô][{_PUNCTUATION}]+")
_BYTES = {
    **{chr(byte): byte for byte in range(256)},
    **{sign: byte for byte in range(256) if (sign := bytes([byte]).decode("cp1252", "ignore"))},
}
_TAGS = re.compile(r"(<[^<>]*>)")


def mended(text: str) -> str:
    """A piece of text as it was meant; the same where that is not beyond doubt."""
    if not _LOOKS_SO.search(text):
        return text
    if not _LOOKS_SO.search(_MAY_BE_MEANT.sub("", text)):
        return text
    try:
        return bytes(_BYTES[sign] for sign in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return text


def mended_markup(html: str) -> tuple[str, tuple[str, ...]]:
    """HTML with its pieces mended, tag by tag and text by text, and those pieces as they were."""
    if not _LOOKS_SO.search(html):
        return html, ()
    pieces = list(_mended(_TAGS.split(html)))
    changed = (before for before, now in pieces if before != now)
    return "".join(now for _, now in pieces), tuple(changed)


def _mended(pieces: list[str]) -> Iterator[tuple[str, str]]:
    return ((piece, mended(piece)) for piece in pieces)
