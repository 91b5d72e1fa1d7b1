"""WordPress's own export (WXR): posts, and types of posts that are kinds of entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from fieldcat.domain.entry import Kind
from fieldcat.publishing.ingesting.articles import (
    Article,
    Setting,
    plain_words,
    read_article,
    slug_in,
)
from fieldcat.publishing.ingesting.featured import Library, library_of
from fieldcat.publishing.ingesting.feeds import day, tag
from fieldcat.publishing.ingesting.items import Read, Remark, Why
from fieldcat.publishing.ingesting.xml_items import Broken, Element, Repaired, read_elements

_ITEMS = frozenset({"item"})
_ABOUT = (
    "title",
    "description",
    "generator",
    "wp:author_display_name",
    "wp:tag_name",
    "wp:cat_name",
)
_PARTS_OF_SITES = frozenset(
    {
        *("nav_menu_item", "wp_navigation", "wp_template", "wp_template_part", "wp_global_styles"),
        *("wp_block", "custom_css", "customize_changeset", "oembed_cache", "revision"),
    }
)
_BLOCKS = re.compile(r"<!--\s*wp:")
_PARAGRAPHS = re.compile(r"<p[\s>]", re.I)


def read_export(
    path: Path, setting: Setting, types: Mapping[str, Kind] | None = None
) -> Iterator[Read]:
    """The published posts of an export. ``types`` says of which kind posts of a type are.

    Raises:
        OSError: it cannot be read.
    """
    library = library_of(path)
    about: dict[str, str] = {}
    said: list[str] = []
    for found in read_elements(path, _ITEMS):
        if isinstance(found, Broken):
            yield Remark(Why.BROKEN, found.problem, "", found.line)
        elif isinstance(found, Repaired):
            yield Remark(Why.REPAIRED, str(found.count))
        elif found.name == "item":
            yield from _of_post(found, about, setting, types or {}, library)
        elif words := "".join(found.text).strip():
            about.setdefault(found.name, words)
            said += [words] if found.name in _ABOUT else []
    if said:
        yield Remark(Why.OF_SOURCE, "\n".join(dict.fromkeys(said)))


def kind_of_type(name: str) -> Kind | None:
    """The kind that a type of posts is called after: ``case_studies`` are case studies."""
    word = name.lower().replace("_", "-")
    for kind in Kind:
        plural = f"{kind.value[:-1]}ies" if kind.value.endswith("y") else f"{kind.value}s"
        if word in (kind.value, plural, kind.value.replace("-", ""), plural.replace("-", "")):
            return kind
    return None


def _of_post(
    post: Element,
    about: Mapping[str, str],
    setting: Setting,
    types: Mapping[str, Kind],
    library: Library,
) -> Iterator[Read]:
    title = plain_words(post.first("title")) or post.first("wp:post_name") or "–"
    kind = Why.TOO_LONG if post.cut else _kind(post, setting, types)
    if isinstance(kind, Why):
        words = " ".join(
            part for part in (post.first("wp:post_type"), post.first("wp:status")) if part
        )
        yield Remark(kind, words, title, post.line)
        return
    yield from _around(post, title)
    content = post.first("content:encoded")
    url = post.first("link")
    terms = tuple(
        (term.attributes.get("domain", "category"), plain_words("".join(term.text)))
        for term in post.all("category")
    )
    article = Article(
        source=post.first("guid") or url or f"wp:post_id {post.first('wp:post_id')}",
        title=title,
        content=content,
        summary=post.first("excerpt:encoded", "description"),
        url=url,
        date=day(post.first("wp:post_date", "pubDate", "wp:post_date_gmt")),
        publisher=plain_words(about.get("title", "")),
        language=tag(about.get("language", "")),
        slug=slug_in(f"/{post.first('wp:post_name')}") or slug_in(url),
        kind=kind,
        terms=terms,
        breaks=not _BLOCKS.search(content) and not _PARAGRAPHS.search(content),
        featured=library.of(post),
    )
    yield from read_article(article, setting)


def _kind(post: Element, setting: Setting, types: Mapping[str, Kind]) -> Kind | Why:
    """What a post becomes, or why it does not."""
    type, status = post.first("wp:post_type") or "post", post.first("wp:status") or "publish"
    if type == "attachment":
        return Why.ATTACHMENT
    if type in _PARTS_OF_SITES:
        return Why.NAVIGATION
    kind = types.get(type) or kind_of_type(type) or (setting.kind if type == "post" else None)
    if kind is None:
        return Why.OTHER_TYPE
    if status != "publish":
        return Why.UNPUBLISHED
    return Why.LOCKED if post.first("wp:post_password") else kind


def _around(post: Element, title: str) -> Iterator[Remark]:
    """What belongs to a post and is not its text."""
    if creator := post.first("dc:creator"):
        yield Remark(Why.CREATOR, creator, title)
    for comment in post.all("wp:comment"):
        yield Remark(Why.COMMENT, comment.first("wp:comment_content"), title)
    for file in post.all("enclosure"):
        yield Remark(Why.FILE, file.attributes.get("url", ""), title)
