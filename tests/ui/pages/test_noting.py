from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from tests.fakes.casebook import CENTRE, LINE, FakeCasebook

from fieldcat.domain.entry import Head
from fieldcat.domain.keeping import Passage
from fieldcat.errors import DiskFullError
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.pages.noting import Noting
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.undoing import Undoing

PASSAGE = Passage("four-parts", "Four parts work as one.")
OTHER = Passage("by-july", "By July 2024")


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()
    # With all that hangs on it, here and now: garbage may be collected in any thread.
    delete(made)


@pytest.fixture
def undoing(jobs: Jobs) -> Undoing:
    return Undoing(jobs, jobs)


@pytest.fixture
def noting(fake: FakeCasebook, jobs: Jobs, undoing: Undoing) -> Noting:
    return Noting(fake.services(), jobs, undoing, jobs)


@pytest.fixture
def head(fake: FakeCasebook) -> Head:
    return fake.read(CENTRE).head


def written(noting: Noting, head: Head, text: str, qtbot: QtBot) -> Draft:
    draft = noting.begin(head)
    draft.say(text)
    with qtbot.waitSignal(noting.changed):
        draft.flush()
    return draft


def test_a_note_belongs_to_its_entry_with_the_title_and_revision_seen(
    noting: Noting, head: Head, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = written(noting, head, "Ask Amina", qtbot)
    note = fake.own.notes[draft.note.id]
    assert (note.entry, note.title, note.revision) == (CENTRE, head.title, head.revision)
    assert noting.on(CENTRE) == (draft,)
    assert noting.on(LINE) == ()


def test_passages_are_marked_at_once_and_without_words(
    noting: Noting, head: Head, fake: FakeCasebook, qtbot: QtBot
) -> None:
    noting.mark(head, [PASSAGE, OTHER])
    qtbot.waitUntil(lambda: len(fake.own.notes) == 2)
    assert [note.passage for note in fake.own.notes_on(CENTRE)] == [PASSAGE, OTHER]
    assert {note.text for note in fake.own.notes.values()} == {""}


def test_a_note_that_is_read_again_is_the_same_one(
    noting: Noting, head: Head, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = written(noting, head, "Ask Amina", qtbot)
    begun = noting.begin(head)
    noting.take(CENTRE, fake.own.notes_on(CENTRE))
    assert noting.on(CENTRE) == (draft, begun)


def test_a_note_that_was_removed_elsewhere_is_gone(
    noting: Noting, head: Head, qtbot: QtBot
) -> None:
    written(noting, head, "Ask Amina", qtbot)
    noting.take(CENTRE, ())
    assert noting.on(CENTRE) == ()


def test_what_was_read_before_notes_were_written_is_not_taken_for_what_they_are_now(
    noting: Noting, head: Head, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = written(noting, head, "Ask Amina", qtbot)
    before, notes = noting.written(CENTRE), fake.own.notes_on(CENTRE)
    draft.say("Ask Ana")
    with qtbot.waitSignal(noting.changed):
        draft.flush()
    other = written(noting, head, "And Juma", qtbot)
    noting.take(CENTRE, notes, before)
    assert [one.text for one in noting.on(CENTRE)] == ["Ask Ana", "And Juma"]
    # They are read anew, with what somebody else may have written.
    fake.own.remove_note(other.note.id)
    qtbot.waitUntil(lambda: noting.on(CENTRE) == (draft,))


def test_a_note_that_was_read_before_it_was_removed_is_gone(
    noting: Noting, undoing: Undoing, head: Head, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = written(noting, head, "Ask Amina", qtbot)
    before, notes = noting.written(CENTRE), fake.own.notes_on(CENTRE)
    with qtbot.waitSignal(undoing.offered):
        noting.remove(draft)
    noting.take(CENTRE, notes, before)
    assert noting.on(CENTRE) == ()


def test_notes_are_read_after_those_that_are_still_to_be_written(
    noting: Noting, head: Head, qtbot: QtBot
) -> None:
    draft = written(noting, head, "Ask Amina", qtbot)
    draft.say("Ask Ana")
    draft.flush()
    with qtbot.waitSignal(noting.changed):
        noting.read(CENTRE)
    assert (draft.is_saved, draft.text) == (True, "Ask Ana")


def test_a_removed_note_can_be_brought_back(
    noting: Noting, undoing: Undoing, head: Head, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = written(noting, head, "Ask Amina", qtbot)
    with qtbot.waitSignal(undoing.offered) as offered:
        noting.remove(draft)
    assert offered.args == ["Note deleted."]
    assert fake.own.notes == {}
    assert noting.on(CENTRE) == ()
    undoing.undo()
    qtbot.waitUntil(lambda: [one.text for one in noting.on(CENTRE)] == ["Ask Amina"])


def test_a_mark_that_is_removed_is_called_a_mark(
    noting: Noting, undoing: Undoing, head: Head, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(noting.changed):
        noting.mark(head, [PASSAGE])
    with qtbot.waitSignal(undoing.offered) as offered:
        noting.remove(noting.on(CENTRE)[0])
    assert offered.args == ["Mark removed."]


def test_a_new_note_that_is_left_without_words_was_none(
    noting: Noting, undoing: Undoing, head: Head, qtbot: QtBot
) -> None:
    for passage in (None, PASSAGE):
        draft = noting.begin(head, passage)
        with qtbot.waitSignal(noting.changed):
            noting.tidy(draft)
        noting.tidy(draft)
    assert noting.on(CENTRE) == ()
    assert not undoing.available


def test_a_note_whose_words_were_all_taken_away_comes_back_with_them(
    noting: Noting, undoing: Undoing, head: Head, qtbot: QtBot
) -> None:
    draft = written(noting, head, "Ask Amina", qtbot)
    draft.say("")
    with qtbot.waitSignal(undoing.offered):
        noting.tidy(draft)
    undoing.undo()
    qtbot.waitUntil(lambda: [one.text for one in noting.on(CENTRE)] == ["Ask Amina"])


def test_a_mark_and_a_note_with_words_are_not_tidied_away(
    noting: Noting, head: Head, fake: FakeCasebook, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(noting.changed):
        noting.mark(head, [PASSAGE])
    written(noting, head, "Ask Amina", qtbot)
    for draft in noting.on(CENTRE):
        noting.tidy(draft)
    assert len(noting.on(CENTRE)) == len(fake.own.notes) == 2


def test_everything_typed_is_on_the_disk_once_it_has_finished(
    noting: Noting, head: Head, fake: FakeCasebook
) -> None:
    noting.begin(head).say("one")
    noting.begin(head, PASSAGE).say("two")
    assert noting.finish()
    assert {note.text for note in fake.own.notes.values()} == {"one", "two"}


def test_what_would_be_lost_by_closing_is_said(
    noting: Noting, head: Head, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = noting.begin(head)
    draft.say("one")
    fake.own.fault = DiskFullError()
    assert not noting.finish()
    qtbot.waitUntil(lambda: draft.fault is not None)
    fake.own.fault = None
    assert noting.finish()


def test_a_removal_that_fails_is_told_and_the_note_stays(
    noting: Noting, head: Head, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = written(noting, head, "Ask Amina", qtbot)
    fake.own.fault = DiskFullError()
    with qtbot.waitSignal(noting.failed):
        noting.remove(draft)
    assert noting.on(CENTRE) == (draft,)
