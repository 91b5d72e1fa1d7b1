"""The thin line between two parts of a window; the stylesheet gives it its colour."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

_THICK = 1


def level_rule(parent: QWidget | None = None) -> QFrame:
    """A line from side to side, as wide as there is room."""
    rule = _rule(parent)
    rule.setFixedHeight(_THICK)
    return rule


def upright_rule(parent: QWidget | None = None) -> QFrame:
    """A line from top to bottom, as high as there is room."""
    rule = _rule(parent)
    rule.setFixedWidth(_THICK)
    return rule


def _rule(parent: QWidget | None) -> QFrame:
    rule = QFrame(parent)
    rule.setObjectName("rule")
    return rule
