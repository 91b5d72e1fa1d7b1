"""Pages that a browser saved, documents of word processors, and Markdown."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from fieldcat.publishing.ingesting.documents import read_docx, read_markdown
from fieldcat.publishing.ingesting.flow import lines_of
from fieldcat.publishing.ingesting.items import Item, Picture, Read, Remark, Why, plain
from fieldcat.publishing.ingesting.media import Media
from fieldcat.publishing.ingesting.pages import read_page

from .conftest import setting


def png(width: int = 8, height: int = 8) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(made, "PNG")
    return made.getvalue()


def item_of(found: list[Read]) -> Item:
    (item,) = (one for one in found if isinstance(one, Item))
    return item


def texts(item: Item) -> list[str]:
    return [
        plain(line)
        for section in item.sections
        for block in section.blocks
        for line in lines_of(block)
    ]


def remarks(found: list[Read], why: Why) -> list[str]:
    return [one.text for one in found if isinstance(one, Remark) and one.why is why]


LONG = "A sentence with quite some words in it. " * 8
PAGE = f"""\
<!DOCTYPE html><!-- saved from url=(0031)https://example.org/a-tale/ -->
<html lang="sw"><head><meta charset="utf-8"><title>A tale | Tales</title>
<meta name="description" content="It tells of all that was done in a year.">
<meta property="og:site_name" content="Tales">
<meta property="article:published_time" content="2024-10-11T08:00:00+03:00"></head>
<body><nav>Home About</nav><main><article><h1>A tale</h1>
<p>{LONG}</p><h2>The problem</h2><p>Words.</p><img src="./A%20tale_files/map.png" alt="A map">
</article></main><footer>Imprint</footer></body></html>
"""


def test_a_saved_page_gives_what_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "A tale_files").mkdir()
    (tmp_path / "A tale_files" / "map.png").write_bytes(png())
    path = tmp_path / "A tale.html"
    path.write_text(PAGE, encoding="utf-8")

    found = list(read_page(path, "A tale.html", setting()))

    item = item_of(found)
    assert item.title == "A tale"
    assert item.source == "https://example.org/a-tale/"
    assert item.fields["language"] == "sw"
    assert item.fields["source_date"] == "2024-10-11"
    assert item.fields["source_publisher"] == "Tales"
    assert item.fields["summary"] == "It tells of all that was done in a year."
    assert [section.title for section in item.sections] == ["Utangulizi", "The problem"]
    assert isinstance(item.sections[1].blocks[1], Picture)
    assert remarks(found, Why.NAVIGATION) == ["Home About Imprint"]


def test_a_page_without_a_main_part_is_taken_without_what_is_around_it(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text("<title>T</title><header>Head</header><p>caf\xe9</p>", encoding="cp1252")

    found = list(read_page(path, "x.html", setting()))

    assert item_of(found).source == "file:x.html"
    assert texts(item_of(found)) == ["café"]
    assert remarks(found, Why.NAVIGATION) == ["Head"]


MARKDOWN = """\
---
title: A tale
date: 2024-10-11
tags: [one, two]
draft: "no"
---
Before.

## The problem

Words[^1] and *more*:

- a
  - b

| A | B |
| - | - |
| 1 | 2 |

