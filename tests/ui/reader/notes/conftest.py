"""Notes on the case, and readers that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from shiboken6 import delete
from tests.fakes.casebook import FakeCasebook
from tests.ui.reader import made_up
from tests.ui.reader.notes.cards import Drafted
from tests.ui.reader.on_the_page import CASE

from fieldcat.domain.keeping import Note, Passage
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.layout import layout_for
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.reader import Reader


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()
    delete(made)


@pytest.fixture
def drafted(fake: FakeCasebook, jobs: Jobs) -> Drafted:
    """Makes notes on the case that are on the disk, unless they are new."""

    def make(passage: Passage | None = None, text: str = "Words.", *, new: bool = False) -> Draft:
        now = fake.own.now()
        note = Note("", made_up.CASE, "The case", 1, text, now, now, passage)
        if not new:
            note = fake.own.write_note(note)
        return Draft(note, fake.own.write_note, jobs, jobs)

    return make


@pytest.fixture
def reading(make_reader: Callable[..., Reader]) -> Reader:
    """The reading view of a window of 1366×768."""
    reader = make_reader(1278, 768)
    reader.set_layout(layout_for(1366, 768, 1))
    reader.set_enlarged(True)
    reader.show_entry(CASE)
    return reader


@pytest.fixture
def narrow(make_reader: Callable[..., Reader]) -> Reader:
    """The reading view of a window of 1024×600, without columns."""
    reader = make_reader(948, 600)
    reader.set_layout(layout_for(1024, 600, 1))
    reader.set_enlarged(True)
    reader.show_entry(CASE)
    return reader


@pytest.fixture(params=["reading", "narrow"])
def either(request: pytest.FixtureRequest) -> Reader:
    """One of these, with a margin for notes and with a panel."""
    made: Reader = request.getfixturevalue(request.param)
    return made
