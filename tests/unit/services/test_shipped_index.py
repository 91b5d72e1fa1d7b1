from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from fieldcat.errors import IndexUnusableError
from fieldcat.search.index import open_index
from fieldcat.search.sealing import make_key
from fieldcat.services.shipped_index import build_shipped_index, key_file, open_shipped_index
from fieldcat.storage.catalogue import Catalogue, open_catalogue


@pytest.fixture
def shipped(catalogue_path: Path, tmp_path: Path) -> Path:
    """The folder of an index in the program's own."""
    (tmp_path / "program").mkdir()
    build_shipped_index(catalogue_path, tmp_path / "program" / "index")
    return tmp_path / "program" / "index"


def test_the_index_that_comes_with_the_program_is_opened(
    shipped: Path, catalogue: Catalogue
) -> None:
    searcher = open_shipped_index(catalogue, shipped)
    assert searcher is not None
    searcher.close()


def test_no_key_of_the_laptop_is_made_or_asked_for(
    shipped: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(shipped.parent / "settings"))
    searcher = open_shipped_index(catalogue, shipped)
    assert searcher is not None
    searcher.close()
    assert not (shipped.parent / "settings").exists()


def test_one_of_another_catalogue_is_not_opened(shipped: Path, root: Path) -> None:
    with closing(open_catalogue(root / "data" / "casebook.sqlite")) as other:
        assert open_shipped_index(other, shipped) is None


def test_one_that_was_changed_is_not_opened(shipped: Path, catalogue: Catalogue) -> None:
    (shipped / "words.bin").write_bytes(b"changed")
    assert open_shipped_index(catalogue, shipped) is None


def test_where_there_is_none_none_is_opened(tmp_path: Path, catalogue: Catalogue) -> None:
    assert open_shipped_index(catalogue, tmp_path / "index") is None


def test_each_build_seals_it_with_the_same_key(
    shipped: Path, catalogue_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "again").mkdir()
    build_shipped_index(catalogue_path, tmp_path / "again" / "index")
    assert key_file(shipped).read_bytes() == key_file(tmp_path / "again" / "index").read_bytes()


def test_an_index_in_a_data_folder_is_not_opened_for_bearing_the_programs_seal(
    shipped: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    """Everybody has that key: an index that somebody made and handed on could run their program."""
    make_key(tmp_path / "index.key")
    with pytest.raises(IndexUnusableError) as refused:
        open_index(shipped, catalogue.fingerprint, key_file=tmp_path / "index.key")
    assert refused.value.data["reason"] == "stale"
