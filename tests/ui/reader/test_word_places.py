from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of

from fieldcat.domain.entry import (
    Block,
    Citation,
    Emphasis,
    EntryLink,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    Text,
)
from fieldcat.domain.keeping import Passage
from fieldcat.ui.reader.composing import Composer
from fieldcat.ui.reader.finding import python_index, utf16_length
from fieldcat.ui.reader.look import Look, Ranges
from fieldcat.ui.reader.word_places import passages_in, range_of, words_of
from fieldcat.ui.theme import LIGHT

Made = Callable[..., tuple[QTextDocument, Ranges]]
ARABIC = "خط البلاغات"


@pytest.fixture
def made(qapp: object, fonts: object) -> Made:
    """Documents made of blocks, with where their words stand."""
    assert qapp is not None
    assert fonts == ()

    def make(*blocks: Block) -> tuple[QTextDocument, Ranges]:
        document = QTextDocument()
        composer = Composer(document, Look(LIGHT, 1.0), view_of(made_up.case_study()))
        composer.blocks(blocks)
        return document, composer.ranges

    return make


def shown(document: QTextDocument, place: tuple[int, int] | None) -> str:
    assert place is not None
    cursor = QTextCursor(document)
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_words_of_a_block_are_without_numbers_of_notes_and_marks_of_direction(made: Made) -> None:
    line = (
        Text("The "),
        EntryLink("hotline", made_up.HOTLINE),
        Text(" of "),
        Link(ARABIC, "https://example.org"),
        Emphasis(", they say"),
        Citation("first", 1),
        Text("."),
    )
    document, ranges = made(Paragraph("p", line))
    assert words_of(ranges) == {"p": f"The hotline of {ARABIC}, they say."}
    for words in ("hotline", ARABIC, "they say"):
        assert shown(document, range_of(ranges, Passage("p", words))) == words
    over_the_note = range_of(ranges, Passage("p", "say."))
    assert shown(document, over_the_note) == "say\u2060[1]."


def test_every_line_of_a_list_a_quotation_and_a_table_is_a_block(made: Made) -> None:
    inner = ListItem("inner", (Text("within"),))
    _, ranges = made(
        ListBlock("list", (ListItem("outer", (Text("without"),), (inner,)),)),
        Quotation("said", ((Text("one"),), (Text("two"),)), "Somebody"),
        Table("table", ((Text("head"),),), (((Text("cell"),),),)),
    )
    assert words_of(ranges) == {
        "outer": "without",
        "inner": "within",
        "said": "one",
        "said:1": "two",
        "table:0:0": "head",
        "table:1:0": "cell",
    }


def test_a_selection_over_several_blocks_makes_a_passage_of_each(made: Made) -> None:
    document, ranges = made(
        Paragraph("a", (Text("one two"),)), Paragraph("b", (Text("three four"),))
    )
    whole = document.toPlainText()
    passages = passages_in(ranges, whole.index("two"), whole.index(" four"))
    assert [(one.block, one.quotation) for one in passages] == [("a", "two"), ("b", "three")]
    assert passages[0].before == "one "
    assert passages[1].after == " four"


def test_space_between_words_is_no_passage(made: Made) -> None:
    _, ranges = made(Paragraph("a", (Text("one two"),)))
    assert passages_in(ranges, 3, 4) == ()
    assert passages_in(ranges, 5, 5) == ()


def test_words_that_are_not_in_their_block_stand_nowhere(made: Made) -> None:
    _, ranges = made(Paragraph("a", (Text("one two"),)))
    assert range_of(ranges, Passage("a", "three")) is None
    assert range_of(ranges, Passage("b", "one")) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.lists(
        st.text(alphabet="ab \U0001f600\u0628", min_size=1, max_size=8), min_size=1, max_size=5
    ),
    st.data(),
)
def test_what_is_selected_is_marked_again_letter_by_letter(
    made: Made, parts: Sequence[str], data: st.DataObject
) -> None:
    spans = [
        Text(part) if at % 2 else Link(part, "https://example.org") for at, part in enumerate(parts)
    ]
    _, ranges = made(Paragraph("p", tuple(spans)))
    text = "".join(parts)
    assert words_of(ranges)["p"] == text
    # Words that stand only once, so that there is only one place to find them again.
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    if not words.strip() or text.count(words.strip()) > 1:
        return
    place = range_of(ranges, Passage("p", words.strip()))
    assert place is not None
    (again,) = passages_in(ranges, *place)
    assert again.quotation == words.strip()


@given(st.text(max_size=30), st.integers(0, 40))
def test_letters_are_counted_as_qt_counts_them(text: str, units: int) -> None:
    index = python_index(text, units)
    assert utf16_length(text[:index]) >= min(units, utf16_length(text))
    assert index == 0 or utf16_length(text[: index - 1]) < units
