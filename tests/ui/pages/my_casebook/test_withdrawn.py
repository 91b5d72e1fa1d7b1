"""Entries that are kept though their publisher withdrew them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, FakeCasebook
from tests.ui.pages.my_casebook.at_the_page import GONE, calm, do, listed, window_of

from fieldcat.domain.edition import Withdrawal, Withdrawn
from fieldcat.ui.pages.my_casebook_page import MyCasebookPage

# The platform of the tests has no other windows to put a popup above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- what is shown ------------------------------------------------------------------------------


def test_a_withdrawn_entry_is_explained_with_what_was_written_about_it(
    page: MyCasebookPage, qtbot: QtBot
) -> None:
    page.list.choose(str(GONE))
    assert page.beside.isVisible()
    assert page.beside.said.title == "A project that was taken out"
    assert page.beside.said.quoted == ("Their film was good.",)
    commands = window_of(page).commands
    assert not commands["print"].isEnabled()
    page.beside.buttons[0].click()
    calm(window_of(page), qtbot)
    assert "A project that was taken out" not in listed(page)
    assert page.reader.isVisible()


def test_a_withdrawn_entry_is_read_as_it_was_with_the_reason_over_it(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    entry = replace(fake.entries[0], head=replace(fake.entries[0].head, id=GONE, title="A film"))
    withdrawal = Withdrawal(GONE, "Its numbers were wrong", "2024-11-14", CENTRE)
    fake.withdrawn[GONE] = Withdrawn(withdrawal, entry)
    page.look()
    calm(window_of(page), qtbot)
    page.list.choose(str(GONE))
    why = "Its publisher withdrew it on 14 November 2024: Its numbers were wrong"
    assert page.beside.said.paragraphs[0] == why
    page.beside.buttons[0].click()
    calm(window_of(page), qtbot)
    assert page.reader.isVisible()
    assert page.reader.entry_id == GONE
    assert page.reader.page is not None
    note = page.reader.page.widget("withdrawn")
    assert note is not None
    assert "Withdrawn on 14 November 2024 by Nobody: Its numbers were wrong." in (
        note.accessibleName()
    )
    assert page.reader.page.widget("replacing") is not None
    page.look()  # what is kept is looked at again while one reads
    calm(window_of(page), qtbot)
    assert page.reader.isVisible()
    page.list.choose(page.list.own.rows[0].id)
    calm(window_of(page), qtbot)
    assert page.reader.entry_id != GONE
    page.list.choose(str(GONE))
    assert page.beside.isVisible()


def test_ctrl_d_lets_a_withdrawn_entry_go(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page.list.choose(str(GONE))
    do(page, "keep", qtbot)
    assert GONE not in fake.kept
