"""Taking out of texts what cannot be seen, and mending what was read in a wrong encoding."""

from __future__ import annotations

import re
import unicodedata

# What a workspace refuses, and what only divides words for machines: soft hyphens, spaces without
# width, marks of byte order, code points that are no characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064"
    "\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\ufff9-\ufffc\ud800-\udfff]"
)


def without_unseen(text: str) -> str:
    """A text in normal form C, without what cannot be seen."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def cleaned(text: str) -> str:
    """A text without what cannot be seen, with single spaces for whatever divides its words."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return re.sub(r"\s+", " ", without_unseen(re.sub(r"\s+", " ", text)))
