from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook

from fieldcat.domain.entry import EntryId, Head, Paragraph, Section, SectionRole, Text
from fieldcat.domain.keeping import ReadingPlace
from fieldcat.errors import DiskFullError, EntryNotFoundError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.reading_desk import ReadingDesk
from fieldcat.ui.reader.apparatus import EntryList
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.view import EntryView

PARAGRAPHS = (("a", "one and two"), ("b", "three and four"))


@pytest.fixture
def desk(window: MainWindow) -> ReadingDesk:
    """The desk of the casebook page, with the case in its reader."""
    return window.casebook.desk


@pytest.fixture
def reader(desk: ReadingDesk) -> Reader:
    return desk.reader


def texts(fake: FakeCasebook) -> list[str]:
    """The words of all notes, also while another thread writes one."""
    return [note.text for note in tuple(fake.own.notes.values())]


def select(reader: Reader, words: str, *, until: str = "") -> None:
    assert reader.page is not None
    for text in reader.page.texts:
        plain = text.toPlainText()
        if words in plain and until in plain:
            end = plain.index(until) + len(until) if until else plain.index(words) + len(words)
            text.select(plain.index(words), end)
            return
    raise AssertionError(words)


# --- reading --------------------------------------------------------------------------------------


def test_what_was_chosen_is_read_and_how_far_is_kept(
    desk: ReadingDesk, reader: Reader, fake: FakeCasebook, qtbot: QtBot
) -> None:
    desk.place_moment.setInterval(0)
    assert CENTRE not in fake.own.readings
    desk.choose()
    qtbot.waitUntil(lambda: CENTRE in fake.own.readings)
    reader.sheet.verticalScrollBar().setValue(300)
    qtbot.waitUntil(lambda: fake.own.readings[CENTRE].place.fraction > 0)
    assert fake.own.readings[CENTRE].place == reader.reading_place


def test_what_only_went_by_was_not_read(
    desk: ReadingDesk, reader: Reader, fake: FakeCasebook, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.shown):
        desk.read(LINE)
    reader.sheet.verticalScrollBar().setValue(300)
    assert not desk.place_moment.isActive()
    with qtbot.waitSignal(desk.shown):
        desk.read(CENTRE)
    assert fake.own.readings == {}


def test_what_stands_there_for_a_moment_was_read(
    desk: ReadingDesk, fake: FakeCasebook, qtbot: QtBot
) -> None:
    desk.reading_moment.setInterval(0)
    with qtbot.waitSignal(desk.shown):
        desk.read(LINE)
    qtbot.waitUntil(lambda: LINE in fake.own.readings)


def test_what_came_along_with_an_answer_was_not_read_by_standing_there(
    desk: ReadingDesk, fake: FakeCasebook, qtbot: QtBot
) -> None:
    desk.reading_moment.setInterval(0)
    with qtbot.waitSignal(desk.shown):
        desk.read(LINE, remember=False)
    qtbot.waitUntil(lambda: not desk.reading_moment.isActive())
    desk.finish()
    assert fake.own.readings == {}


