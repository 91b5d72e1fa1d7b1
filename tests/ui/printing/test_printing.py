from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QObject
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, COLLECTION, LABELS, FakeCasebook
from tests.fakes.printers import FakePrinters
from tests.ui.printing.reading_pdf import pages_of, sizes_of, text_of

from fieldcat.domain.keeping import Note
from fieldcat.errors import DiskFullError, EnvironmentFaultError, ReadOnlyError
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.printing.choices import Choices
from fieldcat.ui.printing.paper import LETTER, Paper
from fieldcat.ui.printing.printers import Order
from fieldcat.ui.printing.printing import Printing
from fieldcat.ui.printing.sheets import made_sheets
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.theme import Theme


class Bench(QObject):
    """Printing on a made-up casebook, with what it told."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        super().__init__()
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.fake = FakeCasebook()
        self.printers = FakePrinters()
        self.jobs = Jobs(self.window)
        self.printing = Printing(
            self.fake.services(), self.jobs, theme, self.window, printers=self.printers
        )
        self.view = EntryView(self.fake.read(CENTRE), COLLECTION, LABELS)
        self.told: list[str] = []
        self.printing.told.connect(self.told.append)

    def choices(self, *, pdf: bool = False, opened: frozenset[str] = frozenset()) -> Choices:
        """The dialog that opens at the command."""
        do = self.printing.save_as_pdf if pdf else self.printing.print_entry
        do(self.view, opened)
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(Choices)))
        (choices,) = self.window.findChildren(Choices)
        assert isinstance(choices, Choices)
        return choices

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.busy)

    def save(self, file: Path, **wishes: Any) -> None:
        """Save as PDF, answering both dialogs."""
        choices = self.choices(pdf=True, **wishes)
        choices.pdf_button.click()
        self.answer(file)
        self.settle()

    def answer(self, file: Path) -> QFileDialog:
        """Give the file's name in the dialog that asks for it."""
        dialogs = self.window.findChildren(QFileDialog)
        assert dialogs
        dialog = dialogs[-1]
        dialog.fileSelected.emit(str(file))
        dialog.reject()
        return dialog


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> Iterator[Bench]:
    made = Bench(qtbot, theme)
    yield made
    made.jobs.close()
    QApplication.sendPostedEvents(None, 0)


PDF = Path("somewhere") / "centre.pdf"


# --- PDF ------------------------------------------------------------------------------------------


def test_an_entry_is_saved_as_a_pdf_file_and_the_window_says_so(bench: Bench) -> None:
    bench.save(PDF)
    assert "A safer internet centre" in text_of(bench.fake.files[PDF])
    assert bench.told == ["Saved as “centre.pdf” in the folder “somewhere”: 1 page."]


def test_a_name_is_proposed_that_every_disk_takes(bench: Bench) -> None:
    head = replace(bench.view.entry.head, title="Who: where? 50/50")
    bench.view = replace(bench.view, entry=replace(bench.view.entry, head=head))
    bench.choices(pdf=True).pdf_button.click()
    (dialog,) = bench.window.findChildren(QFileDialog)
    assert [Path(file).name for file in dialog.selectedFiles()] == ["Who where 50 50.pdf"]
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.reject()


def test_the_next_file_is_proposed_for_the_same_folder(bench: Bench, tmp_path: Path) -> None:
    bench.save(tmp_path / "one.pdf")
    bench.choices(pdf=True).pdf_button.click()
    dialog = bench.window.findChildren(QFileDialog)[-1]
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.reject()


def test_parts_that_are_folded_on_the_screen_are_left_out_of_the_file(bench: Bench) -> None:
    line = "The line answers people who worry about their own behaviour."
    bench.save(PDF)
    assert line not in text_of(bench.fake.files[PDF])
    bench.save(PDF, opened=frozenset({"te-cuido"}))
    assert line in text_of(bench.fake.files[PDF])


def test_the_paper_that_was_chosen_is_used_and_remembered(bench: Bench) -> None:
    bench.printers.paper = None
    choices = bench.choices(pdf=True)
    choices.paper.buttons[1].click()
    choices.pdf_button.click()
    bench.answer(PDF)
    bench.settle()
    assert sizes_of(bench.fake.files[PDF]) == {(612, 792)}
    assert bench.fake.preferences["printing.paper"] == "Letter"
    bench.qtbot.waitUntil(lambda: not bench.window.findChildren(Choices))
    assert bench.choices(pdf=True).choice.paper == LETTER


def test_at_first_the_paper_is_the_one_in_the_printer(bench: Bench) -> None:
    bench.printers.paper = LETTER
    assert bench.choices().choice.paper == LETTER


