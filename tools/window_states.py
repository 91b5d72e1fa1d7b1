"""The states of the window that are looked at: by tests, and by ``make screenshots``.

Each state leads a window there, as a person would, and gives the widget that shows it: the window,
or a dialog over it. A new page joins by one line in ``STATES``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.domain.holding import HeldSession
from fieldcat.domain.keeping import Note, Passage, ReadingPlace
from fieldcat.domain.planning import with_steps
from fieldcat.domain.progress import Progress
from fieldcat.domain.publishers import WebNews
from fieldcat.domain.query import Query
from fieldcat.domain.session import Break, new_id
from fieldcat.domain.session import Step as PlanStep
from fieldcat.domain.session_parts import Choice
from fieldcat.domain.taxonomy import Facet
from fieldcat.domain.updating import Host, How
from fieldcat.errors import UserDataDamagedError
from fieldcat.services.offered import Services
from fieldcat.ui.correcting.dialog import CorrectionDialog
from fieldcat.ui.handouts.preview import Preview
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.my_casebook_page import MyCasebookPage
from fieldcat.ui.printing.choices import Choices
from fieldcat.ui.reach import Reach
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.sessions.adding import Adding
from fieldcat.ui.sessions.envelope_dialog import EnvelopeDialog
from fieldcat.ui.starting import rescue_box
from fieldcat.ui.updates.offers import Offer, Step
from fieldcat.ui.updates.publishers import CARD_SUFFIX, Change
from fieldcat.ui.updates.sticks import Copied
from fieldcat.ui.updates.work_words import WorkWords
from fieldcat.ui.volumes import Volume
from fieldcat.ui.widgets.move_to import MoveTo
from fieldcat.ui.widgets.shelf_model import ALL_KEPT, Shelf, Spot

_STEP_MS = 5
_CALM_STEPS = 3
_LONGEST_S = 60

SET_ASIDE = "user-damaged-2024-11-12.sqlite"
"""The name of the damaged file in the state of that."""
_NO_KEYS = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Material:
    """What a casebook has for the states to show.

    ``found`` finds several entries with filters, ``nothing`` none. ``study`` has figures and a
    folded section, ``other`` is any other entry. ``passage`` is one of the study's. ``discouraged``
    are words that the casebook has better ones for. ``folder``, ``note`` and ``search`` are words
    that somebody who reads this casebook would write. ``edition`` is a file with the next edition
    of it, ``damaged`` one that cannot be taken in, ``card`` the card of another publisher.
    """

    found: Query
    nothing: Query
    study: EntryId
    other: EntryId
    passage: Passage
    discouraged: str
    folder: str
    note: str
    search: str
    edition: Path
    damaged: Path
    card: Path


State = Callable[[MainWindow, Material], QWidget]


def fill(services: Services, material: Material) -> None:
    """Keep, note, read and save what somebody would: some of each for My casebook to show."""
    own, when = services.own, datetime(2024, 11, 12, 9, 30, tzinfo=UTC)
    heads = services.heads((material.study, material.other))
    folder = own.make_folder(material.folder, None)
    for entry in heads:
        services.keep(entry, None)
        own.note_reading(entry, ReadingPlace())
    own.place((material.study,), folder.number)
    for passage in (material.passage, None):
        head = heads[material.study]
        note = Note(
            "", head.id, head.title, head.revision, material.note, when, when, passage=passage
        )
        own.write_note(note)
    own.save_search(material.search, material.found)
    fill_session(services, material)
    fill_log(services)


def fill_session(services: Services, material: Material) -> None:
    """Plan a session with a step of each sort that shows otherwise."""
    training = services.training
    session = training.make(training.material().templates[0].id, "", "").session
    study = services.read(material.study, None)
    folded = next((one.id for one in study.sections if one.sensitive), study.sections[0].id)
    steps = (
        PlanStep(new_id(), training.take(material.study, Choice(sections=(folded,))), minutes=20),
        PlanStep(new_id(), training.take(material.study, Choice(figures=(study.figures[0].id,)))),
        PlanStep(new_id(), Break(), minutes=15),
    )
    training.change(session.id, lambda one: with_steps(one, steps, 2))


def fill_log(services: Services) -> None:
    """Have held the first session twice, once without counting who came."""
    session = services.training.sessions()[0].session
    when, day = datetime(2024, 11, 12, 18, tzinfo=UTC), date(2024, 11, 12)
    for country, reached in (("CO", 40), ("TZ", None)):
        services.training.write_held(
            HeldSession(
                new_id(),
                session.id,
                session.title,
                day,
                when,
                when,
                country=country,
                audience=session.audience,
                reached=reached,
            )
        )


def settle(window: MainWindow) -> None:
    """Wait until nothing is under way any more and everything is painted."""
    loop = QEventLoop()
    calm, until = 0, monotonic() + _LONGEST_S

    def look() -> None:
        nonlocal calm
        calm = 0 if window.jobs.busy or window.casebook.asking.busy else calm + 1
        if calm >= _CALM_STEPS or monotonic() > until:
            loop.quit()

    # A timer that goes with this call: one that fires once may outlive what it would call.
    timer = QTimer(loop)
    timer.timeout.connect(look)
    timer.start(_STEP_MS)
    loop.exec()
    timer.stop()


def tidy(window: MainWindow) -> None:
    """Lead the window back to its first page, with nothing open over it."""
    if window.hidden_content:
        window.neutral.back.click()
    for dialog in window.findChildren(QDialog):
        dialog.close()
    for popup in (window.menu, *window.findChildren(MoveTo)):
        popup.close()
    window.toast.hide()
    for view in window.findChildren(QAbstractItemView):
        for field in view.findChildren(QLineEdit):
            escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, _NO_KEYS)
            QApplication.sendEvent(field, escape)
    window.updating.publishers.close_card()
    for offer in window.updating.offers:
        window.updating.offers.drop(offer.origin)
    home(window)
    window.casebook.reader.selecting.deselect()
    window.casebook.reader.close_find()
    window.casebook.reader.close_panels()
    window.casebook.panel.close_panel()
    window.casebook.set_large(False)


def home(window: MainWindow) -> None:
    """Go to the first page; a window that opens for the first time welcomes instead."""
    if window.page is not window.casebook:
        window.show_page("casebook")


def casebook(window: MainWindow, _material: Material) -> QWidget:
    """The first page as it is when the program starts."""
    home(window)
    window.casebook.ask(Query())
    settle(window)
    return window


def search(window: MainWindow, material: Material) -> QWidget:
    """Words and filters, and what they find."""
    home(window)
    window.casebook.ask(material.found)
    settle(window)
    return window


def filters(window: MainWindow, material: Material) -> QWidget:
    """The panel of filters, where the window has no rail for them."""
    search(window, material)
    window.casebook.open_filters(Qt.FocusReason.MouseFocusReason)
    settle(window)
    return window


def nothing_found(window: MainWindow, material: Material) -> QWidget:
    """The ways out where nothing is found."""
    home(window)
    window.casebook.ask(material.nothing)
    settle(window)
    return window


def dropping(window: MainWindow, material: Material) -> QWidget:
    """The ways out where the words are right and the filters leave nothing."""
    home(window)
    kind = material.nothing.filters[Facet.KIND]
    window.casebook.ask(Query(material.found.text, {**material.found.filters, Facet.KIND: kind}))
    settle(window)
    return window


def search_kept(window: MainWindow, material: Material) -> QWidget:
    """What is said when a search is to be kept that is kept already, with a way to it."""
    search(window, material)
    window.commands["save-search"].trigger()
    settle(window)
    return window


def preferred_term(window: MainWindow, material: Material) -> QWidget:
    """The better word for one that should not be used."""
    home(window)
    window.casebook.ask(Query(material.discouraged))
    settle(window)
    return window


def sensitive_folded(window: MainWindow, material: Material) -> QWidget:
    """A case study, scrolled to its sensitive section, which is folded."""
    casebook(window, material)
    window.casebook.reader.entry_requested.emit(material.study)
    settle(window)
    if (fold := _fold(window)) is not None:
        window.casebook.reader.sheet.verticalScrollBar().setValue(max(fold.y() - 120, 0))
    settle(window)
    return window


def sensitive_opened(window: MainWindow, material: Material) -> QWidget:
    """The same section, opened."""
    sensitive_folded(window, material)
    # What was opened before is open still.
    if (fold := _fold(window)) is not None and fold.body is None:
        fold.button.click()
    settle(window)
    return window


def reading(window: MainWindow, material: Material) -> QWidget:
    """The reading view of a case study."""
    casebook(window, material)
    window.casebook.reader.entry_requested.emit(material.study)
    settle(window)
    window.casebook.set_large(True)
    settle(window)
    window.casebook.reader.sheet.verticalScrollBar().setValue(0)
    settle(window)
    return window


def noted(window: MainWindow, material: Material) -> QWidget:
    """The reading view at a passage with a note, which is being written."""
    reading(window, material)
    reader = window.casebook.reader
    on_words = next((one for one in reader.marking.drafts if one.passage is not None), None)
    if on_words is not None:
        reader.edit_note(on_words)
    settle(window)
    return window


def noting(window: MainWindow, material: Material) -> QWidget:
    """A new note on the entry, of which nothing is written yet."""
    reading(window, material)
    window.casebook.desk.note_on_entry()
    settle(window)
    return window


def selecting(window: MainWindow, material: Material) -> QWidget:
    """Words of the text are selected, and beside them is what can be done with them."""
    casebook(window, material)
    reader = window.casebook.reader
    reader.entry_requested.emit(material.study)
    settle(window)
    wanted = material.passage.quotation
    for text in reader.page.texts if reader.page is not None else ():
        start = text.document().toPlainText().find(wanted)
        if start >= 0:
            reader.sheet.jump_to(text, start, start + len(wanted))
            text.select(start, start + len(wanted))
    settle(window)
    return window


def contents(window: MainWindow, material: Material) -> QWidget:
    """The contents of an entry, as a panel where they have no column."""
    reading(window, material)
    window.casebook.reader.open_contents()
    settle(window)
    return window


def printing(window: MainWindow, material: Material) -> QWidget:
    """What is asked before printing."""
    casebook(window, material)
    window.casebook.reader.entry_requested.emit(material.study)
    settle(window)
    window.commands["print"].trigger()
    settle(window)
    return window.findChildren(Choices)[-1]


def rescue(window: MainWindow, material: Material) -> QWidget:
    """What is asked before the window where the file of what was saved is damaged."""
    casebook(window, material)
    error = UserDataDamagedError(
        "damaged",
        kept_as=SET_ASIDE,
        backups=2,
        newest_backup="2024-11-11T17:05:00+00:00",
    )
    box, _choices = rescue_box(error)
    box.setParent(window, box.windowFlags())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def finding(window: MainWindow, material: Material) -> QWidget:
    """The bar for finding words in a text, over the reading view."""
    reading(window, material)
    window.casebook.reader.open_find()
    settle(window)
    return window


def hidden(window: MainWindow, material: Material) -> QWidget:
    """The neutral page."""
    search(window, material)
    window.hide_content()
    return window


def menu(window: MainWindow, material: Material) -> QWidget:
    """The whole menu."""
    search(window, material)
    window.open_menu()
    return window.menu


def page(name: str) -> State:
    """A page, as one comes to it by its command."""

    def state(window: MainWindow, _material: Material) -> QWidget:
        window.commands[name].trigger()
        settle(window)
        return window

    return state


def my_casebook(shelf: Shelf) -> State:
    """One of the lists of My casebook, its first row chosen."""

    def state(window: MainWindow, material: Material) -> QWidget:
        page("my-casebook")(window, material)
        shown = window.page
        assert isinstance(shown, MyCasebookPage)
        shown.rail.choose(Spot(shelf))
        settle(window)
        first = shown.list.model().index(0, 0)
        shown.list.setCurrentIndex(first)
        settle(window)
        return window

    return state


def renaming(window: MainWindow, material: Material) -> QWidget:
    """The name of a saved search, being changed in its place."""
    my_casebook(Shelf.SEARCHES)(window, material)
    shown = window.page
    assert isinstance(shown, MyCasebookPage)
    shown.list.rename()
    settle(window)
    return window


def moving(window: MainWindow, material: Material) -> QWidget:
    """The folders that an entry may be moved to."""
    my_casebook(Shelf.KEPT)(window, material)
    window.commands["move-to"].trigger()
    settle(window)
    return next((one for one in window.findChildren(MoveTo) if one.isVisible()), window)


def sessions(window: MainWindow, material: Material) -> QWidget:
    """The list of sessions and templates."""
    page("sessions")(window, material)
    window.sessions.close_session()
    settle(window)
    return window


def planner(window: MainWindow, material: Material) -> QWidget:
    """The plan of a session, with its first step selected."""
    sessions(window, material)
    window.sessions.list.choose("")
    window.sessions.list.opened.emit()
    settle(window)
    return window


def planner_aside(window: MainWindow, material: Material) -> QWidget:
    """What fits and what can be added; where there is no room beside the plan, in its place."""
    planner(window, material)
    window.sessions.planner.aside_button.click()
    settle(window)
    return window


def planner_step(window: MainWindow, material: Material) -> QWidget:
    """A step that is being changed."""
    planner(window, material)
    plan = window.sessions.planner
    plan.list.choose(plan.list.steps.rows[2].id)
    plan.open_step()
    settle(window)
    return window


def planner_details(window: MainWindow, material: Material) -> QWidget:
    """The details of a session."""
    planner(window, material)
    window.sessions.planner.open_details()
    settle(window)
    return window


def session_log(window: MainWindow, material: Material) -> QWidget:
    """What was held, and what it adds up to."""
    sessions(window, material)
    window.sessions.open_log()
    settle(window)
    return window


def envelope(window: MainWindow, material: Material) -> QWidget:
    """What would go back to a publisher, before it is written."""
    session_log(window, material)
    window.sessions.log_desk.envelope_button.click()
    settle(window)
    return window.findChildren(EnvelopeDialog)[-1]


def adding(window: MainWindow, material: Material) -> QWidget:
    """What is asked before a part of an entry is put into a session."""
    casebook(window, material)
    window.casebook.reader.entry_requested.emit(material.study)
    settle(window)
    window.commands["add-to-session"].trigger()
    settle(window)
    return window.findChildren(Adding)[-1]


def get_help(window: MainWindow, material: Material) -> QWidget:
    """A country with its help services."""
    page("get-help")(window, material)
    known = (one for one in window.get_help.countries if one.services)
    window.get_help.show_country(next(known).code)
    settle(window)
    return window


def get_help_none(window: MainWindow, material: Material) -> QWidget:
    """A country of which the casebook knows no help service."""
    page("get-help")(window, material)
    window.get_help.show_country("NZ")
    settle(window)
    return window


def get_help_checked(window: MainWindow, material: Material) -> QWidget:
    """A help service that was tried today."""
    page("get-help")(window, material)
    for known in window.get_help.countries:
        window.get_help.show_country(known.code)
        settle(window)
        first = window.get_help.view.first
        # Without a number there is nothing to try.
        if first is not None and first.service.channels:
            window.get_help.view.confirm_wanted.emit(first)
            settle(window)
            break
    return window


def get_help_paper(window: MainWindow, material: Material) -> QWidget:
    """The sheet of a country, before it is printed."""
    get_help(window, material)
    window.commands["print"].trigger()
    settle(window)
    return window.findChildren(Preview)[-1]


def correcting(window: MainWindow, material: Material) -> QWidget:
    """What is asked of words that are wrong."""
    selecting(window, material)
    window.commands["correct"].trigger()
    settle(window)
    return window.findChildren(CorrectionDialog)[-1]


def leaflet(window: MainWindow, material: Material) -> QWidget:
    """A case on two pages, before it is printed."""
    reading(window, material)
    window.commands["leaflet"].trigger()
    settle(window)
    return window.findChildren(Preview)[-1]


def updates(window: MainWindow, material: Material) -> QWidget:
    """What is here, and how it is brought up to date."""
    page("updates")(window, material)
    first = next(at for at, row in enumerate(window.updates.list.editions.rows) if row.content)
    window.updates.list.setCurrentIndex(window.updates.list.editions.index(first))
    if window.layout_class.single:
        window.updates.list.opened.emit(window.updates.list.key)
    settle(window)
    return window


def update_offered(window: MainWindow, material: Material) -> QWidget:
    """What an edition would change, and what of the person's own it touches."""
    window.updating.open(material.edition)
    settle(window)
    return window


