"""The pages beside the work: preferences, the first page, keys, about, and saving the log."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook, made_up_entries

from fieldcat import __version__
from fieldcat.domain.edition import Program
from fieldcat.domain.keeping import ReadingPlace
from fieldcat.errors import ReadOnlyError
from fieldcat.services.answers import Installation
from fieldcat.ui.commands import COMMANDS
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.key_list import key_groups
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.about_page import AboutPage
from fieldcat.ui.pages.keys_page import KeysPage
from fieldcat.ui.pages.preferences_page import PreferencesPage
from fieldcat.ui.pages.welcome_page import WelcomePage
from fieldcat.ui.theme import Theme

OpenWindow = Callable[..., MainWindow]
Page = PreferencesPage | KeysPage | AboutPage | WelcomePage
SIDE = ("preferences", "welcome", "keys", "about")


def gone_to(window: MainWindow, name: str, qtbot: QtBot) -> Page:
    window.commands[name].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    page = window.page
    assert isinstance(page, Page)
    return page


@pytest.fixture
def preferences(window: MainWindow, qtbot: QtBot) -> PreferencesPage:
    page = gone_to(window, "preferences", qtbot)
    assert isinstance(page, PreferencesPage)
    return page


# --- all of them ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SIDE)
def test_the_key_of_the_search_leads_to_the_casebook(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    gone_to(window, name, qtbot)
    window.commands["search"].trigger()
    assert window.page is window.casebook
    assert window.focusWidget() is window.casebook.header.search


@pytest.mark.parametrize("name", SIDE)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_side_page_fits_a_small_window_and_large_text(
    open_window: OpenWindow,
    theme: Theme,
    qtbot: QtBot,
    name: str,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    window = open_window(1024, 600)
    window.setLayoutDirection(direction)
    theme.set_scale(scale)
    page = gone_to(window, name, qtbot)
    assert window.width() == 1024
    inner = page.sheet.widget()
    qtbot.waitUntil(lambda: inner.width() <= page.sheet.viewport().width())
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.sizeHint().width(), button.text()
    assert not window.grab().isNull()


@pytest.mark.parametrize("name", SIDE)
def test_esc_leads_back_to_where_one_was(window: MainWindow, qtbot: QtBot, name: str) -> None:
    page = gone_to(window, name, qtbot)
    assert window.commands["casebook"].isChecked()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.page is window.casebook


@pytest.mark.parametrize("name", SIDE)
def test_every_control_of_a_side_page_has_a_name(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    page = gone_to(window, name, qtbot)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_from_one_side_page_to_another_and_back_to_the_casebook(
    window: MainWindow, qtbot: QtBot
) -> None:
    gone_to(window, "keys", qtbot)
    page = gone_to(window, "about", qtbot)
    page.bar.back_button.click()
    assert window.page is window.casebook


@pytest.mark.parametrize(
    ("name", "title"),
    [("preferences", "Preferences"), ("welcome", "First steps"), ("about", "About")],
)
def test_the_title_names_the_page(window: MainWindow, qtbot: QtBot, name: str, title: str) -> None:
    gone_to(window, name, qtbot)
    assert window.windowTitle() == f"{title} – fieldcat"


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
@pytest.mark.parametrize("name", ["preferences", "welcome", "about"])
def test_where_the_keyboard_is_shows_as_it_did_on_the_page_before(
    window: MainWindow, qtbot: QtBot, name: str, by_keys: bool
) -> None:
    reasons = Qt.FocusReason
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.casebook.count_line.sort_button.setFocus(
        reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason
    )
    window.show_page(name)
    focus = window.focusWidget()
    assert focus is not None
    assert window.page.isAncestorOf(focus)
    assert by_keyboard(focus) is by_keys


# --- preferences ------------------------------------------------------------------------------


def test_the_text_grows_at_once_and_so_does_the_sample(
    window: MainWindow, preferences: PreferencesPage, theme: Theme, fake: FakeCasebook, qtbot: QtBot
) -> None:
    preferences.text_size.buttons[-1].click()
    assert theme.scale == 2.0
    qtbot.waitUntil(lambda: fake.preferences.get("window.text-scale") == "2")
    window.commands["normal-size"].trigger()
    qtbot.waitUntil(lambda: preferences.text_size.buttons[0].isChecked())


def test_light_and_dark_follow_at_once_in_page_and_menu(
    window: MainWindow, preferences: PreferencesPage, theme: Theme
) -> None:
    preferences.colours.buttons[2].click()
    assert theme.dark
    assert window.commands["dark"].isChecked()
    window.commands["light"].trigger()
    assert preferences.colours.buttons[1].isChecked()


def test_sensitive_parts_can_be_open_from_the_start(
    preferences: PreferencesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    preferences.sensitive.buttons[1].click()
    assert window.preferences.sensitive_open
    qtbot.waitUntil(lambda: fake.preferences.get("reading.sensitive") == "open")


def test_a_neutral_title_holds_at_once_and_at_the_next_start(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window = open_window()
    page = gone_to(window, "preferences", qtbot)
    assert isinstance(page, PreferencesPage)
    page.neutral.click()
    assert window.windowTitle() == "Document"
    qtbot.waitUntil(lambda: fake.preferences.get("window.neutral-title") == "yes")
    assert open_window().windowTitle() == "Document"


def test_not_remembering_any_more_clears_what_was_read(
    window: MainWindow, preferences: PreferencesPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    entry = made_up_entries()[0].head.id
    fake.own.note_reading(entry, ReadingPlace("facts"))
    preferences.remembered.click()
    qtbot.waitUntil(lambda: window.toast.isVisible())
    assert fake.own.readings == {}
    assert fake.preferences["reading.remembered"] == "no"
    assert window.commands["undo"].isEnabled()


def test_undo_brings_back_what_was_read_and_remembering(
    window: MainWindow, preferences: PreferencesPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    entry = made_up_entries()[0].head.id
    fake.own.note_reading(entry, ReadingPlace("facts"))
    preferences.remembered.click()
    qtbot.waitUntil(lambda: window.undoing.available)
    window.commands["undo"].trigger()
    qtbot.waitUntil(preferences.remembered.isChecked)
    assert fake.own.readings[entry].place == ReadingPlace("facts")
    assert fake.preferences["reading.remembered"] == "yes"


def test_what_is_set_while_something_is_brought_back_stays_set(
    window: MainWindow, preferences: PreferencesPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    preferences.reset_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    write = Event()
    with qtbot.waitSignal(window.undoing.undone):
        window.commands["undo"].trigger()
        window.jobs.start(lambda _report: write.wait(60), writes=True)
        preferences.neutral.click()
    held = window.preferences.neutral_title, preferences.neutral.isChecked()
    write.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert held == (True, True)
    assert fake.preferences["window.neutral-title"] == "yes"


def test_where_what_was_read_cannot_be_cleared_it_is_told(
    window: MainWindow, preferences: PreferencesPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.own.fault = ReadOnlyError()
    preferences.remembered.click()
    qtbot.waitUntil(lambda: "cannot be written to" in window.toast.words)


def test_reset_and_undo(
    window: MainWindow,
    preferences: PreferencesPage,
    theme: Theme,
    fake: FakeCasebook,
    qtbot: QtBot,
) -> None:
    fake.preferences["window.language"] = "en"
    preferences.text_size.buttons[3].click()
    preferences.colours.buttons[2].click()
    preferences.neutral.click()
    preferences.reset_button.click()
    assert (theme.scale, theme.dark) == (1.0, False)
    assert not preferences.neutral.isChecked()
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: theme.scale == 1.5)
    assert theme.dark
    assert preferences.neutral.isChecked()
    assert window.windowTitle() == "Document"
    assert fake.preferences["window.language"] == "en"


def test_a_setting_holds_for_this_sitting_even_where_it_cannot_be_written(
    window: MainWindow,
    preferences: PreferencesPage,
    fake: FakeCasebook,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_key: str, _value: str) -> None:
        raise ReadOnlyError

    monkeypatch.setattr(window.preferences, "_services", _with(fake, set_preference=refuse))
    preferences.neutral.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.preferences.neutral_title


def test_the_data_folder_is_shown_to_be_copied(preferences: PreferencesPage) -> None:
    assert preferences.folder.text() == "fieldcat-data"
    assert preferences.folder.isReadOnly()
    preferences.folder.selectAll()
    assert preferences.folder.selectedText() == "fieldcat-data"


@pytest.mark.parametrize(
    ("read_only", "on_stick", "said"),
    [
        (False, False, ""),
        (False, True, "It is on a stick, and goes where the stick goes."),
        (True, True, "It cannot be written to: nothing that you do now can be saved."),
    ],
)
def test_it_says_what_is_special_about_the_folder(
    preferences: PreferencesPage, read_only: bool, on_stick: bool, said: str
) -> None:
    told = Installation("1", (), Path("/x"), read_only=read_only, on_stick=on_stick)
    preferences._show_folder(told)
    assert preferences.folder_state.text() == said
    assert preferences.folder_state.isHidden() is not bool(said)


def test_the_folder_is_opened_by_the_system_or_it_is_told(
    window: MainWindow, preferences: PreferencesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(url.toLocalFile())  # type: ignore[attr-defined] # a QUrl
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    preferences.open_button.click()
    assert opened == ["fieldcat-data"]
    assert window.toast.words == ""
    preferences.open_button.click()
    assert window.toast.words == "The folder could not be opened here."


def test_another_language_is_asked_for_once(
    window: MainWindow, preferences: PreferencesPage, qtbot: QtBot
) -> None:
    box = preferences.language
    with qtbot.waitSignal(window.preferences.language_chosen) as chosen:
        box.click()
        box.choices.actions()[1].trigger()
    assert chosen.args == [box.choices.actions()[1].data()]
    assert box.accessibleName().startswith("Language: ")
    with qtbot.assertNotEmitted(window.preferences.language_chosen):
        box.choices.actions()[1].trigger()
    box.choices.close()


def test_after_another_language_was_chosen_the_keyboard_is_where_it_was_chosen(
    window: MainWindow, preferences: PreferencesPage, open_window: OpenWindow
) -> None:
    preferences.language.setFocus()
    standing = window.standing()
    again = open_window()
    again.stand(standing)
    assert isinstance(again.page, PreferencesPage)
    assert again.focusWidget() is again.page.language


# --- the first page ---------------------------------------------------------------------------


def test_the_first_page_is_shown_at_the_very_first_start_only(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    del fake.preferences["welcome.seen"]
    first = open_window()
    assert isinstance(first.page, WelcomePage)
    qtbot.waitUntil(lambda: fake.preferences.get("welcome.seen") == "yes")
    assert open_window().page.__class__.__name__ == "CasebookPage"


def test_meanwhile_the_casebook_is_made_ready(open_window: OpenWindow, fake: FakeCasebook) -> None:
    del fake.preferences["welcome.seen"]
    window = open_window()
    assert fake.prepared == 1
    window.page.primary.click()  # type: ignore[attr-defined] # the first page
    assert window.page is window.casebook
    assert window.focusWidget() is window.casebook.header.search


def test_it_has_one_primary_button_with_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    page = gone_to(window, "welcome", qtbot)
    assert isinstance(page, WelcomePage)
    primary = [one for one in page.findChildren(QAbstractButton) if one.objectName() == "primary"]
    assert primary == [page.primary]
    assert window.focusWidget() is page.primary


@pytest.mark.parametrize("size", [(1366, 697), (1024, 600)])
def test_it_is_one_screen(open_window: OpenWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    page = gone_to(open_window(*size), "welcome", qtbot)
    qtbot.waitUntil(lambda: page.sheet.verticalScrollBar().maximum() == 0)


def test_it_says_where_what_one_makes_is_kept_and_what_hide_does_not_do(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = gone_to(window, "welcome", qtbot)
    assert isinstance(page, WelcomePage)
    said = " ".join(point.text.text() for point in page.points)
    assert "fieldcat-data" in said
    assert "does not close fieldcat, lock the computer" in said
    assert "nobody counts what you read" in said


# --- keys -------------------------------------------------------------------------------------


def test_every_command_with_a_key_is_in_one_group(window: MainWindow) -> None:
    assert window.isVisible()
    rows = [row for _title, group in key_groups() for row in group]
    for command in COMMANDS:
        if command.keys:
            named = command.shown_keys[0].toString()
            assert sum(row.keys.split(" · ")[0] == named for row in rows) >= 1, command.id
    assert len({(row.words, row.keys) for row in rows}) == len(rows)


def test_keys_are_found_by_what_they_do_and_by_their_names(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = gone_to(window, "keys", qtbot)
    assert isinstance(page, KeysPage)
    assert window.focusWidget() is page.field
    page.field.setText("HIDE")
    assert [row.keys for row in page.shown] == ["F9"]
    page.field.setText("ctrl+d")
    assert [row.words for row in page.shown] == ["Save"]
    page.field.setText("no such thing")
    assert page.shown == ()
    page.field.clear()
    assert len(page.shown) > 20


def test_arrows_scroll_the_keys_without_leaving_the_field(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(1024, 600)
    page = gone_to(window, "keys", qtbot)
    assert isinstance(page, KeysPage)
    bar = page.sheet.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for key, way in (("Down", 1), ("PageDown", 1), ("Up", -1), ("PageUp", -1)):
        before = bar.value()
        qtbot.keyClick(page.field, getattr(Qt.Key, f"Key_{key}"))
        assert (bar.value() - before) * way > 0
    assert window.focusWidget() is page.field


# --- about, and the log -----------------------------------------------------------------------


def test_about_has_the_version_the_casebook_and_the_licences(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = gone_to(window, "about", qtbot)
    assert isinstance(page, AboutPage)
    assert page.casebooks.text() == "Made-up casebook by Nobody: edition 1 of 1 November 2024, CC0"
    part = page.parts.item(0)
    assert part.text().splitlines() == ["Qt 6.11", "LGPL-3.0-only"]
    assert part.data(Qt.ItemDataRole.AccessibleTextRole) == "Qt 6.11, LGPL-3.0-only"
    assert page.words.toPlainText() == "The words of it."
    assert page.words.isReadOnly()
    assert __version__ in page.version.text()


def test_about_tells_of_a_newer_program_in_words_without_a_link(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.newer_program = Program("999.1", "https://example.org/get")
    page = gone_to(window, "about", qtbot)
    assert isinstance(page, AboutPage)
    assert page.newer.isVisible()
    assert "newer fieldcat, version 999.1" in page.newer.text()
    assert page.newer.text().endswith("at https://example.org/get.")
    assert page.newer.textFormat() is Qt.TextFormat.PlainText
    assert not page.newer.openExternalLinks()


def test_about_says_nothing_of_programs_where_nobody_tells_of_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = gone_to(window, "about", qtbot)
    assert isinstance(page, AboutPage)
    assert not page.newer.isVisible()


def test_licences_that_cannot_be_read_are_read_again_next_time(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Installation:
        raise ReadOnlyError

    services = _with(fake, installation=refuse)
    monkeypatch.setattr(fake, "services", lambda: services)
    window = open_window()
    page = gone_to(window, "about", qtbot)
    assert "cannot be written to" in window.toast.words
    assert isinstance(page, AboutPage)
    window.toast.hide()
    page.start()
    qtbot.waitUntil(window.toast.isVisible)


def test_the_log_is_saved_where_one_says(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot, tmp_path: Path
) -> None:
    window.commands["export-log"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("fieldcat-log.txt")
    file = tmp_path / "log.txt"
    dialog.fileSelected.emit(str(file))
    qtbot.waitUntil(lambda: window.toast.isVisible())
    assert fake.logs == [file]
    assert str(file) in window.toast.words
    dialog.close()


def test_a_log_that_cannot_be_saved_is_told(
    open_window: OpenWindow,
    fake: FakeCasebook,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def refuse(_file: Path) -> None:
        raise ReadOnlyError

    services = _with(fake, export_log=refuse)
    monkeypatch.setattr(fake, "services", lambda: services)
    window = open_window()
    window.log_saving.save(tmp_path / "log.txt")
    qtbot.waitUntil(lambda: "cannot be written to" in window.toast.words)


def _with(fake: FakeCasebook, **changes: object) -> object:
    from dataclasses import replace

    return replace(FakeCasebook.services(fake), **changes)  # type: ignore[arg-type] # as given


def test_tab_keeps_the_name_of_a_setting_in_view(
    open_window: OpenWindow, theme: Theme, qtbot: QtBot
) -> None:
    window = open_window(1024, 600)
    theme.set_scale(2.0)
    page = gone_to(window, "preferences", qtbot)
    assert isinstance(page, PreferencesPage)
    bar, view = page.sheet.verticalScrollBar(), page.sheet.viewport()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def in_view(setting: QWidget) -> bool:
        return setting.mapTo(view, QPoint(0, 0)).y() >= 0

    content, above_the_edge = page.sheet.widget(), 0
    assert content is not None
    for setting in page.settings:
        control = next(
            one
            for one in (setting.control, *setting.control.findChildren(QWidget))
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
        )
        page.bar.back_button.setFocus()
        bar.setValue(control.mapTo(content, control.rect().topLeft()).y())
        above_the_edge += not in_view(setting)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(partial(in_view, setting))
    assert above_the_edge > 3


@pytest.mark.parametrize("name", ["preferences", "welcome"])
def test_a_control_that_makes_everything_larger_stays_in_view(
    open_window: OpenWindow, theme: Theme, qtbot: QtBot, name: str
) -> None:
    page = gone_to(open_window(1024, 600), name, qtbot)
    control = page.settings[0].findChild(QAbstractButton)
    assert control is not None
    control.setFocus()
    theme.set_scale(2.0)
    qtbot.waitUntil(lambda: not control.visibleRegion().isEmpty())
    assert control.visibleRegion().boundingRect() == control.rect()


def test_keys_tell_letters_from_words_and_the_way_back_from_the_neutral_page() -> None:
    rows = [row for _title, rows in key_groups() for row in rows]
    by_words = {row.words: row.keys for row in rows}
    assert by_words["Select the next or previous letter of the text"] == "Shift+Right · Shift+Left"
    words = by_words["Select the next or previous word of the text"]
    assert words == "Ctrl+Shift+Right · Ctrl+Shift+Left"
    assert any("neutral page" in row.words and "Tab" in row.keys for row in rows)


def test_the_first_page_says_how_to_come_back_from_the_neutral_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = gone_to(window, "welcome", qtbot)
    assert isinstance(page, WelcomePage)
    assert "Tab" in page.points[2].text.text()


def test_a_letter_leads_to_a_language(preferences: PreferencesPage, qtbot: QtBot) -> None:
    menu = preferences.language.choices
    menu.popup(preferences.mapToGlobal(preferences.rect().center()))
    for letter, name in (("e", "English"), ("e", "Español"), ("a", "As the system")):
        qtbot.keyClicks(menu, letter)
        assert menu.activeAction().text().startswith(name)
    menu.close()
