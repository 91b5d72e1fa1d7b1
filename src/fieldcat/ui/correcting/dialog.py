"""«Something is wrong»: what stands there, and what it should say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.holding import Correction
from fieldcat.ui.correcting.wrong import Wrong
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.fields import Field, TextField
from fieldcat.ui.widgets.scrolling import scrolling
from fieldcat.ui.widgets.words import Words

_WIDTH, _HEIGHT = 500, 460
_MOST = 4_000
"""Letters of a correction; whoever has more to say writes to the publisher."""


class CorrectionDialog(QDialog):
    """``write_wanted`` brings what stands there and what it should say; ``remove_wanted`` an id.

    ``known`` are the corrections of this entry that are written down already.
    """

    write_wanted = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(
        self,
        wrong: Wrong,
        known: Sequence[Correction],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something is wrong"))
        self.quoted = TextField(theme, 2)
        self.quoted.show_text(wrong.quoted)
        self.words = TextField(theme, 3)
        self.words.typed.connect(self._on_typed)
        self.write_button = self._button(self.tr("Note it"), "primary")
        self.write_button.setEnabled(False)
        self.write_button.clicked.connect(self._write)
        self.cancel_button = self._button(self.tr("Cancel"), "quiet")
        self.cancel_button.clicked.connect(self.reject)
        self.remove_buttons: list[QPushButton] = []
        self._lay_out(wrong, known)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, words: str) -> None:
        self.write_button.setEnabled(bool(words.strip()))

    def _write(self) -> None:
        quoted = self.quoted.toPlainText().strip()[:_MOST]
        words = self.words.toPlainText().strip()[:_MOST]
        self.accept()
        self.write_wanted.emit(quoted, words)

    def _lay_out(self, wrong: Wrong, known: Sequence[Correction]) -> None:
        theme, grown = self._theme, self._theme.grown
        inner = QWidget()
        inner.setObjectName("surface")
        column = QVBoxLayout(inner)
        edge = grown(20)
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(grown(12))
        column.addWidget(Words(wrong.title, TextRole.INTERFACE_STRONG, theme))
        said = self.tr(
            "Nothing is sent. It goes into the return envelope, which you give to the publisher "
            "yourself. Write no names of people."
        )
        column.addWidget(Words(said, TextRole.META, theme, ink="text_2"))
        # Before the fields: what is noted already need not be noted again.
        if known:
            heading = self.tr("Noted already")
            column.addWidget(Words(heading, TextRole.META_STRONG, theme))
        for one in known:
            column.addLayout(self._known(one))
        column.addWidget(Field(self.tr("What stands there"), self.quoted, theme), 1)
        asked = self.tr("What it should say, and how you know")
        column.addWidget(Field(asked, self.words, theme), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, grown(12), edge, edge)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.write_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(inner), 1)
        whole.addLayout(foot)
        screen = self.screen().availableGeometry()
        width = min(theme.scaled(_WIDTH), screen.width() - grown(40))
        self.resize(width, min(theme.scaled(_HEIGHT), screen.height() - grown(40)))

    def _known(self, one: Correction) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.grown(8))
        words = f"{one.quoted} → {one.words}" if one.quoted else one.words
        row.addWidget(Words(words, TextRole.META, self._theme), 1)
        remove = self._button(self.tr("Remove"), "secondary")
        remove.setProperty("small", True)
        remove.setAccessibleName(self.tr("Remove: {words}").format(words=one.words))
        remove.clicked.connect(lambda: self._remove(one.id))
        self.remove_buttons.append(remove)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _remove(self, id: str) -> None:
        self.reject()
        self.remove_wanted.emit(id)

    def _button(self, words: str, kind: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(kind)
        button.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
        button.setAutoDefault(False)
        return button
