"""What ingesting again does to what people have written meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from fieldcat.publishing.ingesting.memory import Kept
from fieldcat.publishing.ingesting.merging import Outcome, decide

FILE = "entries/tool/hammer.md"


@dataclass
class World:
    """One entry's file, the text beside it, and what is kept in mind, as time goes by."""

    there: str | None = None
    beside: str | None = None
    kept: Kept | None = None

    def ingest(self, text: str) -> Outcome:
        decision = decide(FILE, text, self.there, self.kept)
        if decision.write:
            self.there = text
        if decision.offer:
            self.beside = text
        self.kept = decision.keep
        return decision.outcome


texts = st.sampled_from(["one", "two", "three"])
edits = st.sampled_from(["by hand", "by another hand"])


@given(st.lists(st.tuples(st.just("ingest"), texts) | st.tuples(st.just("edit"), edits)))
def test_what_a_person_wrote_last_is_never_overwritten(steps: list[tuple[str, str]]) -> None:
    world = World()
    by_hand: str | None = None
    for what, text in steps:
        if what == "edit":
            world.there = by_hand = text
        else:
            world.ingest(text)
        if by_hand is not None:
            assert world.there == by_hand


@given(st.lists(texts, min_size=1))
def test_untouched_the_entry_always_is_what_its_source_says(steps: list[str]) -> None:
    world = World()
    for text in steps:
        world.ingest(text)
        assert world.there == text
    assert world.beside is None


@given(st.lists(st.tuples(texts, st.booleans()), min_size=1))
def test_ingesting_twice_is_as_ingesting_once(steps: list[tuple[str, bool]]) -> None:
    world = World()
    for text, edited in steps:
        world.ingest(text)
        if edited:
            world.there = "by hand"
        before = (world.there, world.beside, world.kept)
        world.ingest(text)
        assert (world.there, world.beside, world.kept) == before


@given(st.lists(texts, min_size=1))
def test_a_newer_text_of_what_a_person_changed_stands_beside_it(steps: list[str]) -> None:
    world = World(there="by hand", kept=Kept(FILE, "written once"))
    for text in steps:
        world.ingest(text)
        assert text in (world.beside, world.kept.offered if world.kept else "")


def test_what_a_person_removed_stays_away() -> None:
    world = World(there=None, kept=Kept(FILE, "one"))

    assert world.ingest("two") is Outcome.GONE
    assert world.there is None


def test_a_conflict_is_shown_once_for_each_text() -> None:
    world = World(there="by hand", kept=Kept(FILE, "one"))

    assert world.ingest("two") is Outcome.CONFLICT
    assert world.ingest("two") is Outcome.EDITED
    assert world.ingest("three") is Outcome.CONFLICT


def test_what_nobody_kept_in_mind_counts_as_written_by_hand() -> None:
    world = World(there="who knows")

    assert world.ingest("one") is Outcome.CONFLICT
    assert world.there == "who knows"


def test_a_run_that_was_cut_short_is_taken_up_by_the_next() -> None:
    world = World(there="one", kept=None)

    assert world.ingest("one") is Outcome.UNCHANGED
    assert world.ingest("two") is Outcome.UPDATED