def update_news(window: MainWindow, material: Material) -> QWidget:
    """What came with the edition that was taken in, and what of it was not read yet."""
    take_in(window, material)
    page("updates")(window, material)
    if window.layout_class.single:
        window.updates.list.opened.emit(window.updates.list.key)
    settle(window)
    return window


def update_offer_compared(window: MainWindow, material: Material) -> QWidget:
    """A changed entry as it is and as it would be, before the edition is taken in."""
    update_offered(window, material)
    offer = window.updating.offers.of(material.edition)
    if offer is not None and offer.preview is not None:
        for change in offer.preview.changes:
            if change.how is How.CHANGED:
                window.updates.detail.compare_wanted.emit(change)
                break
    settle(window)
    return window


def drive_told(window: MainWindow, material: Material) -> QWidget:
    """What is said when a stick with a new edition is plugged in."""
    casebook(window, material)
    window.updating.find([material.edition], material.folder)
    settle(window)
    return window


def drive_found(window: MainWindow, material: Material) -> QWidget:
    """The same on the updates page, among what is here."""
    drive_told(window, material)
    page("updates")(window, material)
    window.toast.hide()
    return window


def update_compared(window: MainWindow, material: Material) -> QWidget:
    """A changed entry as it was and as it is."""
    update_news(window, material)
    changes = window.news.of(next(iter(window.updates.publishers)).collection)
    changed = next(change for change in changes if change.how is How.CHANGED)
    window.updates.news_view.opened.emit(changed)
    settle(window)
    return window


