"""The part of the updates page that shows what is chosen in the list: one view at a time."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldcat.domain.comparing import Comparison
from fieldcat.domain.head import EntryId
from fieldcat.domain.progress import Progress
from fieldcat.domain.publishers import CardOffer, Publisher
from fieldcat.domain.updating import Change as Changed
from fieldcat.domain.updating import How, Preview
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.course import Course
from fieldcat.ui.updates.publishers import Change
from fieldcat.ui.updates.sticks import Sticks
from fieldcat.ui.updates.work_words import WorkWords
from fieldcat.ui.widgets.plain_page import PlainPage, Said

if TYPE_CHECKING:
    # Each is loaded and made when it is first shown: the page opens the sooner.
    from fieldcat.ui.updates.card import OfferCard
    from fieldcat.ui.updates.card_view import CardView
    from fieldcat.ui.updates.compare_view import CompareView
    from fieldcat.ui.updates.import_view import ImportView
    from fieldcat.ui.updates.news_view import NewsView
    from fieldcat.ui.updates.stick_view import StickView
    from fieldcat.ui.updates.work_view import Doing, WorkView

V = TypeVar("V", bound=QWidget)


class Detail(QStackedWidget):
    """Its views, each made once, when it is first shown. What is wanted in one is told here.

    ``import_wanted``, ``offer_left``: take in what is offered, or not now. ``compare_wanted``: show
    what a change would be. ``import_stopped``, ``fetching_stopped``, ``change_stopped``,
    ``copying_stopped``: stop what is under way. ``add_wanted``, ``card_left``: trust a publisher,
    or not now. ``news_opened``, ``news_seen``, ``back_wanted``, ``about_wanted``: see ``NewsView``.
    ``read_wanted``, ``comparison_left``: see ``CompareView``. ``folder_wanted``: see ``StickView``.
    """

    import_wanted = Signal()
    offer_left = Signal()
    compare_wanted = Signal(Changed)
    import_stopped = Signal()
    fetching_stopped = Signal()
    change_stopped = Signal()
    copying_stopped = Signal()
    add_wanted = Signal()
    card_left = Signal()
    news_opened = Signal(Changed)
    news_seen = Signal()
    back_wanted = Signal()
    about_wanted = Signal()
    read_wanted = Signal(Changed)
    comparison_left = Signal()
    folder_wanted = Signal()

    def __init__(self, theme: Theme, sticks: Sticks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sticks = sticks
        self._words = WorkWords(self)
        self._course = Course()
        self.plain = self._added(PlainPage(theme))

    # --- its views ----------------------------------------------------------------------------

    @cached_property
    def card(self) -> OfferCard:
        """The card of an edition that is offered."""
        from fieldcat.ui.updates.card import OfferCard

        view = self._added(OfferCard(self._theme))
        view.import_wanted.connect(self.import_wanted)
        view.compare_wanted.connect(self.compare_wanted)
        view.left.connect(self.offer_left)
        return view

    @cached_property
    def importing(self) -> ImportView:
        """An import that is under way."""
        from fieldcat.ui.updates.import_view import ImportView

        view = self._added(ImportView(self._theme))
        view.stop_wanted.connect(self.import_stopped)
        return view

    @cached_property
    def news(self) -> NewsView:
        """What came with the last import."""
        from fieldcat.ui.updates.news_view import NewsView

        view = self._added(NewsView(self._theme))
        view.opened.connect(self.news_opened)
        view.seen.connect(self.news_seen)
        view.back_wanted.connect(self.back_wanted)
        view.about_wanted.connect(self.about_wanted)
        return view

    @cached_property
    def compare(self) -> CompareView:
        """An entry as it was and as it is."""
        from fieldcat.ui.updates.compare_view import CompareView

        view = self._added(CompareView(self._theme))
        view.read_wanted.connect(self.read_wanted)
        view.next_wanted.connect(self.compare_wanted)
        view.left.connect(self.comparison_left)
        return view

    @cached_property
    def publisher_card(self) -> CardView:
        """A publisher's card that is open."""
        from fieldcat.ui.updates.card_view import CardView

        view = self._added(CardView(self._theme))
        view.add_wanted.connect(self.add_wanted)
        view.left.connect(self.card_left)
        return view

    @cached_property
    def sticks(self) -> StickView:
        """Where what is here can be copied to."""
        from fieldcat.ui.updates.stick_view import StickView

        view = self._added(StickView(self._theme))
        view.copy_wanted.connect(self._sticks.copy)
        view.folder_wanted.connect(self.folder_wanted)
        return view

    @cached_property
    def fetching(self) -> WorkView:
        """An edition that is fetched."""
        view = self._made_work_view()
        view.stop_wanted.connect(self.fetching_stopped)
        return view

    @cached_property
    def changing(self) -> WorkView:
        """Something that is changed about a publisher."""
        view = self._made_work_view()
        view.stop_wanted.connect(self.change_stopped)
        return view

    @cached_property
    def copying(self) -> WorkView:
        """Copying to a stick."""
        view = self._made_work_view()
        view.stop_wanted.connect(self.copying_stopped)
        return view

    def prepared(self) -> Generator[None]:
        """Make what an offer and its import will show, in steps, while a file is verified."""
        yield
        import fieldcat.ui.updates.card  # noqa: F401 - it is used in the next step

        yield
        _ = self.card
        yield
        _ = self.importing
        yield
        _ = self.news

    def _made_work_view(self) -> WorkView:
        from fieldcat.ui.updates.work_view import WorkView

        return self._added(WorkView(self._theme))

    def _added(self, view: V) -> V:
        self.addWidget(view)
        return view

    def _is_shown(self, name: str) -> bool:
        """Whether this view is the one that is shown; it is not made for that."""
        return name in self.__dict__ and self.currentWidget() is self.__dict__[name]

    # --- showing ------------------------------------------------------------------------------

    @property
    def foot(self) -> QWidget | None:
        """The foot of the view that is shown, if it has one."""
        shown = self.currentWidget()
        return getattr(shown, "foot", None) if shown is not None and shown.isVisible() else None

    def say(self, said: Said) -> None:
        """Show plain words."""
        self.plain.say(said)
        self.setCurrentWidget(self.plain)

    def show_offer(self, offered: Preview) -> None:
        """Show the card of what is offered."""
        self.card.show_offer(offered)
        self.setCurrentWidget(self.card)

    def show_card(self, offer: CardOffer) -> None:
        """Show what a publisher's card says."""
        self.publisher_card.show_card(offer)
        self.setCurrentWidget(self.publisher_card)

    def show_news(
        self, known: Publisher, changes: tuple[Changed, ...], unseen: Mapping[EntryId, How]
    ) -> None:
        """Show what came with the last import."""
        self.news.show_news(known, changes, unseen)
        self.setCurrentWidget(self.news)

    def show_import(self, offered: Preview, *, fetched: bool) -> None:
        """Show the import that is under way, from its beginning unless it is shown already."""
        if not self._is_shown("importing"):
            self.importing.show_import(offered, fetched=fetched)
        self.setCurrentWidget(self.importing)

    def show_fetching(self, doing: Doing) -> None:
        """Show that an edition is fetched."""
        self.fetching.show_work(doing)
        self.setCurrentWidget(self.fetching)

    def show_change(self, change: Change) -> None:
        """Show that something is changed about a publisher, from its beginning if it is new."""
        if not self._is_shown("changing"):
            self._course = Course()
        self.changing.show_work(self._words.changing(change))
        self.setCurrentWidget(self.changing)

    def show_sticks(self, titles: tuple[str, ...]) -> None:
        """Show where can be copied to, or how far that is."""
        sticks = self._sticks
        if sticks.under_way is not None:
            self.copying.show_work(self._words.copying(sticks.under_way.name))
            self.setCurrentWidget(self.copying)
            return
        if "copying" in self.__dict__:
            self.copying.forget()
        self.sticks.show_sticks(sticks, titles)
        self.setCurrentWidget(self.sticks)

    def show_comparing(self, change: Changed) -> None:
        """Show that what would become of an entry is found out."""
        pane = self.card.pane
        self.compare.show_waiting(change, None if pane is None else pane.after(change))
        self.setCurrentWidget(self.compare)

    @property
    def is_comparing(self) -> bool:
        """Whether an entry is shown as it was and as it is, or will be soon."""
        return self._is_shown("compare")

    def compares(self, change: Changed) -> bool:
        """Whether that is shown."""
        return self.is_comparing and self.compare.waits_for(change)

    def show_comparison(self, change: Changed, found: Comparison, *, offered: bool) -> None:
        """Show an entry as it was and as it is."""
        self.compare.show_comparison(change, found, offered=offered)
        self.setCurrentWidget(self.compare)

    def take_import(self, progress: Progress) -> None:
        """Show how far the import is."""
        if "importing" in self.__dict__:
            self.importing.take(progress)

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
