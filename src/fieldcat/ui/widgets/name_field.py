"""Where a name is changed in its row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from fieldcat.ui.type import is_arabic
from fieldcat.ui.widgets.one_line import OneLine
from fieldcat.ui.widgets.row_delegate import Index


class NameField(QLineEdit):
    """Stands in the row in place of the name, in the same type; a delegate makes it and asks it.

    ``latin`` and ``arabic`` are the fonts of a name by its script; ``called`` says what is named.
    """

    def __init__(self, latin: QFont, arabic: QFont, called: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._arabic = arabic
        self.setFont(latin)
        self.setObjectName("inRow")
        self.setValidator(OneLine(self))
        self.setAccessibleName(called)

    def take_name(self, index: Index) -> None:
        """Show the name of a row, selected as a whole."""
        name = str(index.data(Qt.ItemDataRole.EditRole))
        if is_arabic(name):  # Qt centres a line by the first of its font's families
            self.setFont(self._arabic)
        self.setText(name)
        self.selectAll()

    def give_name(self, model: QAbstractItemModel, index: Index) -> None:
        """Name the row as it stands here."""
        model.setData(index.sibling(index.row(), 0), self.text())
