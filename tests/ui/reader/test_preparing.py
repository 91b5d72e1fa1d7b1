"""Pages that are made ready before they are asked for."""

from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication
from tests.ui.reader.on_the_page import CASE, TERM, page_of

from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.theme import Theme


def prepared(reader: Reader, view: EntryView, *, unfolded: bool = False) -> Page:
    for _ in reader.prepare(view, unfolded=unfolded):
        pass
    assert reader._prepared is not None
    return reader._prepared[0]


def test_a_page_that_was_prepared_is_the_one_that_is_shown(reader: Reader) -> None:
    reader.show_entry(TERM)
    page = prepared(reader, CASE)
    assert reader.entry_id == TERM.id
    reader.show_entry(CASE)
    assert reader.page is page
    assert page.isVisible()


def test_a_page_that_was_prepared_is_laid_out_as_one_that_was_not(reader: Reader) -> None:
    def laid_out() -> list[QRect]:
        return [piece.widget.geometry() for piece in page_of(reader)._pieces]

    reader.show_entry(CASE)
    at_once = laid_out()
    reader.show_entry(TERM)
    page = prepared(reader, CASE)
    reader.show_entry(CASE)
    assert reader.page is page
    assert laid_out() == at_once


def test_sensitive_sections_are_open_on_a_prepared_page_where_they_should_be(
    reader: Reader,
) -> None:
    page = prepared(reader, CASE, unfolded=True)
    reader.show_entry(CASE, unfolded=True)
    assert reader.page is page
    folds = page.findChildren(Fold)
    assert folds
    assert all(fold.body is not None for fold in folds)


def test_a_page_that_was_prepared_as_it_would_not_be_built_any_more_is_not_shown(
    reader: Reader, theme: Theme
) -> None:
    page = prepared(reader, CASE)
    theme.set_scale(1.5)
    reader.show_entry(CASE)
    assert reader.page is not page


def test_pages_that_are_given_up_do_not_stay(reader: Reader) -> None:
    for _ in range(3):
        prepared(reader, CASE)
    steps = reader.prepare(CASE)
    next(steps)
    steps.close()
    reader.show_entry(TERM)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert reader.sheet.host.findChildren(Page) == [reader.page]
