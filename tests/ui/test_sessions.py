"""Sessions in the window: planned, changed and added to, with everything saved by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, STUDY_MATERIAL, FakeCasebook
from tests.fakes.plans import figure, origin
from tests.ui.printing.reading_pdf import text_of
from tests.ui.wheel import turn_wheel
from tools.window_states import STATES, fill_log, fill_session, settle

from fieldcat.domain.entry import EntryId, Kind, Qualifier
from fieldcat.domain.holding import HandCount, Shown
from fieldcat.domain.progress import unreported
from fieldcat.domain.session import (
    Discussion,
    EntryPart,
    FigurePart,
    HelpPart,
    Moment,
    OwnText,
    Quiz,
    Session,
    Step,
    Survey,
    SurveyQuestion,
    name_of,
    new_id,
)
from fieldcat.domain.session_parts import Choice
from fieldcat.domain.surveying import totals_of
from fieldcat.errors import BusyError, DiskFullError, EnvironmentFaultError, RecordError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.printing.output import pdf_of
from fieldcat.ui.printing.paper import A4
from fieldcat.ui.sessions.adding import Adding
from fieldcat.ui.sessions.envelope_dialog import EnvelopeDialog
from fieldcat.ui.sessions.finder import Offer
from fieldcat.ui.sessions.log_paper import made_log
from fieldcat.ui.sessions.log_table import log_csv
from fieldcat.ui.sessions.log_wording import log_words
from fieldcat.ui.sessions.planner import Planner
from fieldcat.ui.sessions.wording import Counted, step_name
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.fields import ChoiceField, TextField
from fieldcat.ui.widgets.words import Words


@pytest.fixture
def planned(fake: FakeCasebook) -> Session:
    """A session of seven steps."""
    fill_session(fake.services(), STUDY_MATERIAL)
    (session,) = fake.training.sessions.values()
    return session


@pytest.fixture
def logged(planned: Session, fake: FakeCasebook) -> Session:
    """The session, held twice."""
    fill_log(fake.services())
    return planned


@pytest.fixture
def planner(planned: Session, window: MainWindow, qtbot: QtBot) -> Planner:
    """Its plan in the window."""
    window.show_page("sessions")
    window.sessions.open_session(planned.id)
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    return window.sessions.planner


def saved(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> Session:
    """The session as the disk has it once all is written."""
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    (session,) = fake.training.sessions.values()
    return session


def names(session: Session) -> list[str]:
    return [name_of(step) for step in session.steps]


# --- the list ---------------------------------------------------------------------------------


def test_the_list_has_sessions_first_and_then_templates(
    planned: Session, window: MainWindow
) -> None:
    STATES["sessions"](window, STUDY_MATERIAL)
    rows = window.sessions.list.sessions.rows
    assert rows[0].id == planned.id
    assert [row.shipped for row in rows if row.shipped] == ["parents"]


def test_a_template_becomes_a_session_that_is_opened(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["sessions"](window, STUDY_MATERIAL)
    window.sessions.desk.make_from("parents")
    qtbot.waitUntil(lambda: window.sessions.planning and not window.sessions.busy)
    assert window.sessions.bar.title.text() == "An evening for parents"
    assert len(fake.training.sessions) == 1


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"template": True}, "This is a template now: it stands under Templates."),
        ({"archived": True}, "Archived: it stands at the end of the list."),
    ],
)
def test_what_a_session_became_is_said(
    what: dict[str, bool], said: str, planned: Session, window: MainWindow, qtbot: QtBot
) -> None:
    STATES["sessions"](window, STUDY_MATERIAL)
    with qtbot.waitSignal(window.sessions.told) as told:
        window.sessions.desk.change(planned.id, **what)
    assert told.args == [said]


def test_a_removed_session_comes_back_with_undo(
    planned: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["sessions"](window, STUDY_MATERIAL)
    window.sessions.list.remove_wanted.emit()
    qtbot.waitUntil(lambda: not fake.training.sessions and window.undoing.available)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: planned.id in fake.training.sessions)


@pytest.mark.usefixtures("planner")
def test_a_session_can_be_shown_once_its_plan_is_read(window: MainWindow) -> None:
    assert window.commands["present"].isEnabled()
    assert window.commands["hand-out"].isEnabled()


def test_hand_outs_stand_over_a_plan_where_there_is_room(
    planner: Planner, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.sessions
    window.resize(1366, 768)
    assert page.hand_out_button.isVisible()
    ends = [page.details_button, page.more_button, page.hand_out_button, page.start_button]
    assert [one.x() for one in ends] == sorted(one.x() for one in ends)
    assert page.details_button.x() > page.bar.title.width() + page.bar.title.x()
    assert page.start_button.geometry().right() > page.bar.width() - 40
    page.hand_out_wanted.disconnect()  # it is shown elsewhere what opens then
    with qtbot.waitSignal(page.hand_out_wanted):
        page.hand_out_button.click()
    window.resize(1024, 600)
    assert not page.hand_out_button.isVisible()
    assert planner.isVisible()


# --- the plan ---------------------------------------------------------------------------------


def test_the_time_is_added_up_and_told_where_it_is_too_long(planner: Planner) -> None:
    assert planner.planned.text() == "80 minutes planned: 20 minutes too long"


def test_the_selected_step_is_moved_with_alt_and_arrows(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = names(saved(window, fake, qtbot))
    planner.list.choose(planner.list.steps.rows[0].id)
    qtbot.keyClick(planner.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    after = names(saved(window, fake, qtbot))
    assert after == [before[1], before[0], *before[2:]]
    assert planner.list.currentIndex().row() == 1


def test_a_step_that_is_dropped_stands_where_it_was_dropped(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = names(saved(window, fake, qtbot))
    steps = planner.list.steps
    data = steps.mimeData([steps.index(0)])
    steps.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, steps.index(-1))
    assert names(saved(window, fake, qtbot)) == [before[1], before[2], before[0], *before[3:]]


def test_minutes_are_set_in_the_row_and_saved_by_themselves(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.list.choose(planner.list.steps.rows[1].id)
    (editor,) = (one for one in planner.list.findChildren(QSpinBox) if one.isVisible())
    editor.setValue(42)
    assert saved(window, fake, qtbot).steps[1].minutes == 42


def test_a_click_on_a_step_leaves_the_keys_to_the_list(planner: Planner, qtbot: QtBot) -> None:
    at = planner.list.visualRect(planner.list.steps.index(1)).center()
    qtbot.mouseClick(planner.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    (editor,) = (one for one in planner.list.findChildren(QSpinBox) if one.isVisible())
    assert planner.list.currentIndex().row() == 1
    assert not editor.hasFocus()


def test_a_removed_step_comes_back_to_its_place(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = names(saved(window, fake, qtbot))
    planner.list.choose(planner.list.steps.rows[2].id)
    qtbot.keyClick(planner.list, Qt.Key.Key_Delete)
    assert names(saved(window, fake, qtbot)) == [*before[:2], *before[3:]]
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: names(saved(window, fake, qtbot)) == before)


def test_after_a_step_is_taken_out_its_neighbour_is_in_hand(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    steps = [row.id for row in planner.list.steps.rows]
    planner.list.choose(steps[2])
    qtbot.keyClick(planner.list, Qt.Key.Key_Delete)
    saved(window, fake, qtbot)
    assert planner.list.step == steps[3]


def test_another_plan_begins_with_its_first_step(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.list.choose(planner.list.steps.rows[-1].id)
    copy = replace(saved(window, fake, qtbot), id="f" * 32)
    copy = replace(copy, steps=tuple(replace(one, id=new_id()) for one in copy.steps))
    fake.training.write(copy)
    window.sessions.open_session(copy.id)
    qtbot.waitUntil(lambda: not window.sessions.busy and bool(planner.list.step))
    assert planner.list.step == copy.steps[0].id


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


def test_details_are_saved_as_they_are_typed(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.open_details()
    planner.details.title.setText("")
    qtbot.keyClicks(planner.details.title, "Mwanza")
    planner.details.length.setValue(90)
    session = saved(window, fake, qtbot)
    assert (session.title, session.length) == ("Mwanza", 90)
    assert window.sessions.bar.title.text() == "Mwanza"


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


# --- adding -----------------------------------------------------------------------------------


def added(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> object:
    """What is added where nothing else is chosen than what is offered."""
    adding = window.findChildren(Adding)[-1]
    adding.add_button.click()
    return saved_in_any(window, fake, qtbot)


def saved_in_any(window: MainWindow, fake: FakeCasebook, qtbot: QtBot) -> object:
    qtbot.waitUntil(lambda: not window.jobs.busy)
    session = list(fake.training.sessions.values())[-1]
    return session.steps[-1].content


def test_an_entry_is_put_into_a_new_session_where_there_is_none(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["adding"](window, STUDY_MATERIAL)
    content = added(window, fake, qtbot)
    assert isinstance(content, EntryPart)
    assert [section.id for section in content.sections] == ["solution"]


def test_a_figure_is_offered_as_the_one_thing_that_is_ticked(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["sensitive-folded"](window, STUDY_MATERIAL)
    window.casebook.reader.add_wanted.emit("towns")
    settle(window)
    content = added(window, fake, qtbot)
    assert isinstance(content, FigurePart)
    assert content.figure.id == "towns"


def test_a_figure_is_called_by_its_number_and_what_it_counts() -> None:
    counted = replace(figure(Decimal(218_000), "", counts="reports"), qualifier=Qualifier.OVER)
    part = FigurePart(origin(), counted)
    assert step_name(Step("a", part)) == "Over 218,000 reports"
    assert step_name(Step("a", part, title="So many")) == "So many"


def test_selected_words_are_added_as_a_passage(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["selecting"](window, STUDY_MATERIAL)
    window.commands["add-to-session"].trigger()
    settle(window)
    content = added(window, fake, qtbot)
    assert isinstance(content, EntryPart)
    assert content.passage is not None
    assert content.passage.quotation == STUDY_MATERIAL.passage.quotation


def test_what_is_added_goes_to_the_session_that_was_last_added_to(
    planned: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["adding"](window, STUDY_MATERIAL)
    added(window, fake, qtbot)
    assert len(fake.training.sessions) == 1
    assert len(fake.training.sessions[planned.id].steps) == len(planned.steps) + 1


def test_the_plan_is_shown_at_the_step_that_was_added(
    planned: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["adding"](window, STUDY_MATERIAL)
    added(window, fake, qtbot)
    window.toast.button.click()
    planner = window.sessions.planner
    last = fake.training.sessions[planned.id].steps[-1].id
    qtbot.waitUntil(lambda: planner.list.step == last)


def test_an_entry_without_parts_is_added_as_its_summary(
    window: MainWindow, fake: FakeCasebook
) -> None:
    whole = replace(fake.read(CENTRE), sections=(), figures=())
    adding = Adding(whole, Choice(), (), "", window._theme, window)
    adding.show()
    assert not adding.parts.isVisible()
    adding.close()


def press_add(planner: Planner, qtbot: QtBot) -> None:
    """Press «Add» in the first row of what was found."""
    view = planner.finder.view
    row = view.visualRect(view.model().index(0, 0))
    place = planner.finder.rows.add_rect(row).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_is_found_while_planning_is_put_into_the_plan(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.finder.search.setText("hotline")
    qtbot.waitUntil(lambda: not planner.finder.busy and planner.finder.view.model().rowCount() > 0)
    press_add(planner, qtbot)
    qtbot.waitUntil(lambda: len(saved(window, fake, qtbot).steps) == 8)
    added = saved(window, fake, qtbot).step(planner.list.step)
    origin = getattr(added.content if added is not None else None, "origin", None)
    assert origin is not None
    assert isinstance(origin.entry, EntryId)
    assert origin.entry.kind in set(Kind)


def test_enter_adds_the_row_in_hand(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.finder._show((Offer("type", "First", "", partial(OwnText, "First")),))
    qtbot.keyClick(planner.finder.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(planner.list.steps.rows) == 8)
    assert OwnText("First") in [one.content for one in saved(window, fake, qtbot).steps]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize(("side", "by"), [("leading", -1), ("trailing", 1)])
def test_a_minute_is_taken_off_any_step_or_put_on_beside_its_minutes(
    planner: Planner,
    qapp: QApplication,
    qtbot: QtBot,
    side: str,
    by: int,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    view, before = planner.list, planner.list.steps.rows[1].minutes
    row = view.visualRect(view.steps.index(1))
    box = view._delegate.minutes_rect(row)
    at_left = (side == "leading") is (direction is Qt.LayoutDirection.LeftToRight)
    place = QPoint(box.left() + 8 if at_left else box.right() - 8, box.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.steps.rows[1].minutes == before + by
    assert view.currentIndex().row() == 1


def test_the_notes_of_a_step_leave_their_sign_free(planner: Planner, theme: Theme) -> None:
    delegate = planner.list._delegate
    row = replace(planner.list.steps.rows[0], notes="Ask first which of them they know. " * 4)
    width = theme.scaled(400)
    words = delegate._laid_out(row, width, selected=True)[-1]
    end = delegate._left() + theme.grown(10) + words.width
    assert end <= width - delegate._right() - theme.grown(16)


def test_what_is_found_comes_after_the_selected_step_one_after_the_other(
    planner: Planner, window: MainWindow, fake: FakeCasebook, planned: Session, qtbot: QtBot
) -> None:
    planner.list.choose(planned.steps[2].id)
    offers = (Offer("type", words, "", partial(OwnText, words)) for words in ("First", "Second"))
    for count, offer in enumerate(offers, 8):
        planner.finder._show((offer,))
        press_add(planner, qtbot)
        qtbot.waitUntil(lambda count=count: len(planner.list.steps.rows) == count)
    steps = saved(window, fake, qtbot).steps
    assert [one.content for one in steps[3:5]] == [OwnText("First"), OwnText("Second")]
    assert (*steps[:3], *steps[5:]) == planned.steps


# --- showing, and what came of it -------------------------------------------------------------


@pytest.mark.usefixtures("logged")
def test_the_log_adds_up_what_was_counted(window: MainWindow) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    by_country = window.sessions.log.tables[0]
    assert [(row.name, row.said) for row in by_country.rows] == [
        ("Colombia", "1 session, 40 people"),
        ("Tanzania", "1 session, people not counted"),
    ]
    assert window.sessions.log._whole.text() == "2 sessions, 40 people, 1 session not counted"


@pytest.mark.usefixtures("logged")
def test_the_log_tells_what_was_shown_with_its_hands_on_paper_and_as_a_table_too(
    window: MainWindow, fake: FakeCasebook
) -> None:
    for held in tuple(fake.training.log.values()):
        shown = (Shown("a", "text", "Welcome"), Shown("q", "quiz", "What first?"))
        hands = (HandCount("q", "What first?", ("Ask", "Shout"), (12, 3), 0),)
        fake.training.log[held.id] = replace(held, shown=shown, hands=hands)
    STATES["session-log"](window, STUDY_MATERIAL)
    log = window.sessions.log
    lines = log.shown.text().translate(dict.fromkeys(map(ord, "\u2068\u2069"))).split("\n")
    assert lines == ["Welcome", "What first? \u2013 Ask 12, Shout 3"]
    table = log_csv(log.held).decode("utf-8-sig")
    assert "Welcome; What first?" in table
    assert "What first? Ask: 12, Shout: 3" in table
    said = log_words(log.held, {}, Counted(window))
    sheets = made_log(log.held, log.tables, said, A4, date(2024, 11, 12))
    assert "Shout 3" in text_of(pdf_of(sheets, unreported)).translate(
        dict.fromkeys(map(ord, "\u2068\u2069"))
    )


@pytest.mark.usefixtures("logged")
def test_how_many_came_can_be_put_right(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    window.sessions.log.reached.setValue(55)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert [one.reached for one in fake.training.log.values()] == [55, None]


@pytest.mark.usefixtures("logged")
def test_what_is_taken_out_of_the_log_comes_back(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    window.sessions.log.list.remove_wanted.emit()
    qtbot.waitUntil(lambda: len(fake.training.log) == 1 and window.undoing.available)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: len(fake.training.log) == 2)


@pytest.mark.usefixtures("logged")
def test_the_envelope_is_shown_in_full_before_it_is_written(window: MainWindow) -> None:
    dialog = STATES["envelope"](window, STUDY_MATERIAL)
    assert isinstance(dialog, EnvelopeDialog)
    assert "people reached: 40" in dialog.shown.toPlainText()


@pytest.mark.usefixtures("logged")
def test_the_log_as_a_table_has_a_row_for_each_session(fake: FakeCasebook) -> None:
    first = next(iter(fake.training.log.values()))
    held = replace(first, title="=1+1", remarks="Private.")
    rows = log_csv([held]).decode("utf-8-sig").splitlines()
    assert rows[0].startswith("date,title,country")
    assert rows[1].startswith("2024-11-12,'=1+1,CO,,parents,,40,0,0,")
    assert "Private" not in rows[1]


@pytest.mark.usefixtures("logged")
def test_the_log_can_be_set_on_paper(window: MainWindow) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    log = window.sessions.log
    said = log_words(log.held, {}, Counted(window))
    sheets = made_log(log.held, log.tables, said, A4, date(2024, 11, 12))
    assert len(sheets.pages) == 1


def test_a_double_click_puts_what_was_found_into_the_plan_once(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.finder.search.setText("hotline")
    qtbot.waitUntil(lambda: not planner.finder.busy and planner.finder.view.model().rowCount() > 0)
    view = planner.finder.view
    place = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(saved(window, fake, qtbot).steps) == 8


def test_the_help_of_the_country_is_put_into_the_plan_before_the_last_questions(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.add_content(Survey(Moment.AFTER))
    window.sessions.plan.move(planner.list.step, 7)
    window.sessions.plan.type_details(country="CO")
    planner.show_fit()
    saved(window, fake, qtbot)
    words = "Put it into the plan"

    def offered() -> list[QPushButton]:
        shown = (one for one in planner.fit.findChildren(QPushButton) if one.isVisible())
        return [one for one in shown if one.text() == words]

    qtbot.waitUntil(lambda: bool(offered()))
    offered()[0].click()
    qtbot.waitUntil(lambda: not offered())
    steps = saved(window, fake, qtbot).steps
    # The other one has no number or address.
    assert [type(step.content) for step in steps[-3:]] == [Discussion, HelpPart, Survey]


def test_numbers_that_are_typed_grow_with_the_text(planner: Planner, theme: Theme) -> None:
    field = planner.step_pane.minutes.lineEdit()
    before = field.font().pointSizeF()
    theme.set_scale(2.0)
    assert field.font().pointSizeF() == pytest.approx(2 * before)


def test_what_is_found_for_one_session_is_not_put_into_another(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    session = window.sessions.plan.session
    assert session is not None
    other = fake.training.sessions["b" * 32] = replace(session, id="b" * 32, steps=())
    read = Event()

    def slowly() -> OwnText:
        assert read.wait(60)
        return OwnText("Found")

    planner.finder._show((Offer("type", "Found", "", slowly),))
    press_add(planner, qtbot)
    window.sessions.open_session(other.id)
    qtbot.waitUntil(lambda: window.sessions.plan.session == other)
    read.set()
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    assert fake.training.sessions[other.id].steps == ()


def test_enter_in_the_list_of_parts_adds_what_is_ticked(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["adding"](window, STUDY_MATERIAL)
    adding = window.findChildren(Adding)[-1]
    qtbot.keyClick(adding.parts, Qt.Key.Key_Return)
    content = saved_in_any(window, fake, qtbot)
    assert isinstance(content, EntryPart)
    assert [section.id for section in content.sections] == ["solution"]


def test_a_figure_of_a_sensitive_part_says_so_where_it_is_offered(
    qtbot: QtBot, fake: FakeCasebook, theme: Theme
) -> None:
    entry = fake.read(CENTRE)
    stated_in = entry.figures[0].section
    sections = tuple(
        replace(one, sensitive="A hard story." if one.id == stated_in else "")
        for one in entry.sections
    )
    adding = Adding(replace(entry, sections=sections), Choice(), (), "", theme)
    qtbot.addWidget(adding)
    told = [adding.parts.item(at).text() for at in range(adding.parts.count())]
    figures = told[-len(entry.figures) :]
    assert [words.endswith("(sensitive)") for words in figures] == [
        one.section == stated_in for one in entry.figures
    ]


def test_a_copy_has_what_was_typed_a_moment_before(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.open_step()
    planner.step_pane.notes.setPlainText("Ask first.")
    session = window.sessions.plan.session
    assert session is not None
    window.sessions.desk.copy(session.id, session.title)
    qtbot.waitUntil(lambda: len(fake.training.sessions) == 2 and not window.jobs.busy)
    assert {one.steps[0].notes for one in fake.training.sessions.values()} == {"Ask first."}


@pytest.fixture
def unwritten(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> Iterator[Session]:
    """A session that was left with notes that could not be written, as it was typed."""
    fake.training.fault = DiskFullError()
    planner.open_step()
    planner.step_pane.notes.setPlainText("Ask first.")
    typed = window.sessions.plan.session
    assert typed is not None
    window.sessions.plan.close()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    yield typed
    fake.training.fault = None


def test_a_copy_has_what_could_not_be_written_at_first(
    unwritten: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.training.fault = None
    window.sessions.desk.copy(unwritten.id, unwritten.title)
    qtbot.waitUntil(lambda: len(fake.training.sessions) == 2 and not window.jobs.busy)
    assert {one.steps[0].notes for one in fake.training.sessions.values()} == {"Ask first."}


def test_a_file_on_a_stick_has_what_cannot_be_written_here(
    unwritten: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "stick.fieldcat-session"
    dialog = window.sessions.desk.ask_where(unwritten, with_results=False)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.training.sessions[unwritten.id].steps[0].notes == "Say who you are."
    assert fake.training.files[file].steps == unwritten.steps


def test_a_session_that_is_removed_comes_back_with_what_could_not_be_written_at_first(
    unwritten: Session, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.training.fault = None
    window.sessions.desk.remove(unwritten.id)
    qtbot.waitUntil(lambda: not fake.training.sessions and not window.jobs.busy)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.training.sessions[unwritten.id].steps == unwritten.steps


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


@pytest.mark.usefixtures("logged")
def test_totals_of_questionnaires_stay_when_the_log_is_put_right_afterwards(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    log = window.sessions.log
    held = log.one
    assert held is not None
    question = SurveyQuestion(new_id(), "Whom do you call?", ("116", "Nobody"))
    day = date(2024, 11, 12)
    window.holding._open_results(replace(held, surveys=()))
    qtbot.waitUntil(lambda: not window.jobs.busy)
    surveying = window.holding.surveying
    assert surveying is not None
    surveying._held = held
    for moment in (Moment.BEFORE, Moment.AFTER):
        surveying._keep(totals_of((question,), moment, day, 3, ((1, 2),)))
    qtbot.waitUntil(lambda: not window.jobs.busy)
    log.remarks.setPlainText("A lively evening.")
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    kept = fake.training.log[held.id]
    assert (len(kept.surveys), kept.remarks) == (2, "A lively evening.")


def test_the_button_that_opens_the_details_closes_them(
    planner: Planner, window: MainWindow
) -> None:
    window.sessions.details_button.click()
    assert planner.beside.currentWidget() is planner.details
    window.sessions.details_button.click()
    assert not planner.is_aside


def test_the_details_have_an_end(planner: Planner) -> None:
    planner.open_details()
    planner.details.back.click()
    assert not planner.is_aside


@pytest.mark.usefixtures("planner")
def test_a_long_line_of_names_leaves_the_buttons_in_one_line(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1280, 720)
    bar = window.sessions.bar
    bar.say("An evening for parents", "Wednesday, in a school with a long name " * 3)
    qtbot.waitUntil(lambda: bar.meta.height() > bar.meta.fontMetrics().height() * 1.5)
    tops = {button.geometry().center().y() for button in bar.buttons if button.isVisible()}
    assert max(tops) - min(tops) <= 1


@pytest.mark.usefixtures("logged")
def test_remove_in_the_log_leaves_the_plans_alone(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    plans, held = dict(fake.training.sessions), len(fake.training.log)
    window.commands["remove"].trigger()
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    assert fake.training.sessions == plans
    assert len(fake.training.log) == held - 1


@pytest.mark.usefixtures("logged")
def test_remarks_are_written_a_moment_after_the_first_letter_not_with_each(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    held, before = window.sessions.log.one, fake.training.held_writes
    assert held is not None
    qtbot.keyClicks(window.sessions.log.remarks, "A lively evening.")
    assert fake.training.held_writes == before
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    assert fake.training.log[held.id].remarks.endswith("A lively evening.")
    assert fake.training.held_writes == before + 1


@pytest.mark.usefixtures("logged")
def test_remarks_that_could_not_be_written_are_kept_for_the_next_words(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    held = window.sessions.log.one
    assert held is not None
    fake.training.fault = DiskFullError()
    window.sessions.log.remarks.setPlainText("A lively evening.")
    with qtbot.waitSignal(window.sessions.told):
        window.sessions.log_desk.flush()
    assert not window.sessions.finish()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    fake.training.fault = None
    window.sessions.log_desk.start()
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    assert fake.training.log[held.id].remarks == "A lively evening."
    assert window.sessions.log.remarks.toPlainText() == "A lively evening."


@pytest.mark.usefixtures("logged")
def test_remarks_stay_in_view_where_the_log_was_read_before_they_were_written(
    window: MainWindow, qtbot: QtBot
) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    window.sessions.log_desk.start()
    window.sessions.log.remarks.setPlainText("A lively evening.")
    window.sessions.log_desk.flush()
    qtbot.waitUntil(lambda: not window.sessions.busy and not window.jobs.busy)
    assert window.sessions.log.remarks.toPlainText() == "A lively evening."
    assert window.sessions.log.one.remarks == "A lively evening."


def test_the_wheel_changes_no_detail_in_passing(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = saved(window, fake, qtbot)
    planner.open_details()
    details = planner.details
    for field in (details.day, details.starts, details.length, details.country):
        turn_wheel(field)
    assert saved(window, fake, qtbot) == before


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


@pytest.mark.usefixtures("logged")
def test_what_is_put_right_in_the_log_is_added_up_at_once(window: MainWindow) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    window.sessions.log.reached.setValue(55)
    assert "55 people" in window.sessions.log._whole.text()


@pytest.mark.usefixtures("logged")
def test_the_log_tells_nobody_counted_from_nobody_came(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    log = window.sessions.log
    (uncounted,) = (one.id for one in log.held if one.reached is None)
    log.list.choose(uncounted)
    assert log.reached.text() == "not counted"
    log.reached.setValue(0)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.training.log[uncounted].reached == 0
    log.reached.setValue(-1)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.training.log[uncounted].reached is None


def test_a_session_file_is_called_as_the_session_in_any_script(
    planned: Session, window: MainWindow
) -> None:
    window.show_page("sessions")
    named = replace(planned, title="बाल सुरक्षा: con")
    dialog = window.sessions.desk.ask_where(named, with_results=False)
    assert Path(dialog.selectedFiles()[0]).name == "बाल सुरक्षा con.fieldcat-session"
    dialog.reject()


def test_once_the_last_step_is_removed_nobody_types_into_it(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.open_step()
    for step in saved(window, fake, qtbot).steps:
        planner.list.choose(step.id)
        assert planner.beside.currentWidget() is planner.step_pane
        planner.remove_step()
    assert planner.beside.currentWidget() is not planner.step_pane


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


@pytest.mark.usefixtures("planner")
def test_a_session_that_is_full_says_how_many_steps_it_can_have(
    window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.sessions.told) as told:
        window.sessions.plan.add(*(Step(new_id(), OwnText("")) for _ in range(500)))
    assert "500 steps" in told.args[0]


def test_the_wheel_over_the_minutes_scrolls_and_changes_nothing(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = saved(window, fake, qtbot)
    (editor,) = (one for one in planner.list.findChildren(QSpinBox) if one.isVisible())
    turn_wheel(editor)
    assert saved(window, fake, qtbot) == before
