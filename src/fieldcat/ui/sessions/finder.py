"""«Add from the casebook»: searching for parts while planning, and putting them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.head import Head
from fieldcat.domain.query import Query
from fieldcat.domain.session import Content, new_id
from fieldcat.domain.session import Step as PlanStep
from fieldcat.domain.session_parts import Choice
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.offered import Services
from fieldcat.ui.icons import KIND_ICONS, icon
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.labels import kind_label
from fieldcat.ui.sessions.add_rows import AddRows
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.search_field import SearchField
from fieldcat.ui.widgets.words import Words

_MOST = 8
_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be added: how it shows, and fetching it off the GUI thread."""

    icon: str
    title: str
    meta: str
    fetch: Callable[[], Content]
    minutes: int = 5


@dataclass(frozen=True, slots=True)
class _Found:
    """What is offered: for words that were ``typed``, or for what was ``wanted`` and ``fits``."""

    offers: tuple[Offer, ...]
    typed: bool
    wanted: frozenset[Facet]
    fits: frozenset[Facet]


class Finder(QWidget):
    """``failed`` brings what went wrong; ``found`` a step for the plan that is open."""

    failed = Signal(Exception)
    found = Signal(PlanStep)

    def __init__(self, services: Services, jobs: Jobs, plan: Plan, theme: Theme) -> None:
        super().__init__()
        self._services = services
        self._jobs = jobs
        self._plan = plan
        self._theme = theme
        self._latest = Latest(jobs, self)
        self._offers: tuple[Offer, ...] = ()
        self._asked: tuple[object, ...] = ()
        self._heading = Words(self.tr("Add from the casebook"), TextRole.INTERFACE_STRONG, theme)
        self.search = SearchField(theme, keyed=False)
        self.search.setAccessibleName(self.tr("Search the casebook for something to add"))
        self._said = Words("", TextRole.META, theme, ink="text_2")
        self._rows = QStandardItemModel(self)
        self.view = QListView()
        self.view.setModel(self._rows)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("What can be added"))
        self.view.setAccessibleDescription(self.tr("Enter adds the row to the plan"))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows = AddRows(theme, self.view)
        self.rows.add_wanted.connect(self._add)
        self.view.setItemDelegate(self.rows)
        self.view.setMouseTracking(True)
        # On the ground of the pane, as lists are; the rows lie on it.
        self.view.viewport().setAutoFillBackground(False)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMinimumHeight(theme.scaled(150))
        self.view.activated.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.grown(8))
        for part in (self._heading, self.search, self._said):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _words: self._timer.start())
        self.search.left_downwards.connect(
            lambda: self.view.setFocus(Qt.FocusReason.TabFocusReason)
        )
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._latest.busy or self._timer.isActive()

    def start(self) -> None:
        """Offer what fits the session, where nothing is typed."""
        session = self._plan.session
        asked = (session.audience, session.country) if session is not None else ()
        if asked != self._asked:
            self._asked = asked
            self._ask()

    def _ask(self) -> None:
        session = self._plan.session
        if session is None:
            return
        words, audience = self.search.text().strip(), session.audience
        wanted: dict[Facet, frozenset[str]] = {}
        if not words and audience:
            wanted[Facet.AUDIENCE] = frozenset({audience})
        anywhere = dict(wanted)
        if not words and session.country:
            wanted[Facet.COUNTRY] = frozenset({session.country})

        def found(_report: object) -> _Found:
            answer, fits = self._services.find(Query(words, wanted, limit=_MOST), _never), wanted
            if not answer.hits and wanted != anywhere:
                answer = self._services.find(Query("", anywhere, limit=_MOST), _never)
                fits = anywhere
            entries = tuple(self._of_entry(hit.head) for hit in answer.hits)
            offers = (*entries, *self._quizzes(words, audience))
            return _Found(offers, bool(words), frozenset(wanted), frozenset(fits))

        self._latest.ask(found, done=self._on_found, failed=self.failed.emit)

    def _on_found(self, found: _Found) -> None:
        self._said.setText(self._why(found))
        self._show(found.offers)

    def _why(self, found: _Found) -> str:
        """Why this is offered."""
        if found.typed:
            return self.tr("Found")
        match Facet.AUDIENCE in found.fits, Facet.COUNTRY in found.fits:
            case True, True:
                return self.tr("Fits the audience and the country")
            case True, False:
                return self.tr("Fits the audience")
            case False, True:
                return self.tr("Fits the country")
        if found.wanted:
            return self.tr("Nothing here is about the country; other things may fit")
        return self.tr("Say under Details for whom it is, and what fits comes first")

    def _of_entry(self, head: Head) -> Offer:
        meta = " · ".join(part for part in (kind_label(head.kind), head.organisation) if part)
        return Offer(
            KIND_ICONS[head.kind],
            head.title,
            meta,
            lambda: self._services.training.take(head.id, Choice()),
        )

    def _quizzes(self, words: str, audience: str) -> tuple[Offer, ...]:
        wanted, quiz = words.casefold(), self._services.training.quiz
        return tuple(
            Offer("circle-help", one.quiz.question, self.tr("Quiz"), partial(quiz, one.key))
            for one in self._services.training.material().quizzes
            if (wanted and wanted in one.quiz.question.casefold())
            or (not wanted and audience in one.audiences)
        )[:_MOST]

    def _show(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        self._rows.clear()
        for offer in offers:
            item = QStandardItem(f"{offer.title}\n{offer.meta}")
            item.setIcon(icon(offer.icon, role="text_2"))
            item.setToolTip(offer.title)
            item.setAccessibleText(f"{offer.title}. {offer.meta}")
            self._rows.appendRow(item)
        if offers:
            self.view.setCurrentIndex(self._rows.index(0, 0))
        else:
            self._said.setText(self.tr("Nothing found. Other words may find something."))

    def _add(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._offers):
            return
        offer, session = self._offers[index.row()], self._plan.session

        def put(content: Content) -> None:
            if session is None or self._plan.session is None or self._plan.session.id != session.id:
                return  # it was wanted for another session than the one that is open now
            self.found.emit(PlanStep(new_id(), content, minutes=offer.minutes))

        self._jobs.start(lambda _report: offer.fetch(), done=put, failed=self.failed.emit)

    def _dress(self) -> None:
        self.view.doItemsLayout()


def _never() -> bool:
    """Nobody gives up what is looked for here."""
    return False
