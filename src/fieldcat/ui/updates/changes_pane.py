"""The changes of an edition, which can be narrowed to those of one kind; of many, some at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fieldcat.domain.updating import Change, How
from fieldcat.ui.labels import kind_label
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.change_list import ChangeList, ChangeRow
from fieldcat.ui.updates.foot import Foot
from fieldcat.ui.updates.wording import Wording
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.result_delegate import how_tag
from fieldcat.ui.widgets.row_delegate import Tag

_ORDER = (How.WITHDRAWN, How.CHANGED, How.NEW)
_AT_ONCE = 100


class ChangesPane(QWidget):
    """Stands in a ``sheet`` that scrolls. ``opened``: a row was, of a change that ``leads`` on.

    ``own`` gives what is said at the end of a row, of what one has on it.
    """

    opened = Signal(Change)

    def __init__(
        self,
        theme: Theme,
        sheet: QScrollArea,
        own: Callable[[Change], Tag | None],
        *,
        leads: Callable[[Change], bool],
    ) -> None:
        super().__init__()
        self._sheet = sheet
        self._own = own
        self._leads = leads
        self._wording = Wording(self)
        self._changes: dict[How, list[Change]] = {how: [] for how in _ORDER}
        self._how: How | None = None
        self._most = _AT_ONCE
        self.filters: dict[How | None, QPushButton] = {}
        self._group = QButtonGroup(self)
        chips = QWidget()
        flow = FlowLayout(theme.grown(8), theme.grown(6), parent=chips)
        for how in (None, *How):
            button = QPushButton()
            button.setObjectName("pill")
            button.setCheckable(True)
            button.clicked.connect(partial(self._show_only, how))
            self._group.addButton(button)
            flow.addWidget(button)
            self.filters[how] = button
        self.list = ChangeList(theme)
        self.list.selectionModel().currentChanged.connect(self._on_row_reached)
        self.list.opened.connect(self.opened)
        self.more_button = QPushButton()
        self.more_button.setObjectName("quiet")
        self.more_button.clicked.connect(self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.grown(14))
        column.addWidget(chips)
        column.addWidget(self.list)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def order_tabs(self, foot: Foot) -> None:
        """Have Tab go from the sheet through the changes to the foot under them."""
        before: QWidget = self._sheet
        for widget in (*self.filters.values(), self.list, self.more_button):
            QWidget.setTabOrder(before, widget)
            before = widget
        foot.follow(before)

    def show_changes(self, changes: Iterable[Change]) -> None:
        """Show these, those first that one has something on."""
        self._changes = {how: [] for how in _ORDER}
        for change in changes:
            self._changes[change.how].append(change)
        for how, button in self.filters.items():
            count = sum(map(len, self._shown(how)))
            button.setText(self._wording.counted(how, count))
            button.setVisible(bool(count))
            button.setChecked(how is self._how)
        self.show_rows()

    def show_rows(self) -> None:
        """Show the rows anew, for what one has on them may be other."""
        shown = self._shown(self._how)
        first = islice(chain.from_iterable(map(self._own_first, shown)), self._most)
        self.list.show_rows([_row(change, own, self._leads(change)) for change, own in first])
        left = sum(map(len, shown)) - self._most
        self.more_button.setVisible(left > 0)
        self.more_button.setText(self._wording.more(min(max(left, 1), _AT_ONCE)))

    def after(self, change: Change | None) -> Change | None:
        """The entry that changed after this one as they are shown; without one, the first."""
        changed = [one for one, _own in self._own_first(self._changes[How.CHANGED])]
        if change is not None and change not in changed:
            return None
        at = 0 if change is None else changed.index(change) + 1
        return changed[at] if at < len(changed) else None

    def _shown(self, how: How | None) -> tuple[list[Change], ...]:
        """What is shown of one kind, or of all."""
        return tuple(self._changes.values()) if how is None else (self._changes[how],)

    def _own_first(self, changes: list[Change]) -> Iterator[tuple[Change, Tag | None]]:
        """Those first that one has something on; none is asked about before it is come to."""
        others = []
        for change in changes:
            own = self._own(change)
            if own is None:
                others.append(change)
            else:
                yield change, own
        yield from ((change, None) for change in others)

    def _show_only(self, how: How | None) -> None:
        self._how, self._most = how, _AT_ONCE
        self.show_rows()

    def _show_more(self) -> None:
        at = self._most
        self._most += _AT_ONCE
        self.show_rows()
        self.list.setCurrentIndex(self.list.changes.index(at))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_reached(self) -> None:
        row, inner = self.list.visualRect(self.list.currentIndex()), self._sheet.widget()
        if inner is not None and self.list.hasFocus():
            at = self.list.mapTo(inner, QPoint(row.left(), row.center().y()))
            self._sheet.ensureVisible(at.x(), at.y(), 0, row.height())


def _row(change: Change, own: Tag | None, leads: bool) -> ChangeRow:
    meta = kind_label(change.entry.kind)
    if change.reason:
        meta = f"{meta} · {change.reason}"
    return ChangeRow(change, how_tag(change.how), change.title, meta, own, leads)
