from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.good_time import LONG
from tests.unit.services.conftest import COLLECTION, ENTRIES, TOPICS, entry, helping

from fieldcat.domain.entry import Funding, Kind
from fieldcat.domain.progress import Progress
from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import (
    CancelledError,
    CatalogueDamagedError,
    DiskFullError,
    EnvironmentFaultError,
    IndexUnusableError,
    ReadOnlyError,
    WorkEndedError,
)
from fieldcat.search import building, updating
from fieldcat.services import browsing, children, indexing
from fieldcat.services.casebook import open_casebook
from fieldcat.services.indexing import build_apart, ensure_index
from fieldcat.storage.catalogue import Catalogue, open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue


def build_count(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that indexes are built in from now on."""
    built: list[Path] = []
    build = building.build_index

    def counted(folder: Path, *arguments: object, **options: object) -> None:
        built.append(folder)
        build(folder, *arguments, **options)  # type: ignore[arg-type]  # passed on as they came

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
    build = building.build_index

    def refuse(folder: Path, *arguments: object, **options: object) -> None:
        if folder == locked:
            raise fault(path=str(folder))
        build(folder, *arguments, **options)  # type: ignore[arg-type]  # passed on as they came

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
    def refuse(folder: Path, *_: object, **__: object) -> None:
        raise DiskFullError(path=str(folder))

    monkeypatch.setattr(indexing, "build_index", refuse)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(DiskFullError):
        ensure_index(catalogue, tmp_path / "index")
    assert not list(tmp_path.iterdir())

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with pytest.raises(EnvironmentFaultError):
        ensure_index(catalogue, tmp_path / "index")


def answers_rightly(catalogue: Catalogue, folder: Path, key_file: Path | None = None) -> bool:
    searcher = ensure_index(catalogue, folder, key_file=key_file)
    try:
        return bool(searcher.match("viguias").full)
    finally:
        searcher.close()


def test_an_index_with_changed_blobs_is_built_again_once_that_shows(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    ensure_index(catalogue, folder).close()
    (blobs,) = folder.glob("*.pst")
    blobs.write_bytes(b"\xff" * blobs.stat().st_size)
    built = build_count(monkeypatch)
    with pytest.raises(IndexUnusableError):
        answers_rightly(catalogue, folder)
    assert answers_rightly(catalogue, folder)
    assert built == [folder]


def changed_catalogue(path: Path) -> Catalogue:
    """The small casebook with one entry more, one less, and one that says something else."""
    more = entry(Kind.FUNDING, "another-fund", "Another fund", "Scholarships.", Funding())
    new_line = helping("portal", "A portal", "A chatbot.", "TZ")
    kept = [e for e in ENTRIES if e.id.slug not in ("banks", "portal")]
    write_catalogue(path, COLLECTION, [TOPICS], [*kept, more, new_line])
    return open_catalogue(path)


def test_an_index_of_an_earlier_catalogue_is_brought_up_to_date(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updating, "_REPLACED", 0.5)
    folder = tmp_path / "index"
    ensure_index(catalogue, folder).close()
    built = build_count(monkeypatch)
    later = changed_catalogue(tmp_path / "later.sqlite")
    searcher = ensure_index(later, folder)
    casebook = open_casebook(later, searcher)

    def found(text: str) -> list[str]:
        answer = browsing.find(casebook, query=Query(text))
        assert sum(value.count for value in answer.facets[Facet.KIND]) == answer.total
        return sorted(hit.head.id.slug for hit in answer.hits)

    assert built == []
    assert found("scholarships ") == ["another-fund"]
    assert found("chatbot ") == ["portal"]
    assert found("banks ") == []
    assert found("tanzania ") == ["line-116", "portal"]
    assert found("hotline ") == ["te-protejo", "viguias"]
    assert browsing.find(casebook, query=Query()).total == later.size == 8
    searcher.close()
    later.close()


def test_where_much_has_changed_the_index_is_built_anew(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    ensure_index(catalogue, folder).close()
    built = build_count(monkeypatch)
    later = changed_catalogue(tmp_path / "later.sqlite")
    ensure_index(later, folder).close()
    later.close()
    assert built == [folder]


def test_an_index_of_another_laptop_is_built_again(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, here, there = tmp_path / "index", tmp_path / "here.key", tmp_path / "there.key"
    ensure_index(catalogue, folder, key_file=there).close()
    built = build_count(monkeypatch)
    for _ in range(2):
        assert answers_rightly(catalogue, folder, here)
    assert built == [folder]


def test_where_no_key_can_be_kept_the_index_is_a_passing_one(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    assert answers_rightly(catalogue, tmp_path / "index", tmp_path / "file" / "index.key")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "passing"]
    assert not list(passing.iterdir())


def test_a_build_that_fails_where_another_succeeds_takes_what_is_there(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    build = building.build_index

    def overtaken(*arguments: object, **options: object) -> None:
        build(*arguments, **options)  # type: ignore[arg-type]  # passed on as they came
        raise EnvironmentFaultError(path=str(folder))

    monkeypatch.setattr(indexing, "build_index", overtaken)
    assert answers_rightly(catalogue, folder)


def test_many_threads_may_ask_for_an_index_at_once(catalogue: Catalogue, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: answers_rightly(catalogue, folder), range(4)))
    assert all(found)
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from fieldcat.services.indexing import ensure_index
from fieldcat.storage.catalogue import open_catalogue

searcher = ensure_index(open_catalogue(Path(sys.argv[1])), Path(sys.argv[2]))
assert searcher.match("viguias").full
searcher.close()
"""


def test_several_processes_may_ask_for_an_index_at_once(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", _ANOTHER_PROCESS, str(catalogue.path), str(tmp_path / "index")]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    faults = [process.communicate(timeout=LONG)[1] for process in started]
    assert faults == ["", "", ""]
    assert [process.returncode for process in started] == [0, 0, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


# --- in a process of its own ------------------------------------------------------------------


def test_an_index_that_was_built_apart_is_opened_here(catalogue: Catalogue, tmp_path: Path) -> None:
    told: list[Progress] = []
    folder, key = tmp_path / "index", tmp_path / "here.key"
    searcher = ensure_index(catalogue, folder, told.append, key_file=key, build=build_apart)
    assert searcher.match("viguias").full
    searcher.close()
    assert told[-1] == Progress("indexing", catalogue.size, catalogue.size)
    assert answers_rightly(catalogue, folder, key)


def test_an_index_is_brought_up_to_date_apart(catalogue: Catalogue, tmp_path: Path) -> None:
    folder = tmp_path / "index"
    ensure_index(catalogue, folder).close()
    later = changed_catalogue(tmp_path / "later.sqlite")
    searcher = ensure_index(later, folder, build=build_apart)
    assert searcher.match("chatbot").full
    searcher.close()
    later.close()


def test_an_index_that_is_there_needs_no_process(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure_index(catalogue, tmp_path / "index").close()
    monkeypatch.setattr(children, "program", lambda: ("missing",))
    ensure_index(catalogue, tmp_path / "index", build=build_apart).close()


def test_where_nothing_can_be_written_a_passing_index_is_built_apart(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    searcher = ensure_index(catalogue, tmp_path / "file" / "index", build=build_apart)
    assert searcher.match("viguias").full
    searcher.close()
    assert not list(passing.iterdir())


def test_what_is_wrong_with_the_catalogue_is_told_from_there(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(catalogue.path.read_bytes())
    opened = open_catalogue(path)
    assert opened.fingerprint
    path.write_bytes(b"no database" * 500)
    with pytest.raises(CatalogueDamagedError):
        ensure_index(opened, tmp_path / "index", build=build_apart)
    opened.close()


def test_a_process_that_dies_leaves_what_was_there(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    ensure_index(catalogue, folder).close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    later = changed_catalogue(tmp_path / "later.sqlite")
    dying = (sys.executable, "-c", "import os; os.kill(os.getpid(), 9)")
    monkeypatch.setattr(children, "program", lambda: dying)
    with pytest.raises(WorkEndedError):
        ensure_index(later, folder, build=build_apart)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    later.close()