def test_own_notes_are_printed_where_one_asks_for_them(bench: Bench) -> None:
    now = datetime(2025, 3, 1, tzinfo=UTC)
    note = Note("", CENTRE, "Centre", 1, "Ask the parents first.", now, now)
    bench.fake.services().own.write_note(note)
    bench.save(PDF)
    assert "Ask the parents first." not in text_of(bench.fake.files[PDF])
    choices = bench.choices(pdf=True)
    choices.notes.click()
    choices.pdf_button.click()
    bench.answer(PDF)
    bench.settle()
    assert "My notes On the whole case Ask the parents first." in text_of(bench.fake.files[PDF])


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (DiskFullError(), "The disk is full. The PDF file was not saved"),
        (ReadOnlyError(), "The PDF file cannot be written there"),
        (EnvironmentFaultError(), ""),
    ],
)
def test_a_file_that_cannot_be_written_is_told_with_what_to_do(
    bench: Bench, fault: Exception, words: str
) -> None:
    bench.fake.saving_fault = fault
    bench.save(PDF)
    assert bench.fake.files == {}
    (told,) = bench.told
    assert told.startswith(words)


def test_saving_can_be_stopped_and_leaves_no_file(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = Event(), Event()
    from fieldcat.ui.printing import printing

    def slow(*things: Any) -> object:
        reached.set()
        assert go_on.wait(60)
        return made_sheets(*things)

    monkeypatch.setattr(printing, "made_sheets", slow)
    bench.choices(pdf=True).pdf_button.click()
    bench.answer(PDF)
    bench.qtbot.waitUntil(reached.is_set)
    (progress,) = bench.window.findChildren(QProgressDialog)
    progress.canceled.emit()
    go_on.set()
    bench.settle()
    assert bench.fake.files == {}
    assert bench.told == ["Stopped. Nothing was saved or printed."]


# --- printers -------------------------------------------------------------------------------------


def test_an_entry_goes_to_the_printer_under_its_title(bench: Bench) -> None:
    bench.choices().print_button.click()
    bench.settle()
    assert bench.printers.titles == [bench.view.entry.head.title]
    assert "A safer internet centre" in text_of(bench.printers.printed)
    assert bench.told == ["1 page went to the printer."]


def test_the_printers_own_paper_is_heeded(bench: Bench) -> None:
    small = Paper(420, 595)
    bench.printers.order = lambda order: replace(order, paper=small)
    bench.choices().print_button.click()
    bench.settle()
    assert sizes_of(bench.printers.printed) == {(420, 595)}


def test_only_the_pages_asked_for_are_printed_as_often_as_asked(bench: Bench) -> None:
    small = Paper(420, 595)
    bench.printers.order = lambda order: replace(order, paper=small, first=2, last=2, copies=2)
    bench.choices().print_button.click()
    bench.settle()
    pages = pages_of(bench.printers.printed)
    assert len(pages) == 2
    assert all("Page 2 of" in page for page in pages)
    assert bench.told == ["2 pages went to the printer."]


def test_pages_that_are_not_there_are_not_printed(bench: Bench) -> None:
    bench.printers.order = lambda order: replace(order, first=9)
    bench.choices().print_button.click()
    bench.settle()
    assert bench.told == ["Nothing was printed: there are no such pages."]


def test_whoever_closes_the_print_dialog_prints_nothing(bench: Bench) -> None:
    bench.printers.order = lambda _order: None
    bench.choices().print_button.click()
    bench.settle()
    assert bench.told == []


def test_a_printer_that_stops_is_told_and_the_pages_are_called_back(bench: Bench) -> None:
    bench.printers.stuck = True
    bench.printers.order = lambda order: replace(order, paper=Paper(420, 595))
    bench.choices().print_button.click()
    bench.settle()
    assert bench.printers.aborted == 1
    assert bench.told == [
        "The printer did not take the entry. See that it is switched on and connected, or save a "
        "PDF file instead."
    ]


def test_where_there_is_no_printer_the_pdf_is_offered(bench: Bench) -> None:
    bench.printers.paper = None
    choices = bench.choices()
    assert not choices.print_button.isEnabled()
    assert choices.pdf_button.isDefault()


@pytest.mark.parametrize(
    ("order", "pages"),
    [
        ({}, (1, 2, 3)),
        ({"backwards": True}, (3, 2, 1)),
        ({"first": 2}, (2, 3)),
        ({"first": 0, "last": 2}, (1, 2)),
        ({"last": 99, "copies": 2}, (1, 2, 3, 1, 2, 3)),
        ({"first": 4}, ()),
    ],
)
def test_an_order_names_the_pages_to_be_sent(order: dict[str, Any], pages: tuple[int, ...]) -> None:
    made = Order(QPdfWriter(QBuffer()), LETTER, **order)
    assert made.pages(3) == pages
