"""No text is cut: at any size, any scale of the text, in any language and direction."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from tests.fakes.arabic import ARABIC_MATERIAL, arabic_casebook
from tests.fakes.casebook import STUDY_MATERIAL, FakeCasebook
from tests.ui.inspecting import cut, larger_than
from tools.window_states import STATES, Material, State, fill, home, tidy

from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.theme import Theme

OpenWindow = Callable[..., MainWindow]

SIZES = ((1024, 600), (1366, 697), (1366, 768), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)
# By scale: putting on another one takes a window far longer than another size.
ALL = tuple((size, scale) for scale, size in product(SCALES, SIZES))
FEW = (*product(SIZES, (1.0,)), ((1366, 768), 2.0))
EMPTY = {name: state for name, state in STATES.items() if name.startswith("my-")}
# What has room for the longest words has it for shorter ones; these are looked at all the same.
LOOKS = {"english": FEW, "pseudo": ALL, "pseudo-arabic": ALL}


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> str:
    """A language of the window, and of its casebook, which is Arabic from right to left."""
    if "pseudo" in request.param:
        request.getfixturevalue("pseudo")
    if "arabic" in request.param:
        request.getfixturevalue("from_right_to_left")
    return str(request.param)


@pytest.fixture
def material(look: str) -> Material:
    return ARABIC_MATERIAL if "arabic" in look else STUDY_MATERIAL


@pytest.fixture
def empty(look: str) -> FakeCasebook:
    """A casebook of which nothing is kept yet."""
    return arabic_casebook() if "arabic" in look else FakeCasebook()


@pytest.fixture
def fake(empty: FakeCasebook, material: Material, request: pytest.FixtureRequest) -> FakeCasebook:
    if "nothing_kept" not in request.fixturenames:
        fill(empty.services(), material)
    return empty


@pytest.fixture
def nothing_kept() -> None:
    """Asked for by a test of empty lists."""


@pytest.mark.parametrize("state", STATES.values(), ids=list(STATES))
def test_all_text_has_the_room_that_it_asks_for(
    open_window: OpenWindow, theme: Theme, state: State, material: Material, look: str
) -> None:
    assert faults(open_window(), theme, state, material, look) == {}


@pytest.mark.usefixtures("nothing_kept")
@pytest.mark.parametrize("state", EMPTY.values(), ids=list(EMPTY))
def test_lists_with_nothing_in_them_have_room_for_what_they_say(
    open_window: OpenWindow, theme: Theme, state: State, material: Material, look: str
) -> None:
    assert faults(open_window(), theme, state, material, look) == {}


def faults(
    window: MainWindow, theme: Theme, state: State, material: Material, look: str
) -> dict[str, list[str]]:
    """What is wrong in a state, by size and scale."""
    found = {}
    for (width, height), scale in LOOKS[look]:
        window.resize(width, height)
        theme.set_scale(scale)
        root = state(window, material)
        menus = (window.menu, *window.menu.parts) if root is window.menu else ()
        too_large = filter(None, (larger_than(menu, QSize(width, height)) for menu in menus))
        if wrong := [*cut(root), *hide_is_lost(window), *too_large]:
            found[f"{width}x{height} at {scale:.0%}"] = wrong
        tidy(window)
    return found


def hide_is_lost(window: MainWindow) -> list[str]:
    """Whether no button that hides is in full view, while there is something to hide."""
    if window.hidden_content:
        return []
    name = window.commands["hide"].text()
    buttons = [
        button
        for button in window.findChildren(QAbstractButton)
        if button.accessibleName() == name and button.isVisible() and _within(button, window)
    ]
    return [] if buttons else ["Hide is not in view"]


def _within(widget: QWidget, window: QWidget) -> bool:
    return window.rect().contains(
        QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
    )


@pytest.mark.parametrize("look", ["english"], indirect=True)
def test_the_test_finds_what_is_cut(window: MainWindow, qapp: QApplication) -> None:
    home(window)
    button = window.casebook.header.filters_button
    window.resize(1024, 600)
    qapp.processEvents()
    assert cut(window) == []
    button.setFixedWidth(30)
    qapp.processEvents()
    assert any("Filters" in fault for fault in cut(window))


@pytest.mark.parametrize("look", ["english"], indirect=True)
def test_the_test_finds_what_reaches_outside(window: MainWindow, qapp: QApplication) -> None:
    home(window)
    button = window.casebook.header.search
    button.setMinimumWidth(window.width() + 200)
    window.setFixedWidth(1366)
    qapp.processEvents()
    assert cut(window) != []
