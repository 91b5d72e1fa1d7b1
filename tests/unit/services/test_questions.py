from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.unit.services.conftest import COLLECTION, TOPICS, entry

from fieldcat.domain.entry import (
    CaseStudy,
    Entry,
    Kind,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Section,
    SectionRole,
    Text,
)
from fieldcat.domain.query import Answer, Query
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.indexing import ensure_index
from fieldcat.services.questions import is_finished, is_question
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue

BANKS = (
    "Banks spot payments for abuse by their small and regular amounts, "
    "and by the hours at which they are made."
)
POLICE = "The police officers of the unit learn to examine devices with tools that sort pictures."
SCHOOL = "In schools, teachers tell parents which signs of grooming they should look out for."
SECRET = "Banks spot payments for abuse where nobody should read of it unasked, in this section."
COUNTED = "The lorries on northern motorways are counted by hand, by three people for a week."


def study(slug: str, *blocks: Paragraph | ListBlock | Quotation, sensitive: str = "") -> Entry:
    made = entry(Kind.CASE_STUDY, slug, f"About {slug}", "Nothing.", CaseStudy())
    section = Section("about", SectionRole.ABOUT, "What they do", blocks, sensitive)
    return replace(made, sections=(*made.sections, section))


@pytest.fixture(scope="module")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    folder = tmp_path_factory.mktemp("questions")
    long = "Many other things are told here at some length, none of which answers anything. " * 4
    write_catalogue(
        folder / "casebook.sqlite",
        COLLECTION,
        [TOPICS],
        [
            study(
                "banks",
                Paragraph("p1", (Text(long),)),
                ListBlock("l1", (ListItem("i1", (Text(BANKS),)), ListItem("i2", (Text(long),)))),
            ),
            study("police", Quotation("q1", ((Text(POLICE),),), "An officer")),
            study("schools", Paragraph("p2", (Text(SCHOOL),)), Paragraph("p3", (Text(long),))),
            study("secret", Paragraph("p4", (Text(SECRET),)), sensitive="Of abuse."),
            replace(
                study("hushed", Paragraph("p5", (Text(SECRET + " Hushed."),))),
                head=replace(study("hushed").head, sensitive="All of it."),
            ),
            replace(
                study("counted"),
                head=replace(study("counted").head, summary=COUNTED, sensitive="All of it."),
            ),
        ],
    )
    catalogue = open_catalogue(folder / "casebook.sqlite")
    searcher = ensure_index(catalogue, folder / "index")
    yield open_casebook(catalogue, searcher)
    searcher.close()
    catalogue.close()


def ask(casebook: Casebook, text: str, offset: int = 0) -> Answer:
    return browsing.find(casebook, query=Query(text, offset=offset))


@pytest.mark.parametrize(
    ("question", "slug", "block", "answer"),
    [
        ("how do banks spot payments for abuse", "banks", "i1", BANKS),
        ("Which tools do police officers examine devices with?", "police", "q1", POLICE),
        ("what should parents look out for in schools", "schools", "p2", SCHOOL),
    ],
)
def test_a_question_is_answered_by_a_paragraph_as_it_stands(
    casebook: Casebook, question: str, slug: str, block: str, answer: str
) -> None:
    first = ask(casebook, question).excerpts[0]
    assert (first.head.id.slug, first.section, first.section_title) == (
        slug,
        "about",
        "What they do",
    )
    assert (first.block, first.text) == (block, answer)


def test_words_of_the_question_are_marked(casebook: Casebook) -> None:
    first = ask(casebook, "how do banks spot payments for abuse").excerpts[0]
    marked = [first.text[start:end] for start, end in first.marks]
    assert marked == ["Banks", "spot", "payments", "abuse"]


def test_what_is_sensitive_is_never_quoted(casebook: Casebook) -> None:
    answer = ask(casebook, "where do banks spot payments for abuse that nobody should read of?")
    assert {hit.head.id.slug for hit in answer.hits} >= {"secret", "hushed"}
    assert answer.excerpts
    assert all(SECRET not in excerpt.text for excerpt in answer.excerpts)


def test_a_summary_answers_too_even_of_what_is_sensitive(casebook: Casebook) -> None:
    first = ask(casebook, "Who counts the lorries on northern motorways?").excerpts[0]
    assert (first.head.id.slug, first.section, first.block) == ("counted", "", "")
    assert first.text == COUNTED


def test_what_the_title_says_counts_for_a_paragraph(casebook: Casebook) -> None:
    found = ask(casebook, "about schools and the signs of grooming?").excerpts
    assert [excerpt.head.id.slug for excerpt in found] == ["schools"]


def test_a_few_words_are_no_question(casebook: Casebook) -> None:
    assert ask(casebook, "banks spot payments").excerpts == ()
    assert ask(casebook, "banks spot payments?").excerpts != ()


def test_only_the_first_page_is_led_by_excerpts(casebook: Casebook) -> None:
    assert ask(casebook, "how do banks spot payments for abuse", offset=1).excerpts == ()


def test_what_has_little_of_the_question_answers_nothing(casebook: Casebook) -> None:
    assert (
        ask(casebook, "who pays the amounts for new helicopters in the northern sea?").excerpts
        == ()
    )


def test_a_finished_question_finds_the_same_as_while_it_is_typed(casebook: Casebook) -> None:
    typed = ask(casebook, "how do banks spot payments for abuse ")
    asked = ask(casebook, "how do banks spot payments for abuse?")
    assert (asked.total, asked.partial_total) == (typed.total, typed.partial_total)
    assert asked.facets == typed.facets
    assert {hit.head.id for hit in asked.hits} == {hit.head.id for hit in typed.hits}
    pages = [ask(casebook, "how do banks spot payments for abuse?", place) for place in (0, 2)]
    assert pages[0].hits[2:] == pages[1].hits


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("how do banks spot payments?", True),
        ("how do banks spot payments.", True),
        ("how do banks spot payments", False),
        ("banks.", False),
        ("why?", True),
    ],
)
def test_a_sentence_is_finished_by_its_sign(text: str, finished: bool) -> None:
    assert is_finished(text) == finished


@pytest.mark.parametrize("text", ["why?", "what is grooming and who does it", "كيف؟"])
def test_a_sentence_or_a_question_mark_asks(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text", ["", "?", "hotline colombia", '"one two three four five"', "a b c d"]
)
def test_what_is_no_sentence_does_not(text: str) -> None:
    assert not is_question(text)
