"""Updates: what was found, what is here, and what one chooses of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldcat.domain.comparing import Comparison
from fieldcat.domain.entry import EntryId
from fieldcat.domain.publishers import Publisher
from fieldcat.domain.updating import Change as Changed
from fieldcat.domain.updating import Host, How, Origin
from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.labels import error_text
from fieldcat.ui.layout import Layout, layout_for
from fieldcat.ui.news import News
from fieldcat.ui.pages.keeping import Keeping
from fieldcat.ui.pages.page import Page
from fieldcat.ui.reach import reach
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.bar import UpdatesBar
from fieldcat.ui.updates.detail import Detail
from fieldcat.ui.updates.offers import Offer, Offers, Step
from fieldcat.ui.updates.publishers import Change, OpenCard, Publishers
from fieldcat.ui.updates.sayings import CARD, Goes, Sayings
from fieldcat.ui.updates.side import UpdatesSide
from fieldcat.ui.updates.standing import Here, Standing
from fieldcat.ui.updates.sticks import Sticks
from fieldcat.ui.updates.work_words import WorkWords
from fieldcat.ui.widgets.rule import upright_rule

if TYPE_CHECKING:
    from fieldcat.ui.updates.card import OfferCard
    from fieldcat.ui.updates.compare_view import CompareView
    from fieldcat.ui.updates.import_view import ImportView
    from fieldcat.ui.updates.news_view import NewsView

_PAINTED_MS = 40
"""The page is painted so long after it is first gone to."""
_HISTORY, _STICK = ":history", ":stick"
"""Stand for the history and for copying, where others stand by their files and collections."""
_HERE, _NEWS = "here", "news"
"""What is heard once another casebook is read."""


class UpdatesPage(Page):
    """``offers``, ``publishers``, ``sticks`` and ``news`` are those of the window.

    ``read_wanted``: read this entry. ``add_wanted``: open a publisher's card. ``folder_wanted``:
    ask for a folder to copy to. ``declined``: the edition of this manifest is not wanted now.
    """

    read_wanted = Signal(EntryId)
    add_wanted = Signal()
    folder_wanted = Signal()
    declined = Signal(str)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        offers: Offers,
        publishers: Publishers,
        sticks: Sticks,
        news: News,
        keeping: Keeping,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._theme = theme
        self._offers = offers
        self._publishers = publishers
        self._sticks = sticks
        self._news = news
        self._keeping = keeping
        self._layout = layout_for(1366, 768, 1)
        self._here = Here((), ())
        self._at = Standing()
        self._awaited: Standing | None = None
        # Once another casebook is read: what is to be heard before it is shown, and where.
        self._coming: set[str] = set()
        self._coming_to: Standing | None = None
        self._stale = False
        self._comparing = Latest(jobs, self)
        self._prepared = False
        self.set_title(actions["updates"].text())
        self.setAccessibleName(actions["updates"].text())
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = WorkWords(self)
        self.sayings = Sayings(self._goes(actions), parent=self)
        self.bar = UpdatesBar(theme, actions)
        self.side = UpdatesSide(theme)
        self.list = self.side.list
        self.detail = Detail(theme, sticks)
        self.plain = self.detail.plain
        self._lay_out()
        self._connect()

    # --- what others call ---------------------------------------------------------------------

    @property
    def menu_button(self) -> QWidget:
        return self.bar.menu_button

    @property
    def footer(self) -> QWidget | None:
        return self.detail.foot

    @property
    def card(self) -> OfferCard:
        """The card of an offer."""
        return self.detail.card

    @property
    def importing(self) -> ImportView:
        """The import that is under way."""
        return self.detail.importing

    @property
    def news_view(self) -> NewsView:
        """What came with the last import."""
        return self.detail.news

    @property
    def compare_view(self) -> CompareView:
        """An entry as it was and as it is."""
        return self.detail.compare

    @property
    def publishers(self) -> tuple[Publisher, ...]:
        """Whose collections are known here."""
        return self._here.publishers

    def start(self) -> None:
        """Show what is here now."""
        updates = self._services.updates
        self._jobs.start(
            lambda _report: Here(updates.publishers(), updates.history()),
            done=self._on_here,
            failed=self._on_not_here,
            # What is loaded for it would hold up the first paint.
            after=0 if self._here.publishers else _PAINTED_MS,
        )
        self._show()

    def show_offer(self, origin: Origin) -> None:
        """Show what a file or a host offers."""
        offer = self._offers.of(origin)
        self._at = Standing(offer.key if offer is not None else str(origin), is_open=True)
        self._show()

    def show_card(self) -> None:
        """Show the publisher's card that is open."""
        self._at = Standing(CARD, is_open=True)
        self._show()

    def show_publisher(self, collection: str) -> None:
        """Show a publisher, as soon as it is known."""
        self._at = Standing(collection, is_open=True, about=True)
        if collection not in {one.collection for one in self._here.publishers}:
            self._awaited = self._at
        self._show()

    def show_sticks(self) -> None:
        """Show where what is here can be copied to."""
        self._at = Standing(_STICK, is_open=True)
        self._sticks.look()
        self._show()

    def look_again(self) -> None:
        if self.isVisible():
            # What was here before need not be made: until all is known, what is seen stands.
            self._at = replace(self._at, comparing=False)
            self._coming, self._coming_to = {_HERE, _NEWS}, self._at
            self.start()

    def set_layout(self, layout: Layout) -> None:
        self._layout = layout
        self.bar.set_layout(layout)
        self.side.set_layout(layout)
        self._show_parts()

    def focus_first(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def standing(self) -> object:
        return self._at

    def stand(self, standing: object) -> None:
        if isinstance(standing, Standing):
            self._at = standing
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._layout.single and self._at.is_open:
            self._go_back()
        else:
            super().keyPressEvent(event)

    # --- what happens -------------------------------------------------------------------------

    def _on_here(self, here: Here) -> None:
        self._here = here
        self._coming.discard(_HERE)
        if self._awaited is not None:
            self._at, self._awaited = self._awaited, None
        self.side.history_button.setEnabled(bool(here.history))
        self._show()

    def _on_not_here(self, error: Exception) -> None:
        self.told.emit(error_text(error))
        self._coming.clear()
        self._show()

    def _on_news(self) -> None:
        self._coming.discard(_NEWS)
        self._refresh()

    def _on_taken(self, offer: Offer) -> None:
        """What was taken in is among what is here now, and told of as new."""
        if offer.preview is not None:
            self._at = Standing(offer.preview.edition.collection.id, is_open=self._at.is_open)
            self._coming_to = self._at
            self._offers.drop(offer.origin)

    def _on_news_opened(self, change: Changed) -> None:
        """Read it, or see what changed; what is withdrawn is there for who keeps it only."""
        if change.how is How.WITHDRAWN and change.entry not in self._keeping.kept:
            self.told.emit(self.sayings.withdrawn(change))
        elif change.how is How.CHANGED:
            at = self._at
            self._comparing.ask(
                lambda _report: self._services.updates.compare(change.entry),
                done=lambda found: self._on_compared(change, found, at),
                failed=lambda error: self.told.emit(error_text(error)),
            )
        else:
            self.read_wanted.emit(change.entry)

    def _on_compare_wanted(self, change: Changed) -> None:
        offer = self._offer
        if offer is not None:
            self._at = replace(self._at, comparing=True)
            self.detail.show_comparing(change)
            self._offers.compare(offer.origin, change)

    def _on_offer_compared(self, change: Changed, found: Comparison) -> None:
        if self.detail.compares(change):
            self.detail.show_comparison(change, found, offered=True)

    def _on_compared(self, change: Changed, found: Comparison | None, at: Standing) -> None:
        if at != self._at or not self.isVisible():
            return  # one has gone on to something else
        if found is None:
            self.read_wanted.emit(change.entry)
        else:
            self._at = replace(at, comparing=True)
            self.detail.show_comparison(change, found, offered=False)

    def _leave_comparison(self) -> None:
        self._at = replace(self._at, comparing=False)
        self._refresh()

    def _on_chosen(self, key: str) -> None:
        if key != self._at.chosen:
            self._at = Standing(key, self._at.is_open)
        self._show_detail()

    def _on_opened(self, key: str) -> None:
        about = self._at.about and key == self._at.chosen
        self._at = Standing(key, is_open=True, about=about)
        self._show_detail()
        self._show_parts()
        if self._layout.single:
            self.bar.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._at = Standing(self._at.chosen)
        self._show_parts()
        self.focus_first()

    def _turn(self, turning: bool) -> None:
        self._at = Standing(self._at.chosen, self._at.is_open, about=True, turning=turning)
        self._show_detail()
        self.plain.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use(self, known: Publisher, edition: int) -> None:
        self._turn(turning=False)
        self._publishers.change(Change(known, "edition", edition))

    def _ask(self, known: Publisher) -> None:
        self._offers.ask(known.collection, known.title)
        self.show_offer(Host(known.collection))

    def _with_offer(self, act: str) -> None:
        """Do something with the offer that is chosen."""
        offer = self._offer
        if offer is None:
            return
        match act:
            case "drop":
                self._at = Standing()
                if offer.place and offer.preview is not None:
                    self.declined.emit(offer.preview.manifest)
                self._offers.drop(offer.origin)
            case "fetch":
                self._offers.fetch(offer.origin)
            case "stop":
                self._offers.stop_fetching(offer.origin)
            case "import":
                self._offers.take_in(offer.origin)
            case _:
                self._offers.try_again(offer.origin)

    # --- showing ------------------------------------------------------------------------------

    @property
    def _offer(self) -> Offer | None:
        return next((one for one in self._offers if one.key == self._at.chosen), None)

    def _refresh(self) -> None:
        """Show how things stand now; where the page is not seen, once it is."""
        if self.isVisible():
            self._show()
        else:
            self._stale = True

    def _show(self) -> None:
        self._stale = False
        if self._coming and self._at == self._coming_to:
            return
        card = self._publishers.card
        rows = self.sayings.rows(tuple(self._offers), card, self._here.publishers)
        keys = [row.key for row in rows if row.content is not None]
        if self._at.chosen not in (*keys, _HISTORY, _STICK):
            self._at = Standing(keys[0] if keys else "")
        self.list.show_rows(rows, self._at.chosen)
        self._show_detail()
        self._show_parts()

    def _show_detail(self) -> None:
        if self._at.comparing and self.detail.is_comparing:
            return  # what was found meanwhile, as on another stick, does not take it away
        chosen, card = self._at.chosen, self._publishers.card
        offer = self._offer
        known = next((one for one in self._here.publishers if one.collection == chosen), None)
        if offer is not None:
            self._show_offer(offer)
        elif chosen == CARD and card is not None:
            self._show_card(card)
        elif chosen == _HISTORY:
            self.detail.say(self.sayings.history(self._here.history))
        elif chosen == _STICK:
            self._show_sticks()
        elif known is not None:
            self._show_publisher(known)
        else:
            self.detail.say(self.sayings.nothing())

    def _show_offer(self, offer: Offer) -> None:
        preview = offer.preview
        if offer.step in (Step.TAKING_IN, Step.TAKEN_IN) and preview is not None:
            self.detail.show_import(preview, fetched=isinstance(offer.origin, Host))
        elif offer.step is Step.FETCHING and offer.web is not None:
            self.detail.show_fetching(self._words.fetching(offer.web))
        elif offer.step is Step.OFFERED and preview is not None and preview.is_news:
            self.detail.show_offer(preview)
        else:
            self.detail.say(self.sayings.offer(offer, reach()))
        if not self._prepared:
            self._prepared = True
            self._jobs.step(self.detail.prepared(), lambda: None)

    def _show_card(self, card: OpenCard) -> None:
        if card.offer is not None and card.fault is None:
            self.detail.show_card(card.offer)
        else:
            self.detail.say(self.sayings.card(card))

    def _show_sticks(self) -> None:
        copied = self._sticks.copied
        if copied is not None:
            self.detail.say(self.sayings.copied(copied))
            return
        taken = [one.title for one in self._here.publishers if one.enabled and one.edition]
        self.detail.show_sticks(tuple(taken))

    def _show_publisher(self, known: Publisher) -> None:
        change, news = self._publishers.under_way, self._news_of(known)
        if change is not None and change.publisher.collection == known.collection:
            self.detail.show_change(change)
        elif news and not self._at.about:
            self.detail.show_news(known, news, self._news.unseen)
        elif self._at.turning:
            self.detail.say(self.sayings.editions(known))
        else:
            read = [one for one in self._here.publishers if one.enabled and one.edition]
            self.detail.say(self.sayings.publisher(known, alone=read == [known]))

    def _news_of(self, known: Publisher) -> tuple[Changed, ...]:
        """What the last import changed, if it was one of this collection."""
        if known.as_shipped:
            return ()
        return self._news.of(known.collection)

    def _show_parts(self) -> None:
        single, is_open = self._layout.single, self._at.is_open
        self.side.setVisible(not single or not is_open)
        self._line.setVisible(not single)
        self.detail.setVisible(not single or is_open)
        self.bar.show_way_back(single and is_open)

    # --- putting together ---------------------------------------------------------------------

    def _goes(self, actions: Actions) -> Goes:
        return Goes(
            open_file=actions["import"].trigger,
            try_again=lambda: self._with_offer("again"),
            drop=lambda: self._with_offer("drop"),
            undo=self._offers.undo,
            fetch=lambda: self._with_offer("fetch"),
            ask=self._ask,
            choose=lambda _known: self._turn(turning=True),
            use=self._use,
            change=lambda known, what: self._publishers.change(Change(known, what)),
            close_card=self._publishers.close_card,
            leave=lambda: self._turn(turning=False),
            next_stick=self._sticks.close_copied,
            copy_again=self._sticks.copy_again,
        )

    def _lay_out(self) -> None:
        self._line = upright_rule()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side, 1)
        row.addWidget(self._line)
        row.addWidget(self.detail, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        detail, offers, publishers = self.detail, self._offers, self._publishers
        self.bar.menu_button.clicked.connect(self.menu_wanted)
        # Once the view that is shown now is laid out.
        detail.currentChanged.connect(lambda: QTimer.singleShot(0, self, self.footed.emit))
        self.bar.left.connect(self._go_back)
        self.side.history_button.clicked.connect(lambda: self._on_opened(_HISTORY))
        self.side.add_button.clicked.connect(self.add_wanted)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        detail.import_wanted.connect(lambda: self._with_offer("import"))
        detail.offer_left.connect(lambda: self._with_offer("drop"))
        detail.compare_wanted.connect(self._on_compare_wanted)
        detail.import_stopped.connect(offers.stop)
        detail.fetching_stopped.connect(lambda: self._with_offer("stop"))
        detail.change_stopped.connect(publishers.stop)
        detail.add_wanted.connect(publishers.add)
        detail.card_left.connect(publishers.close_card)
        detail.news_opened.connect(self._on_news_opened)
        detail.news_seen.connect(self._news.see_all)
        detail.back_wanted.connect(offers.undo)
        detail.about_wanted.connect(lambda: self.show_publisher(self._at.chosen))
        detail.read_wanted.connect(lambda change: self.read_wanted.emit(change.entry))
        detail.comparison_left.connect(self._leave_comparison)
        self._news.changed.connect(self._on_news)
        offers.compared.connect(self._on_offer_compared)
        offers.failed.connect(self._leave_comparison)
        offers.taken.connect(self._on_taken)
        offers.changed.connect(self._refresh)
        offers.progressed.connect(detail.take_import)
        offers.fetched.connect(detail.take_fetched)
        detail.folder_wanted.connect(self.folder_wanted)
        detail.copying_stopped.connect(self._sticks.stop)
        self._sticks.changed.connect(self._refresh)
        self._sticks.progressed.connect(detail.take_copied)
        publishers.changed.connect(self._refresh)
        publishers.progressed.connect(detail.take_change)
