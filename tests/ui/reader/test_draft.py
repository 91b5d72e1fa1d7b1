from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from tests.fakes.casebook import CENTRE, FakeCasebook

from fieldcat.domain.keeping import Note, Passage
from fieldcat.errors import DiskFullError
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.reader.draft import Draft

Begin = Callable[..., Draft]
PASSAGE = Passage("four-parts", "Four parts work as one.")


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()
    # With all that hangs on it, here and now: garbage may be collected in any thread.
    delete(made)


@pytest.fixture
def begin(fake: FakeCasebook, jobs: Jobs) -> Begin:
    """Begins notes on the made-up case."""

    def begun(passage: Passage | None = None, note: Note | None = None) -> Draft:
        now = fake.own.now()
        new = Note("", CENTRE, "A centre", 1, "", now, now, passage)
        return Draft(note or new, fake.own.write_note, jobs, jobs)

    return begun


def texts(fake: FakeCasebook) -> list[str]:
    return [note.text for note in fake.own.notes.values()]


def test_what_is_typed_is_saved_by_itself(begin: Begin, fake: FakeCasebook, qtbot: QtBot) -> None:
    draft = begin()
    draft.say("Ask Amina")
    assert not draft.is_saved
    qtbot.waitUntil(lambda: draft.is_saved)
    assert texts(fake) == ["Ask Amina"]
    assert draft.note.id == draft.written_id == next(iter(fake.own.notes))


def test_one_who_never_pauses_is_saved_all_the_same(
    begin: Begin, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = begin()
    typed = ""

    def type_on() -> bool:
        nonlocal typed
        typed += "a"
        draft.say(typed)
        return bool(fake.own.notes)

    qtbot.waitUntil(type_on)
    assert set(texts(fake)[0]) == {"a"}


def test_one_note_stays_one_though_it_is_typed_on_before_its_first_write_came_back(
    begin: Begin, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = begin()
    for text in ("one", "one two", "one two three"):
        draft.say(text)
        draft.flush()
    qtbot.waitUntil(lambda: draft.is_saved)
    assert texts(fake) == ["one two three"]


def test_saved_is_not_said_of_words_that_were_typed_since(begin: Begin, qtbot: QtBot) -> None:
    draft = begin()
    said: list[bool] = []
    draft.saved.connect(lambda: said.append(draft.is_saved))
    draft.say("one")
    draft.flush()
    draft.say("one two")
    qtbot.waitUntil(lambda: draft.is_saved)
    assert said == [False, True]


def test_a_write_that_fails_keeps_the_words_and_can_be_tried_again(
    begin: Begin, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = begin()
    fake.own.fault = DiskFullError()
    with qtbot.waitSignal(draft.failed):
        draft.say("Ask Amina")
    assert draft.text == "Ask Amina"
    assert isinstance(draft.fault, DiskFullError)
    assert draft.is_lost_if_closed
    fake.own.fault = None
    draft.flush()
    qtbot.waitUntil(lambda: draft.is_saved)
    assert draft.fault is None
    assert not draft.is_lost_if_closed


def test_a_new_note_without_words_is_never_written(
    begin: Begin, fake: FakeCasebook, jobs: Jobs
) -> None:
    for passage in (None, PASSAGE):
        draft = begin(passage)
        draft.say("a")
        draft.say("  ")
        draft.flush()
        assert not draft.is_worth_keeping
    jobs.finish_writing()
    assert fake.own.notes == {}


def test_words_of_a_note_on_a_passage_may_be_taken_away(
    begin: Begin, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = begin(PASSAGE)
    draft.say("Show this")
    qtbot.waitUntil(lambda: draft.is_saved)
    draft.say("")
    qtbot.waitUntil(lambda: draft.is_saved)
    assert texts(fake) == [""]


def test_the_words_of_a_note_on_the_entry_stay_on_the_disk_until_it_is_removed(
    begin: Begin, fake: FakeCasebook, jobs: Jobs, qtbot: QtBot
) -> None:
    draft = begin()
    draft.say("Ask Amina")
    qtbot.waitUntil(lambda: draft.is_saved)
    draft.say("")
    draft.flush()
    jobs.finish_writing()
    assert texts(fake) == ["Ask Amina"]


def test_what_was_written_elsewhere_is_taken_up_unless_one_is_typing(
    begin: Begin, qtbot: QtBot
) -> None:
    draft = begin()
    draft.say("one")
    qtbot.waitUntil(lambda: draft.is_saved)
    draft.take(draft.note.saying("other words"))
    assert draft.text == "other words"
    draft.say("mine")
    draft.take(replace(draft.note, text="theirs"))
    assert draft.text == "mine"
    qtbot.waitUntil(lambda: draft.is_saved)
    assert draft.note.text == "mine"
