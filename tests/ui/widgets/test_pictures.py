from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from fieldcat.ui.widgets.pictures import Pictures

pytestmark = pytest.mark.usefixtures("qapp")

AREA = QRect(3, 4, 10, 10)
GROUND = QColor("white")


class Drawing:
    """Fills what it is given, and counts how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, painter: QPainter, area: QRect) -> None:
        self.times += 1
        painter.fillRect(area, QColor("black"))


def painted(pictures: Pictures, drawing: Drawing, *shows: str, ratio: float = 1.0) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("red"))
    painter = QPainter(image)
    for each in shows:
        pictures.paint(painter, AREA, each, GROUND, drawing)
    painter.end()
    return image


@pytest.fixture
def drawing() -> Drawing:
    return Drawing()


def test_what_shows_the_same_is_drawn_once(drawing: Drawing) -> None:
    image = painted(Pictures(4), drawing, "a", "a", "b")
    assert drawing.times == 2
    assert image.pixelColor(3, 4) == image.pixelColor(12, 13) == QColor("black")
    assert image.pixelColor(2, 4) == image.pixelColor(13, 13) == QColor("red")


def test_what_was_not_shown_for_longest_goes_first(drawing: Drawing) -> None:
    pictures = Pictures(2)
    painted(pictures, drawing, "a", "b", "a", "c")
    assert len(pictures) == 2
    painted(pictures, drawing, "a")
    assert drawing.times == 3
    painted(pictures, drawing, "b")
    assert drawing.times == 4


def test_all_is_drawn_anew_once_it_is_forgotten(drawing: Drawing) -> None:
    pictures = Pictures(2)
    painted(pictures, drawing, "a")
    pictures.forget()
    painted(pictures, drawing, "a")
    assert drawing.times == 2


def test_between_pixels_nothing_is_kept(drawing: Drawing) -> None:
    pictures = Pictures(2)
    image = painted(pictures, drawing, "a", "a", ratio=1.25)
    assert (len(pictures), drawing.times) == (0, 2)
    assert image.pixelColor(6, 8) == QColor("black")
