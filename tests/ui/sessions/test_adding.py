"""What is put into a session: from an entry that is read, and from what is found while planning."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, STUDY_MATERIAL, FakeCasebook
from tests.fakes.plans import figure, origin
from tests.ui.sessions.as_saved import saved
from tools.window_states import STATES, settle

from fieldcat.domain.entry import EntryId, Kind, Qualifier
from fieldcat.domain.session import (
    Discussion,
    EntryPart,
    FigurePart,
    HelpPart,
    Moment,
    OwnText,
    Session,
    Step,
    Survey,
)
from fieldcat.domain.session_parts import Choice
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.sessions.adding import Adding
from fieldcat.ui.sessions.finder import Offer
from fieldcat.ui.sessions.planner import Planner
from fieldcat.ui.sessions.wording import step_name
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.words import Words


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


@pytest.mark.parametrize(
    ("details", "said"),
    [
        ({"audience": "parents", "country": "CO"}, "Fits the audience and the country"),
        ({"audience": "parents", "country": ""}, "Fits the audience"),
        ({"audience": "parents", "country": "NZ"}, "Fits the audience"),
        ({"audience": "", "country": "CO"}, "Fits the country"),
        (
            {"audience": "", "country": "NZ"},
            "Nothing here is about the country; other things may fit",
        ),
        (
            {"audience": "", "country": ""},
            "Say under Details for whom it is, and what fits comes first",
        ),
    ],
)
def test_it_is_said_why_something_is_offered(
    planner: Planner, window: MainWindow, qtbot: QtBot, details: dict[str, str], said: str
) -> None:
    window.sessions.plan.type_details(**details)
    planner.finder.start()
    qtbot.waitUntil(lambda: not planner.finder.busy)
    assert said in [one.text() for one in planner.finder.findChildren(Words)]
    assert planner.finder.view.model().rowCount() > 0


def test_arrow_down_leads_from_the_search_to_what_was_found(planner: Planner, qtbot: QtBot) -> None:
    planner.show_fit()
    planner.finder._show((Offer("type", "First", "", partial(OwnText, "First")),))
    planner.finder.search.setFocus()
    qtbot.keyClick(planner.finder.search, Qt.Key.Key_Down)
    assert planner.window().focusWidget() is planner.finder.view


def test_two_quick_presses_on_add_add_once(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.finder._show((Offer("type", "First", "", partial(OwnText, "First")),))
    press_add(planner, qtbot)
    view = planner.finder.view
    row = view.visualRect(view.model().index(0, 0))
    place = planner.finder.rows.add_rect(row).center()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(saved(window, fake, qtbot).steps) == 8


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


@pytest.mark.parametrize(
    ("spare", "said"),
    [(0, "Length: exactly right."), (1, "Length: 1 minute in hand."), (5, "Length: 5 minutes in")],
)
def test_it_is_said_how_well_the_length_fits(
    planner: Planner, window: MainWindow, spare: int, said: str
) -> None:
    plan = window.sessions.plan
    assert plan.session is not None
    planned = sum(step.minutes for step in plan.session.steps)
    plan.type_details(length=planned + spare)
    planner.show_fit()
    words = [one.text() for one in planner.fit.findChildren(Words)]
    assert any(one.startswith(said) for one in words)


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