[^1]: A [source](https://example.org/).
"""


def test_markdown_is_read_with_its_front_matter_and_footnotes(tmp_path: Path) -> None:
    path = tmp_path / "a-tale.md"
    path.write_text(MARKDOWN, encoding="utf-8")

    found = list(read_markdown(path, "a-tale.md", setting()))

    item = item_of(found)
    assert (item.title, item.slug, item.source) == ("A tale", "a-tale", "file:a-tale.md")
    assert item.fields["source_date"] == "2024-10-11"
    assert item.fields["keywords"] == ["one", "two"]
    assert [note.text for note in item.notes] == ["A source."]
    assert texts(item) == ["Before.", "Words and more:", "a", "b", "A", "B", "1", "2"]
    assert remarks(found, Why.OF_SOURCE) == ["draft: no"]


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATED = "application/vnd.openxmlformats-package.relationships+xml"
TYPES = f"""\
<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{RELATED}"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>"""
RELATIONS = f"""\
<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
OF_DOCUMENT = f"""\
<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="n1" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>
<Relationship Id="s1" Type="{OFFICE}/styles" Target="styles.xml"/>
</Relationships>"""
STYLES = f"""\
<w:styles {W}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>"""
NOTES = f"""\
<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>A source.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
DOCUMENT = f"""\
<w:document {W}><w:body>
<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>A tale</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>The problem</w:t></w:r></w:p>
<w:p><w:r><w:t>Words</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>The solution</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""


def docx(path: Path, **parts: str | bytes) -> Path:
    given = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/_rels/document.xml.rels": OF_DOCUMENT,
        "word/document.xml": DOCUMENT,
        "word/styles.xml": STYLES,
        "word/footnotes.xml": NOTES,
        **parts,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in given.items():
            packed.writestr(name, content)
    return path


def test_a_document_is_read_with_headings_notes_and_tables(tmp_path: Path) -> None:
    found = list(read_docx(docx(tmp_path / "tale.docx"), "tale.docx", setting()))

    item = item_of(found)
    assert item.title == "A tale"
    assert [section.role for section in item.sections] == ["problem", "solution"]
    assert texts(item) == ["Words", "a", "b"]
    assert [note.text for note in item.notes] == ["A source."]


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": b"<a>" + b" " * 9_000_000},
        {"word/media/image1.png": b"\0" * 31_000_000},
        {f"word/part{number}.bin": b"" for number in range(3_001)},
        {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]>' + DOCUMENT},
        {"word/document.xml": "<w:document>"},
    ],
    ids=["a bomb of XML", "a bomb of a picture", "many parts", "entities", "broken XML"],
)
def test_a_hostile_document_is_refused_in_words(tmp_path: Path, parts: dict[str, bytes]) -> None:
    (told,) = list(read_docx(docx(tmp_path / "x.docx", **parts), "x.docx", setting()))

    assert isinstance(told, Remark)
    assert told.why is Why.BROKEN
    assert told.text


@pytest.mark.parametrize("charset", ["undefined", "punycode", "hex", "utf-16"])
def test_a_page_in_no_encoding_of_texts_is_read_as_most_are(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("utf-8", charset), encoding="utf-8")

    assert item_of(list(read_page(path, path.name, setting()))).title == "A tale"


def test_what_is_no_zip_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"PK\x03\x04 and no more")

    (told,) = list(read_docx(tmp_path / "x.docx", "x.docx", setting()))

    assert isinstance(told, Remark)
    assert told.why is Why.BROKEN


@pytest.mark.parametrize(
    "source",
    [
        "https://example.org/wp-content/uploads/2024/10/map-300x200.png?x=1",
        "/uploads/2024/10/map.png",
        "map.png",
        "C:\\pictures\\map.png",
    ],
)
def test_a_picture_is_found_by_the_end_of_its_address(tmp_path: Path, source: str) -> None:
    file = tmp_path / "2024" / "10" / "map.png"
    file.parent.mkdir(parents=True)
    file.write_bytes(png())

    assert Media((tmp_path,)).find(source) == file


@pytest.mark.parametrize(
    "source",
    [
        *("../secret.png", "/%2e%2e/secret.png", "link.png", "http://[", f"{'x' * 300}.png"),
        *("http://a/{outside}/secret.png", "//a/%2f{outside}/secret.png"),
    ],
)
def test_no_picture_is_found_outside_of_the_folders(tmp_path: Path, source: str) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    folder = tmp_path / "media"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")

    assert Media((folder,)).find(source.format(outside=tmp_path)) is None
