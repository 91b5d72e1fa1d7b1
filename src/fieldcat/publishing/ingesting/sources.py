"""Telling what kind of source a file is, and reading it; each format has one reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fieldcat.domain.entry import Kind
from fieldcat.errors import IngestError
from fieldcat.publishing.ingesting import row_reading, work_reading
from fieldcat.publishing.ingesting.articles import Setting
from fieldcat.publishing.ingesting.documents import read_docx, read_markdown
from fieldcat.publishing.ingesting.feeds import read_feed
from fieldcat.publishing.ingesting.items import Read
from fieldcat.publishing.ingesting.pages import read_page
from fieldcat.publishing.ingesting.row_reading import TableSetting
from fieldcat.publishing.ingesting.wordpress import read_export

_HEAD = 8_192
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|atom:feed)[\s>]", re.I)
_EXPORT = re.compile(rb"http://wordpress\.org/export/")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is asked for, apart from its sources: settings for the readers."""

    setting: Setting
    types: Mapping[str, Kind] = field(default_factory=dict)
    tables: TableSetting = field(default_factory=TableSetting)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how it is recognised by a file's name and first bytes, and how it is read.

    A file is read by its path, and by the name that it is known by from run to run.
    """

    name: str
    fits: Callable[[Path, bytes], bool]
    read: Callable[[Path, str, Asked], Iterator[Read]]


FORMATS: tuple[Format, ...] = (
    Format(
        "WordPress export",
        lambda _path, head: bool(_FEED.search(head) and _EXPORT.search(head)),
        lambda path, _name, asked: read_export(path, asked.setting, asked.types),
    ),
    Format(
        "feed",
        lambda _path, head: bool(_FEED.search(head)),
        lambda path, _name, asked: read_feed(path, asked.setting),
    ),
    Format(
        "document",
        lambda path, head: head.startswith(b"PK") and path.suffix.lower() == ".docx",
        lambda path, name, asked: read_docx(path, name, asked.setting),
    ),
    Format(
        "page",
        lambda path, _head: path.suffix.lower() in (".html", ".htm", ".xhtml"),
        lambda path, name, asked: read_page(path, name, asked.setting),
    ),
    Format(
        "Markdown",
        lambda path, _head: path.suffix.lower() in (".md", ".markdown"),
        lambda path, name, asked: read_markdown(path, name, asked.setting),
    ),
    Format(
        "table",
        lambda path, _head: path.suffix.casefold() in row_reading.ENDINGS,
        lambda path, _name, asked: row_reading.read_rows(path, asked.tables),
    ),
    Format(
        "references",
        lambda path, _head: path.suffix.casefold() in work_reading.ENDINGS,
        lambda path, _name, _asked: work_reading.read_works(path),
    ),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file, the name that it is known by, and its format."""

    path: Path
    name: str
    format: Format

    def read(self, asked: Asked) -> Iterator[Read]:
        """What it holds.

        Raises:
            OSError: it cannot be read.
        """
        return self.format.read(self.path, self.name, asked)


def recognised(paths: Sequence[Path]) -> tuple[Source, ...]:
    """The sources that files and folders hold, folders by name, all before anything is read.

    Raises:
        IngestError: one of the files is of no known format, or a folder holds none that is.
        OSError: one cannot be read.
    """
    found: list[Source] = []
    for path in paths:
        if path.is_dir():
            files = (file for file in sorted(path.rglob("*")) if _is_read(file, path))
            below = [_source(file, file.relative_to(path).as_posix()) for file in files]
            known = [source for source in below if source is not None]
            if not known:
                raise IngestError("nothing is known", reason="unknown-source", path=str(path))
            found += known
            continue
        source = _source(path, path.name)
        if source is None:
            raise IngestError("of no known format", reason="unknown-source", path=str(path))
        found.append(source)
    return tuple(found)


def _source(path: Path, name: str) -> Source | None:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    # UTF-16 is told by its marks; what is looked for is ASCII.
    head = head.replace(b"\x00", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    format = next((format for format in FORMATS if format.fits(path, head)), None)
    return None if format is None else Source(path, name, format)


def _is_read(file: Path, folder: Path) -> bool:
    """Whether a file of a folder is looked at: nothing hidden, nothing of a page."""
    parts = file.relative_to(folder).parts
    kept_with_pages = any(part.endswith(("_files", ".fld")) for part in parts[:-1])
    hidden = any(part.startswith((".", "~")) for part in parts)
    return file.is_file() and not file.is_symlink() and not hidden and not kept_with_pages
