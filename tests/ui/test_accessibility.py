"""Whoever hears the window, or works it by keyboard, finds all of it, and by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from tests.fakes.casebook import STUDY_MATERIAL, FakeCasebook
from tests.ui.inspecting import accessible, unreachable, without_a_name, without_a_role
from tools.window_states import STATES, State, fill

from fieldcat.ui.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]
SIZES = [(1366, 768), (1024, 600), (700, 600)]


@pytest.fixture(autouse=True)
def filled(fake: FakeCasebook) -> None:
    """Some of everything is kept."""
    fill(fake.services(), STUDY_MATERIAL)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES.values(), ids=list(STATES))
def test_all_that_is_operated_has_a_name_and_a_role_and_is_come_to_by_tab(
    open_window: OpenWindow, state: State, size: tuple[int, int]
) -> None:
    window = open_window(*size)
    root = state(window, STUDY_MATERIAL)
    assert [*without_a_name(root), *without_a_role(root)] == []
    assert unreachable(root) == []


def test_rows_say_whether_they_are_ticked_and_selected(window: MainWindow) -> None:
    STATES["search"](window, STUDY_MATERIAL)
    rows = {
        interface.text(QAccessible.Text.Name).split(",")[0]: interface.state()
        for interface in accessible(window)
        if interface.role() in (QAccessible.Role.TreeItem, QAccessible.Role.ListItem)
    }
    assert rows["Parents and carers"].checkable
    assert rows["Parents and carers"].checked
    assert not rows["Police and justice"].checked
    assert [state.selected for state in rows.values()].count(1) == 1


def test_the_sections_of_an_entry_are_heard_in_the_order_in_which_they_are_read(
    window: MainWindow,
) -> None:
    STATES["sensitive-opened"](window, STUDY_MATERIAL)
    names = [
        interface.text(QAccessible.Text.Name) for interface in accessible(window.casebook.reader)
    ]
    headings = [
        "A safer internet centre where hotline, research and young people meet",
        "Facts",
        "What they did",
        "Te Cuido, a helpline for people at risk of offending",
        "What changed",
    ]
    places = [next(at for at, name in enumerate(names) if heading in name) for heading in headings]
    assert places == sorted(places)
