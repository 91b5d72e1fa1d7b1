"""Entering the totals of questionnaires, and what changed: on the screen, on paper, as a table."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.inspecting import cut, said, without_a_name
from tests.ui.printing.reading_pdf import sizes_of, text_of
from tests.ui.wheel import turn_wheel
from tests.unit.domain.test_surveying import AFTER, BEFORE, HELD, HELPLINE, NOW, QUESTIONS, TODAY

from fieldcat.domain.holding import HeldSession
from fieldcat.domain.progress import unreported
from fieldcat.domain.session import Moment, SurveyQuestion
from fieldcat.domain.surveying import totals_of, with_totals
from fieldcat.ui.printing.output import pdf_of
from fieldcat.ui.printing.paper import A4, LETTER, Paper
from fieldcat.ui.surveys.paper import made_change
from fieldcat.ui.surveys.results import ResultsDialog
from fieldcat.ui.surveys.table import survey_csv
from fieldcat.ui.theme import Theme

Make = Callable[..., ResultsDialog]
BOTH = with_totals(with_totals(HELD, BEFORE, NOW), AFTER, NOW)


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Make:
    def made(
        held: HeldSession = HELD, questions: Sequence[SurveyQuestion] = QUESTIONS
    ) -> ResultsDialog:
        dialog = ResultsDialog(held, questions, theme, today=TODAY)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def enter(dialog: ResultsDialog, sheets: int, *counts: tuple[int, ...]) -> None:
    dialog.sheets.setValue(sheets)
    for row, values in zip(dialog.fields, counts, strict=True):
        for field, value in zip(row, values, strict=True):
            field.setValue(value)


def test_totals_that_were_entered_are_kept(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    enter(dialog, 20, (5, 15), (4, 10, 6))
    with qtbot.waitSignal(dialog.kept) as told:
        dialog.keep_button.click()
    assert told.args == [BEFORE]


def test_it_says_that_totals_are_kept_until_another_moment_is_looked_at(make: Make) -> None:
    dialog = make()
    enter(dialog, 20, (5, 15), (4, 10, 6))
    dialog.keep_button.click()
    assert dialog.told.text() == ""
    dialog.say_kept(Moment.BEFORE)
    assert dialog.told.text() == "Kept. What changed stands below."
    dialog.moment.set_value(Moment.AFTER)
    dialog.moment.chosen.emit(Moment.AFTER)
    assert dialog.told.text() == ""


def test_one_begins_with_the_number_of_sheets(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    dialog.show()
    qtbot.waitUntil(dialog.sheets.hasFocus)


def test_the_first_moment_that_is_missing_is_offered(make: Make) -> None:
    assert make(with_totals(HELD, BEFORE, NOW)).moment.value == Moment.AFTER


def test_what_was_entered_can_be_corrected(make: Make) -> None:
    dialog = make(BOTH)
    dialog.moment.set_value(Moment.BEFORE)
    dialog._fill()
    assert dialog.sheets.value() == 20
    assert [field.value() for field in dialog.fields[0]] == [5, 15]


def test_more_answers_than_sheets_are_named_and_nothing_is_kept(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    enter(dialog, 10, (5, 15), (0, 0, 0))
    with qtbot.assertNotEmitted(dialog.kept):
        dialog.keep_button.click()
    assert dialog.fault.isVisible()
    assert HELPLINE.question in dialog.fault.text()


def test_nothing_entered_says_what_to_do(make: Make) -> None:
    dialog = make()
    assert any("Nothing is entered yet" in words.text for words in said(dialog))
    assert not dialog.csv_button.isEnabled()


def test_the_change_is_told_in_words_with_how_many_answered(make: Make) -> None:
    names = [words.text for words in said(make(BOTH))]
    assert "25\u00a0% (5 of 20)" in names
    assert "95\u00a0% (18 of 19)" in names


def test_questions_of_a_plan_that_is_gone_are_those_that_were_asked(make: Make) -> None:
    assert len(make(BOTH, ()).fields) == 2


def test_the_table_opens_in_a_spreadsheet() -> None:
    content = survey_csv(BOTH)
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows[0][0] == "date"
    assert rows[1] == ["2026-11-29", "before", "20", HELPLINE.question, "Yes", "yes", "5", "20"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_word_becomes_a_formula(start: str) -> None:
    question = replace(HELPLINE, question=f"{start}cmd|' /C calc'!A0")
    held = with_totals(HELD, totals_of((question,), Moment.BEFORE, TODAY, 1, ((1, 0),)), NOW)
    rows = list(csv.reader(StringIO(survey_csv(held).decode("utf-8-sig"))))
    assert rows[1][3].startswith("'")


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_change_is_printed_with_its_numbers(paper: Paper) -> None:
    content = pdf_of(made_change(BOTH, paper, date(2026, 11, 29)), unreported)
    words = text_of(content)
    assert "25 % (5 of 20)" in words
    assert "(the right answer)" in words
    assert "Totals only" in words
    assert sizes_of(content) == {(paper.width, paper.height)}


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off(theme: Theme, make: Make, scale: float) -> None:
    theme.set_scale(scale)
    assert cut(make(BOTH)) == []


def test_every_control_has_a_name(make: Make) -> None:
    assert without_a_name(make(BOTH)) == []


def test_what_was_typed_is_there_again_after_a_look_at_another_moment(make: Make) -> None:
    dialog = make()
    enter(dialog, 20, (5, 15), (4, 10, 6))
    dialog.moment.buttons[1].click()
    assert dialog.sheets.value() == 0
    dialog.moment.buttons[0].click()
    assert dialog.sheets.value() == 20
    assert [field.value() for field in dialog.fields[1]] == [4, 10, 6]


def test_totals_stand_with_their_questions_though_the_plan_has_others_now(make: Make) -> None:
    new = SurveyQuestion("q3", "Anything else?", ("Yes", "No", "Perhaps", "Much"))
    dialog = make(with_totals(HELD, BEFORE, NOW), (new, HELPLINE))
    dialog.moment.buttons[0].click()
    values = [[field.value() for field in row] for row in dialog.fields]
    assert values == [[0, 0, 0, 0], [5, 15]]


def test_the_wheel_changes_no_number_in_passing(make: Make) -> None:
    dialog = make(with_totals(HELD, BEFORE, NOW))
    before = [field.value() for field in dialog.fields[0]], dialog.day.day
    for field in (*dialog.fields[0], dialog.day):
        turn_wheel(field)
    assert ([field.value() for field in dialog.fields[0]], dialog.day.day) == before
