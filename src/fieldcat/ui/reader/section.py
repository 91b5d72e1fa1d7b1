"""A section of an entry: its heading, its text, and the cards and pictures between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from fieldcat.domain.entry import Block, FigureCards, Picture, Section, Text
from fieldcat.ui.reader.composing import Composer
from fieldcat.ui.reader.decoding import decoded
from fieldcat.ui.reader.figure_card import CardGrid
from fieldcat.ui.reader.lines import Words
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.type import TextRole, grown


class SectionBody(QWidget):
    """The heading and blocks of one section. Made only when its text may be read."""

    def __init__(
        self, view: EntryView, section: Section, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.section = section
        self._view = view
        self._look = look
        self._parts: list[TextPiece | CardGrid | PictureBox] = []
        run: list[Block] = []
        for block in section.blocks:
            if isinstance(block, FigureCards | Picture):
                self._add_text(run)
                run = []
                self._add_widget(block)
            else:
                run.append(block)
        self._add_text(run)

    @property
    def texts(self) -> tuple[TextPiece, ...]:
        """The pieces of text, top to bottom."""
        return tuple(part for part in self._parts if isinstance(part, TextPiece))

    @property
    def grids(self) -> tuple[CardGrid, ...]:
        """The groups of figure cards set within the section."""
        return tuple(part for part in self._parts if isinstance(part, CardGrid))

    def fit(self, width: int) -> int:
        """Place the parts in this width and tell the height, both in pixels."""
        y = 0
        for part in self._parts:
            y += grown(12, self._look.scale) if y else 0
            height = part.fit(width)
            part.setGeometry(0, y, width, height)
            y += height
        return y

    def _add_text(self, blocks: Sequence[Block]) -> None:
        first = not self._parts
        if not blocks and not (first and self.section.title):
            return
        piece = TextPiece(self.section.title, self)

        def fill(text: Composer) -> None:
            if first and self.section.title:
                text.heading((Text(self.section.title),), level=2)
            text.blocks(blocks)

        piece.compose(self._look, self._view, fill)
        piece.mark(self._view.marker)
        self._parts.append(piece)

    def _add_widget(self, block: FigureCards | Picture) -> None:
        if not self._parts:
            self._add_text(())
        if isinstance(block, Picture):
            self._parts.append(PictureBox(block, self._view, self._look, self))
            return
        known = {figure.id: figure for figure in self._view.entry.figures}
        figures = [known[name] for name in block.figures if name in known]
        if figures:
            self._parts.append(CardGrid(self._view, figures, self._look, parent=self))


class PictureBox(QWidget):
    """A picture with its caption; in its place the words for it, where it cannot be shown."""

    def __init__(
        self, picture: Picture, view: EntryView, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._image = decoded(view.pictures.get(picture.asset, b""))
        self.shown = QLabel(self)
        self.shown.setAccessibleName(picture.alternative)
        words: Iterable[str] = (
            (picture.caption,) if self._image else (picture.alternative, picture.caption)
        )
        self.words = [
            Words(text, TextRole.META, look, colour="text_2", parent=self) for text in words if text
        ]

    def fit(self, width: int) -> int:
        """Place the picture and its words in this width and tell the height, both in pixels."""
        y = 0
        if self._image is not None:
            size = self._image.size()
            if size.width() > width:
                size = size.scaled(QSize(width, size.height()), Qt.AspectRatioMode.KeepAspectRatio)
            ratio = self.devicePixelRatioF()
            scaled = self._image.scaled(
                size * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            self.shown.setPixmap(QPixmap.fromImage(scaled))
            self.shown.setGeometry(0, 0, width, size.height())
            y = size.height() + grown(6, self._look.scale)
        for words in self.words:
            height = words.fit(width)
            words.setGeometry(0, y, width, height)
            y += height
        return y
