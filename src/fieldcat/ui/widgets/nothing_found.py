"""What to do where nothing was found: one primary way out, then each filter, then help."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.query import Query
from fieldcat.domain.query_line import has_filter
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.answers import NothingFound
from fieldcat.ui.icons import icon
from fieldcat.ui.labels import facet_title
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.wording import isolated
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height
from fieldcat.ui.widgets.chips import Choice
from fieldcat.ui.widgets.filter_tag import FilterTag
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.words import Words

_WIDEST = 664


class NothingFoundView(QScrollArea):
    """A column of at most 664 pixels. ``query_wanted``: somebody chose a way out.

    ``help_wanted`` brings the country whose help services are wanted, or nothing: of any.
    """

    query_wanted = Signal(Query)
    help_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("nothingFound")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Nothing found"))
        self.primary: QPushButton | None = None

    def show_help(
        self, query: Query, chosen: Sequence[Choice], found: NothingFound, country: str = ""
    ) -> None:
        """Offer the ways out of a query. ``country`` is the name of ``found.help_country``."""
        self.primary = None
        inner = QWidget()
        inner.setObjectName("surface")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._words(self._title(query), TextRole.TITLE))
        column.addSpacing(9)
        column.addWidget(self._words(self._reason(query, found), TextRole.SEARCH, quiet=True))
        self._add_spelling(column, query, found)
        self._add_dropping(column, query, chosen, found)
        self._add_help(column, found, country)
        column.addStretch(1)
        holder = QWidget(inner)
        holder.setLayout(column)
        holder.setMaximumWidth(self._theme.scaled(_WIDEST))
        column.setContentsMargins(0, 0, 0, 0)
        outer = QHBoxLayout(inner)
        margin = self._theme.grown(24)
        outer.setContentsMargins(margin, self._theme.grown(34), margin, margin)
        outer.addStretch(0)
        outer.addWidget(holder, 100)
        outer.addStretch(0)
        self.setWidget(inner)

    def _title(self, query: Query) -> str:
        text = query.text.strip()
        if not text:
            return self.tr("No entry has all of these")
        return filled(self.tr("Nothing found for “%1”"), isolated(text))

    def _reason(self, query: Query, found: NothingFound) -> str:
        filters = len(query.filters)
        if found.suggestion and filters:
            return self.tr(
                "It may be the spelling, and the %n filter(s) leave little to search in.",
                "",
                filters,
            )
        if found.suggestion:
            return self.tr("It may be the spelling.")
        if filters:
            return self.tr("The %n filter(s) leave little to search in.", "", filters)
        if has_filter(query.text):
            # None that was understood: such stand among the filters.
            return self.tr(
                "A filter that fieldcat does not know is searched as words. F1 shows what can be "
                "typed, such as country:tz or year:2020..2024."
            )
        return self.tr("Try fewer words, or a word that means the same.")

    def _add_spelling(self, column: QVBoxLayout, query: Query, found: NothingFound) -> None:
        if found.suggestion and (found.suggestion_total or found.suggestion_without_filters):
            title = self.tr("Did you mean")
            as_it_is = found.suggestion_total > 0
            total = found.suggestion_total or found.suggestion_without_filters
            words = self._whereabouts(total, filtered=bool(query.filters), as_it_is=as_it_is)
            filters = query.filters if as_it_is else {}
            wanted = Query(found.suggestion, filters, query.sort, query.limit)
            name = self._corrected(query.text, found.suggestion)
            self._add_card(column, title, name, words, total, wanted)
        elif found.without_filters and len(query.filters) > 1:
            title = self.tr("Without filters")
            words = self.tr("%Ln entries once all filters are off", "", found.without_filters)
            wanted = Query(query.text, {}, query.sort, query.limit)
            asked = query.text.strip() or self.tr("The whole casebook")
            found_words = self._words(asked, TextRole.FOUND)
            self._add_card(column, title, found_words, words, found.without_filters, wanted)

    def _whereabouts(self, total: int, *, filtered: bool, as_it_is: bool) -> str:
        if not filtered:
            return self.tr("%Ln entries", "", total)
        if as_it_is:
            return self.tr("%Ln entries with your filters", "", total)
        return self.tr("%Ln entries once the filters are off; none with them on", "", total)

    def _add_card(
        self, column: QVBoxLayout, title: str, name: QWidget, words: str, total: int, wanted: Query
    ) -> None:
        self._add_title(column, title)
        card = QFrame()
        card.setObjectName("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(self._icon("search"))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(self._words(words, TextRole.META, quiet=True))
        row.addLayout(texts, 1)
        button = QPushButton(self.tr("Show these %Ln", "", total))
        button.setObjectName("primary")
        button.clicked.connect(lambda: self.query_wanted.emit(wanted))
        self.primary = button
        row.addWidget(button)
        column.addWidget(card)

    def _add_dropping(
        self, column: QVBoxLayout, query: Query, chosen: Sequence[Choice], found: NothingFound
    ) -> None:
        without = {facet: total for facet, total in (found.without_facet or {}).items() if total}
        if not without:
            return
        several = len(query.filters) > 1
        title = self.tr("Or drop only one filter") if several else self.tr("Or drop the filter")
        self._add_title(column, title)
        card = QFrame()
        card.setObjectName("card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 1, 0, 1)
        rows.setSpacing(0)
        for at, (facet, total) in enumerate(without.items()):
            if at:
                rows.addWidget(level_rule())
            rows.addWidget(self._dropping_row(query, facet, chosen, total))
        column.addWidget(card)

    def _dropping_row(
        self, query: Query, facet: Facet, chosen: Sequence[Choice], total: int
    ) -> QWidget:
        names = ", ".join(choice.label for choice in chosen if choice.facet is facet)
        words = self._words(
            self.tr("%Ln entries without it", "", total), TextRole.INTERFACE, quiet=True
        )
        button = QPushButton(self.tr("Show %Ln", "", total))
        button.setObjectName("secondary")
        button.setProperty("small", True)
        button.setFont(font(TextRole.META_STRONG, self._theme.scale))
        button.setAccessibleName(
            filled(self.tr("Show %Ln entries without the filter %1", "", total), facet_title(facet))
        )
        wanted = query.with_filter(facet, frozenset())
        button.clicked.connect(lambda: self.query_wanted.emit(wanted))
        trailing = QWidget()
        line = QHBoxLayout(trailing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(button)
        row = QWidget()
        flow = FlowLayout(12, 6, spread=1, parent=row)
        flow.setContentsMargins(14, 10, 8, 10)
        flow.addWidget(FilterTag(facet_title(facet), names, self._theme))
        flow.addWidget(trailing)
        return row

    def _add_help(self, column: QVBoxLayout, found: NothingFound, country: str) -> None:
        if not found.help_services:
            return
        column.addSpacing(self._theme.grown(22))
        box = QFrame()
        box.setObjectName("sunken")
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 12, 14, 12)
        row.setSpacing(14)
        row.addWidget(self._icon("life-buoy"))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(
            self._words(self.tr("Looking for a number to call?"), TextRole.INTERFACE_STRONG)
        )
        where = country or self.tr("the casebook")
        told = self.tr("There are %Ln help services in %1.", "", found.help_services)
        texts.addWidget(self._words(filled(told, where), TextRole.META, quiet=True))
        row.addLayout(texts, 1)
        words = filled(self.tr("Get help: %1"), country) if country else self.tr("Get help")
        button = QPushButton(words)
        button.setObjectName("secondary")
        button.clicked.connect(lambda: self.help_wanted.emit(found.help_country))
        row.addWidget(button)
        column.addWidget(box)

    def _corrected(self, text: str, suggestion: str) -> QLabel:
        """The suggestion, with the words that are others in bold."""
        typed = set(text.casefold().split())
        words = " ".join(
            escape(word) if word.casefold() in typed else f"<b>{escape(word)}</b>"
            for word in suggestion.split()
        )
        # The line height of the design, which Qt's style sheets say in words of their own.
        arabic = is_arabic(suggestion)
        high = line_height(TextRole.FOUND, self._theme.scale, arabic=arabic)
        label = QLabel(
            f'<p style="margin:0; line-height:{high}; -qt-line-height-type:fixed">{words}</p>'
        )
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setFont(font(TextRole.FOUND, self._theme.scale, arabic=arabic))
        label.setAccessibleName(suggestion)
        if self.isRightToLeft():  # where the words themselves may run the other way
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        return label

    def _add_title(self, column: QVBoxLayout, text: str) -> None:
        column.addSpacing(self._theme.grown(24))
        label = self._words(text, TextRole.INTERFACE_STRONG)
        column.addWidget(label)
        column.addSpacing(self._theme.grown(8))

    def _words(self, text: str, role: TextRole, *, quiet: bool = False) -> Words:
        return Words(text, role, self._theme, ink="text_2" if quiet else "text")

    def _icon(self, name: str) -> QLabel:
        side = self._theme.grown(20)
        label = QLabel()
        label.setPixmap(icon(name, role="accent").pixmap(side, side))
        return label
