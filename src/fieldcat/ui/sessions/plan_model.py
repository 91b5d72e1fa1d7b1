"""The steps of the open session as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal

from fieldcat.domain.planning import Timing, timing
from fieldcat.domain.session import Session, Step, is_sensitive
from fieldcat.domain.session_parts import PartState
from fieldcat.ui.placeholders import filled
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.sessions.wording import Counted, step_icon, step_meta, step_name
from fieldcat.ui.widgets.row_delegate import Index, Tag

_MIME = "application/x-fieldcat-step"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """How one step shows. ``late``: it ends after the session does."""

    id: str
    number: int
    icon: str
    title: str
    meta: str
    notes: str
    minutes: int
    tags: tuple[Tag, ...] = ()
    late: bool = False


class PlanRole(IntEnum):
    """What a row tells besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class PlanModel(QAbstractListModel):
    """``minutes_set``: a step is to take so long. ``moved``: a step is to stand at that place."""

    minutes_set = Signal(str, int)
    moved = Signal(str, int)

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._counted = Counted(self)
        self.rows: tuple[PlanRow, ...] = ()
        plan.changed.connect(self.show_plan)
        plan.told_more.connect(self.show_plan)
        plan.step_changed.connect(lambda _step: self.show_plan())

    def show_plan(self) -> None:
        """Show the steps as they are; where only what stands in them is other, they stay."""
        session = self._plan.session
        rows = () if session is None else self._rows(session)
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, id: str) -> int | None:
        """Where a step stands, if it is here."""
        return next((at for at, row in enumerate(self.rows) if row.id == id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == PlanRole.ROW:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return row.minutes
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.rows[index.row()]
        if role != Qt.ItemDataRole.EditRole or int(value) == row.minutes:
            return False
        self.minutes_set.emit(row.id, int(value))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, self.rows[indexes[0].row()].id.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        id = bytes(data.data(_MIME).data()).decode()
        at = self.row_of(id)
        if at is None:
            return False
        to = parent.row() if row < 0 and parent.isValid() else row
        to = len(self.rows) if to < 0 else to
        self.moved.emit(id, to - 1 if to > at else to)
        # The rows are moved by the plan: a view that was told «moved» would remove one of them.
        return False

    def _rows(self, session: Session) -> tuple[PlanRow, ...]:
        time = timing(session)
        return tuple(self._row(at, step, time) for at, step in enumerate(session.steps))

    def _row(self, at: int, step: Step, time: Timing) -> PlanRow:
        return PlanRow(
            id=step.id,
            number=at + 1,
            icon=step_icon(step.content),
            title=step_name(step),
            meta=step_meta(step),
            notes=step.notes.strip(),
            minutes=step.minutes,
            tags=self._tags(step),
            late=time.is_over_at(at),
        )

    def _tags(self, step: Step) -> tuple[Tag, ...]:
        tags = []
        if is_sensitive(step.content):
            tags.append(Tag("shield-alert", self.tr("Sensitive"), "caution"))
        now = self._plan.parts.get(step.id)
        if now is not None and now.state is PartState.CHANGED:
            tags.append(Tag("file-pen", self.tr("Text changed"), "changed"))
        elif now is not None and now.state is PartState.WITHDRAWN:
            tags.append(Tag("circle-x", self.tr("Withdrawn"), "danger"))
        elif now is not None and now.state is not PartState.SAME:
            tags.append(Tag("circle-x", self.tr("Not in the casebook"), "danger"))
        return tuple(tags)

    def _spoken(self, row: PlanRow) -> str:
        step = filled(self.tr("Step %1: %2"), str(row.number), row.title)
        late = self.tr("ends after the session does") if row.late else ""
        parts = [step, row.meta, self._counted.minutes(row.minutes), late]
        parts += [*(tag.words for tag in row.tags), row.notes]
        return ". ".join(part.rstrip(".") for part in parts if part)


def row_at(index: Index) -> PlanRow:
    """The row that an index stands for."""
    row = index.data(PlanRole.ROW)
    assert isinstance(row, PlanRow)
    return row
