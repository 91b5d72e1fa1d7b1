"""A collection as a website of plain files: read from a folder, a stick or any host.

No scripts, nothing fetched from elsewhere, every link leads within or to a source. Where a file
system cannot tell capitals from small letters, no two names are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from fieldcat.domain.entry import Entry, EntryId, Head, Kind, Picture
from fieldcat.domain.naming import language_name
from fieldcat.domain.places import country_name
from fieldcat.domain.taxonomy import Collection
from fieldcat.exporting.entry_page import Setting, entry_body
from fieldcat.exporting.markup import STYLE, Content, Markup, element, link, page
from fieldcat.exporting.words import Words

INDEX, STYLE_FILE = "index.html", "style.css"
_ENDINGS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: its path with ``/``, what it is, its title where it is a page."""

    path: str
    content: bytes
    kind: str
    title: str = ""


Load = Callable[[str], bytes | None]
"""Gives the bytes of a picture by its SHA-256, or nothing."""


def site_of(
    collection: Collection,
    entries: Iterable[Entry],
    label: Callable[[str, str], str],
    load: Load = lambda _asset: None,
) -> Iterator[Page]:
    """All files of the site, one after the other. ``entries`` hold translations, too."""
    return _Site(collection, tuple(entries), label, load).pages()


class _Site:
    def __init__(
        self,
        collection: Collection,
        entries: tuple[Entry, ...],
        label: Callable[[str, str], str],
        load: Load,
    ) -> None:
        self._collection = collection
        self._entries = entries
        self._label = label
        self._load = load
        self._words = Words(collection.language)
        self._known = {entry.id for entry in entries}
        self._versions: dict[EntryId, list[Head]] = defaultdict(list)
        for entry in entries:
            self._versions[entry.id].append(entry.head)
        self._pictures: dict[str, str] = {}

    def pages(self) -> Iterator[Page]:
        originals = [entry.head for entry in self._entries if entry.head.translates is None]
        yield Page(STYLE_FILE, STYLE.encode(), "text/css")
        yield from self._asset_files()
        yield self._index(originals)
        for kind in Kind:
            if heads := [head for head in originals if head.kind is kind]:
                yield self._list(f"kind/{kind}.html", self._words.kind(kind), heads)
        for code, heads in sorted(_by_country(originals).items()):
            title = country_name(code, self._collection.language)
            yield self._list(f"country/{code.lower()}.html", title, heads)
        for entry in self._entries:
            yield self._entry(entry)

    def _entry(self, entry: Entry) -> Page:
        path = path_of(entry.head)
        up = "../" * path.count("/")

        def address(id: EntryId) -> str:
            return up + entry_path(id) if id in self._known else ""

        def picture(asset: str) -> str:
            name = self._pictures.get(asset)
            return up + name if name else ""

        def title(id: EntryId) -> str:
            heads = self._versions[id]
            spoken = (head for head in heads if head.language == entry.head.language)
            return next(spoken, heads[0]).title

        setting = Setting(Words(entry.head.language), address, picture, self._label, title)
        others = [head for head in self._versions[entry.id] if head != entry.head]
        body = (self._way(up, others), entry_body(entry, setting))
        return self._page(path, entry.head.title, body, entry.head.language)

    def _index(self, heads: list[Head]) -> Page:
        collection, words = self._collection, self._words
        kinds = {kind: sum(head.kind is kind for head in heads) for kind in Kind}
        edition = f"{words['edition']} {collection.edition}, {collection.date}"
        body = (
            element("h1", collection.title),
            element("p", collection.description),
            element("h2", f"{len(heads)} {words['entries']}"),
            element(
                "ul",
                [
                    element("li", (link(words.kind(kind), f"kind/{kind}.html"), f" ({count})"))
                    for kind, count in kinds.items()
                    if count
                ],
            ),
            element("h2", words["countries"]),
            element(
                "ul",
                [
                    element("li", (link(name, f"country/{code.lower()}.html"), f" ({count})"))
                    for name, code, count in self._countries(heads)
                ],
            ),
            element(
                "footer",
                f"{collection.publisher} · {edition} · {words['licence']}: {collection.licence}",
            ),
        )
        return self._page(INDEX, collection.title, body, collection.language)

    def _list(self, path: str, title: str, heads: list[Head]) -> Page:
        up = "../" * path.count("/")
        listed = [
            element(
                "li",
                (
                    link(head.title, up + entry_path(head.id)),
                    element("br"),
                    element("span", head.summary, class_="soft"),
                ),
            )
            for head in sorted(heads, key=lambda head: head.title.casefold())
        ]
        body = (self._way(up, ()), element("h1", title), element("ul", listed))
        return self._page(path, title, body, self._collection.language)

    def _way(self, up: str, versions: Iterable[Head]) -> Markup:
        parts: list[Content] = [link(self._collection.title, up + INDEX)]
        for head in versions:
            parts += [" · ", link(language_name(head.language), up + path_of(head))]
        return element("nav", parts)

    def _page(self, path: str, title: str, body: Content, language: str) -> Page:
        style = "../" * path.count("/") + STYLE_FILE
        return Page(path, page(title, body, language=language, style=style), "text/html", title)

    def _countries(self, heads: list[Head]) -> list[tuple[str, str, int]]:
        return sorted(
            (country_name(code, self._collection.language), code, len(found))
            for code, found in _by_country(heads).items()
        )

    def _asset_files(self) -> Iterator[Page]:
        for asset in dict.fromkeys(_assets(self._entries)):
            data = self._load(asset)
            ending = next(
                (end for start, end in _ENDINGS.items() if (data or b"").startswith(start)), ""
            )
            if data is not None and ending:
                name = self._pictures[asset] = f"assets/{asset}.{ending}"
                kind = "jpeg" if ending == "jpg" else ending
                yield Page(name, data, f"image/{kind}")


def entry_path(id: EntryId) -> str:
    """Where the page of an entry's original lies."""
    return f"{id.kind}/{id.slug}.html"


def path_of(head: Head) -> str:
    """Where the page of an entry in one language lies."""
    if head.translates is None:
        return entry_path(head.id)
    return f"{head.id.kind}/{head.id.slug}.{head.language.lower()}.html"


def _by_country(heads: Iterable[Head]) -> Mapping[str, list[Head]]:
    found: dict[str, list[Head]] = defaultdict(list)
    for head in heads:
        for code in head.countries:
            found[code].append(head)
    return found


def _assets(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        for section in entry.sections:
            for block in section.blocks:
                if isinstance(block, Picture):
                    yield block.asset
