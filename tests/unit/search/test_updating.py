from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.unit.search.conftest import full, texts_of

from fieldcat.domain.progress import Progress, unreported
from fieldcat.domain.searching import SearchDocument
from fieldcat.errors import CancelledError, IndexUnusableError
from fieldcat.search.building import build_index
from fieldcat.search.index import open_index
from fieldcat.search.searching import Searcher
from fieldcat.search.stamp import check_index
from fieldcat.search.updating import update_index

SIZE = 40


def documents(changed: dict[int, str], size: int = SIZE) -> list[SearchDocument]:
    return [
        SearchDocument(
            number, "en", f"Title{number}", "", "", changed.get(number, "alpha"), key=f"id{number}"
        )
        for number in range(1, size + 1)
    ]


def keys(size: int = SIZE) -> list[str]:
    return [f"id{number}" for number in range(1, size + 1)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build_index(tmp_path / "index", documents({}), [], "0", SIZE, unreported)
    return tmp_path / "index"


def update(folder: Path, source: str, changed: Sequence[SearchDocument]) -> None:
    update_index(folder, texts_of(changed), keys(len(changed)), [], source, unreported)


def test_only_what_changed_is_indexed(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.pst")}
    update(folder, "1", documents({7: "beta"}))
    after = {path.name: path.read_bytes() for path in folder.glob("*.pst")}
    assert before.items() < after.items()
    searcher = Searcher(open_index(folder, "1"))
    assert full(searcher, "beta ") == [7]
    assert 7 not in full(searcher, "alpha ")
    assert len(full(searcher, "alpha ")) == SIZE - 1
    searcher.close()


def test_many_updates_follow_each_other_until_a_new_index_is_better(folder: Path) -> None:
    changed = {}
    for turn in range(1, 9):
        changed[turn % 4 + 1] = f"word{turn}"
        update(folder, str(turn), documents(changed))
        searcher = Searcher(open_index(folder, str(turn)))
        assert full(searcher, f"word{turn} ") == [turn % 4 + 1]
        assert len(full(searcher, "alpha ")) == SIZE - len(changed)
        searcher.close()
    with pytest.raises(IndexUnusableError, match="new one is better"):
        update(folder, "9", documents(changed | {1: "word9"}))


def test_entries_keep_their_blobs_though_their_numbers_change(folder: Path) -> None:
    later = documents({SIZE: "beta"})[1:]
    later = [
        SearchDocument(number, d.language, d.title, "", "", d.body, key=d.key)
        for number, d in enumerate(later, 1)
    ]
    update_index(folder, texts_of(later), [d.key for d in later], [], "1", unreported)
    searcher = Searcher(open_index(folder, "1"))
    assert full(searcher, "title2 ") == [1]
    assert full(searcher, "title1 ") == []
    assert full(searcher, "beta ") == [SIZE - 1]
    searcher.close()


def test_what_was_damaged_before_an_update_is_damage_after_it(folder: Path) -> None:
    (blobs,) = folder.glob("*.pst")
    content = blobs.read_bytes()
    blobs.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    update(folder, "1", documents({7: "beta"}))
    with pytest.raises(IndexUnusableError, match="damaged") as told:
        check_index(folder, "1")
    assert told.value.data["reason"] == "damaged"


def test_nothing_but_withdrawals_adds_no_bucket(folder: Path) -> None:
    update(folder, "1", documents({})[: SIZE - 3])
    index = open_index(folder, "1")
    assert len(index.buckets) == 1
    assert index.buckets[0].numbers.count(0) == 3
    index.close()


@pytest.mark.parametrize("reason", ["missing", "damaged", "much has changed"])
def test_where_there_is_nothing_to_begin_with_that_is_told(folder: Path, reason: str) -> None:
    changed = documents({})
    if reason == "missing":
        folder = folder.with_name("nothing")
    elif reason == "damaged":
        (folder / "words.bin").write_bytes(b"")
    else:
        changed = documents(dict.fromkeys(range(1, SIZE), "beta"))
    with pytest.raises(IndexUnusableError):
        update(folder, "1", changed)


def test_an_index_on_a_stick_without_links_is_updated_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    update(folder, "1", documents({7: "beta"}))
    searcher = Searcher(open_index(folder, "1"))
    assert full(searcher, "beta ") == [7]
    searcher.close()


@pytest.mark.parametrize("stopped_at", [0])
def test_a_stopped_update_leaves_the_index_as_it_was(folder: Path, stopped_at: int) -> None:
    def stop(progress: Progress) -> None:
        if progress.stage == "indexing" and progress.done == stopped_at:
            raise CancelledError

    with pytest.raises(CancelledError):
        update_index(folder, texts_of(documents({1: "beta"})), keys(), [], "1", stop)
    searcher = Searcher(open_index(folder, "0"))
    assert len(full(searcher, "alpha ")) == SIZE
    searcher.close()
    assert [path.name for path in folder.parent.iterdir()] == ["index"]
