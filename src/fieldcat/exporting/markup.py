"""HTML as it is written here: every word is escaped, nothing runs, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TypeAlias
from urllib.parse import urlsplit

POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
"""A page may use its own style and pictures; a browser refuses all else that got into it."""

_VOID = frozenset({"br", "img", "link", "meta"})
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

STYLE = """\
:root { color-scheme: light dark; --ink: #1c2024; --soft: #5b636b; --paper: #fff; --line: #d7dce0;
  --mark: #14655a; --quiet: #f4f6f7; --care: #7a4b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #a3acb4; --paper: #16191c;
  --line: #363c42; --mark: #6cc9ba; --quiet: #1f2327; --care: #f0be74; } }
body { margin: 0 auto; max-width: 44rem; padding: 1rem 1.25rem 4rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 system-ui, "Noto Sans", sans-serif; }
body.wide { max-width: 64rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 1rem 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
a { color: var(--mark); }
nav, footer, .soft, figcaption, caption { color: var(--soft); font-size: .92rem; }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
blockquote { border-inline-start: 3px solid var(--line); margin: 1rem 0;
  padding-inline-start: 1rem; }
blockquote footer { border: 0; margin: 0; padding: 0; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
caption { text-align: start; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: start;
  overflow-wrap: anywhere; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; width: 6rem; }
td.number { white-space: nowrap; }
.bar { width: 11rem; }
figure { margin: 1rem 0; }
img { background: #fff; height: auto; max-width: 100%; }
dl { display: grid; gap: .2rem 1rem; grid-template-columns: max-content 1fr; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.cards { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; padding: 0; }
.cards li { background: var(--quiet); border-radius: .5rem; flex: 1 1 9rem; padding: .75rem 1rem; }
.cards strong { color: var(--mark); display: block; font-size: 1.4rem; }
.care { color: var(--care); }
summary { cursor: pointer; font-weight: 600; }
meter { inline-size: 10rem; max-inline-size: 25vw; }
@media print { nav { display: none; } }
"""


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of HTML that is right as it stands; all other text is escaped."""

    html: str

    def __str__(self) -> str:
        return self.html


Content: TypeAlias = "str | Markup | Iterable[Content] | None"


def joined(content: Content) -> Markup:
    """One piece from several; plain words are escaped."""
    if content is None:
        return Markup("")
    if isinstance(content, Markup):
        return content
    if isinstance(content, str):
        return Markup(escape(content, quote=False))
    return Markup("".join(joined(part).html for part in content))


def element(name: str, content: Content = None, /, **attributes: str | bool | None) -> Markup:
    """An element. An attribute that is None or False is left out; ``class_`` is ``class``."""
    said = "".join(
        f" {key.rstrip('_').replace('_', '-')}"
        + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(content).html}</{name}>")


def link(words: Content, address: str) -> Markup:
    """Words that lead to an address of the web or of this site; to any other they lead nowhere."""
    if not is_safe(address):
        return joined(words)
    elsewhere = address.startswith(("http:", "https:"))
    return element("a", words, href=address, rel="noopener noreferrer" if elsewhere else None)


def is_safe(address: str) -> bool:
    """Whether an address leads to the web or within this site, and runs nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.netloc)
    return not parts.scheme and not parts.netloc and not address.startswith(("/", "\\"))


def page(
    title: str, body: Content, *, language: str, style: str | None = None, wide: bool = False
) -> bytes:
    """A whole page. ``style`` is the address of the style sheet, None to have it in the page."""
    dress = (
        element("style", Markup(STYLE))
        if style is None
        else element("link", rel="stylesheet", href=style)
    )
    head = (
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        dress,
    )
    whole = element(
        "html",
        (element("head", head), element("body", body, class_="wide" if wide else None)),
        lang=language,
        dir=direction(language),
    )
    return f"<!DOCTYPE html>\n{whole}\n".encode()


def direction(language: str) -> str:
    """``rtl`` for languages that are written from right to left, else ``ltr``."""
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"
