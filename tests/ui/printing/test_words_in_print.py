"""Words in print: what is bold, raised, or left as it is."""

from __future__ import annotations

from tests.fakes.plans import STUDY

from fieldcat.domain.entry import Citation, Emphasis, EntryLink, Text
from fieldcat.ui.printing.setting import Run
from fieldcat.ui.printing.wording import Addresses, runs_of

LINK = EntryLink("workflow", STUDY)
BOLD_A, COLON = Emphasis("A ", strong=True), Emphasis(":", strong=True)


def test_a_link_among_bold_words_is_bold() -> None:
    (_, link, _, plain) = runs_of((BOLD_A, LINK, COLON, Text(" eight")), Addresses())
    assert link == Run("workflow", bold=True)
    assert plain == Run(" eight")


def test_a_link_that_begins_a_bold_line_is_bold_past_a_citation() -> None:
    (link, _, _) = runs_of((LINK, Citation("r", 1), COLON), Addresses())
    assert link == Run("workflow", bold=True)


def test_a_link_among_other_words_is_not() -> None:
    (_, link, _) = runs_of((Text("A "), LINK, COLON), Addresses())
    assert link == Run("workflow")
