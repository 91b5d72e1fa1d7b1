"""Finding words in a text as a reader does: whatever their case and accents."""

from __future__ import annotations

import unicodedata


def occurrences(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """The half-open ranges of ``text`` (Python indices) that read ``wanted``, first to last."""
    needle = "".join(_fold(char) for char in wanted)
    if not needle.strip():
        return ()
    folded: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        for part in _fold(char):
            folded.append(part)
            origin.append(index)
    haystack = "".join(folded)
    found = []
    at = haystack.find(needle)
    while at >= 0:
        after = at + len(needle)
        end = origin[after] if after < len(origin) else len(text)
        found.append((origin[at], max(end, origin[after - 1] + 1)))
        at = haystack.find(needle, after)
    return tuple(found)


def utf16_range(text: str, start: int, end: int) -> tuple[int, int]:
    """The same range counted as Qt counts: a character beyond U+FFFF counts twice."""
    if text.isascii():
        return start, end
    first = utf16_length(text[:start])
    return first, first + utf16_length(text[start:end])


def utf16_length(text: str) -> int:
    """How long Qt holds a text to be."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def python_index(text: str, units: int) -> int:
    """Which letter of a text stands where Qt counts ``units``; its end where it has fewer."""
    if text.isascii():
        return min(units, len(text))
    counted = 0
    for index, char in enumerate(text):
        if counted >= units:
            return index
        counted += 2 if char > "\uffff" else 1
    return len(text)


def _fold(char: str) -> str:
    if char.isascii():
        return char.lower()
    plain = "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
    return plain.casefold() or ("" if unicodedata.combining(char) else char)
