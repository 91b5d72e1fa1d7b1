"""The window speaks the language that was chosen, and nothing but that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tests.fakes.arabic import ARABIC_MATERIAL, arabic_casebook
from tests.fakes.casebook import CENTRE, STUDY_MATERIAL, FakeCasebook
from tests.fakes.pseudo import pseudo
from tests.ui.inspecting import said
from tools.window_states import SET_ASIDE, STATES, State, fill, settle

from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.resources import resource
from fieldcat.ui.file_dialog import file_dialog
from fieldcat.ui.focus import FocusRing
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.opening import Opening
from fieldcat.ui.pages.preferences_page import PreferencesPage
from fieldcat.ui.pages.side_pages import WELCOME
from fieldcat.ui.pages.welcome_page import WelcomePage
from fieldcat.ui.speaking import Language, languages, speak
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.publishers import CARD_SUFFIX

OpenWindow = Callable[..., MainWindow]

each_state = pytest.mark.parametrize("state", STATES.values(), ids=list(STATES))
NO_WORDS = {"fieldcat", "PDF", "JSON", "CSAM", "PySide", "Qt", "Lucide", *Facet}
"""Names that are the same in every language, and keys of filters as they are typed."""


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


# --- which there are -----------------------------------------------------------------------------


def test_the_languages_are_called_by_their_own_names() -> None:
    assert languages() == (Language("en", "English"), Language("es", "Español"))


@pytest.mark.parametrize(
    ("chosen", "system", "spoken", "day"),
    [
        ("es", "en_US", "es", "noviembre"),
        ("en", "es_CO", "en", "November"),
        ("", "es_CO", "es", "noviembre"),
        ("", "de_DE", "en", "November"),
        ("", "C", "en", "November"),
        ("xx", "es_MX", "es", "noviembre"),
    ],
)
def test_the_language_is_the_one_chosen_else_the_system_s_else_english(
    qapp: QApplication, chosen: str, system: str, spoken: str, day: str
) -> None:
    assert speak(qapp, chosen, system=QLocale(system)) == spoken
    assert QLocale().monthName(11) == day


def test_numbers_and_dates_are_written_as_in_the_system_s_country_if_it_speaks_the_language(
    qapp: QApplication,
) -> None:
    speak(qapp, "es", system=QLocale("es_CO"))
    assert QLocale().territory() is QLocale.Country.Colombia
    speak(qapp, "es", system=QLocale("en_US"))
    assert QLocale().territory() is QLocale.Country.LatinAmerica


def test_qt_s_own_words_are_in_the_language_too(qapp: QApplication) -> None:
    speak(qapp, "es")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancelar"
    speak(qapp, "en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_dialog_for_files_has_no_label_in_another_language(
    qapp: QApplication, qtbot: QtBot
) -> None:
    speak(qapp, "es")
    page = QWidget()
    qtbot.addWidget(page)
    dialog = file_dialog(page, "Guardar", "")
    labels = QFileDialog.DialogLabel
    assert dialog.labelText(labels.LookIn) == "Buscar en:"
    assert dialog.labelText(labels.FileType) == "Tipo de archivo:"


# --- another one without a restart ---------------------------------------------------------------


@pytest.fixture
def opening(
    qapp: QApplication, qtbot: QtBot, theme: Theme, fake: FakeCasebook
) -> Iterator[Opening]:
    made = Opening(qapp, theme, lambda _language: fake.services())
    made.window.resize(1200, 700)
    made.window.show()
    settle(made.window)
    yield made
    qtbot.addWidget(made.window)
    made.window.close()


def choose(opening: Opening, language: str, qtbot: QtBot) -> None:
    before = opening.window
    before.preferences.language = language
    qtbot.waitUntil(lambda: opening.window is not before)
    settle(opening.window)


def test_the_window_speaks_another_language_at_once_and_at_the_next_start(
    opening: Opening, fake: FakeCasebook, qtbot: QtBot
) -> None:
    choose(opening, "es", qtbot)
    assert opening.window.commands["hide"].text() == "Ocultar"
    assert fake.preferences["window.language"] == "es"
    choose(opening, "en", qtbot)
    assert opening.window.commands["hide"].text() == "Hide"


def test_one_can_choose_on_where_one_chose_another_language(opening: Opening, qtbot: QtBot) -> None:
    opening.window.resize(1024, 600)
    opening.window.show_page("my-casebook")
    opening.window.show_page("preferences")
    page = opening.window.page
    assert isinstance(page, PreferencesPage)
    page.language.setFocus()
    bar = page.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    choose(opening, "es", qtbot)
    page = opening.window.page
    assert isinstance(page, PreferencesPage)
    assert opening.window.focusWidget() is page.language
    qtbot.waitUntil(lambda: page.sheet.verticalScrollBar().value() > 0)
    place = page.language.mapTo(page.sheet.viewport(), page.language.rect().bottomLeft())
    assert 0 <= place.y() <= page.sheet.viewport().height()
    assert opening.window.commands["my-casebook"].isChecked()


def test_the_keyboard_stays_there_where_an_entry_is_read_large_behind_it(
    opening: Opening, qtbot: QtBot
) -> None:
    opening.window.casebook.read(CENTRE)
    settle(opening.window)
    opening.window.casebook.set_large(True)
    opening.window.show_page("preferences")
    page = opening.window.page
    assert isinstance(page, PreferencesPage)
    page.language.setFocus()
    choose(opening, "es", qtbot)
    page = opening.window.page
    assert isinstance(page, PreferencesPage)
    assert opening.window.casebook.large
    assert opening.window.focusWidget() is page.language


def test_one_can_choose_on_on_the_page_of_the_first_start(opening: Opening, qtbot: QtBot) -> None:
    page = on_first_page(opening)
    page.language.setFocus()
    choose(opening, "es", qtbot)
    page = on_first_page(opening)
    assert opening.window.focusWidget() is page.language


def test_the_page_of_the_first_start_leads_on_where_it_is_gone_to_again(
    opening: Opening, qtbot: QtBot
) -> None:
    on_first_page(opening).language.setFocus()
    choose(opening, "es", qtbot)
    opening.window.show_page("casebook")
    opening.window.show_page(WELCOME)
    page = on_first_page(opening)
    assert opening.window.focusWidget() is page.primary


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_where_the_keyboard_is_shows_in_the_new_window_as_it_did_in_the_old_one(
    opening: Opening, qapp: QApplication, qtbot: QtBot, by_keys: bool
) -> None:
    ring = FocusRing(qapp)
    reasons = Qt.FocusReason
    on_first_page(opening).language.setFocus(
        reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason
    )
    choose(opening, "es", qtbot)
    assert ring.around is (on_first_page(opening).language if by_keys else None)
    ring.deleteLater()


def on_first_page(opening: Opening) -> WelcomePage:
    if opening.window.page_name != WELCOME:
        opening.window.show_page(WELCOME)
    page = opening.window.page
    assert isinstance(page, WelcomePage)
    return page


def test_it_starts_in_the_language_that_was_chosen(
    qapp: QApplication, theme: Theme, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preferences["window.language"] = "es"
    spoken: list[str] = []

    def services(language: str) -> object:
        spoken.append(language)
        return fake.services()

    opening = Opening(qapp, theme, services)  # type: ignore[arg-type]  # it gives Services
    qtbot.addWidget(opening.window)
    assert spoken[-1] == "es"
    assert opening.window.commands["hide"].text() == "Ocultar"


def test_the_new_window_stands_as_the_old_one_did(opening: Opening, qtbot: QtBot) -> None:
    old = opening.window
    query = Query("hotline", {Facet.AUDIENCE: frozenset({"police"})})
    old.casebook.ask(query)
    settle(old)
    old.casebook.reader.entry_requested.emit(CENTRE)
    settle(old)
    old.casebook.set_large(True)
    settle(old)
    bar = old.casebook.reader.sheet.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place, size, where = old.casebook.reader.sheet.place, old.size(), old.pos()

    choose(opening, "es", qtbot)

    new = opening.window
    assert (new.size(), new.pos()) == (size, where)
    assert new.casebook.asking.query.text == "hotline"
    assert new.casebook.asking.query.filters == query.filters
    assert new.casebook.header.search.text() == "hotline"
    assert new.casebook.reader.entry_id == CENTRE
    assert new.casebook.large
    assert new.casebook.reader.sheet.place.piece == place.piece
    new.casebook.set_large(False)
    assert new.casebook.results.selected == CENTRE


def test_what_was_removed_before_comes_back_in_the_new_window(
    opening: Opening, qtbot: QtBot
) -> None:
    back: list[str] = []
    opening.window.undoing.offer("Gone.", lambda: back.append("the first"))
    opening.window.undoing.offer("Gone.", lambda: back.append("the second"))
    choose(opening, "es", qtbot)
    undo = opening.window.commands["undo"]
    assert undo.isEnabled()
    undo.trigger()
    qtbot.waitUntil(lambda: back == ["the second"])
    qtbot.waitUntil(lambda: not opening.window.jobs.busy)
    undo.trigger()
    qtbot.waitUntil(lambda: back == ["the second", "the first"])
    assert not undo.isEnabled()


def test_nothing_is_left_of_the_old_window(
    opening: Opening, theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    old = opening.window
    parts = [old, old.casebook, old.casebook.reader, old.navigation]
    choose(opening, "es", qtbot)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert [part for part in parts if isValid(part)] == []
    theme.set_dark(True)  # nothing of the old window hears of it
    theme.set_dark(False)
    windows = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, MainWindow)]
    assert [window for window in windows if window.isVisible()] == [opening.window]


# --- every page in every language ----------------------------------------------------------------


@pytest.fixture
def spanish(qapp: QApplication) -> dict[str, str]:
    """Spanish, taken up; gives what each English text is in it, where that is another."""
    speak(qapp, "es")
    messages = ElementTree.parse(resource("translations", "fieldcat_es.ts")).iter("message")
    pairs = {m.findtext("source", ""): m.findtext("translation", "") for m in messages}
    return {source: words for source, words in pairs.items() if source != words}


@each_state
def test_no_english_is_left_in_spanish(
    open_window: OpenWindow, fake: FakeCasebook, state: State, spanish: dict[str, str]
) -> None:
    fill(fake.services(), STUDY_MATERIAL)
    root = state(open_window(), STUDY_MATERIAL)
    texts = list(said(root))
    assert [found for found in texts if found.text in spanish] == []
    # And it did speak: all that is operated has words.
    assert any(found.text in set(spanish.values()) for found in texts)


@each_state
@pytest.mark.parametrize("size", [(1366, 768), (700, 600)], ids=["wide", "single"])
def test_every_text_went_through_a_translator(
    pseudo_arabic: OpenWindow, state: State, size: tuple[int, int]
) -> None:
    known = content_words()
    root = state(pseudo_arabic(*size), ARABIC_MATERIAL)
    assert (
        sorted(
            {
                f"{found.whose}: {found.text}"
                for found in said(root)
                if plain_words(found.text) - known
            }
        )
        == []
    )


@pytest.fixture
def pseudo_arabic(
    pseudo: None, from_right_to_left: None, fake: FakeCasebook, open_window: OpenWindow
) -> OpenWindow:
    """The pseudo-language on a casebook without English, so that all English is the program's."""
    del pseudo, from_right_to_left
    arabic = arabic_casebook()
    fake.entries, fake.labels, fake.collection = arabic.entries, arabic.labels, arabic.collection
    fake.updates = arabic.updates
    fake.updates.switched = fake.switch
    fill(fake.services(), ARABIC_MATERIAL)
    return open_window


