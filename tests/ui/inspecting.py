"""Looks at a window as it stands: what it says, to whom, and whether all of it can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAction,
    QFontMetrics,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from fieldcat.ui.reader.lines import Words as ReaderWords
from fieldcat.ui.widgets.chips import Chip
from fieldcat.ui.widgets.words import Words

_CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ButtonDropDown,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.Tree,
    QAccessible.Role.TreeItem,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.Table,
    QAccessible.Role.Cell,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.Link,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.Dialog,
}
"""Roles of what is operated, or is one of many: each must say what it is."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the window, and what says it."""

    whose: str
    text: str


def visible_widgets(root: QWidget) -> list[QWidget]:
    """The widget itself and all in it that is shown, other windows over it left out."""
    inside = [widget for widget in root.findChildren(QWidget) if widget.window() is root.window()]
    return [root, *(widget for widget in inside if widget.isVisible())]


def said(root: QWidget) -> Iterator[Said]:
    """All texts that somebody sees or hears, tips and the rows of lists among them."""
    for widget in visible_widgets(root):
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        texts += _own_texts(widget)
        for action in widget.actions():
            texts += _action_texts(action)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            texts += _rows(widget.model(), QModelIndex())
        yield from (Said(_called(widget), text) for text in texts if text)
    for interface in accessible(root):
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description):
            if text := interface.text(kind):
                yield Said(f"accessible {interface.role().name}", text)


def accessible(root: QWidget) -> Iterator[QAccessibleInterface]:
    """What a screen reader finds in a widget, from the top; what is not shown is left out."""
    QAccessible.setActive(True)
    waiting = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        interface = waiting.pop()
        yield interface
        children = [interface.child(at) for at in range(interface.childCount())]
        waiting += [
            child
            for child in reversed(children)
            if child is not None and child.isValid() and not child.state().invisible
        ]


def without_a_name(root: QWidget) -> list[str]:
    """Controls and rows that say nothing of themselves, and what takes the keyboard unnamed."""
    found = []
    for interface in accessible(root):
        operated = interface.role() in _CONTROLS
        focusable = interface.state().focusable and not _is_scrolled_part(interface)
        if (operated or focusable) and not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{interface.role().name} {_object(interface)}")
    return found


def without_a_role(root: QWidget) -> list[str]:
    """What takes the keyboard and does not say what it is."""
    roles = (QAccessible.Role.NoRole, QAccessible.Role.Border)
    return [
        _object(interface)
        for interface in accessible(root)
        if interface.state().focusable and interface.role() in roles
    ]


