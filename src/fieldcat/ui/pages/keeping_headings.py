"""Keeps in view what a control is for, when the keyboard comes to it in a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from fieldcat.ui.widgets.setting import Setting


class KeepsHeading(QObject):
    """Scrolls to the name of a `Setting` together with its control.

    Qt scrolls to the control alone, so that its name may stand above the edge, and the one below
    would be read in its place.
    """

    def __init__(self, sheet: QScrollArea) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._sheet.isAncestorOf(new):
            return
        # After Qt has scrolled.
        QTimer.singleShot(0, self, lambda: self.show_heading_of(new))

    def show_heading_of(self, control: QWidget) -> None:
        """Scroll so that both are seen, or as much below the name as there is room for."""
        setting = _setting_around(control)
        content = self._sheet.widget()
        if setting is None or content is None:
            return
        top = setting.mapTo(content, QPoint(0, 0)).y()
        bottom = control.mapTo(content, QPoint(0, control.height())).y()
        bar, room = self._sheet.verticalScrollBar(), self._sheet.viewport().height()
        # Where there is no room for both at once, the control goes first.
        lowest = max(top, bottom - room)
        if bar.value() > lowest:
            bar.setValue(lowest)


def _setting_around(widget: QWidget) -> Setting | None:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Setting):
        above = above.parentWidget()
    return above
