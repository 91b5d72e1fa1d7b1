"""Documents of word processors (DOCX), and Markdown as others write it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import mammoth
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.front_matter import split_front_matter
from fieldcat.publishing.ingesting.articles import Article, Setting, read_article
from fieldcat.publishing.ingesting.feeds import day, tag
from fieldcat.publishing.ingesting.items import Item, Read, Remark, Why
from fieldcat.publishing.ingesting.media import LARGEST, Media
from fieldcat.publishing.ingesting.pages import decoded
from fieldcat.publishing.nodes import Listing, Node, Scalar
from fieldcat.publishing.values import is_slug, is_url

MOST_XML = 8_000_000
"""Bytes of one part of a document; the text of an entry has a tenth of that."""

_MOST_PARTS = 3_000
_MOST_BYTES = 200_000_000
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"
_TITLE = re.compile(r"<h1>(?P<title>.*?)</h1>", re.S)
_PROPERTY = {
    "title": re.compile(r"<dc:title>([^<]*)</dc:title>"),
    "creator": re.compile(r"<dc:creator>([^<]*)</dc:creator>"),
    "date": re.compile(r"<dcterms:modified[^>]*>([^<]*)</dcterms:modified>"),
    "language": re.compile(r"<dc:language>([^<]*)</dc:language>"),
}
_MOST_MARKDOWN = 4_000_000


def read_docx(path: Path, name: str, setting: Setting) -> Iterator[Read]:
    """The one article of a document. ``name`` is what the file is known by.

    Raises:
        OSError: it cannot be read.
    """
    try:
        problem, core = _looked_into(path)
        if problem:
            yield Remark(Why.BROKEN, problem)
            return
        pictures: dict[str, bytes] = {}
        with path.open("rb") as file:
            html = _converted(file, pictures)
    except OSError:
        raise
    except Exception as error:  # whatever comes of a damaged file in what others wrote
        reason = str(error) or type(error).__name__
        yield Remark(Why.BROKEN, f"is no document that can be read ({reason})")
        return
    properties = {
        key: (m[1] if (m := form.search(core)) else "") for key, form in _PROPERTY.items()
    }
    first = _TITLE.search(html)
    title = (first["title"] if first else "") or properties["title"] or path.stem
    if properties["creator"]:
        yield Remark(Why.CREATOR, properties["creator"], title)
    article = Article(
        source=f"file:{name}",
        title=title,
        content=html,
        date=day(properties["date"]),
        language=tag(properties["language"]),
    )
    own = replace(setting, find_picture=lambda source: pictures.get(source))
    yield from read_article(article, own)


def _looked_into(path: Path) -> tuple[str, str]:
    """Why a document is refused, or nothing; and its properties as XML."""
    with zipfile.ZipFile(path) as parts:
        infos = parts.infolist()
        if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _MOST_BYTES:
            return "unpacks to more than any document holds", ""
        for info in infos:
            if info.filename.endswith((".xml", ".rels")):
                if info.file_size > MOST_XML:
                    return f"{info.filename} unpacks to more than any document holds", ""
                with parts.open(info) as part:
                    if b"<!DOCTYPE" in part.read(65_536):
                        return f"{info.filename} declares entities", ""
            elif info.file_size > LARGEST:
                return f"{info.filename} unpacks to more than any document holds", ""
        names = {info.filename for info in infos}
        core = parts.read("docProps/core.xml") if "docProps/core.xml" in names else b""
    return "", core.decode("utf-8", "replace")


def _converted(file: Any, pictures: dict[str, bytes]) -> str:
    """A document as HTML; its pictures are put aside, by the addresses that the HTML gives them."""

    def put_aside(image: Any) -> Mapping[str, str]:
        with image.open() as content:
            data = content.read()
        ending = str(image.content_type).rpartition("/")[2]
        source = f"picture-{len(pictures) + 1}.{ending}"
        pictures[source] = data
        return {"src": source}

    converted = mammoth.convert_to_html(
        file, style_map=_STYLES, convert_image=mammoth.images.img_element(put_aside)
    )
    return str(converted.value)


def read_markdown(path: Path, name: str, setting: Setting) -> Iterator[Read]:
    """The one article of a file in Markdown, with or without front matter.

    Raises:
        OSError: it cannot be read.
    """
    if path.stat().st_size > _MOST_MARKDOWN:
        yield Remark(Why.TOO_LONG, name, path.stem)
        return
    text = decoded(path.read_bytes()).replace("\r\n", "\n")
    fields: Mapping[str, Node] = {}
    log = FaultLog(path.name)
    if text.startswith("---\n") and (parts := split_front_matter(text, log)) is not None:
        fields, text = parts.fields.fields, parts.text
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin)
    html = str(parser.render(text))
    first = _TITLE.search(html[:20_000])
    title = _said(fields, "title") or (first["title"] if first else "") or path.stem
    known = {"title", "date", "slug", "lang", "language", "url", "permalink", "source_url", "link"}
    known |= {"summary", "description", "excerpt", "tags", "categories", "keywords", "category"}
    for key, node in fields.items():
        if key not in known:
            yield Remark(Why.OF_SOURCE, f"{key}: {' '.join(_texts(node))}", title)
    url = _said(fields, "source_url", "url", "link", "permalink")
    article = Article(
        source=url if is_url(url) else f"file:{name}",
        title=title,
        content=html,
        summary=_said(fields, "summary", "description", "excerpt"),
        url=url if is_url(url) else "",
        date=day(_said(fields, "date")),
        language=tag(_said(fields, "lang", "language")),
        slug=slug if is_slug(slug := _said(fields, "slug") or path.stem) else "",
        terms=tuple(
            ("tag", word)
            for key in ("categories", "category", "tags", "keywords")
            if key in fields
            for word in _texts(fields[key])
        ),
    )
    beside = Media((path.parent,))
    own = replace(
        setting,
        find_picture=lambda source: beside.find(source) or setting.find_picture(source),
    )
    for read in read_article(article, own):
        yield read
        if isinstance(read, Item):
            return


def _said(fields: Mapping[str, Node], *names: str) -> str:
    for name in names:
        found = fields.get(name)
        if isinstance(found, Scalar) and found.text.strip():
            return " ".join(found.text.split())
    return ""


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield from (part.strip() for part in node.text.split(",") if part.strip())
    elif isinstance(node, Listing):
        yield from (text for item in node.items for text in _texts(item))