def unreachable(window: QWidget) -> list[str]:
    """What takes the keyboard by Tab, is shown, and is not come to by Tab.

    The last thing to be asked of a window: the binding takes what ``nextInFocusChain`` gives for a
    child of the widget that was asked, and may let go of it too early.
    """
    wanted = {
        widget
        for widget in visible_widgets(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        # Of a group of choices Tab leads to the one that is chosen, arrows to the others.
        and not (isinstance(widget, QRadioButton) and not widget.isChecked())
    }
    reached, here = set(), window.nextInFocusChain()
    while here is not window and here not in reached:
        reached.add(here)
        here = here.nextInFocusChain()
    return sorted(_called(widget) for widget in wanted - reached - {window})


def cut(root: QWidget) -> list[str]:
    """What is smaller than its text asks, or stands outside of what it is in."""
    found = []
    for widget in visible_widgets(root):
        if widget.width() <= 0 or widget.height() <= 0:
            continue
        if fault := _too_small(widget) or _outside(widget):
            found.append(f"{_called(widget)} {_shown_text(widget)[:50]!r}: {fault}")
    return found


def larger_than(menu: QMenu, room: QSize) -> str:
    """Whether a menu has no room on a screen: Qt would set it in columns, and cut off the rest."""
    rows = [menu.actionGeometry(action) for action in menu.actions() if action.isVisible()]
    wide = max((row.width() for row in rows), default=0)
    high = sum(row.height() for row in rows)
    if wide > room.width() or high > room.height():
        return f"{menu.title()!r} asks {wide}×{high}, the screen has {room.width()}×{room.height()}"
    return ""


def _too_small(widget: QWidget) -> str:
    asked = widget.sizeHint()
    match widget:
        case QLabel():
            if not widget.text() or widget.text() == "\u200b":
                return ""
            if isinstance(widget, ReaderWords):
                needed = widget.fit(widget.width())
                return f"{widget.height()} of {needed} px" if widget.height() < needed else ""
            if widget.wordWrap() or widget.hasHeightForWidth():
                return _wrapped_too_small(widget)
            width = min(asked.width(), _natural_width(widget))
            if widget.width() < width:
                return f"{widget.width()} px wide, its words {width}"
            least = QFontMetrics(widget.font()).ascent()
            return f"{widget.height()} px high" if widget.height() < least else ""
        case QAbstractButton() | QComboBox() | QTabBar():
            asks = _least(widget)
            if widget.width() < asks.width() or widget.height() < asks.height():
                return f"{widget.width()}×{widget.height()}, asks {asks.width()}×{asks.height()}"
        case QLineEdit():
            words = widget.text() or widget.placeholderText()
            width = QFontMetrics(widget.font()).horizontalAdvance(words)
            margins = widget.textMargins()
            room = widget.contentsRect().width() - margins.left() - margins.right() - 4
            if not widget.text() and width > room:
                return f"room for {room} px, its words {width}"
        case QAbstractItemView():
            return _rows_too_low(widget)
        case _:
            return ""
    return ""


def _least(control: QAbstractButton | QComboBox | QTabBar) -> QSize:
    """As wide as the style asks for the words, and as high as they are; an icon alone is itself."""
    if isinstance(control, QAbstractButton) and _shows_icon_alone(control):
        return control.iconSize()
    if isinstance(control, Chip):
        # The one text that may be elided outside of lists: it is whole in the tip and in the name.
        return QSize(control.minimumSizeHint().width(), QFontMetrics(control.font()).height())
    return QSize(control.sizeHint().width(), QFontMetrics(control.font()).height())


def _shows_icon_alone(button: QAbstractButton) -> bool:
    if isinstance(button, QToolButton):
        return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    return not button.text()


def _wrapped_too_small(label: QLabel) -> str:
    needed = label.heightForWidth(label.width())
    if label.height() < needed:
        return f"{label.height()} of {needed} px"
    if isinstance(label, Words):
        return ""  # it breaks words that are longer than a line
    metrics = QFontMetrics(label.font())
    text = re.sub(r"<[^>]+>", " ", label.text())  # of rich text its words
    longest = max(map(metrics.horizontalAdvance, text.split()), default=0)
    if longest > label.width():
        return f"{label.width()} px wide, its longest word {longest}"
    return ""


def _natural_width(label: QLabel) -> int:
    metrics = QFontMetrics(label.font())
    return max(map(metrics.horizontalAdvance, label.text().split("\n")))


def _rows_too_low(view: QAbstractItemView) -> str:
    index = view.indexAt(view.viewport().rect().center())
    asked = view.sizeHintForIndex(index).height() if index.isValid() else 0
    given = view.visualRect(index).height() if index.isValid() else 0
    return f"a row {given} px high asks {asked}" if given < asked else ""


def _outside(widget: QWidget) -> str:
    """Whether a widget reaches beyond what shows it: sideways always, downwards if not scrolled."""
    if isinstance(widget, QAbstractScrollArea):
        bar = widget.horizontalScrollBar()
        if bar.maximum() > bar.minimum():
            return f"scrolls {bar.maximum()} px sideways"
    if not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
        return ""
    scrolled = _scrolled_in(widget)
    if fault := _cut_by_a_parent(widget, scrolled.viewport() if scrolled is not None else None):
        return fault
    frame: QWidget = scrolled.viewport() if scrolled is not None else widget.window()
    place = QRect(widget.mapTo(frame, widget.rect().topLeft()), widget.size())
    if place.left() < 0 or place.right() >= frame.width():
        return f"reaches from {place.left()} to {place.right()} of {frame.width()} px"
    if scrolled is None and (place.top() < 0 or place.bottom() >= frame.height()):
        return f"reaches down to {place.bottom()} of {frame.height()} px"
    return ""


def _cut_by_a_parent(widget: QWidget, until: QWidget | None) -> str:
    """Whether words reach out of what their widget is a part of, and so cannot be seen.

    Asked as far as ``until``, a viewport: what is scrolled in it may reach out.
    """
    parent = widget.parentWidget()
    while parent is not None and parent.parentWidget() is not until and not parent.isWindow():
        if not parent.rect().contains(_words_of(widget).translated(widget.mapTo(parent, QPoint()))):
            return f"cut by {_called(parent)}"
        parent = parent.parentWidget()
    return ""


def _words_of(widget: QWidget) -> QRect:
    """Where the words of a widget are: a button has air above and under them."""
    rect = widget.rect()
    if isinstance(widget, QAbstractButton | QComboBox):
        air = max(rect.height() - QFontMetrics(widget.font()).height(), 0) // 2
        rect.adjust(0, air, 0, -air)
    return rect


def _scrolled_in(widget: QWidget) -> QAbstractScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QAbstractScrollArea) and parent.viewport().isAncestorOf(widget):
            return parent
        parent = parent.parentWidget()
    return None


