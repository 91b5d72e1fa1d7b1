from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat.domain.progress import Progress
from fieldcat.errors import CancelledError, DiskFullError, EnvironmentFaultError, ReadOnlyError
from fieldcat.search import index
from fieldcat.services import indexing
from fieldcat.services.indexing import ensure_index
from fieldcat.storage.catalogue import Catalogue


def build_count(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that indexes are built in from now on."""
    built: list[Path] = []
    build = indexing.build_index

    def counted(folder: Path, *arguments: object) -> None:
        built.append(folder)
        build(folder, *arguments)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(indexing, "build_index", counted)
    return built


def test_an_index_is_built_once(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build_count(monkeypatch)
    for _ in range(2):
        searcher = ensure_index(catalogue, tmp_path / "index")
        assert searcher.match("viguias").full
        searcher.close()
    assert built == [tmp_path / "index"]


@pytest.mark.parametrize("damage", ["cut", "gone", "empty", "another catalogue"])
def test_an_index_that_does_not_open_is_built_again(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    folder = tmp_path / "index"
    ensure_index(catalogue, folder).close()
    built = build_count(monkeypatch)
    for path in folder.iterdir():
        match damage:
            case "cut":
                path.write_bytes(path.read_bytes()[:10])
            case "gone":
                path.unlink()
            case "empty":
                path.write_bytes(b"")
            case _ if path.name == "stamp.json":
                path.write_text(path.read_text().replace(catalogue.fingerprint, "other"))
    searcher = ensure_index(catalogue, folder)
    assert searcher.match("viguias").full
    searcher.close()
    assert built == [folder]


def test_a_file_in_the_place_of_the_folder_is_replaced(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "index").write_text("not an index")
    searcher = ensure_index(catalogue, tmp_path / "index")
    assert searcher.match("viguias").full
    searcher.close()


def test_progress_is_told_and_may_stop_the_work(catalogue: Catalogue, tmp_path: Path) -> None:
    told: list[Progress] = []
    ensure_index(catalogue, tmp_path / "one", told.append).close()
    assert told[-1] == Progress("indexing", catalogue.size, catalogue.size)

    def stop(_: Progress) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        ensure_index(catalogue, tmp_path / "two", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


@pytest.mark.parametrize("fault", [ReadOnlyError, DiskFullError])
def test_where_nothing_can_be_written_the_index_is_a_passing_one(
    catalogue: Catalogue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: type[EnvironmentFaultError],
) -> None:
    locked, passing = tmp_path / "locked" / "index", tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    build = index.build_index

    def refuse(folder: Path, *arguments: object) -> None:
        if folder == locked:
            raise fault(path=str(folder))
        build(folder, *arguments)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(indexing, "build_index", refuse)
    searcher = ensure_index(catalogue, locked)
    assert searcher.match("viguias").full
    assert list(passing.iterdir())
    searcher.close()
    assert not list(passing.iterdir())
    assert not locked.exists()


def test_where_there_is_no_place_at_all_that_is_told(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path, *_: object) -> None:
        raise DiskFullError(path=str(folder))

    monkeypatch.setattr(indexing, "build_index", refuse)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(DiskFullError):
        ensure_index(catalogue, tmp_path / "index")
    assert not list(tmp_path.iterdir())

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with pytest.raises(EnvironmentFaultError):
        ensure_index(catalogue, tmp_path / "index")
