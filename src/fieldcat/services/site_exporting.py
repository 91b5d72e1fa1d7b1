"""An edition for those who read it elsewhere: a website of plain files, a ZIM file for Kiwix."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

from fieldcat.domain.places import country_name, region_name
from fieldcat.exporting.site import Page, site_of
from fieldcat.exporting.zim import write_zim
from fieldcat.publishing.building import Built, build
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.files import replacing


def export_site(workspace: Path, folder: Path) -> int:
    """Write the website of a workspace into a folder that is not there yet; gives how many files.

    It gets its name once it is whole.

    Raises:
        WorkspaceError: the workspace has faults; nothing was written.
        EnvironmentFaultError: it cannot be written; nothing is left of it.
    """
    built = build(workspace)
    part = folder.with_name(f".{folder.name}.{uuid4().hex[:8]}.part")
    count = 0
    try:
        for page in _pages(built, workspace):
            path = part / page.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(page.content)
            count += 1
        if folder.is_dir():
            folder.rmdir()  # an empty one
        part.replace(folder)
    except OSError as error:
        raise environment_fault(error, folder) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return count


def export_zim(workspace: Path, file: Path) -> int:
    """Write a workspace as a ZIM file; gives how many files are in it.

    Raises:
        ModuleNotFoundError: libzim is not installed.
        WorkspaceError: the workspace has faults; nothing was written.
        EnvironmentFaultError: it cannot be written; what was there before still is.
    """
    built = build(workspace)
    count = 0

    def counted() -> Iterator[Page]:
        nonlocal count
        for page in _pages(built, workspace):
            count += 1
            yield page

    with replacing(file) as temporary:
        temporary.unlink()  # libzim writes no file that is there
        try:
            write_zim(temporary, built.collection, counted())
        except RuntimeError as error:
            raise OSError(str(error)) from error
    return count


def _pages(built: Built, workspace: Path) -> Iterator[Page]:
    files = {asset.sha256: workspace / asset.file for asset in built.assets}

    def load(asset: str) -> bytes | None:
        return files[asset].read_bytes() if asset in files else None

    return site_of(built.collection, built.entries, _label_of(built), load)


def _label_of(built: Built) -> Callable[[str, str], str]:
    words = {
        vocabulary.id: {concept.id: concept.label for concept in vocabulary.concepts}
        for vocabulary in built.vocabularies
    }

    def label(vocabulary: str, value: str) -> str:
        if vocabulary == "countries":
            return country_name(value, built.collection.language)
        if vocabulary == "regions":
            return region_name(value, built.collection.language)
        return words.get(vocabulary, {}).get(value, value)

    return label
