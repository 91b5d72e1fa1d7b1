from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.unit.storage.examples import AUDIENCES, COLLECTION, ENTRIES, TOPICS

from fieldcat.services.fingerprints import recall_fingerprint
from fieldcat.storage.catalogue import Catalogue, open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "casebook.sqlite"
    write_catalogue(path, COLLECTION, (TOPICS, AUDIENCES), ENTRIES)
    return path


@pytest.fixture
def file(path: Path) -> Path:
    """Where the fingerprint of the catalogue was kept by a start before this one."""
    file = path.parent / "front" / "catalogue"
    recall_fingerprint(open_catalogue(path), file)
    return file


def told(catalogue: Catalogue) -> str | None:
    """The fingerprint, where the catalogue knows it without reading the file."""
    known = vars(catalogue).get("fingerprint")
    return None if known is None else str(known)


def test_what_was_found_out_once_is_not_found_out_again(path: Path, file: Path) -> None:
    catalogue = open_catalogue(path)
    recall_fingerprint(catalogue, file)
    assert told(catalogue) == open_catalogue(path).fingerprint


def test_of_another_catalogue_it_is_found_out(path: Path, file: Path) -> None:
    before = open_catalogue(path).fingerprint
    path.unlink()
    write_catalogue(path, COLLECTION, (TOPICS,), ENTRIES)
    catalogue = open_catalogue(path)
    recall_fingerprint(catalogue, file)
    assert told(catalogue) == open_catalogue(path).fingerprint != before


def test_what_somebody_else_wrote_is_not_believed(path: Path, file: Path) -> None:
    sealed = file.read_bytes()
    file.write_bytes(sealed.replace(sealed[-64:], b"0" * 64))
    catalogue = open_catalogue(path)
    recall_fingerprint(catalogue, file)
    assert catalogue.fingerprint == open_catalogue(path).fingerprint
    assert file.read_bytes() == sealed


def test_later_files_of_the_same_bytes_have_the_same(path: Path, file: Path) -> None:
    before = open_catalogue(path).fingerprint
    os.utime(path, ns=(1, 1))
    catalogue = open_catalogue(path)
    recall_fingerprint(catalogue, file)
    assert catalogue.fingerprint == before
