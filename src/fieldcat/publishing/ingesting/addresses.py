"""E-mail addresses that a website hid from machines: they are flagged, and not published."""

from __future__ import annotations

import re
from collections.abc import Callable

from fieldcat.publishing.ingesting.items import Why

HIDDEN = "[…]"
"""What stands in the place of such an address."""

_ENDINGS = "com|org|net|edu|gov|int|info|ngo|uk|us|ca|de|fr|es|au|nz|za|ke|in|ph|eu|ch|br|mx|co|io"
# Written backwards, as some plugins do: moc.elpmaxe@ofni.
_BACKWARDS = re.compile(
    rf"(?<![\w.@-])(?:{'|'.join(ending[::-1] for ending in _ENDINGS.split('|'))})"
    r"\.[\w.-]+@[\w-]+(?![\w@]|\.\w)"
)
# A word that stylesheets hide is put into it.
_FILLED = re.compile(r"(?<![\w.@-])[\w.-]*obfsctd[\w.-]*@[\w.-]*\w|[\w.-]+@[\w.-]*obfsctd[\w.-]*\w")
_SPELT = re.compile(
    r"(?<![\w.@-])[\w.+-]{1,64}\s?(?:\[at\]|\(at\)|\{at\})\s?[\w-]{1,63}"
    r"(?:\s?(?:\[dot\]|\(dot\)|\{dot\}|\.)\s?[a-z]{2,10}){1,3}",
    re.I,
)
_HINT = re.compile(r"@|[\[({]at[\])}]|protected\]", re.I)
_PROTECTED = re.compile(r"\[email\s+protected\]", re.I)


def without_obfuscated(text: str, tell: Callable[[Why, str], None]) -> str:
    """A text in which each obfuscated address is replaced, and told."""

    def hidden(match: re.Match[str]) -> str:
        tell(Why.OBFUSCATED, match[0])
        return HIDDEN

    if not _HINT.search(text):
        return text
    for pattern in (_BACKWARDS, _FILLED, _SPELT, _PROTECTED):
        text = pattern.sub(hidden, text)
    return text
