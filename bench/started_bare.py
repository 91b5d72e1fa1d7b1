"""A bare PySide6 window with a list: the least that a window of ours could cost."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEvent, QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow

from bench.telling import now, pss, tell


class FirstPaint(QObject):
    """Watches for the list's first paint."""

    painted = 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the moment and leave once the paint is done."""
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = now()
            QTimer.singleShot(0, self.leave)
        return False

    def leave(self) -> None:
        """Tell and quit."""
        tell({"painted": self.painted, "pss": pss()})
        QApplication.quit()


application = QApplication(sys.argv)
window = QMainWindow()
rows = QListView()
rows.setModel(QStringListModel([f"Row {number}" for number in range(60)]))
window.setCentralWidget(rows)
window.resize(1366, 768)
first = FirstPaint()
rows.viewport().installEventFilter(first)
window.show()
sys.exit(application.exec())
