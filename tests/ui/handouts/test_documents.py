"""What is handed out: read back from the PDF files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from tests.fakes.plans import (
    entry_part,
    figure,
    help_part,
    origin,
    paragraph,
    section,
    session,
)
from tests.ui.printing.reading_pdf import pages_of, sizes_of, text_of

from fieldcat.domain.entry import FigureCards, Kind, Term
from fieldcat.domain.keeping import Passage
from fieldcat.domain.progress import unreported
from fieldcat.domain.session import (
    Break,
    Content,
    Discussion,
    FigurePart,
    Moment,
    OwnText,
    Quiz,
    Session,
    Step,
    Survey,
    SurveyQuestion,
    TermPart,
)
from fieldcat.ui.handouts.binding import made_document
from fieldcat.ui.handouts.documents import (
    Document,
    Wish,
    cases_of,
    fitting,
    offered,
    proposed,
)
from fieldcat.ui.handouts.parts import view_of
from fieldcat.ui.handouts.setting import offered_title
from fieldcat.ui.printing.output import pdf_of
from fieldcat.ui.printing.paper import A4, LETTER, Paper
from fieldcat.ui.reader.view import EntryView

QUIZ = Quiz("What do you do first?", ("Ask", "Stay calm", "Shout"), 1, "Fear keeps silent.")
SECRET = entry_part(section(paragraph("A hard story."), sensitive="It speaks of a death."))
EVENING = replace(
    session(
        OwnText("Welcome to all"),
        entry_part(
            section(paragraph("The campaign reached schools."), FigureCards("c", ("f",))),
            figures=(figure(Decimal(67), "%"),),
        ),
        SECRET,
        TermPart(origin(), Term(), "A child is everyone under 18."),
        Discussion("Who would your child tell?", ("An aunt",)),
        Break(),
        QUIZ,
    ),
    day=date(2026, 12, 1),
    starts=time(16, 30),
    country="TZ",
    place="Mwanza",
    goal="Know whom to call",
    questions=(SurveyQuestion("q", "Do you know a helpline?", ("Yes", "No")),),
)


def made(document: Document, plan: Session = EVENING, *, paper: Paper = A4, **wishes: Any) -> bytes:
    wish = Wish(plan, document, **{"steps": proposed(plan), **wishes})
    return pdf_of(made_document(wish, paper, date(2026, 11, 29)), unreported)


def test_a_hand_out_has_the_chosen_parts() -> None:
    words = text_of(made(Document.HANDOUT))
    for part in ("Parents' evening", "Welcome to all", "reached schools", "everyone under 18"):
        assert part in words


def test_a_hand_out_has_none_of_the_trainers_notes() -> None:
    assert "Notes on" not in text_of(made(Document.HANDOUT))


def test_a_hand_out_has_nothing_sensitive_unless_it_is_chosen_and_opened() -> None:
    every = frozenset(step.id for step in EVENING.steps)
    assert "A hard story" not in text_of(made(Document.HANDOUT))
    assert "A hard story" not in text_of(made(Document.HANDOUT, steps=every))
    assert "A hard story" in text_of(made(Document.HANDOUT, steps=every, opened=True))


def test_a_figure_stands_with_what_it_counts_and_its_source() -> None:
    words = text_of(made(Document.HANDOUT))
    assert "67 %" in words
    assert "of children use the internet" in words
    assert "As stated on 28 August 2024" in words


def test_a_hand_out_names_the_help_of_the_country_and_how_sure_it_is() -> None:
    words = text_of(made(Document.HANDOUT, help=(help_part("116"),)))
    assert "Where to get help in Tanzania" in words
    assert "116" in words
    assert "Nobody has checked it since" in words


def test_a_hand_out_tells_when_a_service_was_last_checked() -> None:
    part = help_part("116")
    checked = replace(part, service=replace(part.service, last_checked="2026-11-02"))
    words = text_of(made(Document.HANDOUT, help=(checked,)))
    assert "Last checked on 2 November 2026" in words


def test_a_hand_out_tells_in_which_languages_a_service_answers() -> None:
    part = help_part("116")
    spoken = replace(part, service=replace(part.service, languages=("sw", "en")))
    assert "Answers in: Swahili and English" in text_of(made(Document.HANDOUT, help=(spoken,)))
    assert "Answers in" not in text_of(made(Document.HANDOUT, help=(part,)))


def test_without_a_help_service_a_hand_out_says_so_and_leaves_room() -> None:
    assert "knows of no help service in Tanzania" in text_of(made(Document.HANDOUT))


def test_a_hand_out_has_no_heading_over_nothing() -> None:
    to_fill_in = Step("e" * 32, OwnText(""), title="Where children get help")
    plan = replace(EVENING, steps=(*EVENING.steps, to_fill_in))
    assert "Where children get help" not in text_of(made(Document.HANDOUT, plan))


def test_a_service_that_is_planned_and_found_stands_there_once() -> None:
    plan = replace(EVENING, steps=session(help_part("116")).steps)
    words = text_of(made(Document.HANDOUT, plan, help=(help_part("116"),)))
    assert words.count("A made-up study") == 1


def test_the_plan_has_times_minutes_and_notes() -> None:
    words = text_of(made(Document.PLAN))
    assert "16:30" in words
    assert "16:40" in words
    assert "Notes on 1" in words
    assert "In all: 70 minutes" in words


def test_a_plan_without_a_time_of_day_counts_from_the_start() -> None:
    assert "0:10" in text_of(made(Document.PLAN, replace(EVENING, starts=None)))


def test_the_sheet_for_counting_people_asks_for_no_names() -> None:
    words = text_of(made(Document.COUNTS))
    assert "Count people, not names" in words
    assert "Girls" in words


def test_the_quiz_sheet_does_not_tell_the_answer() -> None:
    words = text_of(made(Document.QUIZ))
    assert "Stay calm" in words
    assert "Fear keeps silent" not in words


def test_the_key_explains_the_answer() -> None:
    assert "Fear keeps silent" in text_of(made(Document.ANSWERS))


def test_the_questionnaire_asks_when_it_is_filled_in_and_for_no_name() -> None:
    words = text_of(made(Document.QUESTIONNAIRE))
    assert "Please do not write your name" in words
    assert "Do you know a helpline?" in words
    assert "Some months later" in words


def test_documents_that_there_is_nothing_for_are_not_offered() -> None:
    assert fitting(session(OwnText("Welcome"))) == (
        Document.HANDOUT,
        Document.PLAN,
        Document.COUNTS,
    )
    assert set(fitting(EVENING)) == set(Document) - {Document.LEAFLET}


@pytest.mark.parametrize("document", Document)
@pytest.mark.parametrize("paper", [A4, LETTER])
def test_each_document_is_of_the_paper_that_was_chosen(document: Document, paper: Paper) -> None:
    assert sizes_of(made(document, paper=paper)) == {(paper.width, paper.height)}


@pytest.mark.usefixtures("from_right_to_left")
def test_an_arabic_hand_out_is_made_from_right_to_left() -> None:
    plan = replace(session(OwnText("مرحبا بكم")), title="أمسية الأهل", country="JO")
    assert len(pages_of(made(Document.HANDOUT, plan))) == 1


def test_a_question_is_never_parted_from_its_answers() -> None:
    many = replace(EVENING, steps=session(*[QUIZ] * 40).steps)
    for page in pages_of(made(Document.QUIZ, many)):
        assert page.count("What do you do first?") == page.count("Shout")


def test_figure_parts_are_tables_too() -> None:
    plan = session(FigurePart(origin(), figure(Decimal(5000), "")))
    assert "5,000" in text_of(made(Document.HANDOUT, plan))


HARD = "It speaks of a death."
PASSAGE = replace(SECRET, passage=Passage("p", "A hard story."))
WHOLE = replace(entry_part(section(paragraph("A hard story."))), origin=origin(sensitive=HARD))
NUMBER = FigurePart(origin(sensitive=HARD), figure(Decimal(5000), ""))


@pytest.mark.parametrize(
    ("content", "told"), [(PASSAGE, "A hard story"), (WHOLE, "A hard story"), (NUMBER, "5,000")]
)
def test_what_is_sensitive_in_any_way_is_left_out_unless_it_is_opened(
    content: Content, told: str
) -> None:
    plan = session(content)
    every = frozenset(step.id for step in plan.steps)
    closed = text_of(made(Document.HANDOUT, plan, steps=every))
    assert told not in closed
    assert HARD in closed
    assert told in text_of(made(Document.HANDOUT, plan, steps=every, opened=True))


def test_the_plan_calls_a_questionnaire_what_it_is() -> None:
    words = text_of(made(Document.PLAN, session(Survey(Moment.AFTER))))
    assert "1. Questionnaire after" in words


def test_a_word_is_handed_out_with_its_sections_and_what_is_sensitive_stays_closed() -> None:
    sections = (
        section(paragraph("Say it like this."), id="a", title="Usage"),
        section(paragraph("A hard story."), id="b", sensitive=HARD),
    )
    plan = session(TermPart(origin(), Term(), "What it is.", sections))
    every = frozenset(step.id for step in plan.steps)
    words = text_of(made(Document.HANDOUT, plan, steps=every))
    assert "What it is." in words
    assert "Say it like this." in words
    assert "A hard story." not in words
    assert "A hard story." in text_of(made(Document.HANDOUT, plan, steps=every, opened=True))


_NO_MARKS = dict.fromkeys(map(ord, "\u2068\u2069"))
"""Without what keeps a title's direction apart."""


