"""The step in hand: its words, minutes, questions and details, saved by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, FakeCasebook
from tests.ui.sessions.as_saved import saved

from fieldcat.domain.session import EntryPart, Moment, Quiz, Step, Survey, new_id
from fieldcat.errors import BusyError, DiskFullError, EnvironmentFaultError, RecordError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.sessions.planner import Planner
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.fields import ChoiceField, TextField
from fieldcat.ui.widgets.words import Words


def test_notes_are_saved_as_they_are_typed(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.open_step()
    planner.step_pane.notes.setPlainText("Ask first.")
    assert window.sessions.finish()
    assert saved(window, fake, qtbot).steps[0].notes == "Ask first."


def test_what_cannot_be_saved_is_told_and_stays_on_the_screen(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.training.fault = DiskFullError()
    planner.open_step()
    with qtbot.waitSignal(window.sessions.told) as told:
        planner.step_pane.notes.setPlainText("Ask first.")
    assert "disk is full" in told.args[0]
    assert planner.step_pane.notes.toPlainText() == "Ask first."


@pytest.mark.usefixtures("planner")
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (RecordError("too long", field="text", reason="too long"), "Shorten it"),
        (LookupError("no such step"), "not on this computer any more"),
        (DiskFullError("full"), "The disk is full"),
        (BusyError("locked"), "Another program"),
        (EnvironmentFaultError("disk I/O error"), "still there"),
    ],
)
def test_what_cannot_be_saved_is_told_with_what_to_do(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot, fault: Exception, words: str
) -> None:
    fake.training.fault = fault
    with qtbot.waitSignal(window.sessions.told) as told:
        window.sessions.plan.type_details(title="Night")
    assert words in told.args[0]


def test_the_right_answer_is_one_of_those_that_are_there(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    step = Step(new_id(), Quiz("What first?", ("Ask", "Stay calm", "Shout"), 2))
    window.sessions.plan.add(step)
    planner.list.choose(step.id)
    planner.open_step()
    right = planner.step_pane.findChildren(ChoiceField)[-1]
    answers = next(
        one
        for one in planner.step_pane.findChildren(QPlainTextEdit)
        if one.toPlainText().startswith("Ask")
    )
    answers.setPlainText("Ask\nStay calm")
    assert [right.itemText(at) for at in range(right.count())] == ["Ask", "Stay calm"]
    assert right.currentText() == "Stay calm"
    answers.setPlainText("Ask\nStay calm\nListen")
    assert right.currentText() == "Listen"
    content = saved(window, fake, qtbot).steps[-1].content
    assert isinstance(content, Quiz)
    assert content.right == 2


def test_answers_beyond_the_twelfth_are_said_to_be_lost(planner: Planner) -> None:
    pane = planner.step_pane
    planner.add_content(Quiz("What first?", ("Ask", "Shout"), 0))
    answers = next(
        one for one in pane.findChildren(QPlainTextEdit) if one.toPlainText().startswith("Ask")
    )

    def said() -> list[str]:
        return [one.text() for one in pane.findChildren(Words) if one.text() and one.isVisible()]

    answers.setPlainText("\n".join(f"Ask {at}" for at in range(14)))
    assert "The last 2 answers are not kept." in said()
    answers.setPlainText("Ask\nShout")
    assert not any("not kept" in words for words in said())


def test_the_questions_of_a_questionnaire_are_typed_in_the_plan(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.add_content(Survey(Moment.BEFORE))
    (field,) = (
        one
        for one in planner.step_pane.findChildren(TextField)
        if one.accessibleName().startswith("Questions")
    )
    field.setPlainText("Whom do you call?\nNobody\n* 116")
    (question,) = saved(window, fake, qtbot).questions
    assert (question.question, question.answers, question.right) == (
        "Whom do you call?",
        ("Nobody", "116"),
        1,
    )


def test_numbers_that_are_typed_grow_with_the_text(planner: Planner, theme: Theme) -> None:
    field = planner.step_pane.minutes.lineEdit()
    before = field.font().pointSizeF()
    theme.set_scale(2.0)
    assert field.font().pointSizeF() == pytest.approx(2 * before)


def test_what_is_sensitive_is_told(planner: Planner) -> None:
    assert [tag.words for tag in planner.list.steps.rows[2].tags] == ["Sensitive"]


def test_a_part_that_changed_says_so_and_changes_only_when_asked(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    study = fake.read(CENTRE)
    sections = tuple(replace(one, title="Otherwise") for one in study.sections)
    head = replace(study.head, revision=2)
    newer = replace(study, head=head, sections=sections)
    fake.entries = (newer, *fake.entries[1:])
    window.look_again()
    qtbot.waitUntil(lambda: len(planner.list.steps.rows[2].tags) == 2)
    part = saved(window, fake, qtbot).steps[2].content
    assert isinstance(part, EntryPart)
    assert part.sections[0].title.startswith("Te Cuido")
    planner.list.choose(planner.list.steps.rows[2].id)
    planner.open_step()
    assert any(
        "Otherwise" in shown.toPlainText()
        for shown in planner.step_pane.findChildren(QPlainTextEdit)
    )
    now = window.sessions.plan.parts[planner.list.step].content
    assert now is not None
    planner.step_pane._take_new(now)
    part = saved(window, fake, qtbot).steps[2].content
    assert isinstance(part, EntryPart)
    assert part.sections[0].title == "Otherwise"


def test_once_the_last_step_is_removed_nobody_types_into_it(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.open_step()
    for step in saved(window, fake, qtbot).steps:
        planner.list.choose(step.id)
        assert planner.beside.currentWidget() is planner.step_pane
        planner.remove_step()
    assert planner.beside.currentWidget() is not planner.step_pane
