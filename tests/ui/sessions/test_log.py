"""The log of sessions that were held: added up, put right, and taken elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import STUDY_MATERIAL, FakeCasebook
from tests.ui.printing.reading_pdf import text_of
from tools.window_states import STATES

from fieldcat.domain.holding import HandCount, Shown
from fieldcat.domain.progress import unreported
from fieldcat.domain.session import Moment, SurveyQuestion, new_id
from fieldcat.domain.surveying import totals_of
from fieldcat.errors import DiskFullError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.printing.output import pdf_of
from fieldcat.ui.printing.paper import A4
from fieldcat.ui.sessions.envelope_dialog import EnvelopeDialog
from fieldcat.ui.sessions.log_paper import made_log
from fieldcat.ui.sessions.log_table import log_csv
from fieldcat.ui.sessions.log_wording import log_words
from fieldcat.ui.sessions.wording import Counted


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
def test_the_menu_of_a_session_in_the_log_takes_it_out(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    STATES["session-log"](window, STUDY_MATERIAL)
    window.sessions.log.list.menu_wanted.emit(QPoint(0, 0))
    menu = window.sessions.menu.menu
    assert window.commands["remove"] in menu.actions()
    window.commands["remove"].trigger()
    menu.close()
    qtbot.waitUntil(lambda: len(fake.training.log) == 1)


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
