from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.search.conftest import document

from fieldcat.domain.progress import Progress, unreported
from fieldcat.domain.searching import SearchDocument, Synonym
from fieldcat.errors import (
    CancelledError,
    DiskFullError,
    EnvironmentFaultError,
    IndexUnusableError,
    ReadOnlyError,
)
from fieldcat.search.index import WORDS, build_index, open_index
from fieldcat.search.searching import Searcher
from fieldcat.search.stamp import STAMP, check_index

DOCUMENTS = [
    document(1, "A hotline takes reports."),
    document(2, "Una línea de ayuda.", language="es"),
    document(2, "A helpline.", language="en"),
]


def build(folder: Path, stamp: str = "1", documents: list[SearchDocument] = DOCUMENTS) -> None:
    synonyms = [Synonym(("hotline", "tip line"))]
    build_index(folder, documents, synonyms, stamp, len(documents), unreported)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    build(folder)
    return folder


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def reason(folder: Path, stamp: str = "1") -> str:
    with pytest.raises(IndexUnusableError) as caught:
        open_index(folder, stamp).close()
    assert caught.value.data["path"] == str(folder)
    return str(caught.value.data["reason"])


def test_an_index_is_opened_again(folder: Path) -> None:
    index = open_index(folder, "1")
    assert list(index.numbers) == [1, 2, 2]
    assert list(index.lengths) == [4, 4, 2]
    assert index.languages == ("en", "es")
    assert index.synonyms == (Synonym(("hotline", "tip line")),)
    assert "hotline" in index.words
    index.close()


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    build(tmp_path / "a" / "b" / "index")
    open_index(tmp_path / "a" / "b" / "index", "1").close()


def test_a_path_may_have_spaces_and_accents(tmp_path: Path) -> None:
    build(tmp_path / "Éva Nő" / "índice")
    open_index(tmp_path / "Éva Nő" / "índice", "1").close()


def test_an_empty_collection_can_be_indexed(tmp_path: Path) -> None:
    build(tmp_path / "index", documents=[])
    searcher = Searcher(open_index(tmp_path / "index", "1"))
    assert searcher.match("anything at all?").full == ()
    searcher.close()


def test_a_new_index_takes_the_place_of_the_old(folder: Path) -> None:
    build(folder, stamp="2", documents=DOCUMENTS[:1])
    index = open_index(folder, "2")
    assert list(index.numbers) == [1]
    index.close()
    assert names_in(folder.parent) == ["index"]


def test_no_index_is_missing(tmp_path: Path) -> None:
    assert reason(tmp_path / "index") == "missing"


def test_an_index_of_another_catalogue_is_stale(folder: Path) -> None:
    assert reason(folder, stamp="2") == "stale"


def test_an_index_of_another_format_is_stale(folder: Path) -> None:
    stamp = folder / STAMP
    stamp.write_text(stamp.read_text().replace('"format": 1', '"format": 0'))
    assert reason(folder) == "stale"


@pytest.mark.parametrize("written", ["", "{}", "[]", "null", "{" * 100_000, '{"format": 1}', "\0"])
def test_a_stamp_that_is_none_makes_an_index_unusable(folder: Path, written: str) -> None:
    (folder / STAMP).write_text(written)
    assert reason(folder) == "damaged"