def content_words() -> set[str]:
    """The Latin words that the Arabic casebook itself has, and names."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif is_dataclass(value):
            for field in fields(value):
                yield from texts(getattr(value, field.name))
        elif isinstance(value, tuple | list):
            for part in value:
                yield from texts(part)

    fake = arabic_casebook()
    services = fake.services()
    installed = [*services.licences(), str(services.installation().data_folder)]
    damaged = (ARABIC_MATERIAL.damaged, ARABIC_MATERIAL.damaged.with_suffix(CARD_SUFFIX))
    files = [file.name for file in (ARABIC_MATERIAL.edition, *damaged)]
    editions = [*fake.updates.found.values(), *files, *fake.updates.cards.values()]
    known = [*fake.entries, fake.collection, *installed, *editions, SET_ASIDE]
    known.append(fake.training.material)  # its quizzes and templates are given, as entries are
    return {word for text in texts(known) for word in plain_words(text)} | NO_WORDS


def plain_words(text: str) -> set[str]:
    """Words with a plain Latin vowel: the pseudo-language has none."""
    return {word for word in re.findall(r"[A-Za-z]{2,}", text) if re.search("[AEIOUYaeiouy]", word)}


# --- the pseudo-language itself -------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["Show %Ln entries", "Source: {source}", "%1 and <b>%2</b>", "&File"]
)
def test_the_pseudo_language_keeps_the_places_of_what_is_filled_in(text: str) -> None:
    fixed = re.compile(r"%L?n|%\d|\{\w+\}|<[^>]*>|&\w")
    assert fixed.findall(pseudo(text)) == fixed.findall(text)


def test_the_pseudo_language_is_a_good_third_longer() -> None:
    text = "Narrow the list by kind, topic, country and more"
    assert 1.35 <= len(pseudo(text)) / len(text) <= 1.5


def test_the_pseudo_language_leaves_forms_of_dates_alone() -> None:
    assert pseudo("d MMM yyyy") == "d MMM yyyy"
    assert pseudo(", ") == ", "


def test_arabic_runs_from_right_to_left_with_the_casebook_s_own_letters(
    from_right_to_left: None, open_window: OpenWindow, fake: FakeCasebook
) -> None:
    del from_right_to_left
    arabic = arabic_casebook()
    fake.entries, fake.labels, fake.collection = arabic.entries, arabic.labels, arabic.collection
    window = open_window()
    STATES["search"](window, ARABIC_MATERIAL)
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    # The navigation stands at the leading edge, which is the right one.
    assert window.navigation.mapTo(window, window.navigation.rect().center()).x() > 1200
    words = " ".join(label.text() for label in window.casebook.reader.findChildren(QLabel))
    assert "الأردن" in words
