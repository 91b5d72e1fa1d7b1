"""Slides: nothing is left out, all of it fits, and the last row can read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from tests.fakes.plans import (
    entry_part,
    figure,
    help_part,
    origin,
    paragraph,
    section,
    step,
)
from tests.ui.pictures import png

from fieldcat.domain.entry import (
    Channel,
    Emphasis,
    FigureCards,
    Heading,
    Picture,
    Table,
    Term,
    Text,
)
from fieldcat.domain.session import (
    Break,
    Discussion,
    FigurePart,
    OwnText,
    PicturePart,
    Quiz,
    QuizForm,
    Session,
    Step,
    TermPart,
)
from fieldcat.ui.slides.composing import cover, slides_of
from fieldcat.ui.slides.flowing import flowed
from fieldcat.ui.slides.lines import cut, half_of, sentences
from fieldcat.ui.slides.pictures import pictures_of
from fieldcat.ui.slides.setting import set_slides
from fieldcat.ui.slides.sheet import HEIGHT, WIDTH, Ink, Sheet, paint_sheet
from fieldcat.ui.slides.slide import ChartSlide, Manner, NumberSlide, SlideText
from fieldcat.ui.tokens import DARK, LIGHT, Tokens

LONG = " ".join(f"Sentence number {at} of a text that goes on for long." for at in range(60))


def sheets_of(content: Any, **kwargs: Any) -> tuple[Sheet, ...]:
    return set_slides(slides_of(step(content), **kwargs))


def words_on(sheets: tuple[Sheet, ...]) -> str:
    return " ".join(word for sheet in sheets for word in sheet.words)


def inks(sheets: tuple[Sheet, ...]) -> list[Ink]:
    return [mark for sheet in sheets for mark in sheet.marks if isinstance(mark, Ink)]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def outside(sheet: Sheet) -> list[str]:
    """Words that reach over the edge of a slide."""
    found = []
    for mark in sheet.marks:
        if isinstance(mark, Ink):
            layout = mark.lines.layout
            rects = [layout.lineAt(at).naturalTextRect() for at in range(layout.lineCount())]
            united = QRectF()
            for rect in rects:
                united = united.united(rect.translated(mark.x, mark.y))
            room = QRectF(0, 0, WIDTH, HEIGHT)
            if not room.contains(united):
                found.append(layout.text())
    return found


CONTENTS: dict[str, Callable[[], Any]] = {
    "a long section": lambda: entry_part(section(paragraph(LONG))),
    "a figure": lambda: FigurePart(origin(), figure(Decimal(67), "%")),
    "a figure with many digits": lambda: FigurePart(
        origin(), figure(Decimal("1300000000.25"), "USD")
    ),
    "a help service": lambda: help_part("116"),
    "a help service with an address": lambda: help_part(
        "https://www.example.org/a/very/long/address/that/goes/on/and/on/for/ever", "website"
    ),
    "a question": lambda: Discussion("Who would your child tell?"),
    "a long question": lambda: Discussion(LONG),
    "a quiz": lambda: Quiz("What do you do?", ("Ask", "Stay calm", "Shout"), 1, "Because."),
    "a quiz of long answers": lambda: Quiz(
        LONG[:300], tuple(LONG[:280] for _ in range(6)), 1, LONG
    ),
    "own words": lambda: OwnText("Welcome\n\n- first\n- second"),
    "a break": lambda: Break(),
    "a picture that is not here": lambda: PicturePart("0" * 64, "A school yard", LONG[:400]),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_every_word_stands_within_the_slide(name: str) -> None:
    assert [words for sheet in sheets_of(CONTENTS[name]()) for words in outside(sheet)] == []


@pytest.mark.parametrize("name", CONTENTS)
def test_no_letter_is_too_small_for_the_last_row(name: str) -> None:
    assert (
        min(ink.lines.layout.font().pixelSize() for ink in inks(sheets_of(CONTENTS[name]()))) >= 28
    )


@pytest.mark.usefixtures("from_right_to_left")
@pytest.mark.parametrize("name", CONTENTS)
def test_from_right_to_left_it_stands_within_the_slide_too(name: str) -> None:
    assert [words for sheet in sheets_of(CONTENTS[name]()) for words in outside(sheet)] == []


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.text(st.sampled_from("ab .!?\u0627\u0628é\U0001f642"), max_size=300), max_size=5)
)
def test_a_long_part_loses_no_letter_on_its_slides(texts: list[str]) -> None:
    part = entry_part(section(*(paragraph(text, id=f"p{at}") for at, text in enumerate(texts))))
    sheets = sheets_of(part)
    shown = squeezed(words_on(sheets))
    for piece in texts:
        for word in piece.split():
            assert word in shown or squeezed(word) in shown


def test_a_long_part_is_parted_at_the_end_of_a_sentence() -> None:
    sheets = sheets_of(entry_part(section(paragraph(LONG))))
    assert len(sheets) > 2
    assert all(sheet.words[-1].rstrip().endswith(".") for sheet in sheets)


def test_each_slide_says_where_it_comes_from() -> None:
    for sheet in sheets_of(entry_part(section(paragraph(LONG)))):
        assert any("As stated on" in word for word in sheet.words)


def test_a_heading_goes_with_what_it_heads() -> None:
    filling = [paragraph("One line.", id=f"p{at}") for at in range(6)]
    part = entry_part(section(*filling, Heading("h", (Text("After that"),)), paragraph(LONG[:200])))
    for sheet in sheets_of(part):
        assert sheet.words[-1] != "After that"


@pytest.mark.parametrize(("first", "second"), [(6, 3), (7, 4), (9, 7), (12, 8)])
def test_who_said_something_stands_under_what_was_said(first: int, second: int) -> None:
    texts = []
    for sentences_before in (first, second):
        texts += [
            SlideText((Text("One more sentence of some words. " * sentences_before),)),
            SlideText((Text("For me this matters: we will be heard."),), Manner.QUOTATION),
            SlideText((Text("\u2014 Joy"),), Manner.SAID_BY),
        ]
    for sheet in flowed(texts, "Heard", "Us", Qt.LayoutDirection.LeftToRight):
        assert sheet.words[2] != "\u2014 Joy"


def test_a_percentage_has_as_many_dots_as_it_says() -> None:
    (slide,) = slides_of(step(FigurePart(origin(), figure(Decimal("66.5"), "%"))))
    assert isinstance(slide, NumberSlide)
    assert slide.share == pytest.approx(66.5)


def test_a_number_that_is_no_percentage_has_no_dots() -> None:
    (slide,) = slides_of(step(FigurePart(origin(), figure(Decimal(80), ""))))
    assert isinstance(slide, NumberSlide)
    assert slide.share is None


def test_shares_of_the_same_people_stand_in_one_chart() -> None:
    figures = (figure(Decimal(67), "%", id="a"), figure(Decimal(12), "%", id="b"))
    part = entry_part(section(FigureCards("c", ("a", "b"))), figures=figures)
    (slide,) = slides_of(step(part))
    assert isinstance(slide, ChartSlide)
    assert slide.whole == 100


def test_shares_of_different_people_do_not() -> None:
    figures = (
        figure(Decimal(67), "%", id="a", whom="children"),
        figure(Decimal(12), "%", id="b", whom="teachers"),
    )
    part = entry_part(section(FigureCards("c", ("a", "b"))), figures=figures)
    assert len(slides_of(step(part))) == 2


def test_different_things_are_not_compared() -> None:
    figures = (
        figure(Decimal(5000), "", id="a", counts="calls"),
        figure(Decimal(12), "", id="b", counts="schools"),
    )
    part = entry_part(section(FigureCards("c", ("a", "b"))), figures=figures)
    assert len(slides_of(step(part))) == 2


def test_a_quiz_asks_before_it_answers() -> None:
    quiz = Quiz("What do you do?", ("Ask", "Stay calm"), 1, "Fear keeps children silent.")
    asked, answered, why = slides_of(step(quiz))
    assert asked.right is None
    assert answered.right == 1
    assert "Fear" in words_on(set_slides([why]))


def test_counted_hands_stand_beside_the_answers() -> None:
    quiz = Quiz("What do you do?", ("Ask", "Stay calm"), 1)
    _asked, answered = sheets_of(quiz, hands=(3, 17))
    assert {"3", "17"} <= set(answered.words)


def test_hands_do_not_tell_the_answer_before_it_is_given() -> None:
    quiz = Quiz("What do you do?", ("Ask", "Stay calm"), 1)
    asked, _answered = sheets_of(quiz, hands=(3, 17))
    assert "17" not in asked.words


def test_a_myth_is_called_one() -> None:
    quiz = Quiz("Only girls are pressured", ("True", "Not true"), 1, form=QuizForm.MYTH)
    assert "Myth or fact?" in sheets_of(quiz)[0].words


@pytest.mark.usefixtures("from_right_to_left")
def test_what_one_dials_runs_from_left_to_right_in_every_language() -> None:
    (sheet,) = sheets_of(help_part("+255 116"))
    (number,) = [ink for ink in inks((sheet,)) if "116" in ink.lines.layout.text()]
    assert number.lines.layout.text() == "\u2066+255 116\u2069"


def test_a_help_service_without_a_channel_says_what_it_does() -> None:
    (sheet,) = sheets_of(help_part(""))
    assert any("A helpline for children" in word for word in sheet.words)


def test_the_rows_of_a_table_are_read_with_the_names_of_its_columns() -> None:
    table = Table(
        "t",
        ((Text("Place"),), (Text("Calls"),)),
        (((Text("Mwanza"),), (Text("5,000"),)),),
    )
    words = words_on(sheets_of(entry_part(section(table))))
    assert "Mwanza \u00b7 Calls: 5,000" in words


def test_the_card_that_stands_for_something_sensitive_tells_nothing() -> None:
    (sheet,) = set_slides([cover()])
    assert sheet.words == ["One moment, please"]


def test_arabic_words_begin_at_the_right() -> None:
    (sheet,) = sheets_of(OwnText("كيف يبدأ الاستدراج؟"))
    assert sheet.direction is Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_a_slide_is_painted_on_its_paper_at_any_size(tokens: Tokens) -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    (sheet,) = sheets_of(Discussion("Who would your child tell?"))
    paint_sheet(painter, sheet, QRectF(0, 0, 1920, 1080), tokens)
    painter.end()
    colours = {image.pixelColor(x, 540).name() for x in range(1920)}
    assert image.pixelColor(0, 0).name() == tokens.surface
    assert tokens.text in colours


def test_a_line_is_cut_with_its_emphasis() -> None:
    line = (Text("One "), Emphasis("two three"), Text(" four"))
    assert cut(line, 2, 8) == (Text("e "), Emphasis("two "))


def test_sentences_put_together_are_the_line() -> None:
    line = (Text("First one. Sec"), Emphasis("ond one? "), Text("Third 🙂 one! And so on"))
    assert len(sentences(line)) == 4
    assert "".join(span.text for piece in sentences(line) for span in piece) == (
        "First one. Second one? Third 🙂 one! And so on"
    )


def test_a_sentence_is_halved_between_words() -> None:
    assert half_of((Text("one two three four"),)) == ((Text("one two "),), (Text("three four"),))
    assert half_of((Text("unbreakable"),)) is None


def test_every_way_to_reach_a_help_service_is_shown() -> None:
    part = help_part("116")
    channels = tuple(Channel("chat", f"https://example.org/{at}") for at in range(14))
    service = replace(part.service, channels=(*part.service.channels, *channels))
    sheets = sheets_of(replace(part, service=service))
    assert len(sheets) > 1
    for at in range(14):
        assert f"example.org/{at}" in words_on(sheets)
    assert not any(outside(sheet) for sheet in sheets)


def test_a_word_is_shown_with_the_pictures_of_its_sections() -> None:
    picture = Picture("picture", "0" * 64, "A drawing of a chat", "How it begins")
    part = TermPart(
        origin(), Term(), "What it is.", (section(paragraph("First."), picture, title="Signs"),)
    )
    sheets = sheets_of(part)
    words = words_on(sheets)
    for said in ("What it is.", "Signs", "First.", "How it begins"):
        assert said in words
    assert len(sheets) == 2


def test_a_sessions_pictures_are_decoded_before_they_are_shown() -> None:
    parts = [PicturePart("a" * 64, "A map"), PicturePart("b" * 64, "Torn")]
    steps = tuple(Step(str(number), part) for number, part in enumerate(parts))
    now = datetime(2026, 11, 29, tzinfo=UTC)
    known = {"a" * 64: png(4, 4), "b" * 64: b"torn"}

    found = pictures_of(Session("s", "Tales", now, now, steps=steps), known.get)

    assert isinstance(found["a" * 64], QImage)
    assert found["b" * 64] == b"torn"
