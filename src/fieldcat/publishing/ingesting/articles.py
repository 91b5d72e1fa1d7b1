"""An article from any source, its text in HTML, as an item: the one way for feeds and pages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from fieldcat.domain.entry import Kind, SectionRole
from fieldcat.publishing import values
from fieldcat.publishing.ingesting.filing import Filing
from fieldcat.publishing.ingesting.flow import Found, lines_of
from fieldcat.publishing.ingesting.headings import Headings, our_heading
from fieldcat.publishing.ingesting.html_reading import FindPicture, Page, read_html
from fieldcat.publishing.ingesting.items import (
    Block,
    Item,
    Paragraph,
    Picture,
    Read,
    Remark,
    Section,
    Value,
    Why,
    plain,
)
from fieldcat.publishing.ingesting.mojibake import mended, mended_markup
from fieldcat.publishing.ingesting.notes import join_notes
from fieldcat.publishing.ingesting.sections import Part, parts_of, section_of
from fieldcat.publishing.ingesting.shortcodes import Tell

LEAST_SUMMARY = 6
"""Words: fewer are a name or what a picture shows."""
LONGEST_ARTICLE = 2_000_000
"""Characters of HTML; the text of an entry has at most a seventh of that."""

_CUT = re.compile(
    r"\s*(?:\[(?:…|\.\.\.|&hellip;)\]|…|\.\.\.)\s*(?:(?:Read more|Continue reading).*)?$", re.S
)
_LONGEST_SLUG = 80
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What articles are read with: the kind that they become, tables, and where pictures lie."""

    kind: Kind
    language: str
    headings: Headings
    filing: Filing
    find_picture: FindPicture = lambda _source: None


