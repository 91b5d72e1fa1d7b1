"""What an edition touches of what a person made."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.plans import NOW, entry_part, origin, session

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.head import EntryId
from fieldcat.domain.keeping import Bookmark, Folder, Note
from fieldcat.domain.session import Break, PicturePart, Quiz
from fieldcat.domain.updating import Change, How, InSession, Touched, touched

STUDY = origin().entry
OTHER = EntryId.parse("weprotect/case-study/other")
CHANGED = Change(STUDY, "A made-up study", How.CHANGED)
GONE = Change(OTHER, "Another", How.WITHDRAWN)
EVENING = InSession("a" * 32, "Parents' evening")


def test_what_one_has_nothing_on_is_not_touched() -> None:
    assert touched((CHANGED, GONE), Belongings()) == ()


def test_what_is_kept_and_noted_is_touched_with_its_folders() -> None:
    own = Belongings(
        folders=(Folder(1, "May"),),
        bookmarks=(Bookmark(OTHER, "T", 1, NOW, 1),),
        notes=(Note("n", OTHER, "T", 1, "x", NOW, NOW),),
    )
    assert touched((CHANGED, GONE), own) == (Touched(GONE, 1, 1, ("May",)),)


def test_a_session_with_a_part_of_a_changed_entry_is_touched_once() -> None:
    own = Belongings(sessions=(session(entry_part(), Break(), entry_part()),))
    assert touched((CHANGED, GONE), own) == (Touched(CHANGED, sessions=(EVENING,)),)


def test_every_kind_of_step_that_rests_on_an_entry_counts() -> None:
    quiz = Quiz("True?", ("Yes", "No"), 0, origin=origin())
    picture = PicturePart("b" * 64, "A chart", origin=replace(origin(), entry=OTHER))
    own = Belongings(sessions=(session(quiz, picture),))
    assert [touch.sessions for touch in touched((CHANGED, GONE), own)] == [(EVENING,), (EVENING,)]
