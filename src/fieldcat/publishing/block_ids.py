"""Lasting ids of blocks: the first six words, or the id that the writer gives."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from fieldcat.publishing import values
from fieldcat.publishing.faults import FaultLog, shown

_WORDS = 6
_LONGEST = 70
_NOT_IN_ID = re.compile(r"[{}\s]")


def split_given_id(content: str) -> tuple[str, str | None]:
    """A block's text without the ``{#id}`` at its end, and that id."""
    # Looked for from the end: a pattern would try each of many spaces as its beginning.
    text = content.rstrip()
    words, mark, rest = text.rpartition("{#")
    if not mark or not rest.endswith("}") or _NOT_IN_ID.search(given := rest[:-1]):
        return content, None
    return words.rstrip(), given


def slug_of(text: str) -> str:
    """The first six words of a text as a slug.

    Words lose their accents; what has no letters a–z or digits then is left out. A text in
    another script, where nothing is left, gets ``b-`` and a part of the hash of those words.
    """
    words = [word for word in text.split() if any(sign.isalnum() for sign in word)][:_WORDS]
    parts = (_plain(word) for word in words)
    slug = "-".join(part for part in parts if part)[:_LONGEST].strip("-")
    if slug or not words:
        return slug
    return "b-" + sha256(" ".join(words).casefold().encode()).hexdigest()[:10]


class BlockIds:
    """The ids of one section: each once."""

    def __init__(self, log: FaultLog, field: str) -> None:
        self._log = log
        self._field = field
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def take(self, words: str, given: str | None, line: int) -> str:
        """The id of a block: the given one, or one made of its words and told from the others'."""
        if given is not None and self._good(given, line):
            self._taken.add(given)
            return given
        base = slug_of(words) or "block"
        found = base
        while found in self._taken:
            self._numbers[base] = self._numbers.get(base, 1) + 1
            found = f"{base}-{self._numbers[base]}"
        self._taken.add(found)
        return found

    def _good(self, given: str, line: int) -> bool:
        if not values.is_slug(given):
            problem, allowed = f"{shown(given)} is no id of a block", values.SLUG_ALLOWED
        elif given in self._taken:
            problem, allowed = f"the id {shown(given)} stands twice in its section", "each id once"
        else:
            return True
        self._log.fault(line, self._field, problem, allowed)
        return False


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold())
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’\u0300-\u036f]", "", folded)).strip("-")
