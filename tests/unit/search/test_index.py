from __future__ import annotations

import errno
import hashlib
import json
import os
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
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
from fieldcat.search.building import build_index
from fieldcat.search.index import open_index
from fieldcat.search.sealing import seal, usual_key_file
from fieldcat.search.searching import Searcher
from fieldcat.search.stamp import STAMP, check_index

DOCUMENTS = [
    document(1, "A hotline takes reports."),
    document(2, "Una línea de ayuda.", language="es"),
    document(2, "A helpline.", language="en"),
]


def build(
    folder: Path,
    stamp: str = "1",
    documents: list[SearchDocument] = DOCUMENTS,
    key_file: Path | None = None,
) -> None:
    synonyms = [Synonym(("hotline", "tip line"))]
    total = len(documents)
    build_index(folder, documents, synonyms, stamp, total, unreported, key_file=key_file)


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
    (bucket,) = index.buckets
    assert list(bucket.numbers) == [1, 2]
    assert list(bucket.slots) == [0, 1, 1]
    assert list(bucket.starts) == [0, 16, 32]  # each begins a block of places
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
    assert searcher.match("anything at all?").full == 0
    searcher.close()


def test_a_new_index_takes_the_place_of_the_old(folder: Path) -> None:
    build(folder, stamp="2", documents=DOCUMENTS[:1])
    index = open_index(folder, "2")
    assert [list(bucket.numbers) for bucket in index.buckets] == [[1]]
    index.close()
    assert names_in(folder.parent) == ["index"]


def test_no_index_is_missing(tmp_path: Path) -> None:
    assert reason(tmp_path / "index") == "missing"


def test_an_index_of_another_catalogue_is_stale(folder: Path) -> None:
    assert reason(folder, stamp="2") == "stale"


def test_an_index_of_another_format_is_stale(folder: Path) -> None:
    stamp = folder / STAMP
    found = json.loads(stamp.read_text())
    stamp.write_text(json.dumps(found | {"format": found["format"] - 1}))
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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_changed_bytes_in_any_file_are_noticed(folder: Path, data: st.DataObject) -> None:
    files = sorted(path for path in folder.iterdir() if path.stat().st_size)
    path = data.draw(st.sampled_from(files))
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    garbage = data.draw(st.binary(min_size=1, max_size=64))[: len(whole) - place]
    changed = whole[:place] + garbage + whole[place + len(garbage) :]
    path.write_bytes(changed)
    try:
        if changed == whole:
            return
        with pytest.raises(IndexUnusableError):
            check_index(folder, "1")
        if path.suffix != ".pst":
            with pytest.raises(IndexUnusableError):
                open_index(folder, "1").close()
        else:
            # Blobs are looked at when they are read: the right answer, or none.
            searcher = Searcher(open_index(folder, "1"))
            with closing(searcher), suppress(IndexUnusableError):
                assert searcher.match('"takes reports" t').full == 1
    finally:
        path.write_bytes(whole)
        if not (folder / STAMP).exists():
            build(folder)


def spoil(path: Path) -> None:
    """Change all bytes of a file that is open elsewhere."""
    with path.open("rb+") as file:
        file.write(b"\xff" * path.stat().st_size)


def test_damage_that_shows_only_in_searching_condemns_the_index(folder: Path) -> None:
    searcher = Searcher(open_index(folder, "1"))
    (postings,) = folder.glob("*.pst")
    spoil(postings)
    with pytest.raises(IndexUnusableError):
        searcher.match("hotline")
    searcher.close()
    assert reason(folder) == "missing"


def test_a_closed_searcher_says_nothing_against_the_index(folder: Path) -> None:
    searcher = Searcher(open_index(folder, "1"))
    searcher.match("hotline")
    searcher.close()
    searcher.close()
    for text in ("hotline", "helpline"):
        with pytest.raises(CancelledError):
            searcher.match(text)
    open_index(folder, "1").close()


def test_the_state_of_an_index_is_told_without_opening_it(folder: Path) -> None:
    check_index(folder, "1")
    (postings,) = folder.glob("*.pst")
    spoil(postings)
    with pytest.raises(IndexUnusableError, match=r"\.pst") as caught:
        check_index(folder, "1")
    assert caught.value.data["reason"] == "damaged"


# --- only what this laptop built --------------------------------------------------------------


