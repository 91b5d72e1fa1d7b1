"""«Get help»: countries, their services, how sure they are, and what is done with them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import LINE, STUDY_MATERIAL, FakeCasebook, entry_id
from tests.ui.conftest import OpenWindow
from tests.ui.printing.reading_pdf import text_of
from tools.window_states import STATES, settle

from fieldcat.domain.entry import Kind
from fieldcat.domain.progress import unreported
from fieldcat.domain.session import HelpPart, Session, SessionLine
from fieldcat.ui.handouts.preview import Preview
from fieldcat.ui.helping.countries import own_language
from fieldcat.ui.helping.large import LargeHelp
from fieldcat.ui.helping.page import HelpPage
from fieldcat.ui.helping.paper import made_help_sheet
from fieldcat.ui.helping.service_parts import FirstService
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.printing.output import pdf_of
from fieldcat.ui.printing.paper import A4
from fieldcat.ui.sessions.adding import Adding
from fieldcat.ui.widgets.words import Words

ESCUCHO = entry_id(Kind.HELP_SERVICE, "te-escucho")
NOW = datetime(2024, 11, 12, 9, 30, tzinfo=UTC)


@pytest.fixture
def page(window: MainWindow) -> HelpPage:
    """The page, with Colombia on it."""
    STATES["get-help"](window, STUDY_MATERIAL)
    return window.get_help


def titles(page: HelpPage) -> list[str]:
    return [part.shown.place.head.title for part in page.view.services]


def in_days(count: int | None) -> date | None:
    return None if count is None else NOW.date() + timedelta(count)


def heard(page: HelpPage) -> list[str]:
    model = page.list.countries
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(at), role)) for at in range(model.rowCount())]


def buttons(page: HelpPage) -> list[QPushButton]:
    return [button for part in page.view.services for button in part.buttons]


def press(page: HelpPage, words: str) -> None:
    next(one for one in buttons(page) if one.accessibleName().startswith(words)).click()


def test_the_keyboard_stays_on_the_page_where_its_button_goes(
    page: HelpPage, window: MainWindow
) -> None:
    next(one for one in buttons(page) if one.text().strip() == "I called, it works").setFocus()
    press(page, "I called, it works")
    settle(window)
    assert window.focusWidget() is page.view


# --- countries --------------------------------------------------------------------------------


def test_each_country_says_how_many_services_it_has(page: HelpPage) -> None:
    assert "Colombia, 2 help services" in heard(page)
    assert "United Kingdom, none yet" in heard(page)


def test_what_can_be_called_stands_first(page: HelpPage) -> None:
    assert page.country == "CO"
    assert titles(page) == ["Te Escucho", "Te Cuido"]


def test_a_country_that_the_casebook_does_not_know_is_found_by_its_name(
    page: HelpPage, window: MainWindow
) -> None:
    page.search.setText("new zea")
    assert heard(page) == ["Not in the casebook", "New Zealand, none yet"]
    page.list.setFocus()
    settle(window)
    assert page.country == "NZ"
    assert page.view.services == ()


def test_the_country_of_the_next_session_comes_first(
    window: MainWindow, fake: FakeCasebook
) -> None:
    coming = date.today() + timedelta(days=3)
    for id, country, day in (("a", "CO", None), ("b", "TZ", coming)):
        fake.training.write(Session(id, id, NOW, NOW, country=country, day=day))
    window.show_page("get-help")
    settle(window)
    page = window.get_help
    assert page.country == "TZ"
    assert heard(page)[0] == "Your sessions"
    assert heard(page)[1].startswith("Tanzania, ")
    assert heard(page)[2] == "Colombia, 2 help services"


def test_that_nobody_is_known_to_answer_in_the_language_of_the_session_is_said(
    window: MainWindow, fake: FakeCasebook
) -> None:
    fake.training.write(Session("a", "a", NOW, NOW, country="CO", language="es"))
    window.show_page("get-help")
    settle(window)
    said = [words.text() for words in window.get_help.view.findChildren(Words)]
    assert any("No service here is known to answer in it" in words for words in said)


@pytest.mark.parametrize(
    ("days", "language"),
    [
        ((-30, 20, 10), "es"),
        ((-30, None, -10), "fr"),
        ((None, -30, -10), "fr"),
    ],
)
def test_the_language_is_that_of_the_next_session_else_of_the_one_that_was_changed_last(
    days: tuple[int | None, ...], language: str
) -> None:
    sessions = [
        Session(spoken, "a", NOW, NOW, country="CO", language=spoken, day=in_days(day))
        for spoken, day in zip(("fr", "en", "es"), days, strict=True)
    ]
    lines = [SessionLine(one, 0, 0) for one in sessions]
    assert own_language(lines, "CO", NOW.date()) == language


def test_headings_are_passed_over_by_the_arrows(
    page: HelpPage, window: MainWindow, qtbot: QtBot
) -> None:
    first = page.list.countries.rows[1].code
    while page.list.key != first:
        qtbot.keyClick(page.list, Qt.Key.Key_Up)
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    settle(window)
    assert page.list.key == first == page.country


# --- what is done -----------------------------------------------------------------------------


def test_a_number_is_copied_as_it_is_dialled(page: HelpPage) -> None:
    press(page, "Copy: telephone")
    assert QGuiApplication.clipboard().text() == "601 555 0142"


def test_what_was_tried_is_said_and_can_be_taken_back(
    page: HelpPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    day = date.today()
    press(page, "I called, it works")
    settle(window)
    checked = fake.training.checked[ESCUCHO]
    assert day <= checked <= date.today()  # where midnight passed meanwhile
    assert list(fake.training.checked) == [ESCUCHO]
    assert page.view.first is not None
    assert page.view.first.place.checked == checked
    assert not any(one.text().strip() == "I called, it works" for one in buttons(page))
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: fake.training.checked == {})


def test_a_service_that_nobody_can_reach_is_not_said_to_work(page: HelpPage) -> None:
    (row,) = page.view.services[1:]
    assert not any(button.accessibleName().startswith("I tried") for button in row.buttons)


def test_it_is_shown_as_large_as_the_screen(
    page: HelpPage, window: MainWindow, qtbot: QtBot
) -> None:
    press(page, "Show large")
    (shown,) = window.findChildren(LargeHelp)
    assert "601 555 0142" in shown.view.accessibleName()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_hiding_covers_what_is_shown_large(page: HelpPage, window: MainWindow) -> None:
    press(page, "Show large")
    (shown,) = window.findChildren(LargeHelp)
    window.hide_content()
    assert not shown.isVisible()
    window.neutral.back.click()
    shown.close()


@pytest.mark.usefixtures("page")
def test_the_first_service_goes_into_a_session(window: MainWindow, fake: FakeCasebook) -> None:
    window.commands["add-to-session"].trigger()
    settle(window)
    adding = window.findChildren(Adding)[-1]
    adding.add_button.click()
    settle(window)
    (session,) = fake.training.sessions.values()
    (step,) = session.steps
    assert isinstance(step.content, HelpPart)
    assert step.content.origin.entry == ESCUCHO


def test_a_service_leads_to_its_entry(page: HelpPage, window: MainWindow) -> None:
    page.entry_wanted.emit(LINE)
    settle(window)
    assert window.page is window.casebook
    assert window.casebook.reader.entry_id == LINE


def test_the_plan_leads_to_its_country(window: MainWindow, fake: FakeCasebook) -> None:
    fake.training.write(Session("a", "a", NOW, NOW, country="TZ"))
    window.show_page("sessions")
    window.sessions.open_session("a")
    settle(window)
    window.sessions.help_wanted.emit("TZ")
    settle(window)
    assert window.page is window.get_help
    assert window.get_help.country == "TZ"


# --- the sheet --------------------------------------------------------------------------------


def test_the_sheet_is_looked_at_before_it_is_printed(window: MainWindow) -> None:
    STATES["get-help-paper"](window, STUDY_MATERIAL)
    (preview,) = window.findChildren(Preview)
    assert preview.pages.view.count == 1


def test_the_sheet_says_whom_to_call_and_how_sure_that_is(page: HelpPage) -> None:
    assert page.view.shown is not None
    words = text_of(pdf_of(made_help_sheet(page.view.shown, A4, date(2026, 11, 29)), unreported))
    assert "Where to get help in Colombia" in words
    assert "601 555 0142" in words
    assert "Nobody has checked it since" in words


def test_a_country_without_a_service_has_room_to_write_one_down(window: MainWindow) -> None:
    STATES["get-help-none"](window, STUDY_MATERIAL)
    shown = window.get_help.view.shown
    assert shown is not None
    words = text_of(pdf_of(made_help_sheet(shown, A4, date(2026, 11, 29)), unreported))
    assert "knows of no help service in New Zealand" in words.replace("\n", " ")


# --- a narrow window --------------------------------------------------------------------------


def test_in_a_narrow_window_list_and_country_take_turns(
    page: HelpPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(700, 600)
    page._go_back()
    assert page.list.isVisible()
    assert not page.view.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    settle(window)
    assert page.view.isVisible()
    assert not page.list.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_a_number_stands_where_the_words_stand_though_it_reads_the_other_way(
    open_window: OpenWindow, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = open_window(1366, 768)
    STATES["get-help"](window, STUDY_MATERIAL)
    number = next(one for one in window.get_help.findChildren(QLabel) if "0142" in one.text())
    assert number.alignment() & Qt.AlignmentFlag.AlignRight
    assert number.alignment() & Qt.AlignmentFlag.AlignAbsolute


@pytest.mark.parametrize(("width", "beside"), [(1366, True), (900, False)])
def test_what_can_be_done_stands_beside_what_is_known_where_there_is_room(
    page: HelpPage, window: MainWindow, width: int, beside: bool
) -> None:
    window.resize(width, 768)
    settle(window)
    first = page.view.services[0]
    assert isinstance(first, FirstService)
    facts = next(one for one in first.findChildren(Words) if one.text() == "Open")
    top = facts.mapTo(first, facts.rect().topLeft()).y()
    button = first.large_button.mapTo(first, first.large_button.rect().topLeft()).y()
    assert (button < top) is beside


def test_what_a_call_costs_is_said_once(page: HelpPage) -> None:
    first = page.view.services[0]
    said = [words.text() for words in first.findChildren(Words)]
    assert sum(first.shown.service.cost.casefold() in one.casefold() for one in said) == 1
    assert "Cost" not in said
