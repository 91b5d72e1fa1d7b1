"""The window opens on the screen with all of it, its frame too, however small the screen is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect
from PySide6.QtWidgets import QApplication
from tests.fakes.casebook import FakeCasebook

from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.opening import Opening
from fieldcat.ui.placing import FIRST_SIZE, Placing, frame_of, placed, put_on_screen
from fieldcat.ui.theme import Theme

FRAME = QMargins(4, 30, 4, 4)
LAPTOP = QRect(0, 0, 1366, 728)
LARGE = QRect(0, 0, 1920, 1040)
SMALL = QRect(0, 0, 1024, 560)


def test_a_window_that_has_room_stays_as_it_is() -> None:
    place = QRect(200, 100, 1280, 720)
    assert placed(place, LARGE, FRAME) == Placing(place)


@pytest.mark.parametrize("screen", [SMALL, LAPTOP])
def test_where_the_usual_size_has_no_room_the_window_fills_the_screen(screen: QRect) -> None:
    placing = placed(QRect(QPoint(0, 0), FIRST_SIZE), screen, FRAME)
    assert placing.filled
    assert screen.contains(placing.place.marginsAdded(FRAME))


def test_a_small_window_on_a_small_screen_does_not_fill_it() -> None:
    place = QRect(40, 60, 800, 480)
    assert placed(place, SMALL, FRAME) == Placing(place)


@pytest.mark.parametrize(
    "place",
    [
        QRect(1500, 700, 1280, 720),
        QRect(-600, -300, 1280, 720),
        QRect(0, 0, 2560, 1400),
        QRect(5000, 3000, 900, 600),
    ],
)
def test_what_reaches_out_of_the_screen_is_brought_back_with_its_frame(place: QRect) -> None:
    placing = placed(place, LARGE, FRAME)
    assert LARGE.contains(placing.place.marginsAdded(FRAME))
    assert not placing.filled


def test_a_second_screen_does_not_begin_at_nought() -> None:
    second = LARGE.translated(1366, 0)
    place = placed(QRect(0, 0, 1280, 720), second, FRAME).place
    assert second.contains(place.marginsAdded(FRAME))
    assert place.size() == FIRST_SIZE


def test_the_first_window_is_no_larger_than_a_small_screen(
    theme: Theme, fake: FakeCasebook
) -> None:
    window = MainWindow(fake.services(), theme)
    put_on_screen(window, SMALL)
    assert window.isMaximized()
    assert window.normalGeometry().width() <= SMALL.width()
    window.close()


def test_the_first_window_has_its_usual_size_where_there_is_room(
    theme: Theme, fake: FakeCasebook
) -> None:
    window = MainWindow(fake.services(), theme)
    put_on_screen(window, LARGE)
    assert window.size() == FIRST_SIZE
    assert not window.isMaximized()
    window.close()


def test_a_place_that_was_kept_on_a_larger_screen_is_brought_onto_this_one(
    theme: Theme, fake: FakeCasebook
) -> None:
    kept = MainWindow(fake.services(), theme)
    kept.setGeometry(300, 200, 1300, 760)
    fake.preferences["window.geometry"] = bytes(kept.saveGeometry().data()).hex()
    kept.close()
    window = MainWindow(fake.services(), theme)
    window.setGeometry(300, 200, 1300, 760)  # as a screen of that size would have it
    put_on_screen(window, SMALL)
    assert window.isMaximized()
    window = MainWindow(fake.services(), theme)
    window.setGeometry(900, 500, 1300, 760)
    put_on_screen(window, LARGE)
    assert not window.isMaximized()
    assert LARGE.contains(window.geometry())


def test_a_window_that_stood_whole_on_the_screen_stands_there_again(
    theme: Theme, fake: FakeCasebook
) -> None:
    """Its frame is what it was, not what one would guess."""
    window = MainWindow(fake.services(), theme)
    place = QRect(40, 25, 1280, 700)
    window.setGeometry(place)
    put_on_screen(window, LAPTOP, (1, 20, 1, 3))
    assert window.geometry() == place
    window.close()


def test_the_frame_of_a_window_is_kept_with_its_place(theme: Theme, fake: FakeCasebook) -> None:
    window = MainWindow(fake.services(), theme)
    window.show()
    there = frame_of(window)
    window.close()
    assert MainWindow(fake.services(), theme).preferences.frame == there


@pytest.mark.parametrize("kept", ["", "1,2,3", "1,2,3,-4", "1,2,3,x"])
def test_a_frame_that_cannot_be_is_none(theme: Theme, fake: FakeCasebook, kept: str) -> None:
    fake.preferences["window.frame"] = kept
    assert MainWindow(fake.services(), theme).preferences.frame == ()


def test_the_program_opens_its_window_within_the_screen(
    qapp: QApplication, theme: Theme, fake: FakeCasebook
) -> None:
    opening = Opening(qapp, theme, lambda _language: fake.services())
    screen = opening.window.screen().availableGeometry()
    opening.window.show()
    assert screen.contains(opening.window.geometry())
    opening.window.close()
