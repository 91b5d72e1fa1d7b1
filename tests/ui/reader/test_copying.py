"""Facts, figures and telephone numbers, each with a button that copies it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.reader import made_up
from tests.ui.reader.made_up import FIGURES, view_of

from fieldcat.domain.entry import Channel, HelpService, Link, Text
from fieldcat.ui.reader.channels import Channels
from fieldcat.ui.reader.copy_button import CopyButton
from fieldcat.ui.reader.fact_box import FactBox
from fieldcat.ui.reader.facts import Fact, facts_of
from fieldcat.ui.reader.figure_card import CardGrid
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.theme import LIGHT

CASE = view_of(made_up.case_study())


@pytest.fixture
def look() -> Look:
    return Look(LIGHT, 1.0)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    widget.show()
    return widget


def laid_out(box: FactBox, width: int) -> FactBox:
    box.resize(width, box.fit(width))
    box.show()
    return box


def row_of(box: FactBox, label: str) -> QRect:
    """Where the first line of a fact stands in its box."""
    for part in box.parts:
        found = part.document().find(label)
        if not part.isHidden() and not found.isNull():
            line = part.cursorRect(found)
            return line.translated(part.pos() + part.viewport().pos())
    raise AssertionError(label)


@pytest.mark.parametrize("width", [614, 470, 290])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_fact_has_its_button_on_its_first_line(
    host: QWidget, width: int, scale: float
) -> None:
    box = laid_out(FactBox(CASE, facts_of(CASE), Look(LIGHT, scale), host), round(width * scale))
    areas = [button.geometry() for button in box.buttons.values()]
    assert len(areas) == len(facts_of(CASE))
    for fact, button in box.buttons.items():
        row = row_of(box, fact.label)
        assert button.isVisible()
        assert abs(button.geometry().center().y() - row.center().y()) <= 3
        assert box.rect().contains(button.geometry())
    for at, area in enumerate(areas):
        assert not any(area.intersects(other) for other in areas[at + 1 :])


def test_buttons_stand_where_lines_end_also_from_right_to_left(
    host: QWidget, look: Look, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box = laid_out(FactBox(CASE, facts_of(CASE), look, host), 470)
    assert all(button.x() < 30 for button in box.buttons.values())


def test_buttons_do_not_stand_on_words(host: QWidget, look: Look) -> None:
    box = laid_out(FactBox(CASE, facts_of(CASE), look, host), 614)
    shown = [part.geometry() for part in box.parts if not part.isHidden()]
    for button in box.buttons.values():
        assert not any(part.intersects(button.geometry()) for part in shown)


def test_a_button_is_read_out_with_the_fact_that_it_copies(host: QWidget, look: Look) -> None:
    box = FactBox(CASE, facts_of(CASE), look, host)
    names = [button.accessibleName() for button in box.buttons.values()]
    assert "Copy: Who: Harbour Network and 8 partners" in names
    assert all(button.toolTip() == "Copy, with its source" for button in box.buttons.values())
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in box.buttons.values())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_fact_is_copied_by_the_keyboard(
    host: QWidget, look: Look, qtbot: QtBot, key: Qt.Key
) -> None:
    button = CopyButton("Where: Colombia", look, parent=host)
    with qtbot.waitSignal(button.copy_wanted) as wanted:
        QTest.keyClick(button, key)
    assert wanted.args == ["Where: Colombia"]


def test_a_button_shows_that_the_pointer_is_over_it(
    host: QWidget, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = CopyButton("Where: Colombia", look, parent=host)
    button.show()
    monkeypatch.setattr(CopyButton, "underMouse", lambda _button: False)
    ground = button.grab().toImage().pixelColor(12, 2)
    monkeypatch.setattr(CopyButton, "underMouse", lambda _button: True)
    assert button.grab().toImage().pixelColor(12, 2) != ground


def test_the_keyboard_goes_through_facts_and_then_to_their_buttons(
    host: QWidget, look: Look
) -> None:
    box = laid_out(FactBox(CASE, facts_of(CASE), look, host), 614)
    order = []
    widget: QWidget | None = box.parts[0]
    for _ in range(100):
        assert widget is not None
        if box.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(type(widget).__name__)
        widget = widget.nextInFocusChain()
        if widget is box.parts[0]:
            break
    assert order.count("CopyButton") == len(facts_of(CASE))
    assert order[:4] == ["TextPiece", "CopyButton", "CopyButton", "CopyButton"]
    assert order[4] == "TextPiece"


def test_an_address_is_copied_in_full() -> None:
    site = Fact("Website", (Link("example.org/own", "https://example.org/own"),))
    named = Fact("Source", (Link("WeProtect, 2024", "https://example.org"), Text("!")))
    assert site.copied == "Website: https://example.org/own"
    assert named.copied == "Source: WeProtect, 2024!"


def test_each_card_has_its_button_in_the_corner_where_lines_end(
    host: QWidget, look: Look, qapp: QApplication
) -> None:
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        grid = CardGrid(CASE, FIGURES, look, full=True, parent=host)
        grid.resize(614, grid.fit(614))
        grid.grab()
        for card, button in zip(grid.cards, grid.buttons, strict=True):
            assert card.geometry().contains(button.geometry())
            left = button.x() - card.x()
            right = card.geometry().right() - button.geometry().right()
            assert (left < right) is (direction is Qt.LayoutDirection.RightToLeft)
            assert button.y() - card.y() < 10


def test_a_figure_is_copied_with_all_that_makes_it_honest(host: QWidget, look: Look) -> None:
    grid = CardGrid(CASE, FIGURES[:1], look, parent=host)
    assert grid.buttons[0].words == (
        "over 218,000 reports taken by the hotline Te Protejo (Colombia, to July 2024)"
    )


def test_the_keyboard_comes_from_a_card_to_its_button(host: QWidget, look: Look) -> None:
    grid = CardGrid(CASE, FIGURES[:2], look, parent=host)
    assert grid.cards[0].nextInFocusChain() is grid.buttons[0]
    assert grid.buttons[0].nextInFocusChain() is grid.cards[1]


def test_a_fact_is_copied_with_its_source(reader: Reader, qtbot: QtBot) -> None:
    reader.show_entry(CASE)
    button = next(one for one in reader.findChildren(CopyButton) if one.words.startswith("Where"))
    with qtbot.waitSignal(reader.copied):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == (
        "Where: Colombia \u2014 A safer harbour where hotline, research and young people meet. "
        "WeProtect, 11 October 2024. https://example.org/harbour"
    )


def test_a_telephone_number_is_copied_as_it_is_dialled(reader: Reader, qtbot: QtBot) -> None:
    reader.show_entry(view_of(made_up.help_service()))
    channels = reader.findChild(Channels)
    assert isinstance(channels, Channels)
    button = channels.buttons[0]
    assert button.accessibleName() == "Copy: +57 116 11 22"
    with qtbot.waitSignal(reader.copied_plain) as copied, qtbot.assertNotEmitted(reader.copied):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert copied.args == ["+57 116 11 22"]
    assert QGuiApplication.clipboard().text() == "+57 116 11 22"


def test_each_way_to_reach_a_service_has_a_button_beside_it(
    host: QWidget, look: Look, qapp: QApplication
) -> None:
    service = made_up.help_service()
    assert isinstance(service.part, HelpService)
    part = replace(
        service.part,
        channels=(Channel("telephone", "116"), Channel("website", "https://example.org/" * 9)),
    )
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        channels = Channels(view_of(replace(service, part=part)), part, look, host)
        channels.resize(500, channels.fit(500))
        for text, button in zip(channels.texts, channels.buttons, strict=False):
            assert not text.geometry().intersects(button.geometry())
            assert text.y() <= button.geometry().center().y() <= text.geometry().bottom()
            assert channels.rect().contains(button.geometry())