def case(slug: str) -> EntryView:
    """A made-up case as the reader has it."""
    story = section(paragraph("A hard story."), id="story", sensitive="It speaks of a death.")
    plain = section(paragraph("What worked."), id="worked")
    id = replace(origin().entry, slug=slug)
    return view_of(replace(origin(), entry=id, title=slug.title()), (plain, story))


def test_a_leaflet_is_offered_of_each_case_that_is_there() -> None:
    cases = (case("first"), case("second"))
    wish = Wish(EVENING, Document.HANDOUT, leaflets=cases)
    titles = [offered_title(wish, one) for one in offered(wish)]
    assert titles[0] == "Hand-out for those who take part"
    assert [one.translate(_NO_MARKS) for one in titles[-2:]] == [
        "Leaflet: First",
        "Leaflet: Second",
    ]


def test_a_leaflet_has_the_case_and_nothing_sensitive() -> None:
    cases = (case("first"), case("second"))
    words = text_of(made(Document.LEAFLET, leaflets=cases, leaflet=cases[1].id))
    assert "Second" in words
    assert "What worked." in words
    assert "A hard story" not in words


def test_the_cases_of_a_session_come_once_each_in_their_order() -> None:
    first, second = (replace(origin(), entry=case(slug).id) for slug in ("first", "second"))
    parts = [replace(entry_part(), origin=one) for one in (second, first, second)]
    term = TermPart(
        replace(first, entry=replace(first.entry, kind=Kind.TERM)), Term(), "A child is …"
    )
    assert cases_of(session(*parts, term)) == (second.entry, first.entry)
