"""The binding to Qt keeps Python alive: docs/adr/0007-pyside-before-6.12.md."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QPainter, QPixmap

CALLS = 1000


def test_calls_without_a_result_take_no_reference_from_none() -> None:
    picture = QPixmap(8, 8)
    painter = QPainter(picture)
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.save()
        painter.restore()
        font.setWeight(QFont.Weight.Bold)
    lost = before - sys.getrefcount(None)
    painter.end()
    # A few come and go with whatever else runs; a fault loses one for each call.
    assert lost < CALLS / 2
