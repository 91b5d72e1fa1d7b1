"""My casebook with some of everything in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook
from tests.ui.pages.my_casebook.at_the_page import GONE, NOW, OpenWindow, calm

from fieldcat.domain.keeping import Bookmark, Note, Passage
from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.pages.my_casebook_page import MyCasebookPage


@pytest.fixture
def filled(fake: FakeCasebook) -> FakeCasebook:
    """Two folders, three entries kept and one that was withdrawn, two notes, a search."""
    own = fake.own
    parents = own.make_folder("Parents", None)
    own.make_folder("Slides", parents.number)
    own.keep(CENTRE, parents.number)
    own.keep(LINE)
    own.keep(CSAM)
    own.bookmarks[GONE] = Bookmark(GONE, "A project that was taken out", 1, NOW)
    title = fake.heads([CENTRE])[CENTRE].title
    own.write_note(Note("", CENTRE, title, 1, "On all of it.", NOW, NOW))
    passage = Passage("four-parts", "The hotline sorts reports before the police see them")
    own.write_note(Note("", CENTRE, title, 1, "Ask Ana.", NOW, NOW, passage))
    own.write_note(Note("", GONE, "A project", 1, "Their film was good.", NOW, NOW))
    own.save_search("Hotlines", Query("hotline", {Facet.TOPIC: frozenset({"reporting"})}))
    return fake


@pytest.fixture
def gone_to(open_window: OpenWindow, qtbot: QtBot) -> Callable[..., MyCasebookPage]:
    """Opens a window at My casebook."""

    def opened(width: int = 1366, height: int = 768) -> MyCasebookPage:
        window = open_window(width, height)
        window.commands["my-casebook"].trigger()
        calm(window, qtbot)
        return window.my_casebook

    return opened


@pytest.fixture
def page(filled: FakeCasebook, gone_to: Callable[..., MyCasebookPage]) -> MyCasebookPage:
    assert filled.own.bookmarks
    return gone_to()