def test_every_file_is_missed(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        if "LOCK" in path.name:
            continue
        kept = path.read_bytes()
        path.unlink()
        assert reason(folder) == ("missing" if path.name == STAMP else "damaged")
        path.write_bytes(kept)
    open_index(folder, "1").close()


def test_a_cut_file_is_noticed(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        if path.stat().st_size and path.name != STAMP:
            kept = path.read_bytes()
            path.write_bytes(kept[:-1])
            assert reason(folder) == "damaged"
            path.write_bytes(kept)


def test_a_word_list_out_of_order_is_damage(folder: Path) -> None:
    words = (folder / WORDS).read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / WORDS).write_text("".join(reversed(words)), encoding="utf-8")
    assert reason(folder) == "damaged"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_garbage_in_any_file_is_an_unusable_index_or_is_searched(
    folder: Path, data: st.DataObject
) -> None:
    """Lengths do not tell of changed bytes: whatever they lead to, it is one kind of error."""
    files = sorted(path for path in folder.iterdir() if path.stat().st_size)
    path = data.draw(st.sampled_from(files))
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    garbage = data.draw(st.binary(min_size=1, max_size=64))[: len(whole) - place]
    stamp = (folder / STAMP).read_bytes()
    path.write_bytes(whole[:place] + garbage + whole[place + len(garbage) :])
    try:
        searcher = Searcher(open_index(folder, "1"))
        try:
            searcher.match("hotline línea helpline")
            searcher.match('"a hotline takes" rep')
        finally:
            searcher.close()
    except IndexUnusableError:
        pass
    finally:
        path.write_bytes(whole)
        (folder / STAMP).write_bytes(stamp)


def test_damage_that_shows_only_in_searching_condemns_the_index(folder: Path) -> None:
    (postings,) = folder.glob("*.pst")
    postings.write_bytes(b"\xff" * postings.stat().st_size)
    searcher = Searcher(open_index(folder, "1"))
    with pytest.raises(IndexUnusableError):
        searcher.match("hotline")
    searcher.close()
    assert reason(folder) == "missing"


def test_a_changed_file_is_found_by_looking_through_all(folder: Path) -> None:
    check_index(folder, "1")
    (postings,) = folder.glob("*.pst")
    postings.write_bytes(b"\xff" * postings.stat().st_size)
    with pytest.raises(IndexUnusableError, match=r"\.pst") as caught:
        check_index(folder, "1")
    assert caught.value.data["reason"] == "damaged"


def test_a_stamp_without_checksums_is_damage(folder: Path) -> None:
    stamp = folder / STAMP
    stamp.write_text(stamp.read_text().replace('"checksums": {', '"checksums": {}, "more": {'))
    with pytest.raises(IndexUnusableError):
        check_index(folder, "1")


# --- while it is built ------------------------------------------------------------------------


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[Progress] = []
    documents = [document(number, "text") for number in range(1, 51)]
    build_index(tmp_path / "index", documents, [], "1", 50, told.append)
    assert [progress.done for progress in told] == [0, 20, 40, 50]
    assert {progress.total for progress in told} == {50}


def test_a_stopped_build_leaves_everything_as_it_was(folder: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done:
            raise CancelledError

    documents = [document(number, "text") for number in range(1, 51)]
    with pytest.raises(CancelledError):
        build_index(folder, documents, [], "2", 50, stop)
    open_index(folder, "1").close()
    assert names_in(folder.parent) == ["index"]


def test_a_catalogue_that_fails_leaves_everything_as_it_was(folder: Path) -> None:
    def documents() -> Iterator[SearchDocument]:
        yield DOCUMENTS[0]
        raise LookupError

    with pytest.raises(LookupError):
        build_index(folder, documents(), [], "2", 2, unreported)
    open_index(folder, "1").close()
    assert names_in(folder.parent) == ["index"]


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.EIO, EnvironmentFaultError),
    ],
)
def test_a_disk_that_fails_is_told_by_its_own_error(
    tmp_path: Path, number: int, error: type[EnvironmentFaultError]
) -> None:
    def documents() -> Iterator[SearchDocument]:
        yield DOCUMENTS[0]
        raise OSError(number, os.strerror(number))

    with pytest.raises(error) as caught:
        build_index(tmp_path / "index", documents(), [], "1", 2, unreported)
    assert type(caught.value) is error
    assert caught.value.data["path"] == str(tmp_path / "index")
    assert names_in(tmp_path) == []


def test_the_old_index_comes_back_where_the_new_one_cannot_take_its_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if "building" in path.name and target == folder and "-old" not in path.name:
            raise PermissionError(errno.EACCES, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ReadOnlyError):
        build(folder, stamp="2")
    open_index(folder, "1").close()
    assert names_in(folder.parent) == ["index"]


def test_what_an_interrupted_build_left_is_removed_once_it_is_old(tmp_path: Path) -> None:
    young, old = tmp_path / "index.building-a", tmp_path / "index.building-b"
    for left in (young, old):
        left.mkdir()
        (left / "file").touch()
    os.utime(old, (0, 0))
    build(tmp_path / "index")
    assert young.exists()
    assert not old.exists()


def test_a_passing_index_goes_when_it_is_closed() -> None:
    temporary = TemporaryDirectory()
    folder = Path(temporary.name) / "index"
    build(folder)
    index = open_index(folder, "1", temporary=temporary)
    assert folder.exists()
    index.close()
    assert not folder.exists()
