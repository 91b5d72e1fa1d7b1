"""The part of the updates page that shows what is chosen in the list: one view at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldcat.domain.comparing import Comparison
from fieldcat.domain.progress import Progress
from fieldcat.domain.updating import Change as Changed
from fieldcat.domain.updating import Preview
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.card import OfferCard
from fieldcat.ui.updates.card_view import CardView
from fieldcat.ui.updates.compare_view import CompareView
from fieldcat.ui.updates.course import Course
from fieldcat.ui.updates.import_view import ImportView
from fieldcat.ui.updates.news_view import NewsView
from fieldcat.ui.updates.publishers import Change
from fieldcat.ui.updates.stick_view import StickView
from fieldcat.ui.updates.sticks import Sticks
from fieldcat.ui.updates.work_view import Doing, WorkView
from fieldcat.ui.updates.work_words import WorkWords
from fieldcat.ui.widgets.plain_page import PlainPage, Said


class Detail(QStackedWidget):
    """Its views, each made once."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plain = PlainPage(theme)
        self.card = OfferCard(theme)
        self.importing = ImportView(theme)
        self.news = NewsView(theme)
        self.compare = CompareView(theme)
        self.publisher_card = CardView(theme)
        self.fetching = WorkView(theme)
        self.changing = WorkView(theme)
        self.sticks = StickView(theme)
        self.copying = WorkView(theme)
        self._words = WorkWords(self)
        self._course = Course()
        for view in (
            self.plain,
            self.card,
            self.importing,
            self.news,
            self.compare,
            self.publisher_card,
            self.fetching,
            self.changing,
            self.sticks,
            self.copying,
        ):
            self.addWidget(view)

    @property
    def foot(self) -> QWidget | None:
        """The foot of the view that is shown, if it has one."""
        shown = self.currentWidget()
        return getattr(shown, "foot", None) if shown is not None and shown.isVisible() else None

    def say(self, said: Said) -> None:
        """Show plain words."""
        self.plain.say(said)
        self.setCurrentWidget(self.plain)

    def show_import(self, offered: Preview, *, fetched: bool) -> None:
        """Show the import that is under way, from its beginning unless it is shown already."""
        if self.currentWidget() is not self.importing:
            self.importing.show_import(offered, fetched=fetched)
        self.setCurrentWidget(self.importing)

    def show_fetching(self, doing: Doing) -> None:
        """Show that an edition is fetched."""
        self.fetching.show_work(doing)
        self.setCurrentWidget(self.fetching)

    def show_change(self, change: Change) -> None:
        """Show that something is changed about a publisher, from its beginning if it is new."""
        if self.currentWidget() is not self.changing:
            self._course = Course()
        self.changing.show_work(self._words.changing(change))
        self.setCurrentWidget(self.changing)

    def show_sticks(self, sticks: Sticks, titles: tuple[str, ...]) -> None:
        """Show where can be copied to, or how far that is."""
        if sticks.under_way is not None:
            self.copying.show_work(self._words.copying(sticks.under_way.name))
            self.setCurrentWidget(self.copying)
            return
        self.copying.forget()
        self.sticks.show_sticks(sticks, titles)
        self.setCurrentWidget(self.sticks)

    def show_comparison(self, change: Changed, found: Comparison, *, offered: bool) -> None:
        """Show an entry as it was and as it is."""
        self.compare.show_comparison(change, found, offered=offered)
        self.setCurrentWidget(self.compare)

    def take_fetched(self, progress: Progress) -> None:
        """Show how much was fetched."""
        if progress.stage == "fetching":
            share = progress.done / progress.total if progress.total else 0.0
            self.fetching.take(share, self._words.bytes_of(progress))

    def take_copied(self, progress: Progress) -> None:
        """Show how much was copied and read back."""
        if progress.stage == "copying":
            share = progress.done / progress.total if progress.total else 0.0
            self.copying.take(share, self._words.share(share, progress))

    def take_change(self, progress: Progress) -> None:
        """Show how far the change is."""
        self._course.take(progress)
        self.changing.take(self._course.done, self._words.share(self._course.done, progress))
