"""Slides set as somebody with care would: lists whole, last lines full, numbers clear of words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from tests.fakes.plans import STUDY, entry_part, figure, origin, section, step

from fieldcat.domain.entry import Emphasis, EntryLink, FigureCards, ListBlock, ListItem, Text
from fieldcat.domain.session import FigurePart, OwnText
from fieldcat.ui.slides.composing import slides_of
from fieldcat.ui.slides.flowing import flowed
from fieldcat.ui.slides.lines import SlideLines, evened
from fieldcat.ui.slides.setting import set_slides
from fieldcat.ui.slides.sheet import Dot, Ink, Sheet
from fieldcat.ui.slides.slide import Manner, NumberSlide, PlainSlide, SlideText
from fieldcat.ui.slides.wording import figure_heading, figure_words
from fieldcat.ui.type import TextRole

RIGHT = Qt.LayoutDirection.LeftToRight


def items(*texts: str, ordered: bool = False) -> ListBlock:
    return ListBlock(
        "l", tuple(ListItem(f"i{at}", (Text(t),)) for at, t in enumerate(texts)), ordered
    )


def inks(sheet: Sheet) -> list[Ink]:
    return [mark for mark in sheet.marks if isinstance(mark, Ink)]


def ink_of(sheet: Sheet, words: str) -> Ink:
    return next(ink for ink in inks(sheet) if ink.lines.layout.text() == words)


def number_sheet(value: str, unit: str = "", **kwargs: str) -> Sheet:
    (sheet,) = set_slides(
        slides_of(step(FigurePart(origin(), figure(Decimal(value), unit, **kwargs))))
    )
    return sheet


def test_the_tenth_of_a_list_is_called_so_on_one_line() -> None:
    places = items(*(f"Place {at}" for at in range(12)), ordered=True)
    sheets = set_slides(slides_of(step(entry_part(section(places)))))
    (mark,) = [ink for sheet in sheets for ink in inks(sheet) if ink.lines.layout.text() == "10."]
    assert mark.lines.count == 1


def test_an_item_is_set_whole_where_that_takes_no_more_slides() -> None:
    long = "A sentence about a lesson that some people learned in a school. " * 3
    texts = [SlideText((Text(long + str(at)),), Manner.ITEM, "\u2022") for at in range(3)]
    sheets = flowed(texts, "Lessons", "Us", RIGHT)
    whole = [ink.lines.layout.text() for sheet in sheets for ink in inks(sheet)]
    assert all(f"{long}{at}" in whole for at in range(3))


def test_words_that_lead_to_a_list_go_with_it() -> None:
    before = SlideText((Text("Nobody knew how much of it there was in the country. " * 6),))
    leading = SlideText((Text("Learners find out about:"),))
    listed = [
        SlideText((Text(f"the risks of sharing pictures with others {at}"),), Manner.ITEM, "\u2022")
        for at in range(4)
    ]
    for sheet in flowed([before, leading, *listed], "What they did", "Us", RIGHT):
        assert inks(sheet)[-1].lines.layout.text() != "Learners find out about:"


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_no_word_is_alone_on_the_last_line(direction: Qt.LayoutDirection) -> None:
    words = "Threats to privacy and security, false news, and the exploitation of children"
    role = TextRole.SLIDE_TEXT
    wide = SlideLines(words, role, 10_000, direction).used_width
    tail = SlideLines("children", role, 10_000, direction).used_width
    lines = SlideLines(words, role, wide - tail / 2, direction)
    last = lines.layout.lineAt(lines.count - 1)
    assert lines.count == 2
    assert last.naturalTextWidth() > tail * 1.2
    assert lines.used_width <= wide - tail / 2


def test_what_begins_at_the_right_still_does_where_lines_are_broken_earlier() -> None:
    words = "Threats to privacy and security, false news, and the exploitation of children"
    wide = SlideLines(words, TextRole.SLIDE_TEXT, 10_000, RIGHT).used_width - 60
    lines = SlideLines(words, TextRole.SLIDE_TEXT, wide, Qt.LayoutDirection.RightToLeft)
    ends = [lines.layout.lineAt(at).naturalTextRect().right() for at in range(lines.count)]
    assert ends == [pytest.approx(wide, abs=2)] * lines.count


@pytest.mark.parametrize("value", ["63000", "32000", "9000", "2800000"])
def test_the_comma_of_a_number_touches_no_word_under_it(value: str) -> None:
    sheet = number_sheet(value, counts="people trained in the projects of the fund, in all of them")
    shown = next(ink for ink in inks(sheet) if ink.lines.layout.text().startswith(value[0]))
    under = ink_of(sheet, "people trained in the projects of the fund, in all of them")
    hangs = QFontMetricsF(shown.lines.layout.font()).tightBoundingRect("9,000").bottom()
    top = (
        under.lines.layout.lineAt(0).ascent() - QFontMetricsF(under.lines.layout.font()).capHeight()
    )
    assert under.y + top >= shown.y + shown.lines.baseline + hangs


@pytest.mark.parametrize(
    "counts",
    [
        "of students felt that they knew more about the dangers of online grooming "
        "after somebody had told them of it",
        "reported it and dealt with the threat in a suitable way, as far as they said",
        "said so",
    ],
)
def test_every_share_has_its_dots_and_no_words_over_its_number(counts: str) -> None:
    sheet = number_sheet("5", "%", counts=counts)
    assert sum(isinstance(mark, Dot) for mark in sheet.marks) == 100
    heading = inks(sheet)[0]
    assert all(ink.y >= heading.y + heading.lines.height - 20 for ink in inks(sheet)[1:])


def test_bars_are_as_large_as_they_fit() -> None:
    figures = tuple(figure(Decimal(67 - at), "%", id=str(at)) for at in range(2))
    part = entry_part(section(FigureCards("c", ("0", "1"))), figures=figures)
    (sheet,) = set_slides(slides_of(step(part)))
    assert inks(sheet)[-2].lines.layout.font().pixelSize() > 36


def test_what_stands_over_a_number_begins_with_a_capital() -> None:
    found = replace(figure(Decimal(20), "", place=""), period="phase one of the fund")
    assert figure_heading(found, "A study") == "Phase one of the fund"


@pytest.mark.parametrize(
    ("counts", "whom", "said"),
    [
        ("of children use the internet", "", "of children use the internet"),
        ("", "children", "children"),
        ("of teenagers know", "teenagers in Tanzania", "of teenagers know"),
        ("of Tanzanian children know", "children in Tanzania", "of Tanzanian children know"),
        (
            "of users found the app easy to use",
            "users of app",
            "of users found the app easy to use",
        ),
        ("of children know", "children aged 6 to 18", "of children know (children aged 6 to 18)"),
        (
            "of children at school",
            "children not at school",
            "of children at school (children not at school)",
        ),
    ],
)
def test_whom_a_figure_counts_is_said_once(counts: str, whom: str, said: str) -> None:
    assert figure_words(figure(Decimal(1), "", counts=counts, whom=whom)) == said


def test_a_link_among_bold_words_is_bold() -> None:
    bold, link = Emphasis("A ", strong=True), EntryLink("workflow", STUDY)
    line = (bold, link, Emphasis(":", strong=True), Text(" eight stages"))
    assert evened(line)[1] == Emphasis("workflow", strong=True)
    assert evened((Text("A "), link, Text(" helps")))[1] == link


def test_a_number_without_a_share_is_as_large_as_before() -> None:
    (slide,) = slides_of(step(FigurePart(origin(), figure(Decimal(46), ""))))
    assert isinstance(slide, NumberSlide)
    (sheet,) = set_slides([slide])
    assert max(ink.lines.layout.font().pixelSize() for ink in inks(sheet)) == 216


def test_a_title_without_words_stands_in_the_middle() -> None:
    (slide,) = slides_of(step(OwnText(""), title="Where to get help"))
    assert slide == PlainSlide("Where to get help")