def update_marks(window: MainWindow, material: Material) -> QWidget:
    """The marks of what is new and changed in the list of the casebook."""
    take_in(window, material)
    return casebook(window, material)


def withdrawn(window: MainWindow, material: Material) -> QWidget:
    """An entry that was kept and is published no more, as it was."""
    take_in(window, material)
    page("my-casebook")(window, material)
    shown = window.page
    assert isinstance(shown, MyCasebookPage)
    shown.rail.choose(ALL_KEPT)
    settle(window)
    gone = next(row for row in shown.list.own.rows if row.withdrawn)
    shown.list.choose(gone.id)
    settle(window)
    shown.beside.buttons[0].click()
    settle(window)
    return window


def update_history(window: MainWindow, material: Material) -> QWidget:
    """All that was taken in, and the way back."""
    take_in(window, material)
    page("updates")(window, material)
    window.updates.side.history_button.click()
    settle(window)
    return window


def publisher(window: MainWindow, material: Material) -> QWidget:
    """A publisher, what is here of it, and what can be done about it."""
    take_in(window, material)
    page("updates")(window, material)
    window.updates.show_publisher(next(iter(window.updates.publishers)).collection)
    settle(window)
    return window


def publisher_off(window: MainWindow, material: Material) -> QWidget:
    """A publisher that is switched off."""
    publisher(window, material)
    known = replace(next(iter(window.updates.publishers)), enabled=False, programs=False)
    window.updates.detail.say(window.updates.sayings.publisher(known))
    settle(window)
    return window


