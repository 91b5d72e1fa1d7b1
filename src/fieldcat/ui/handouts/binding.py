"""A document of a session as finished pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt

from fieldcat.domain.entry import Source
from fieldcat.ui.handouts.documents import Document, Wish
from fieldcat.ui.handouts.leaflet import made_leaflet
from fieldcat.ui.handouts.setting import galley_of
from fieldcat.ui.printing.paper import Paper
from fieldcat.ui.printing.setting import Column, Paragraph, words
from fieldcat.ui.printing.sheets import Sheets, bound
from fieldcat.ui.printing.styles import QUIET, Style
from fieldcat.ui.reader.wording import direction_of


def made_document(wish: Wish, paper: Paper, printed_on: date) -> Sheets:
    """Set a document and break it into pages. Needs no window, and may run in any thread."""
    if wish.case is not None:
        return made_leaflet(wish.case, paper, printed_on)
    direction = direction_of(wish.session.title) or Qt.LayoutDirection.LeftToRight
    column = Column(paper.side, paper.measure, direction)
    return bound(
        list(galley_of(wish, column)),
        column,
        tuple(_foot(wish)),
        paper,
        printed_on,
        title=wish.session.title,
        source=Source("", ""),
    )


def _foot(wish: Wish) -> Iterator[Paragraph]:
    translate = QCoreApplication.translate
    if wish.document is Document.PLAN:
        said = translate("Handouts", "For the trainer only: notes and sensitive parts.")
    else:
        said = translate("Handouts", "Made with fieldcat. Numbers are as their sources state them.")
    yield words(said, Style.SMALL, QUIET)