@dataclass(frozen=True, slots=True)
class Featured:
    """The picture at the head of an article, by its address."""

    address: str
    alternative: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its source has it; ``summary`` may hold HTML, ``breaks`` as in ``Page``."""

    source: str
    title: str
    content: str
    summary: str = ""
    url: str = ""
    date: str = ""
    publisher: str = ""
    language: str = ""
    slug: str = ""
    kind: Kind | None = None
    terms: tuple[tuple[str, str], ...] = ()
    """Pairs of the scheme that a word is of (``category``, ``post_tag``, …) and the word."""
    breaks: bool = False
    more: Mapping[str, Value] = field(default_factory=dict)
    featured: Featured | None = None


def read_article(article: Article, setting: Setting, found: Found | None = None) -> Iterator[Read]:
    """An article as an item, behind remarks about what of it is not in it.

    ``found``: what its content holds, where it is not HTML.
    """
    article, wrong = _mended(article)
    title = plain_words(article.title)
    remarks: list[Remark] = [Remark(Why.MOJIBAKE, text, title) for text in wrong]

    def tell(why: Why, text: str) -> None:
        remarks.append(Remark(why, text, title))

    if len(article.content) > LONGEST_ARTICLE:
        yield Remark(Why.TOO_LONG, str(len(article.content)), title)
        return
    if found is None:
        page = Page(tell, article.url, setting.find_picture, article.breaks)
        found = read_html(article.content, page)
    before, parts = parts_of(found.flow, title, setting.headings, tell)
    before, parts, notes = join_notes(before, parts, tell, taken=bool(found.notes))
    language = article.language or setting.language
    summary, before = _summary(plain_words(article.summary), before, _beginning(parts), tell)
    sections = [section_of(part) for part in parts]
    if before:
        heading = our_heading("introduction" if sections else "text", language)
        role = SectionRole.SUMMARY if sections else SectionRole.OTHER
        sections.insert(0, Section(heading, role, tuple(before)))
    if not sections:
        yield from remarks
        yield Remark(Why.EMPTY, summary, title)
        return
    if article.featured is not None:
        sections = _headed(article.featured, sections, setting, tell)
    fields: dict[str, Value] = {
        "summary": summary,
        "language": article.language,
        "source_url": article.url,
        "source_title": title,
        "source_publisher": article.publisher,
        "source_date": article.date,
    }
    filed = setting.filing.filed(article.terms, tell)
    yield from remarks
    yield Item(
        source=article.source,
        kind=article.kind or setting.kind,
        title=title,
        slug=article.slug,
        fields={**fields, **filed, **article.more},
        sections=tuple(sections),
        notes=(*found.notes, *notes),
    )


def _mended(article: Article) -> tuple[Article, tuple[str, ...]]:
    """An article without mojibake, and its pieces that were so, as they stood."""
    content, wrong = mended_markup(article.content)
    texts = [article.title, article.summary, article.publisher]
    texts += [word for _, word in article.terms]
    title, summary, publisher, *words = found = [mended(text) for text in texts]
    wrong += tuple(text for text, now in zip(texts, found, strict=True) if text != now)
    if not wrong:
        return article, ()
    terms = tuple((scheme, word) for (scheme, _), word in zip(article.terms, words, strict=True))
    told = tuple(plain_words(text) for text in wrong)
    made = replace(
        article, title=title, content=content, summary=summary, publisher=publisher, terms=terms
    )
    return made, told


def _headed(
    featured: Featured, sections: list[Section], setting: Setting, tell: Tell
) -> list[Section]:
    """The sections with a picture before all else, unless the text shows it already."""
    address = featured.address
    content = setting.find_picture(address) if address else None
    if content is None:
        told = " ".join(filter(None, (address[:300], featured.alternative, featured.caption)))
        tell(Why.PICTURE_MISSING, told)
        return sections
    shown = (block for section in sections for block in section.blocks)
    if any(isinstance(block, Picture) and block.content == content for block in shown):
        return sections
    name = urlsplit(address).path.rpartition("/")[2] or "picture"
    picture = Picture(name, content, featured.alternative, featured.caption)
    first = sections[0]
    return [replace(first, blocks=(picture, *first.blocks)), *sections[1:]]


def plain_words(text: str) -> str:
    """A title or a summary without HTML, on one line."""
    bare = re.sub(r"<[a-zA-Z/!][^<>]*>", " ", text)
    return values.one_line(html.unescape(html.unescape(bare) if "&amp;" in bare else bare))


def slug_in(url: str) -> str:
    """The last part of an address, if it can be a slug."""
    last = re.sub(r"[?#].*$", "", url).rstrip("/").rpartition("/")[2].lower()
    last = re.sub(r"\.(?:html?|php|aspx?)$", "", last)
    last = last if len(last) <= _LONGEST_SLUG else last[: _LONGEST_SLUG + 1].rpartition("-")[0]
    return last if values.is_slug(last) and not last.isdecimal() else ""


def _beginning(parts: list[Part]) -> str:
    """The beginning of the words behind the first blocks."""
    return " ".join(
        plain(line) for part in parts[:2] for block in part.blocks[:6] for line in lines_of(block)
    )


def _summary(summary: str, before: list[Block], behind: str, tell: Tell) -> tuple[str, list[Block]]:
    """The summary, and the first blocks without the one that only says the same."""
    said = _words(summary)
    if not said:
        return "", before
    first = before[0] if before else None
    if isinstance(first, Paragraph) and _words(plain(first.line)) == said:
        if len(said) < LEAST_SUMMARY:
            tell(Why.REPEATED, summary)
            return "", before
        tell(Why.REPEATED, plain(first.line))
        return summary, before[1:]
    text = _words(
        " ".join(plain(line) for block in before for line in lines_of(block)) + " " + behind
    )
    cut = _CUT.sub("", summary)
    if text[: len(_words(cut))] == _words(cut):
        # It is the beginning of the text, as WordPress makes it: whole sentences sum it up.
        tell(Why.REPEATED, summary)
        whole = re.match(r".*[.!?](?=\s|$)", cut, re.S)
        sentences = whole[0] if whole else ""
        fits = LEAST_SUMMARY <= values.count_words(sentences) <= 60
        return (sentences if fits else ""), before
    return summary, before


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