class Exploit:
    """Creates a file where it is unpickled."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.trace),)


def forge(folder: Path, key: bytes) -> None:
    """Have the stamp fit what is in the folder, as far as that can be done with this key."""
    written = json.loads((folder / STAMP).read_text())
    del written["seal"]
    written["hashes"] = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in written["hashes"]
    }
    written["lengths"] = {name: (folder / name).stat().st_size for name in written["lengths"]}
    written["seal"] = seal(key, json.dumps(written, sort_keys=True).encode())
    (folder / STAMP).write_text(json.dumps(written))


def put_program_into(folder: Path, suffix: str, trace: Path) -> None:
    (path,) = folder.glob(f"*{suffix}")
    program = pickle.dumps(Exploit(trace))
    if suffix != ".toc":
        path.write_bytes(program + path.read_bytes()[len(program) :])
        return
    # What Whoosh unpickles of a table of contents is the schema, behind its length.
    contents = path.read_bytes()
    begin = contents.index(b"\x80")
    path.write_bytes(contents[: begin - 2] + _varint(len(program)) + program)


def _varint(number: int) -> bytes:
    low = bytearray()
    while number > 0x7F:
        low.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*low, number])


@pytest.mark.parametrize("suffix", [".toc", ".trm"])
def test_a_program_in_an_index_from_elsewhere_never_runs(
    folder: Path, tmp_path: Path, suffix: str
) -> None:
    trace = tmp_path / "trace"
    put_program_into(folder, suffix, trace)
    forge(folder, b"a key of somebody else")
    assert reason(folder) == "stale"
    assert not trace.exists()


def test_the_program_would_run_but_for_the_seal(folder: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    put_program_into(folder, ".toc", trace)
    forge(folder, usual_key_file().read_bytes())
    with suppress(IndexUnusableError):
        open_index(folder, "1").close()
    assert trace.exists()


def test_the_file_of_blobs_is_never_unpickled(folder: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    put_program_into(folder, ".pst", trace)
    searcher = Searcher(open_index(folder, "1"))
    for text in ("hotline", "takes reports", '"takes reports"', "h", "línea"):
        with suppress(IndexUnusableError):
            searcher.match(text)
    searcher.close()
    assert not trace.exists()


def test_a_file_that_the_stamp_does_not_know_is_damage(folder: Path) -> None:
    (folder / "_MAIN_9.toc").write_bytes(b"another table of contents")
    assert reason(folder) == "damaged"


@pytest.mark.parametrize("key", [None, b"", b"short", bytes(33), bytes(32)])
def test_without_the_key_it_was_built_with_an_index_is_stale(
    tmp_path: Path, key: bytes | None
) -> None:
    folder, key_file = tmp_path / "index", tmp_path / "settings" / "index.key"
    build(folder, key_file=key_file)
    key_file.unlink()
    if key is not None:
        key_file.write_bytes(key)
    with pytest.raises(IndexUnusableError) as caught:
        open_index(folder, "1", key_file=key_file)
    assert caught.value.data["reason"] == "stale"
    build(folder, key_file=key_file)
    open_index(folder, "1", key_file=key_file).close()


def test_only_this_user_may_read_the_key_and_it_stays_the_same(tmp_path: Path) -> None:
    key_file = tmp_path / "settings" / "index.key"
    build(tmp_path / "one", key_file=key_file)
    key = key_file.read_bytes()
    build(tmp_path / "two", key_file=key_file)
    assert key_file.read_bytes() == key
    assert names_in(key_file.parent) == ["index.key"]
    if os.name == "posix":
        assert key_file.stat().st_mode & 0o777 == 0o600


def test_a_key_that_cannot_be_made_is_a_fault_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReadOnlyError):
        build(tmp_path / "index", key_file=tmp_path / "file" / "index.key")
    assert names_in(tmp_path) == ["file"]


# --- several at once --------------------------------------------------------------------------


def test_many_threads_may_build_the_same_index(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: build(folder), range(8)))
    open_index(folder, "1").close()
    assert names_in(tmp_path) == ["index"]


def test_an_index_that_fits_stays_though_another_is_built(folder: Path) -> None:
    before = sorted(names_in(folder))
    build(folder)
    assert sorted(names_in(folder)) == before


def test_a_build_is_content_where_another_was_quicker(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def overtaken(path: Path, target: Path) -> Path:
        if ".building-" in path.name and target == folder:
            monkeypatch.undo()
            build(folder, stamp="2")
            raise OSError(errno.ENOTEMPTY, "not empty")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", overtaken)
    build(folder, stamp="2")
    open_index(folder, "2").close()
    assert names_in(folder.parent) == ["index"]


def test_what_is_swept_away_meanwhile_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "glob", lambda path, _: [path / "index.building-gone"])
    build(tmp_path / "index")


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
        (errno.ENOTDIR, ReadOnlyError),
        (errno.EEXIST, ReadOnlyError),
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
