"""The front page comes back as it was kept, for the same catalogue on the same laptop, or not."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import heads, names, slugs

from fieldcat.domain.query import Answer, FacetValue, Hit, Query, Snippet
from fieldcat.domain.taxonomy import Facet
from fieldcat.services import front_page
from fieldcat.services.front_page import read_front_page, write_front_page

ANSWER = Answer(Query(limit=24), (), total=0, collection_size=0)

values = st.builds(FacetValue, slugs, names(), st.integers(0, 10_000))
hits = st.builds(Hit, heads(), st.just(0.0), st.builds(Snippet, names()))
answers = st.builds(
    Answer,
    query=st.just(Query(limit=24)),
    hits=st.lists(hits, max_size=4).map(tuple),
    total=st.integers(0, 10_000),
    collection_size=st.integers(0, 10_000),
    facets=st.dictionaries(st.sampled_from(Facet), st.lists(values, max_size=4).map(tuple)),
)


class Kept:
    """A front page in a folder, with the catalogue that it is of and the key of its seal."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "front" / "en.json"
        self.catalogue = folder / "casebook.sqlite"
        self.key_file = folder / "settings" / "index.key"
        self.catalogue.write_bytes(bytes(range(256)) * 100)

    def write(self, answer: Answer = ANSWER) -> None:
        write_front_page(self.file, self.catalogue, answer, language="en", key_file=self.key_file)

    def read(self, language: str = "en") -> Answer | None:
        return read_front_page(self.file, self.catalogue, language=language, key_file=self.key_file)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    made = Kept(tmp_path)
    made.write()
    return made


@given(answers)
def test_it_comes_back_as_it_was_kept(answer: Answer) -> None:
    with TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        kept.write(answer)
        assert kept.read() == answer


def test_without_one_there_is_none(tmp_path: Path) -> None:
    assert Kept(tmp_path).read() is None


@given(place=st.integers(0), byte=st.integers(0, 255))
def test_with_any_byte_changed_there_is_none(place: int, byte: int) -> None:
    with TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        kept.write()
        content = bytearray(kept.file.read_bytes())
        place %= len(content)
        same = content[place] == byte
        content[place] = byte
        kept.file.write_bytes(content)
        assert (kept.read() == ANSWER) is same


@given(st.binary(max_size=200))
def test_of_what_is_no_front_page_nothing_is_shown(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        kept.write()
        kept.file.write_bytes(content)
        assert kept.read() is None


def another_laptop(kept: Kept) -> None:
    kept.key_file.write_bytes(bytes(32))


def no_key(kept: Kept) -> None:
    kept.key_file.unlink()


def longer_catalogue(kept: Kept) -> None:
    kept.catalogue.write_bytes(kept.catalogue.read_bytes() + b"more")


def other_catalogue_of_the_same_time(kept: Kept) -> None:
    before = kept.catalogue.stat()
    kept.catalogue.write_bytes(bytes(before.st_size))
    os.utime(kept.catalogue, ns=(before.st_atime_ns, before.st_mtime_ns))


def later_catalogue(kept: Kept) -> None:
    later = kept.catalogue.stat().st_mtime_ns + 1_000_000_000
    os.utime(kept.catalogue, ns=(later, later))


def no_catalogue(kept: Kept) -> None:
    kept.catalogue.unlink()


@pytest.mark.parametrize(
    "change",
    [
        another_laptop,
        no_key,
        longer_catalogue,
        other_catalogue_of_the_same_time,
        later_catalogue,
        no_catalogue,
    ],
)
def test_of_another_laptop_or_catalogue_it_is_not_shown(
    kept: Kept, change: Callable[[Kept], None]
) -> None:
    assert kept.read() == ANSWER
    change(kept)
    assert kept.read() is None


def test_in_another_language_it_is_not_shown(kept: Kept) -> None:
    assert kept.read("es") is None


def test_of_another_version_of_the_program_it_is_not_shown(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front_page, "__version__", "another")
    assert kept.read() is None


def test_a_file_that_is_too_large_is_not_read(kept: Kept) -> None:
    kept.file.write_bytes(kept.file.read_bytes() + b" " * 1_000_000)
    assert kept.read() is None


def test_where_it_cannot_be_written_nothing_is_said(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.file.parent.write_bytes(b"in the way")
    kept.write()
    assert kept.read() is None
