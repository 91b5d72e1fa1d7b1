"""What stands in a PDF file: its sizes, and its words page by page as a person would read them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject


def pages_of(content: bytes) -> list[str]:
    """The words of each page. Arabic letters come in their usual form, not in order."""
    return [_plain(page.extract_text()) for page in _reader(content).pages]


def text_of(content: bytes) -> str:
    """The words of all pages."""
    return " ".join(pages_of(content))


def sizes_of(content: bytes) -> set[tuple[int, int]]:
    """The sizes of the pages in points."""
    boxes = [page.mediabox for page in _reader(content).pages]
    return {(round(box.width), round(box.height)) for box in boxes}


def metadata_of(content: bytes) -> dict[str, str]:
    """Title, author and the like."""
    return {name.lstrip("/"): str(said) for name, said in (_reader(content).metadata or {}).items()}


def places_of(content: bytes, page: int) -> Iterator[tuple[float, float, str]]:
    """Where words stand on a page: points from its left and lower edge."""
    found: list[tuple[float, float, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        if text.strip():
            x = cm[0] * tm[4] + cm[2] * tm[5] + cm[4]
            y = cm[1] * tm[4] + cm[3] * tm[5] + cm[5]
            found.append((x, y, text.strip()))

    _reader(content).pages[page].extract_text(visitor_text=visit)
    yield from found


@lru_cache(maxsize=4)
def _reader(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def pictures_of(content: bytes) -> list[tuple[int, int]]:
    """The sizes of all pictures in dots."""
    return [
        (int(str(drawn["/Width"])), int(str(drawn["/Height"])))
        for page in _reader(content).pages
        for drawn in _drawn(page)
        if drawn["/Subtype"] == "/Image"
    ]


def _drawn(page: PageObject) -> Iterator[DictionaryObject]:
    resources = page["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    drawn = resources.get("/XObject", DictionaryObject()).get_object()
    assert isinstance(drawn, DictionaryObject)
    for thing in drawn.values():
        found = thing.get_object()
        assert isinstance(found, DictionaryObject)
        yield found
