"""Pages of a website that a browser saved: what is their own is taken, not what is around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from fieldcat.publishing import values
from fieldcat.publishing.ingesting.articles import (
    LONGEST_ARTICLE,
    Article,
    Setting,
    plain_words,
    read_article,
    slug_in,
)
from fieldcat.publishing.ingesting.feeds import day, tag
from fieldcat.publishing.ingesting.html_reading import Page, read_tree
from fieldcat.publishing.ingesting.items import Read, Remark, Why
from fieldcat.publishing.ingesting.media import Media
from fieldcat.publishing.ingesting.mojibake import mended_markup

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.I)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_OWN = ("main article", "article", "main", '[role="main"]', "#content", ".entry-content", "#main")
_AROUND = "nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo]"


def read_page(path: Path, name: str, setting: Setting) -> Iterator[Read]:
    """The one article of a page. ``name`` is what the file is known by.

    Raises:
        OSError: it cannot be read.
    """
    if path.stat().st_size > 8 * LONGEST_ARTICLE:
        yield Remark(Why.TOO_LONG, name, path.stem)
        return
    html, wrong = mended_markup(decoded(path.read_bytes()))
    tree = LexborHTMLParser(html)
    if tree.body is None:
        yield Remark(Why.EMPTY, name, path.stem)
        return
    saved = _SAVED_FROM.search(html[:4_096])
    url = _named(tree, "canonical") or _meta(tree, "og:url") or (saved[1] if saved else "")
    own = _own(tree)
    title = _title(tree, own, path)
    yield from _around(tree, own, title)
    remarks = [Remark(Why.MOJIBAKE, plain_words(text), title) for text in wrong]

    def tell(why: Why, text: str) -> None:
        remarks.append(Remark(why, text, title))

    beside = Media((path.parent,))
    page = Page(tell, url, lambda source: beside.find(source) or setting.find_picture(source))
    found = read_tree(own, page)
    yield from remarks
    time = own.css_first("time[datetime]")
    moment = _meta(tree, "article:published_time") or _meta(tree, "date")
    moment = moment or ((time.attributes.get("datetime") or "") if time else "")
    article = Article(
        source=url or f"file:{name}",
        title=title,
        content="",
        summary=_meta(tree, "description") or _meta(tree, "og:description"),
        url=url if values.is_url(url) else "",
        date=day(moment),
        publisher=plain_words(_meta(tree, "og:site_name")),
        language=tag((tree.root.attributes.get("lang") or "") if tree.root else ""),
        slug=slug_in(url),
        terms=tuple(
            ("tag", node.attributes.get("content") or "")
            for node in tree.css('meta[property="article:tag"]')
        ),
    )
    yield from read_article(article, setting, found)


def decoded(data: bytes) -> str:
    """A page's text, in the encoding that it names; windows-1252 where it is in no other."""
    match = _CHARSET.search(data[:4_096])
    named = match[1].decode().lower() if match else "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        named = "utf-16"
    for encoding in (named, "utf-8-sig"):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _own(tree: LexborHTMLParser) -> LexborNode:
    """The element with what is the page's own: the longest of those that may be it."""
    assert tree.body is not None
    for selector in _OWN:
        found = [node for node in tree.css(selector) if len(node.text(deep=True)) > 200]
        if found:
            return max(found, key=lambda node: len(node.text(deep=True)))
    return tree.body


def _around(tree: LexborHTMLParser, own: LexborNode, title: str) -> Iterator[Remark]:
    """What stands around it, told and taken away."""
    if tree.body is None:
        return
    texts: list[str] = []
    if own.tag == "body":
        for node in own.css(_AROUND):
            texts.append(node.text(deep=True, separator=" "))
            node.decompose()
    else:
        inner: LexborNode | None = own
        while inner is not None and inner.tag != "body":
            for sibling in _siblings(inner):
                texts.append(sibling.text(deep=True, separator=" "))
            inner = inner.parent
    words = " ".join(" ".join(texts).split())
    if words:
        yield Remark(Why.NAVIGATION, words, title)


def _siblings(node: LexborNode) -> Iterator[LexborNode]:
    other = node.parent.child if node.parent is not None else None
    while other is not None:
        if other.mem_id != node.mem_id and other.tag not in ("script", "style", "noscript"):
            yield other
        other = other.next


def _title(tree: LexborHTMLParser, own: LexborNode, path: Path) -> str:
    heading = own.css_first("h1") or tree.css_first("h1")
    if heading is not None and (words := plain_words(heading.text(deep=True))):
        return words
    title = tree.css_first("title")
    named = _meta(tree, "og:title") or (title.text(deep=True) if title else "")
    return plain_words(named) or path.stem


def _meta(tree: LexborHTMLParser, name: str) -> str:
    for attribute in ("property", "name", "itemprop"):
        node = tree.css_first(f'meta[{attribute}="{name}"]')
        if node is not None and (content := (node.attributes.get("content") or "").strip()):
            return content
    return ""


def _named(tree: LexborHTMLParser, rel: str) -> str:
    node = tree.css_first(f'link[rel="{rel}"]')
    return (node.attributes.get("href") or "").strip() if node is not None else ""