def publisher_changing(window: MainWindow, material: Material) -> QWidget:
    """A publisher that is being switched off."""
    publisher(window, material)
    known = next(iter(window.updates.publishers))
    window.updates.detail.show_change(Change(known, "disable"))
    window.updates.detail.take_change(Progress("building", 40, 400, seconds_left=70))
    settle(window)
    return window


def publisher_refused(window: MainWindow, material: Material) -> QWidget:
    """A card that cannot be read."""
    card = material.damaged.with_suffix(CARD_SUFFIX)
    window.updating.open(card)
    settle(window)
    return window


def publisher_editions(window: MainWindow, material: Material) -> QWidget:
    """The editions of a publisher, to choose from."""
    publisher(window, material)
    at = window.updates.sayings
    known = next(iter(window.updates.publishers))
    window.updates.detail.say(at.editions(known))
    settle(window)
    return window


def publisher_card(window: MainWindow, material: Material) -> QWidget:
    """The card of a publisher, to be compared before somebody trusts it."""
    window.updating.open(material.card)
    settle(window)
    return window


def stick(window: MainWindow, material: Material) -> QWidget:
    """Where what is here can be copied to."""
    window.updating.sticks.choose(Path(material.folder))
    window.updating.copy_to_stick()
    settle(window)
    return window