def test_what_came_along_with_an_answer_is_read_once_somebody_scrolls_in_it(
    desk: ReadingDesk, reader: Reader, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.resize(1366, 500)
    with qtbot.waitSignal(desk.shown):
        desk.read(CENTRE, remember=False)
    bar = reader.sheet.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
    qtbot.waitUntil(lambda: CENTRE in fake.own.readings)


def test_how_far_it_was_read_is_kept_before_another_entry_comes(
    desk: ReadingDesk, reader: Reader, fake: FakeCasebook, qtbot: QtBot
) -> None:
    desk.choose()
    reader.sheet.verticalScrollBar().setValue(300)
    place = reader.reading_place
    with qtbot.waitSignal(desk.shown):
        desk.read(LINE)
    qtbot.waitUntil(
        lambda: CENTRE in fake.own.readings and fake.own.readings[CENTRE].place == place
    )


def test_reading_goes_on_unless_one_came_by_words(
    desk: ReadingDesk, reader: Reader, fake: FakeCasebook, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1366, 500)
    fake.own.note_reading(CENTRE, ReadingPlace("section:impact", 0.9))
    for text, words in (("", "From the beginning"), ("hotline", "Where you stopped")):
        with qtbot.waitSignal(desk.shown):
            desk.read(LINE)
        with qtbot.waitSignal(desk.shown):
            desk.read(CENTRE, text=text)
        assert reader.stopped.isVisible()
        assert reader.stopped.text() == words
        assert (reader.sheet.verticalScrollBar().value() > 0) == (text == "")


def test_an_answer_that_comes_too_late_is_not_shown(
    desk: ReadingDesk, reader: Reader, window: MainWindow, qtbot: QtBot
) -> None:
    desk.read(LINE)
    with qtbot.waitSignal(desk.shown) as shown:
        desk.read(CSAM)
    assert shown.args == [CSAM]
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert reader.entry_id == CSAM


def test_what_cannot_be_read_is_told(desk: ReadingDesk, fake: FakeCasebook, qtbot: QtBot) -> None:
    fake.entries = ()
    with qtbot.waitSignal(desk.told) as told:
        desk.read(CSAM)
    desk.tell_fault(EntryNotFoundError())
    assert "not in the casebook" in told.args[0]


def test_sensitive_parts_are_open_where_that_is_preferred(
    desk: ReadingDesk, reader: Reader, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preferences["reading.sensitive"] = "open"
    for entry in (LINE, CENTRE):
        with qtbot.waitSignal(desk.shown):
            desk.read(entry)
    assert reader.page is not None
    folds = reader.page.findChildren(Fold)
    assert folds
    assert all(fold.body is not None for fold in folds)


def test_other_entries_like_this_one_are_listed(
    desk: ReadingDesk, reader: Reader, fake: FakeCasebook, qtbot: QtBot
) -> None:
    like = fake.read(CSAM).head
    desk._services = replace(desk._services, more_like=lambda _entry: (like,))
    with qtbot.waitSignal(desk.shown):
        desk.read(LINE)
    assert reader.page is not None
    rows = reader.page.widget("alike")
    assert isinstance(rows, EntryList)
    with qtbot.waitSignal(desk.shown) as shown:
        rows.rows[0].click()
    assert shown.args == [CSAM]


@pytest.fixture
def two(desk: ReadingDesk, fake: FakeCasebook, qtbot: QtBot) -> None:
    """A section of two paragraphs is in the reader."""
    paragraphs = tuple(Paragraph(name, (Text(words),)) for name, words in PARAGRAPHS)
    section = Section("two", SectionRole.OTHER, "Two", paragraphs)
    entry = replace(fake.read(CENTRE), sections=(section,))
    fake.entries = (entry, *fake.entries[1:])
    for shown in (LINE, CENTRE):
        with qtbot.waitSignal(desk.shown):
            desk.read(shown)


# --- notes ----------------------------------------------------------------------------------------


def test_a_note_on_the_entry_is_written_and_is_there_the_next_time(
    window: MainWindow, reader: Reader, desk: ReadingDesk, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.commands["note"].trigger()
    editor = reader.margin.cards[0].editor
    assert window.focusWidget() is editor
    QTest.keyClicks(editor, "Ask Amina")
    qtbot.waitUntil(lambda: texts(fake) == ["Ask Amina"])
    for entry in (LINE, CENTRE):
        with qtbot.waitSignal(desk.shown):
            desk.read(entry)
    assert [one.editor.toPlainText() for one in reader.margin.cards] == ["Ask Amina"]


def test_a_note_is_on_the_selected_words(
    window: MainWindow, reader: Reader, fake: FakeCasebook, qtbot: QtBot
) -> None:
    select(reader, "Four parts work as one.")
    window.commands["note"].trigger()
    QTest.keyClicks(reader.margin.cards[0].editor, "Good")
    qtbot.waitUntil(lambda: bool(fake.own.notes))
    (note,) = fake.own.notes.values()
    assert note.passage is not None
    assert (note.passage.block, note.passage.quotation) == ("four-parts", "Four parts work as one.")
    assert reader.marking.selected_text is None


def test_a_note_stands_at_its_words_when_they_are_read_large(
    window: MainWindow, reader: Reader, fake: FakeCasebook, qtbot: QtBot
) -> None:
    select(reader, "Four parts work as one.")
    window.commands["note"].trigger()
    card = reader.margin.cards[0]
    QTest.keyClicks(card.editor, "Good")
    qtbot.waitUntil(lambda: bool(fake.own.notes))
    window.casebook.set_large(True)

    def stands_at_its_words() -> bool:
        place = reader.marking.height_of(card.draft)
        top = card.mapTo(reader.margin, QPoint(0, 0)).y()
        return place is not None and top == place[0] and top < reader.margin.height()

    qtbot.waitUntil(stands_at_its_words)


def test_of_several_paragraphs_a_note_is_on_the_first_and_says_so(
    window: MainWindow, reader: Reader, desk: ReadingDesk, two: None, qtbot: QtBot
) -> None:
    assert two is None
    select(reader, "one and", until="three")
    with qtbot.waitSignal(desk.told) as told:
        window.commands["note"].trigger()
    assert told.args == ["The note is on the words of the first paragraph."]


def test_words_of_several_paragraphs_are_marked_in_each(
    window: MainWindow, reader: Reader, fake: FakeCasebook, two: None, qtbot: QtBot
) -> None:
    assert two is None
    assert not window.commands["highlight"].isEnabled()
    for _ in range(2):  # what is marked already is not marked again
        select(reader, "and two", until="three")
        assert window.commands["highlight"].isEnabled()
        window.commands["highlight"].trigger()
        qtbot.waitUntil(lambda: not window.jobs.busy)
    on = [note.passage for note in fake.own.notes_on(CENTRE)]
    assert [(one.block, one.quotation) for one in on if one] == [("a", "and two"), ("b", "three")]
    assert reader.commands.notes.text() == "Notes · 2"


def test_a_note_on_words_that_are_marked_already_is_written_on_that_mark(
    window: MainWindow, reader: Reader, qtbot: QtBot
) -> None:
    for command in ("highlight", "note"):
        select(reader, "Four parts work as one.")
        window.commands[command].trigger()
        qtbot.waitUntil(lambda: not window.jobs.busy)
    assert len(reader.margin.cards) == 1


def press(window: MainWindow, key: Qt.Key) -> None:
    """Press a key with Ctrl where the keyboard is."""
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("large", [False, True])
def test_the_key_for_a_note_right_after_marking_is_for_words_on_that_mark(
    window: MainWindow, reader: Reader, fake: FakeCasebook, qtbot: QtBot, large: bool
) -> None:
    window.casebook.set_large(large)
    select(reader, "Four parts work as one.")
    reader.focus_text()
    press(window, Qt.Key.Key_H)
    press(window, Qt.Key.Key_M)
    (card,) = reader.margin.cards
    assert window.focusWidget() is card.editor
    QTest.keyClicks(card.editor, "Good")
    # Out of it by Esc one is at its passage: the key leads back into it, nothing is begun anew.
    QTest.keyClick(card.editor, Qt.Key.Key_Escape)
    assert window.focusWidget() is not card.editor
    press(window, Qt.Key.Key_M)
    assert window.focusWidget() is card.editor
    qtbot.waitUntil(lambda: texts(fake) == ["Good"])
    assert [one.passage.quotation for one in fake.own.notes.values() if one.passage] == [
        "Four parts work as one."
    ]


@pytest.mark.parametrize("large", [False, True])
def test_after_a_note_was_deleted_undo_brings_it_back_and_what_is_typed_changes_no_other(
    window: MainWindow, reader: Reader, fake: FakeCasebook, qtbot: QtBot, large: bool
) -> None:
    window.casebook.set_large(large)
    for words in ("Four parts work as one.", "The hotline"):
        select(reader, words)
        press(window, Qt.Key.Key_M)
        QTest.keyClicks(window.focusWidget(), f"On {words}")
        qtbot.waitUntil(lambda: not window.jobs.busy)
    first, second = reader.margin.cards
    second.draft.flush()
    first.editor.setFocus()
    first.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.toast.words == "Note deleted.")
    QTest.keyClicks(window.focusWidget(), "stray")
    press(window, Qt.Key.Key_Z)
    both = {"On Four parts work as one.", "On The hotline"}
    qtbot.waitUntil(lambda: set(texts(fake)) == both)
    assert second.editor.toPlainText() == "On The hotline"


def test_a_new_note_that_is_left_empty_is_no_note(
    window: MainWindow, reader: Reader, fake: FakeCasebook
) -> None:
    window.commands["note"].trigger()
    assert len(reader.margin.cards) == 1
    reader.margin.cards[0].editor.left.emit()
    assert reader.margin.cards == []
    assert fake.own.notes == {}


def test_a_deleted_note_comes_back_with_undo(
    window: MainWindow, reader: Reader, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.commands["note"].trigger()
    reader.margin.cards[0].editor.setPlainText("Ask Amina")
    reader.margin.cards[0].editor.left.emit()
    qtbot.waitUntil(lambda: bool(fake.own.notes))
    reader.margin.cards[0].remove_wanted.emit()
    qtbot.waitUntil(lambda: window.toast.words == "Note deleted.")
    assert reader.margin.cards == []
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: [one.draft.text for one in reader.margin.cards] == ["Ask Amina"])


def test_what_was_typed_is_on_the_disk_when_the_window_closes(
    window: MainWindow, reader: Reader, fake: FakeCasebook
) -> None:
    window.commands["note"].trigger()
    reader.margin.cards[0].editor.setPlainText("Ask Amina")
    window.close()
    assert [one.text for one in fake.own.notes.values()] == ["Ask Amina"]


def test_a_window_stays_open_once_where_words_would_be_lost(
    window: MainWindow, reader: Reader, fake: FakeCasebook
) -> None:
    window.commands["note"].trigger()
    fake.own.fault = DiskFullError()
    reader.margin.cards[0].editor.setPlainText("Ask Amina")
    assert not window.close()
    assert window.isVisible()
    assert "not saved" in window.toast.words
    assert reader.margin.cards[0].editor.toPlainText() == "Ask Amina"
    assert window.close()


# --- commands -------------------------------------------------------------------------------------


def test_commands_are_enabled_as_there_is_something_to_do_for_them(
    window: MainWindow, reader: Reader, desk: ReadingDesk, qtbot: QtBot
) -> None:
    commands = window.commands
    assert not commands["back"].isEnabled()
    assert commands["all-figures"].isEnabled()
    desk.follow(LINE)
    qtbot.waitUntil(lambda: reader.entry_id == LINE)
    assert commands["back"].isEnabled()
    assert not commands["all-figures"].isEnabled()
    commands["back"].trigger()
    qtbot.waitUntil(lambda: reader.entry_id == CENTRE)
    commands["find"].trigger()
    assert reader.find_bar.isVisible()
    reader.clear()
    for command in ("keep", "note", "find", "copy-with-source", "source"):
        assert not commands[command].isEnabled()
    for do in desk.does.values():
        do()


def test_printing_is_handed_what_is_shown(
    window: MainWindow, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fieldcat.ui.printing.printing import Printing

    printed: list[object] = []
    monkeypatch.setattr(Printing, "print_entry", lambda _self, *what: printed.append(what))
    monkeypatch.setattr(Printing, "save_as_pdf", lambda _self, *what: printed.append(what))
    window.commands["print"].trigger()
    reader.commands.pdf.trigger()
    assert printed == [(reader.view, reader.opened)] * 2


# --- what is done while an entry is on its way ----------------------------------------------------


@pytest.fixture
def on_its_way(desk: ReadingDesk, qtbot: QtBot) -> Iterator[Callable[[], None]]:
    """The entry in the reader is read anew, its notes are known; it comes once this is called."""
    known, come = Event(), Event()

    def more_like(_entry: EntryId) -> tuple[Head, ...]:
        known.set()
        assert come.wait(60)
        return ()

    desk._services = replace(desk._services, more_like=more_like)
    desk.look_again()
    qtbot.waitUntil(known.is_set)

    def comes() -> None:
        come.set()
        qtbot.waitUntil(lambda: not desk.busy)

    yield comes
    come.set()


def test_a_note_that_is_written_meanwhile_stays(
    window: MainWindow,
    reader: Reader,
    on_its_way: Callable[[], None],
    fake: FakeCasebook,
    qtbot: QtBot,
) -> None:
    window.commands["note"].trigger()
    reader.margin.cards[0].editor.setPlainText("Ask Amina")
    qtbot.waitUntil(lambda: reader.margin.cards[0].draft.is_saved)
    on_its_way()
    assert [card.draft.text for card in reader.margin.cards] == ["Ask Amina"]
    assert texts(fake) == ["Ask Amina"]


def test_an_entry_that_is_kept_meanwhile_is_shown_as_kept(
    window: MainWindow, reader: Reader, on_its_way: Callable[[], None], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.keeping.changed):
        window.commands["keep"].trigger()
    on_its_way()
    assert reader.commands.keep.text() == "Saved"


def test_an_entry_that_is_asked_for_while_another_is_built_takes_its_place(
    desk: ReadingDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never_ends(_view: EntryView, *, unfolded: bool) -> Generator[None]:
        del unfolded
        while True:
            yield

    with monkeypatch.context() as patched:
        patched.setattr(desk.reader, "prepare", never_ends)
        desk.read(LINE)
        qtbot.waitUntil(lambda: desk._building is not None)
    with qtbot.waitSignal(desk.shown) as shown:
        desk.read(CENTRE)
    assert shown.args == [CENTRE]
    qtbot.waitUntil(lambda: not desk.busy)
    assert desk.reader.entry_id == CENTRE
