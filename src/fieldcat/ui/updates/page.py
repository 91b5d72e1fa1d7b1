"""Updates: what was found, what is here, and what one chooses of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from fieldcat.domain.comparing import Comparison
from fieldcat.domain.entry import EntryId
from fieldcat.domain.updating import Change, How, PastChange
from fieldcat.services.offered import Held, Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.icons import icon
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.layout import Layout, layout_for
from fieldcat.ui.news import News
from fieldcat.ui.pages.keeping import Keeping
from fieldcat.ui.pages.page import Page
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.bar import UpdatesBar
from fieldcat.ui.updates.card import OfferCard
from fieldcat.ui.updates.compare_view import CompareView
from fieldcat.ui.updates.edition_list import EditionList
from fieldcat.ui.updates.import_view import ImportView
from fieldcat.ui.updates.news_view import NewsView
from fieldcat.ui.updates.offers import Offer, Offers, Step
from fieldcat.ui.updates.sayings import Sayings
from fieldcat.ui.widgets.plain_page import PlainPage
from fieldcat.ui.widgets.top_button import beside_icon

_LIST, _NARROW_LIST = 300, 236
_HISTORY = ":history"
"""Stands for the history, where others stand by their files and collections."""


@dataclass(frozen=True, slots=True)
class _Here:
    held: tuple[Held, ...]
    history: tuple[PastChange, ...]
    development: bool


class UpdatesPage(Page):
    """``offers`` and ``news`` are those of the window. ``read_wanted``: read this entry."""

    read_wanted = Signal(EntryId)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        offers: Offers,
        news: News,
        keeping: Keeping,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._theme = theme
        self._offers = offers
        self._news = news
        self._keeping = keeping
        self._history: tuple[PastChange, ...] = ()
        self._layout = layout_for(1366, 768, 1)
        self._held: tuple[Held, ...] = ()
        self._development = False
        self._chosen = ""
        self._open = False
        self.set_title(actions["updates"].text())
        self.setAccessibleName(actions["updates"].text())
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sayings = Sayings(
            open_file=actions["import"].trigger,
            try_again=self._try_again,
            drop=self._drop,
            undo=offers.undo,
            parent=self,
        )
        self.bar = UpdatesBar(theme, actions)
        self.list = EditionList(theme)
        self.plain = PlainPage(theme)
        self.card = OfferCard(theme)
        self.importing = ImportView(theme)
        self.news_view = NewsView(theme)
        self.compare_view = CompareView(theme)
        self.history_button = QPushButton(beside_icon(self.tr("History")))
        self.history_button.setAccessibleName(self.tr("History"))
        self.history_button.setToolTip(self.tr("What was imported and when, and going back"))
        self.history_button.setObjectName("secondary")
        self.history_button.setIcon(icon("history"))
        self.history_button.clicked.connect(lambda: self._on_opened(_HISTORY))
        self._lay_out()
        self._connect()

    # --- what others call ---------------------------------------------------------------------

    @property
    def menu_button(self) -> QWidget:
        return self.bar.menu_button

    @property
    def footer(self) -> QWidget | None:
        for view in (self.card, self.importing, self.news_view, self.compare_view):
            if self.detail.currentWidget() is view and view.isVisible():
                return view.foot
        return None

    def start(self) -> None:
        """Show what is here now."""
        services = self._services
        self._jobs.start(
            lambda _report: _Here(
                services.updates.held(),
                services.updates.history(),
                services.installation().development,
            ),
            done=self._on_held,
            failed=lambda error: self.told.emit(error_text(error)),
        )
        self._show()

    def show_offer(self, file: Path) -> None:
        """Show what a file offers."""
        self._chosen, self._open = str(file), True
        self._show()

    def look_again(self) -> None:
        if self.isVisible():
            self.start()

    def set_layout(self, layout: Layout) -> None:
        self._layout = layout
        self.bar.set_layout(layout)
        self.list.set_low(layout.low)
        side = self._theme.grown(18)
        self.history_button.setIconSize(QSize(side, side))
        width = self._theme.scaled(_LIST if layout.rail else _NARROW_LIST)
        self._side.setMinimumWidth(0 if layout.single else width)
        self._side.setMaximumWidth(16777215 if layout.single else width)
        above = self._theme.grown(layout.padded(12))
        self._side_column.setContentsMargins(0, above, 0, above)
        self._show_parts()

    def focus_first(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def standing(self) -> object:
        return (self._chosen, self._open)

    def stand(self, standing: object) -> None:
        if isinstance(standing, tuple):
            self._chosen, self._open = standing
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._layout.single and self._open:
            self._go_back()
        else:
            super().keyPressEvent(event)

    # --- what happens -------------------------------------------------------------------------

    def _on_held(self, here: _Here) -> None:
        self._held, self._history = here.held, here.history
        self._development = here.development
        self.history_button.setEnabled(bool(here.history))
        self._show()

    def _on_taken(self, offer: Offer) -> None:
        """What was taken in is among what is here now, and told of as new."""
        if offer.preview is not None:
            self._chosen = offer.preview.edition.collection.id
            self._offers.drop(offer.file)

    def _on_news_opened(self, change: Change) -> None:
        """Read it, or see what changed; what is withdrawn is there for who keeps it only."""
        if change.how is How.WITHDRAWN and change.entry not in self._keeping.kept:
            self.told.emit(self._sayings.withdrawn(change))
        elif change.how is How.CHANGED:
            self._jobs.start(
                lambda _report: self._services.updates.compare(change.entry),
                done=lambda found: self._on_compared(change, found),
                failed=lambda error: self.told.emit(error_text(error)),
            )
        else:
            self.read_wanted.emit(change.entry)

    def _on_compare_wanted(self, change: Change) -> None:
        offer = self._offer
        if offer is not None:
            self._offers.compare(offer.file, change)

    def _on_offer_compared(self, change: Change, found: Comparison) -> None:
        if self.detail.currentWidget() is self.card:
            self.compare_view.show_comparison(change, found, offered=True)
            self.detail.setCurrentWidget(self.compare_view)

    def _on_compared(self, change: Change, found: Comparison | None) -> None:
        if found is None:
            self.read_wanted.emit(change.entry)
            return
        self.compare_view.show_comparison(change, found)
        self.detail.setCurrentWidget(self.compare_view)

    def _on_chosen(self, key: str) -> None:
        self._chosen = key
        self._show_detail()

    def _on_opened(self, key: str) -> None:
        self._chosen, self._open = key, True
        self._show_detail()
        self._show_parts()
        if self._layout.single:
            self.bar.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._open = False
        self._show_parts()
        self.focus_first()

    def _try_again(self) -> None:
        offer = self._offer
        if offer is not None:
            self._offers.look(offer.file)

    def _drop(self) -> None:
        offer = self._offer
        if offer is not None:
            self._chosen, self._open = "", False
            self._offers.drop(offer.file)

    def _on_import_wanted(self) -> None:
        offer = self._offer
        if offer is not None:
            self._offers.take_in(offer.file)

    # --- showing ------------------------------------------------------------------------------

    @property
    def _offer(self) -> Offer | None:
        return next((one for one in self._offers if str(one.file) == self._chosen), None)

    def _show(self) -> None:
        rows = self._sayings.rows(tuple(self._offers), self._held)
        keys = [row.key for row in rows if row.content is not None]
        if self._chosen not in (*keys, _HISTORY):
            self._chosen = keys[0] if keys else ""
        self.list.show_rows(rows, self._chosen)
        self._show_detail()
        self._show_parts()

    def _show_detail(self) -> None:
        offer = self._offer
        if offer is None:
            held = next((one for one in self._held if one.collection.id == self._chosen), None)
            news = self._news_of(held)
            if self._chosen == _HISTORY:
                self.plain.say(self._sayings.history(self._history))
            elif held is not None and news:
                self.news_view.show_news(held.collection, news, self._news.unseen)
                self.detail.setCurrentWidget(self.news_view)
                return
            elif held is not None:
                self.plain.say(self._sayings.held(held, development=self._development))
            else:
                self.plain.say(self._sayings.nothing())
            self.detail.setCurrentWidget(self.plain)
        elif offer.step is Step.TAKING_IN and offer.preview is not None:
            if self.detail.currentWidget() is not self.importing:
                self.importing.show_import(offer.preview)
            self.detail.setCurrentWidget(self.importing)
        elif offer.step is Step.OFFERED and offer.preview is not None and offer.preview.is_news:
            self.card.show_offer(offer.preview)
            self.detail.setCurrentWidget(self.card)
        else:
            self.plain.say(self._sayings.offer(offer))
            self.detail.setCurrentWidget(self.plain)

    def _news_of(self, held: Held | None) -> tuple[Change, ...]:
        """What the last import changed, if it was one of this collection."""
        if held is None or held.shipped:
            return ()
        collection = held.collection.id
        return tuple(
            change for change in self._news.changes if change.entry.collection == collection
        )

    def _show_parts(self) -> None:
        single = self._layout.single
        self._side.setVisible(not single or not self._open)
        self._line.setVisible(not single)
        self.detail.setVisible(not single or self._open)
        self.bar.show_way_back(single and self._open)

    def _lay_out(self) -> None:
        self._side = QWidget()
        self._side.setObjectName("results")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setSpacing(8)
        beside_button = QHBoxLayout()
        beside_button.setContentsMargins(12, 0, 12, 0)
        beside_button.addWidget(self.history_button)
        beside_button.addStretch(1)
        self._side_column.addWidget(self.list, 1)
        self._side_column.addLayout(beside_button)
        self._line = QFrame()
        self._line.setObjectName("rule")
        self._line.setFixedWidth(1)
        self.detail = QStackedWidget()
        for view in (self.plain, self.card, self.importing, self.news_view, self.compare_view):
            self.detail.addWidget(view)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side, 1)
        row.addWidget(self._line)
        row.addWidget(self.detail, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.bar.menu_button.clicked.connect(self.menu_wanted)
        self.bar.left.connect(self._go_back)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.card.import_wanted.connect(self._on_import_wanted)
        self.card.left.connect(self._drop)
        self.card.compare_wanted.connect(self._on_compare_wanted)
        self._offers.compared.connect(self._on_offer_compared)
        self.importing.stop_wanted.connect(self._offers.stop)
        self.news_view.opened.connect(self._on_news_opened)
        self.compare_view.read_wanted.connect(lambda change: self.read_wanted.emit(change.entry))
        self.compare_view.left.connect(self._show)
        self.news_view.seen.connect(self._news.see_all)
        self.news_view.back_wanted.connect(self._offers.undo)
        self._news.changed.connect(self._show)
        self._offers.taken.connect(self._on_taken)
        self._offers.changed.connect(self._show)
        self._offers.progressed.connect(self.importing.take)