def stick_copied(window: MainWindow, material: Material) -> QWidget:
    """What was copied, and the way on to the next stick."""
    page("updates")(window, material)
    copied = Copied(Volume(Path(material.folder), material.folder), 2_800_000)
    window.updates.detail.say(window.updates.sayings.copied(copied))
    return window


def update_found(window: MainWindow, material: Material) -> QWidget:
    """An edition that a host has, before it is fetched, on a line that is paid for by its use."""
    updates(window, material)
    web = _on_host(window)
    offer = Offer(Host(web.collection), Step.FOUND, title=web.title, web=web)
    window.updates.detail.say(window.updates.sayings.offer(offer, Reach(metered=True)))
    settle(window)
    return window


def update_fetched(window: MainWindow, material: Material) -> QWidget:
    """An edition that is being fetched."""
    updates(window, material)
    shown = window.updates.detail
    shown.show_fetching(WorkWords(window).fetching(_on_host(window)))
    shown.take_fetched(Progress("fetching", 84_000, 212_000, seconds_left=64))
    settle(window)
    return window


def _on_host(window: MainWindow) -> WebNews:
    known = next(iter(window.updates.publishers))
    return WebNews(
        known.collection,
        known.title,
        known.publisher,
        known.edition + 1,
        "2024-11-14",
        known.edition,
        212_000,
        "https://192.0.2.7/",
    )


