"""The foot of a page: where the facts come from, whose the words are, and under which licence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from fieldcat.domain.entry import Link, Text
from fieldcat.ui.reader.composing import Composer
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import source_text
from fieldcat.ui.type import TextRole, font


class Foot(TextPiece):
    """The address stands whole on a line of its own; one too long for it loses its middle."""

    def __init__(self, view: EntryView, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Reader", "Source and licence"), parent)
        self._view = view
        self._dress = look
        self._address = self._shown(look.column)
        self.compose(look, view, self._fill)

    def fit(self, width: int) -> int:
        """Place the text in this width and tell the height, both in pixels."""
        shown = self._shown(width)
        if shown != self._address:
            self._address = shown
            self.compose(self._dress, self._view, self._fill)
        return super().fit(width)

    def _shown(self, width: int) -> str:
        url = self._view.entry.head.source.url
        bare = url.removeprefix("https://").removeprefix("http://").rstrip("/")
        metrics = QFontMetricsF(font(TextRole.NOTE, self._dress.scale))
        return metrics.elidedText(bare, Qt.TextElideMode.ElideMiddle, max(width - 2, 1))

    def _fill(self, text: Composer) -> None:
        translate = QCoreApplication.translate
        source, collection = self._view.entry.head.source, self._view.collection
        named = source_text(source, address=False)
        said = translate("Reader", "Source: {source}").format(source=named)
        text.paragraph((Text(said),), role=TextRole.NOTE, colour="text_2")
        if source.url:
            address = (Link(self._address, source.url),)
            text.paragraph(address, role=TextRole.NOTE, above=2, colour="text_2")
        words = translate(
            "Reader", "Text: {collection}, edition {edition}, {publisher}. {licence}"
        ).format(
            collection=collection.title,
            edition=collection.edition,
            publisher=collection.publisher,
            licence=collection.licence,
        )
        text.paragraph((Text(words),), role=TextRole.NOTE, above=4, colour="text_2")
