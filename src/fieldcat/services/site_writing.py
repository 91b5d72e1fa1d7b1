"""Entries as a website of plain files, or as a ZIM file for Kiwix; whole, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from fieldcat.domain.entry import Entry, EntryId, Kind
from fieldcat.domain.places import country_name, region_name
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.taxonomy import Collection, Vocabulary
from fieldcat.exporting.site import INDEX, Load, Page, site_of
from fieldcat.exporting.zim import write_zim
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.files import replacing, sync_files, sync_folder

Label = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Content:
    """What a site is made of; ``entries`` hold translations, too. ``load`` gives pictures."""

    collection: Collection
    entries: Sequence[Entry]
    label: Label
    load: Load


def write_site(content: Content, folder: Path, report: Report = unreported) -> int:
    """Write a website into a folder that is not there yet, or empty; gives how many files.

    It gets its name once it is whole and on the disk. Into a folder that is there it is moved, the
    first page last: that may be a stick's own folder, or one that somebody stands in.

    Raises:
        EnvironmentFaultError: it cannot be written; nothing is left of it.
        CancelledError: ``report`` stopped it; nothing is left of it.
    """
    there = folder.is_dir()
    made = f"{uuid4().hex[:8]}.part"
    part = folder / f".{made}" if there else folder.with_name(f".{folder.name}.{made}")
    count = 0
    try:
        if there and any(folder.iterdir()):
            raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY))
        for page in _pages(content, report):
            path = part / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(page.content)
            count += 1
        sync_files(part)
        if there:
            _move_up(part, folder)
        else:
            part.replace(folder)
        sync_folder(folder if there else folder.parent)
    except OSError as error:
        raise environment_fault(error, folder) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return count


def _move_up(part: Path, folder: Path) -> None:
    """Move what is in a folder into the one around it, or nothing of it."""
    moved: list[Path] = []
    try:
        for path in sorted(part.iterdir(), key=lambda path: path.name == INDEX):
            moved.append(path.replace(folder / path.name))
    except OSError:
        for path in moved:
            path.replace(part / path.name)
        raise


def write_zim_file(content: Content, file: Path, report: Report = unreported) -> int:
    """Write a ZIM file; gives how many files are in it.

    Raises:
        ModuleNotFoundError: libzim is not installed.
        EnvironmentFaultError: it cannot be written; what was there before still is.
        CancelledError: ``report`` stopped it; what was there before still is.
    """
    count = 0

    def counted() -> Iterator[Page]:
        nonlocal count
        for page in _pages(content, report):
            count += 1
            yield page

    with replacing(file) as temporary:
        temporary.unlink()  # libzim writes no file that is there
        try:
            write_zim(temporary, content.collection, counted())
        except RuntimeError as error:
            raise OSError(str(error)) from error
    return count


def apart(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Entries of several collections, each with a place of its own in one site."""
    owners: dict[tuple[Kind, str], str] = {}
    made: list[Entry] = []
    for entry in entries:
        id = entry.id
        if owners.setdefault((id.kind, id.slug), id.collection) != id.collection:
            id = EntryId(id.collection, id.kind, f"{id.slug}-{id.collection}")
            entry = replace(entry, head=replace(entry.head, id=id))
        made.append(entry)
    return tuple(made)


def label_in(vocabularies: Mapping[str, Vocabulary], language: str) -> Label:
    """The words for ids of vocabularies, countries and regions."""
    words = {
        id: {concept.id: concept.label for concept in vocabulary.concepts}
        for id, vocabulary in vocabularies.items()
    }

    def label(vocabulary: str, value: str) -> str:
        if vocabulary == "countries":
            return country_name(value, language)
        if vocabulary == "regions":
            return region_name(value, language)
        return words.get(vocabulary, {}).get(value, value)

    return label


def _pages(content: Content, report: Report) -> Iterator[Page]:
    # Besides entries there are few pages: lists of them, and pictures.
    total = len(content.entries)
    pages = site_of(content.collection, content.entries, content.label, content.load)
    for done, page in enumerate(pages):
        report(Progress("exporting", min(done, total), total))
        yield page
