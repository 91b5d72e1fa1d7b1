"""RSS 2.0, RSS 1.0 and Atom feeds, from a file."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

from fieldcat.publishing import values
from fieldcat.publishing.ingesting.articles import (
    Article,
    Setting,
    plain_words,
    read_article,
    slug_in,
)
from fieldcat.publishing.ingesting.headings import fold
from fieldcat.publishing.ingesting.items import Read, Remark, Why
from fieldcat.publishing.ingesting.xml_items import Broken, Element, Repaired, read_elements

ITEMS = frozenset({"item", "entry", "atom:entry"})
_PREFIXED = "atom:"
_ABOUT = ("title", "description", "subtitle", "tagline", "copyright", "rights", "generator")


def read_feed(path: Path, setting: Setting) -> Iterator[Read]:
    """The articles of a feed.

    Raises:
        OSError: it cannot be read.
    """
    about: dict[str, str] = {}
    said: list[str] = []
    for found in read_elements(path, ITEMS):
        if isinstance(found, Broken):
            yield Remark(Why.BROKEN, found.problem, "", found.line)
        elif isinstance(found, Repaired):
            yield Remark(Why.REPAIRED, str(found.count))
        elif found.name in ITEMS:
            yield from _of_entry(found, about, setting)
        else:
            name = found.name.removeprefix(_PREFIXED)
            words = "".join(found.text).strip() or found.attributes.get("href", "")
            if words:
                about.setdefault(name, words)
            if words and name in _ABOUT:
                said.append(words)
    if said:
        yield Remark(Why.OF_SOURCE, "\n".join(said))


def _of_entry(entry: Element, about: dict[str, str], setting: Setting) -> Iterator[Read]:
    for child in entry.children:
        child.name = child.name.removeprefix(_PREFIXED)
    title = entry.first("title", "dc:title") or "–"
    if entry.cut:
        yield Remark(Why.TOO_LONG, "", plain_words(title), entry.line)
        return
    url = _link(entry, about)
    content, summary = _content(entry), entry.first("description", "summary")
    if not content:
        content, summary = summary, ""
    date = entry.first("pubDate", "published", "dc:date", "updated", "issued", "modified")
    language = entry.first("dc:language") or _language(entry) or about.get("language", "")
    publisher, creator = _publisher(entry, about)
    for other in creator:
        yield Remark(Why.CREATOR, other, plain_words(title))
    for file in entry.all("enclosure", "media:content"):
        yield Remark(Why.FILE, file.attributes.get("url", ""), plain_words(title))
    terms = tuple(
        (
            term.attributes.get("domain") or term.attributes.get("scheme") or "category",
            term.attributes.get("label")
            or term.attributes.get("term")
            or "".join(term.text).strip(),
        )
        for term in entry.all("category", "dc:subject")
    )
    article = Article(
        source=entry.first("guid", "id") or entry.attributes.get("other:about") or url or title,
        title=title,
        content=content,
        summary=summary,
        url=url,
        date=day(date),
        publisher=publisher,
        language=tag(language),
        slug=slug_in(url),
        terms=tuple((scheme, plain_words(word)) for scheme, word in terms),
    )
    yield from read_article(article, setting)


def day(text: str) -> str:
    """The day that a date of a feed names, as ISO 8601 has it; empty where it names none."""
    text = text.strip()
    if values.is_day(text[:10]):
        return text[:10]
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        pass
    for form in ("%d %B %Y", "%B %d, %Y", "%d/%m/%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    return text if values.is_date(text) else ""


def tag(language: str) -> str:
    """A language tag in its usual spelling; empty where it is none."""
    parts = language.strip().replace("_", "-").split("-")
    first, *rest = parts
    spelt = [first.lower(), *(p.title() if len(p) == 4 else p.upper() for p in rest)]
    for count in range(len(spelt), 0, -1):
        if values.is_language("-".join(spelt[:count])):
            return "-".join(spelt[:count])
    return ""


def _content(entry: Element) -> str:
    for element in entry.all("content:encoded", "content", "html:body", "html:div"):
        kind = element.attributes.get("type", "html")
        if element.children:
            return element.markup()
        words = "".join(element.text)
        if words.strip():
            return html.escape(words) if kind in ("text", "text/plain") else words
    return ""


def _link(entry: Element, about: dict[str, str]) -> str:
    links = list(entry.all("link"))
    for link in links:
        if "".join(link.text).strip():
            return "".join(link.text).strip()
    for rel in ("alternate", ""):
        for link in links:
            href = link.attributes.get("href", "")
            if href and link.attributes.get("rel", "") == rel:
                with suppress(ValueError):  # what is no address leads nowhere
                    return urljoin(about.get("link", ""), href)
    guid = entry.first("guid", "id")
    return guid if values.is_url(guid) else ""


def _language(entry: Element) -> str:
    return next((value for name, value in entry.attributes.items() if name.endswith(":lang")), "")


def _publisher(entry: Element, about: dict[str, str]) -> tuple[str, list[str]]:
    """Who published an article, and who else is named: a creator that the feed is called after."""
    names = [words for name in ("dc:creator", "author") for words in _names(entry, name)]
    channel = plain_words(about.get("title", ""))
    for name in names:
        if fold(name) and fold(name) in fold(channel):
            return name, [other for other in names if other != name]
    return channel, names


def _names(entry: Element, name: str) -> Iterator[str]:
    for element in entry.all(name):
        words = "".join(element.text).strip()
        inner = (" ".join("".join(c.text).strip() for c in element.children)).strip()
        if words or inner:
            yield plain_words(words or inner)
