"""Fields of a form: a label above a control that fills the width."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPointF, QSignalBlocker, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, line_height
from fieldcat.ui.widgets.calendar import dress
from fieldcat.ui.widgets.field_frames import CalendarField, ClockField, PickField, SpinField
from fieldcat.ui.widgets.one_line import OneLine

_NO_DAY = QDate(2000, 1, 1)
"""Stands for no day where there may be none."""
_MORNING = QTime(9, 0)
_BETWEEN = ("/", ".", "-", " ")
"""What one types between the parts of a day."""
_TAKE_AWAY = Qt.Key.Key_Delete


class Field(QWidget):
    """A named control; a screen reader hears the name with it."""

    def __init__(self, name: str, control: QWidget, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.control = control
        self.label = QLabel(name)
        self.label.setWordWrap(True)
        self.label.setBuddy(control)
        control.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addWidget(control)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.label.setFont(font(TextRole.META_STRONG, self._theme.scale))
        made = font(TextRole.INTERFACE, self._theme.scale)
        self.control.setFont(made)
        # Where numbers, days and times are typed, Qt keeps the font that was there at first.
        for inner in self.control.findChildren(QLineEdit):
            inner.setFont(made)


class TextField(QPlainTextEdit):
    """``lines`` lines of text, or more where there is room. ``typed`` brings what it has.

    Tab goes on to the next control.
    """

    typed = Signal(str)

    def __init__(self, theme: Theme, lines: int = 4) -> None:
        super().__init__()
        self.setObjectName("field")
        self._theme = theme
        self._lines = lines
        self.setTabChangesFocus(True)
        self.textChanged.connect(lambda: self.typed.emit(self.toPlainText()))
        theme.changed.connect(self._dress)
        self._dress()

    def show_text(self, text: str) -> None:
        """Show a text without sending it; one that is there keeps its caret."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)

    def sizeHint(self) -> QSize:
        # Qt's own is 192 pixels high, however many lines are wanted: a form that scrolls gave that
        # to each, and the field to type in came to lie below the edge.
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _dress(self) -> None:
        line = line_height(TextRole.INTERFACE, self._theme.scale)
        self.setMinimumHeight(self._lines * line + self._theme.grown(16))
        self.updateGeometry()


class LineField(QLineEdit):
    """One line of text."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("field")
        self.setMaxLength(300)
        self.setValidator(OneLine(self))
        self.textEdited.connect(self.typed)

    def show_text(self, text: str) -> None:
        """Show a text without sending it; one that is there keeps its caret."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class ChoiceField(PickField):
    """One of some values. ``picked`` brings the one that was chosen by a person."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda at: self.picked.emit(self.itemData(at)))

    def offer(self, options: Iterable[tuple[object, str]]) -> None:
        """Offer these values, in these words."""
        value = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for data, words in options:
                self.addItem(words, data)
        self.show_value(value)

    def show_value(self, value: object) -> None:
        """Show which value holds; one that is not offered is added as it stands."""
        at = self.findData(value)
        if at < 0 and value:
            self.addItem(str(value), value)
            at = self.count() - 1
        self.setCurrentIndex(max(at, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls the form with the wheel changes nothing in passing.
        event.ignore()


class NumberField(SpinField):
    """A whole number, or ``none`` where there is a word for it. ``typed`` brings it; -1 is none."""

    typed = Signal(int)

    def __init__(
        self, most: int, suffix: str = "", *, none: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(-1 if none else 0, most)
        self.setSpecialValueText(none)
        self.setSuffix(suffix)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.typed)

    def show_number(self, number: int) -> None:
        """Show a number without sending it."""
        with QSignalBlocker(self):
            self.setValue(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # As above.
        event.ignore()


class DayField(CalendarField):
    """A day, or no day where there is a word for ``none``. ``picked`` brings what was set.

    From no day the keys begin with today, and Delete goes back to no day.
    """

    picked = Signal(object)

    def __init__(self, none: str = "") -> None:
        super().__init__()
        self._may_be_none = bool(none)
        self._went_on = False
        self.setCalendarPopup(True)
        self.setMinimumDate(_NO_DAY)
        self.setSpecialValueText(none)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().installEventFilter(self)
        self.dateChanged.connect(lambda _date: self.picked.emit(self.day))

    @property
    def day(self) -> date | None:
        """The day that is set."""
        found = self.date()
        if self._may_be_none and found == _NO_DAY:
            return None
        return date(found.year(), found.month(), found.day())

    def show_day(self, day: date | None) -> None:
        """Show a day without sending it."""
        with QSignalBlocker(self):
            self.setDate(_NO_DAY if day is None else QDate(day.year, day.month, day.day))

    def stepBy(self, steps: int) -> None:
        if self.day is None:
            self.setDate(QDate.currentDate())
        else:
            super().stepBy(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._may_be_none and event.key() == _TAKE_AWAY:
            self.setDate(_NO_DAY)
            return
        if event.key() == Qt.Key.Key_F4:
            self._open_calendar()
            return
        if self.day is None and event.text().isdigit():
            # Digits behind the word for no day would make no day.
            self.setDate(QDate.currentDate())
            self.setSelectedSection(self.sectionAt(0))
        if self._went_on and event.text() in _BETWEEN:
            # A whole day is in hand already; Qt would go on once more, past the month.
            self._went_on = False
            return
        before = self.currentSection()
        super().keyPressEvent(event)
        self._went_on = event.text().isdigit() and self.currentSection() != before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.MouseButtonPress
            and watched is self.lineEdit()
            and self.day is None
        ):
            self._open_calendar()
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._begin_with_today()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # As above.
        event.ignore()

    def _open_calendar(self) -> None:
        """Open the calendar, as a press on the arrow does: Qt has no other way."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = QPointF(self.arrow().center())
        left = Qt.MouseButton.LeftButton
        self.mousePressEvent(
            QMouseEvent(
                QEvent.Type.MouseButtonPress,
                at,
                self.mapToGlobal(at),
                left,
                left,
                Qt.KeyboardModifier.NoModifier,
            )
        )

    def _begin_with_today(self) -> None:
        """Where there is no day yet, have the calendar that opened begin with this month."""
        calendar = self.findChild(QCalendarWidget)
        if calendar is None or not calendar.isVisible():
            return
        dress(calendar)
        if self.day is None:
            with QSignalBlocker(calendar):
                calendar.setSelectedDate(QDate.currentDate())


class TimeField(ClockField):
    """A time of day; midnight is none. From none the keys begin with the morning."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def stepBy(self, steps: int) -> None:
        if self._is_none():
            self.setTime(_MORNING)
        else:
            super().stepBy(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == _TAKE_AWAY:
            self.setTime(self.minimumTime())
            return
        if self._is_none() and event.text().isdigit():
            self.setTime(_MORNING)
            self.setSelectedSection(self.sectionAt(0))
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # As above.
        event.ignore()

    def _is_none(self) -> bool:
        return bool(self.specialValueText()) and self.time() == self.minimumTime()
