"""Which lines and words were added, removed or changed; nothing is lost of either text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldcat.domain.comparing import Mark, Passage, Piece, compared

LINES = st.lists(st.text("ab .", max_size=12), max_size=6)


def test_words_of_a_changed_line_are_told() -> None:
    [passage] = compared(["It reached 267 towns."], ["It reached 276 towns."])
    assert passage == Passage(
        Mark.CHANGED,
        (
            Piece("It reached ", Mark.SAME),
            Piece("267", Mark.REMOVED),
            Piece("276", Mark.ADDED),
            Piece(" towns.", Mark.SAME),
        ),
    )


def test_lines_are_added_removed_and_stay() -> None:
    old, new = ["One.", "Two here.", "Three."], ["One.", "Three.", "Four there."]
    assert [(passage.mark, passage.pieces[0].text) for passage in compared(old, new)] == [
        (Mark.SAME, "One."),
        (Mark.REMOVED, "Two here."),
        (Mark.SAME, "Three."),
        (Mark.ADDED, "Four there."),
    ]


def test_lines_that_have_little_in_common_are_two() -> None:
    found = compared(["Children rang the line."], ["A grant closes in March; apply now, all."])
    assert [passage.mark for passage in found] == [Mark.REMOVED, Mark.ADDED]


@given(LINES, LINES)
def test_both_texts_can_be_read_out_of_it(old: list[str], new: list[str]) -> None:
    found = compared(old, new)
    assert read(found, Mark.REMOVED) == old
    assert read(found, Mark.ADDED) == new


def read(passages: tuple[Passage, ...], side: Mark) -> list[str]:
    """The lines of one of the two texts."""
    other = Mark.ADDED if side is Mark.REMOVED else Mark.REMOVED
    return [
        "".join(piece.text for piece in passage.pieces if piece.mark is not other)
        for passage in passages
        if passage.mark is not other
    ]
