"""Shortcodes, WordPress's marks in square brackets: what they enclose stays, they go."""

from __future__ import annotations

import re
from collections.abc import Callable

from fieldcat.publishing.ingesting.items import Why

_FORM = re.compile(
    r"\[(?P<escaped>\[)?(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9_-]{1,40})"
    r"(?P<attributes>(?:\s+[^\[\]<>]{0,2000})?)\s*/?\](?(escaped)\])"
)
_ATTRIBUTE = re.compile(r"""[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|&#8221;|&#8220;|“|”|[\w./:#-]+)""")
_CAPTION = re.compile(
    r"\[caption(?P<attributes>[^\]]*)\](?P<picture>\s*(?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:</a>)?)"
    r"(?P<caption>.*?)\[/caption\]",
    re.S,
)
_KNOWN = frozenset(
    [
        "audio",
        "caption",
        "contact-form-7",
        "embed",
        "gallery",
        "playlist",
        "video",
        "wpforms",
        "toc",
        "button",
        "columns",
        "column",
        "row",
        "accordion",
        "tabs",
        "tab",
        "spacer",
        "divider",
    ]
)

Tell = Callable[[Why, str], None]


def without_shortcodes(html: str, tell: Tell) -> str:
    """HTML without shortcodes. A picture with a caption becomes one in HTML."""
    if "[" not in html:
        return html
    closed = set(re.findall(r"\[/([a-zA-Z][a-zA-Z0-9_-]{1,40})\]", html))
    found: list[str] = []

    def caption(match: re.Match[str]) -> str:
        found.append(f"[caption{match['attributes']}] [/caption]")
        words = match["caption"].strip()
        return f"<figure>{match['picture']}<figcaption>{words}</figcaption></figure>"

    def gone(match: re.Match[str]) -> str:
        name, attributes = match["name"], match["attributes"]
        if match["escaped"]:
            return match[0][1:-1]
        if not (
            name.lower() in _KNOWN
            or name in closed
            or match["close"]
            or _ATTRIBUTE.search(attributes)
            or ("_" in name and not attributes.strip())
        ):
            return match[0]
        found.append(match[0])
        return " "

    html = _FORM.sub(gone, _CAPTION.sub(caption, html))
    if found:
        tell(Why.SHORTCODE, "\n".join(found))
    return html
