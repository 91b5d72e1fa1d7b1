"""A site as one ZIM file, which Kiwix reads on phones, tablets and computers (openzim.org).

It is written by libzim, which only the extra ``zim`` installs: it weighs 29 MB, and its licence is
GPL-3.0-or-later, which is nothing to be carried along unasked.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

from fieldcat.domain.taxonomy import Collection
from fieldcat.exporting.site import INDEX, Page

_ISO_639_3 = {
    "am": "amh", "ar": "ara", "bn": "ben", "de": "deu", "en": "eng", "es": "spa", "fa": "fas",
    "fr": "fra", "ha": "hau", "hi": "hin", "id": "ind", "it": "ita", "km": "khm", "ne": "nep",
    "pl": "pol", "pt": "por", "ru": "rus", "sq": "sqi", "sw": "swa", "th": "tha", "tl": "tgl",
    "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 30, 80
"""Characters, as openZIM's list of metadata has it."""
_SIDE = 48
_PAPER, _INK = (20, 101, 90), (255, 255, 255)


def write_zim(path: Path, collection: Collection, pages: Iterable[Page]) -> None:
    """Write a ZIM file with a full-text index.

    Raises:
        ModuleNotFoundError: libzim is not installed.
        RuntimeError, OSError: it cannot be written; whatever lies there is not whole.
    """
    from libzim.writer import Creator, Hint, Item, StringProvider

    class PageItem(Item):  # type: ignore[misc] # libzim ships no types
        def __init__(self, page: Page) -> None:
            super().__init__()
            self._page = page

        def get_path(self) -> str:
            return self._page.path

        def get_title(self) -> str:
            return self._page.title

        def get_mimetype(self) -> str:
            return self._page.kind

        def get_contentprovider(self) -> StringProvider:
            return StringProvider(self._page.content)

        def get_hints(self) -> dict[Hint, int]:
            return {Hint.FRONT_ARTICLE: int(self._page.kind == "text/html")}

    language = iso_639_3(collection.language)
    creator = Creator(path).config_indexing(True, language).set_mainpath(INDEX)
    with creator:
        creator.add_illustration(_SIDE, illustration())
        for name, value in metadata(collection).items():
            creator.add_metadata(name, value)
        for page in pages:
            creator.add_item(PageItem(page))


def metadata(collection: Collection) -> dict[str, str]:
    """What openZIM asks to be said of a file."""
    short = _cut(collection.description, _LONGEST_DESCRIPTION)
    told = {
        "Title": _cut(collection.title, _LONGEST_TITLE),
        "Description": short,
        "LongDescription": collection.description if short != collection.description else "",
        "Creator": collection.publisher,
        "Publisher": collection.publisher,
        "Language": iso_639_3(collection.language),
        "Date": collection.date,
        "Name": f"{collection.id}_{collection.language.split('-')[0]}_all",
        "License": collection.licence,
        "Tags": "_category:other;_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
    }
    return {name: value for name, value in told.items() if value}


def iso_639_3(language: str) -> str:
    """The code of three letters for a language; «mul» where none is known."""
    primary = language.split("-")[0]
    if len(primary) == 3:
        return primary
    return _ISO_639_3.get(primary, "mul")


def illustration() -> bytes:
    """The picture that libraries of ZIM files show: an open book, a PNG of 48×48 pixels."""
    rows = b"".join(
        b"\0" + b"".join(bytes(_INK if _is_book(x, y) else _PAPER) for x in range(_SIDE))
        for y in range(_SIDE)
    )

    def chunk(name: bytes, data: bytes) -> bytes:
        sum_ = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", sum_)

    head = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows, 9)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _is_book(x: int, y: int) -> bool:
    fold = abs(x - (_SIDE - 1) / 2)
    top = 13 + fold / 6
    return 1 < fold < 17 and top < y < top + 20 and not (4 < fold < 14 and int(y - top) in (6, 11))


def _cut(text: str, most: int) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
