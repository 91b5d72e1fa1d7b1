from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.publishing.block_ids import BlockIds, slug_of, split_given_id
from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.values import is_slug


@pytest.fixture
def log() -> FaultLog:
    return FaultLog("a.md")


@pytest.fixture
def ids(log: FaultLog) -> BlockIds:
    return BlockIds(log, "text")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Over 218,000 reports were taken by July 2024.", "over-218-000-reports-were-taken-by"),
        ("The hotline – “Te Protejo” – is busy", "the-hotline-te-protejo-is-busy"),
        ("Tú Lideras, Viguías", "tu-lideras-viguias"),
        ("Children's rights aren’t optional", "childrens-rights-arent-optional"),
        ("Straße and ﬁ", "strasse-and-fi"),
        ("— – …", ""),
    ],
)
def test_the_first_six_words_make_the_slug(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_another_script_gets_a_lasting_slug_of_its_own() -> None:
    assert slug_of("حماية الأطفال") == slug_of("حماية الأطفال")
    assert slug_of("حماية الأطفال") != slug_of("حماية البنات")
    assert is_slug(slug_of("حماية الأطفال"))


@given(st.text(max_size=200))
def test_every_text_makes_a_slug_or_none(text: str) -> None:
    assert slug_of(text) == "" or is_slug(slug_of(text))


def test_the_same_words_are_told_apart(ids: BlockIds) -> None:
    taken = [ids.take("Same words", None, 1) for _ in range(3)]

    assert taken == ["same-words", "same-words-2", "same-words-3"]


def test_words_without_letters_are_a_block(ids: BlockIds) -> None:
    assert ids.take("…", None, 1) == "block"


def test_a_given_id_is_kept(ids: BlockIds, log: FaultLog) -> None:
    assert ids.take("New words", "old-id", 1) == "old-id"
    assert not log.found


def test_a_given_id_that_is_taken_or_no_slug_is_a_fault(ids: BlockIds, log: FaultLog) -> None:
    ids.take("Old id", None, 1)

    ids.take("Other words", "old-id", 2)
    ids.take("More words", "Not A Slug", 3)

    assert [(fault.line, fault.field) for fault in log.found] == [(2, "text"), (3, "text")]


def test_the_id_at_the_end_of_a_block_is_no_part_of_its_text() -> None:
    assert split_given_id("Words. {#old-id}\n") == ("Words.", "old-id")
    assert split_given_id("Words {#a} more") == ("Words {#a} more", None)