def take_in(window: MainWindow, material: Material) -> None:
    """Take in the next edition, where that is not done yet; what it withdraws was kept before."""
    update_offered(window, material)
    offer = window.updating.offers.of(material.edition)
    if offer is not None and offer.preview is not None and offer.preview.is_news:
        for change in offer.preview.changes:
            if change.how is How.WITHDRAWN:
                window.keeping.set_kept(change.entry, True)
    window.updating.offers.take_in(material.edition)
    settle(window)
    window.updating.offers.drop(material.edition)
    window.toast.hide()


def update_refused(window: MainWindow, material: Material) -> QWidget:
    """Why a file cannot be taken in."""
    window.updating.open(material.damaged)
    settle(window)
    return window


def update_under_way(window: MainWindow, material: Material) -> QWidget:
    """An import, half way."""
    update_offered(window, material)
    offer = window.updating.offers.of(material.edition)
    shown = window.updates
    if offer is not None and offer.preview is not None:
        shown.importing.show_import(offer.preview)
        shown.importing.take(Progress("building", 310, 412, seconds_left=12))
        shown.detail.setCurrentWidget(shown.importing)
    settle(window)
    return window


def _fold(window: MainWindow) -> Fold | None:
    page = window.casebook.reader.page
    return None if page is None else page.findChild(Fold)


STATES: dict[str, State] = {
    "casebook": casebook,
    "search": search,
    "filters": filters,
    "nothing-found": nothing_found,
    "dropping": dropping,
    "search-kept": search_kept,
    "preferred-term": preferred_term,
    "sensitive-folded": sensitive_folded,
    "sensitive-opened": sensitive_opened,
    "reading": reading,
    "noted": noted,
    "noting": noting,
    "selecting": selecting,
    "contents": contents,
    "finding": finding,
    "printing": printing,
    "hidden": hidden,
    "menu": menu,
    "my-casebook": my_casebook(Shelf.KEPT),
    "my-notes": my_casebook(Shelf.NOTES),
    "my-reading": my_casebook(Shelf.READ),
    "my-searches": my_casebook(Shelf.SEARCHES),
    "renaming": renaming,
    "moving": moving,
    "sessions": sessions,
    "planner": planner,
    "planner-aside": planner_aside,
    "planner-step": planner_step,
    "planner-details": planner_details,
    "session-log": session_log,
    "envelope": envelope,
    "adding": adding,
    "get-help": get_help,
    "get-help-none": get_help_none,
    "get-help-checked": get_help_checked,
    "get-help-paper": get_help_paper,
    "correcting": correcting,
    "leaflet": leaflet,
    "updates": updates,
    "update-offered": update_offered,
    "update-refused": update_refused,
    "update-under-way": update_under_way,
    "update-news": update_news,
    "update-history": update_history,
    "update-compared": update_compared,
    "update-offer-compared": update_offer_compared,
    "drive-told": drive_told,
    "drive-found": drive_found,
    "publisher": publisher,
    "publisher-editions": publisher_editions,
    "publisher-card": publisher_card,
    "publisher-off": publisher_off,
    "publisher-changing": publisher_changing,
    "publisher-refused": publisher_refused,
    "stick": stick,
    "stick-copied": stick_copied,
    "update-found": update_found,
    "update-fetched": update_fetched,
    "withdrawn": withdrawn,
    "update-marks": update_marks,
    "preferences": page("preferences"),
    "welcome": page("welcome"),
    "keys": page("keys"),
    "about": page("about"),
    "rescue": rescue,
}
