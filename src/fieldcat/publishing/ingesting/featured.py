"""The picture that a post of WordPress bears at its head: an item of its own in the export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fieldcat.publishing.ingesting.articles import Featured, plain_words
from fieldcat.publishing.ingesting.xml_items import Element, read_elements

_ITEMS = frozenset({"item"})
_NAMED = b"_thumbnail_id"
_CHUNK = 1 << 20
_MOST = 200_000
"""Pictures of a site that are kept in mind."""


@dataclass(frozen=True, slots=True)
class Library:
    """The pictures of an export by the numbers that posts call them."""

    pictures: Mapping[str, Featured]

    def of(self, post: Element) -> Featured | None:
        """The picture at the head of a post, if it names one that the export has."""
        return self.pictures.get(_meta(post, "_thumbnail_id"))


def library_of(path: Path) -> Library:
    """The pictures that an export lists; it is gone through only where a post names one.

    Raises:
        OSError: it cannot be read.
    """
    if not _names_one(path):
        return Library({})
    found: dict[str, Featured] = {}
    for element in read_elements(path, _ITEMS):
        if not isinstance(element, Element) or element.name != "item":
            continue
        if element.first("wp:post_type") != "attachment" or len(found) >= _MOST:
            continue
        address = element.first("wp:attachment_url") or element.first("guid")
        found[element.first("wp:post_id")] = Featured(
            address,
            alternative=plain_words(_meta(element, "_wp_attachment_image_alt")),
            caption=plain_words(element.first("excerpt:encoded")),
        )
    return Library(found)


def _names_one(path: Path) -> bool:
    """Whether any post names a picture: most of an export need not be understood for it."""
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if _NAMED in before + chunk:
                return True
            before = chunk[-len(_NAMED) :]
    return False


def _meta(item: Element, key: str) -> str:
    for meta in item.all("wp:postmeta"):
        if meta.first("wp:meta_key") == key:
            return meta.first("wp:meta_value")
    return ""
