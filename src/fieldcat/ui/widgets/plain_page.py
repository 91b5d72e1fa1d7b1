"""A page of plain words: what there is to say, and the buttons for what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.row_delegate import Tag
from fieldcat.ui.widgets.words import Words

_WIDEST, _ROOMY = 648, 640
"""The column's width, and the effective width from which there is more room beside it."""


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done: the words of its button, and doing it."""

    words: str
    go: Callable[[], object]
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says. ``quoted`` are words of the person's own.

    The first of the ``ways`` is the primary button, where they are such as ``lead`` on.
    """

    title: str
    paragraphs: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    tag: Tag | None = None
    quoted: tuple[str, ...] = ()
    leads: bool = True


class PlainPage(QScrollArea):
    """A column of words, at most 648 pixels wide: it begins where the text of an entry would."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("plainPage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.primary: QPushButton | None = None
        self.buttons: tuple[QPushButton, ...] = ()
        self.said = Said("", ())
        self._outer: QHBoxLayout | None = None
        theme.changed.connect(self._build)

    def say(self, said: Said) -> None:
        """Say this; what is said already stays as it stands, with the focus that it has."""
        before, self.said = self.said, said
        if _words_of(before) != _words_of(said):
            self._build()

    def _build(self) -> None:
        said, grown = self.said, self._theme.grown
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(" ".join(said.paragraphs))
        inner = QWidget()
        inner.setObjectName("surface")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if said.tag is not None:
            column.addLayout(self._tag(said.tag))
            column.addSpacing(grown(4))
        column.addWidget(Words(said.title, TextRole.TITLE, self._theme))
        for paragraph in said.paragraphs:
            column.addSpacing(grown(9))
            column.addWidget(Words(paragraph, TextRole.SEARCH, self._theme, ink="text_2"))
        for words in said.quoted:
            column.addSpacing(grown(12))
            column.addWidget(self._quoted(words))
        column.addSpacing(grown(20))
        self.buttons = tuple(self._button(at) for at in range(len(said.ways)))
        self.primary = self.buttons[0] if self.buttons and said.leads else None
        for button in self.buttons:
            button.setObjectName("primary" if button is self.primary else "secondary")
            if button is self.primary and (sign := said.ways[0].icon):
                button.setIcon(icon(sign, role="on_accent"))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(grown(8))
        column.addStretch(1)
        holder = QWidget(inner)
        holder.setLayout(column)
        holder.setMaximumWidth(self._theme.scaled(_WIDEST))
        outer = QHBoxLayout(inner)
        self._outer = outer
        self._pad()
        outer.addStretch(0)
        outer.addWidget(holder, 100)
        outer.addStretch(0)
        self.setWidget(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pad()

    def _pad(self) -> None:
        if self._outer is not None:
            grown = self._theme.grown
            side = grown(36 if self.width() / self._theme.scale >= _ROOMY else 24)
            self._outer.setContentsMargins(side, grown(34), side, grown(24))

    def _tag(self, tag: Tag) -> QHBoxLayout:
        side = self._theme.grown(16)
        sign = QLabel()
        sign.setPixmap(icon(tag.icon, role=tag.ink).pixmap(side, side))
        row = QHBoxLayout()
        row.setSpacing(self._theme.grown(5))
        row.addWidget(sign)
        row.addWidget(Words(tag.words, TextRole.META_STRONG, self._theme, ink=tag.ink))
        row.addStretch(1)
        return row

    def _quoted(self, words: str) -> QFrame:
        box = QFrame()
        box.setObjectName("sunken")
        column = QVBoxLayout(box)
        inset = self._theme.grown(14)
        column.setContentsMargins(inset, self._theme.grown(10), inset, self._theme.grown(10))
        column.addWidget(Words(words, TextRole.INTERFACE, self._theme))
        return box

    def _button(self, at: int) -> QPushButton:
        way = self.said.ways[at]
        button = QPushButton(f" {way.words}" if way.icon else way.words)
        button.setAccessibleName(way.words)
        if way.icon:
            side = self._theme.grown(18)
            button.setIcon(icon(way.icon))
            button.setIconSize(QSize(side, side))
        button.clicked.connect(lambda: self.said.ways[at].go())
        return button


def _words_of(said: Said) -> tuple[object, ...]:
    ways = tuple((way.words, way.icon) for way in said.ways)
    return (said.title, said.paragraphs, said.tag, said.quoted, said.leads, ways)