def _own_texts(widget: QWidget) -> list[str]:
    texts = [widget.windowTitle()] if widget.isWindow() else []
    match widget:
        case QLabel() | QAbstractButton():
            texts.append(widget.text())
        case QLineEdit():
            texts.append(widget.placeholderText())
        case QComboBox():
            texts += [widget.itemText(at) for at in range(widget.count())]
        case QTabBar():
            texts += [widget.tabText(at) for at in range(widget.count())]
        case QGroupBox() | QMenu():
            texts.append(widget.title())
        case QTextEdit():
            texts += [widget.toPlainText(), widget.placeholderText()]
    return texts


def _action_texts(action: QAction) -> list[str]:
    if not action.isVisible() or action.isSeparator():
        return []
    return [action.text(), action.toolTip(), action.statusTip()]


def _rows(model: QAbstractItemModel, parent: QModelIndex) -> list[str]:
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    texts = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        said_by_row = (model.data(index, role) for role in roles)
        texts += [text for text in said_by_row if isinstance(text, str)]
        texts += _rows(model, index)
    return texts


def _shown_text(widget: QWidget) -> str:
    return next(iter([text for text in _own_texts(widget) if text]), widget.accessibleName())


def _called(widget: QWidget) -> str:
    name = widget.objectName()
    return f"{type(widget).__name__}#{name}" if name else type(widget).__name__


def _object(interface: QAccessibleInterface) -> str:
    found = _widget(interface)
    if found is None:
        return f"row {interface.text(QAccessible.Text.Name)!r}"
    parent = found.parentWidget()
    return f"{_called(found)} in {_called(parent)}" if parent is not None else _called(found)


def _is_scrolled_part(interface: QAccessibleInterface) -> bool:
    """A viewport says it takes the keyboard, which its view does for it."""
    found = _widget(interface)
    parent = found.parentWidget() if found is not None else None
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is found


def _widget(interface: QAccessibleInterface) -> QWidget | None:
    """The widget that an interface speaks for.

    Not by ``interface.object()``: the binding takes what that gives for a part of the interface,
    and calls it deleted as soon as the interface is gone, while the window still has it.
    """
    wanted = QAccessible.uniqueId(interface)
    return next(
        (
            widget
            for widget in QApplication.allWidgets()
            if QAccessible.uniqueId(QAccessible.queryAccessibleInterface(widget)) == wanted
        ),
        None,
    )
