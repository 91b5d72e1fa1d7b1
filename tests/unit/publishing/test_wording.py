from __future__ import annotations

import pytest

from .conftest import Publisher

HEAD = "## A {#about role=about}\n\n"


@pytest.fixture
def publisher(publisher: Publisher) -> Publisher:
    """A publisher with a glossary that discourages a word."""
    publisher.entry(
        "term/csam",
        title="Child sexual abuse material",
        more="discouraged:\n  - {word: child porn, why: It is abuse.}\n  - {word: child's porn}\n",
        text=HEAD + "Do not say child porn.\n",
    )
    return publisher


def test_a_discouraged_word_is_a_fault_that_names_the_preferred_one(
    publisher: Publisher,
) -> None:
    publisher.entry(text=HEAD + "They sold child porn.\n")

    fault = publisher.only_fault()

    assert (fault.line, fault.field) == (10, "text")
    assert fault.problem == "uses “child porn”: It is abuse."
    assert fault.allowed.startswith("Child sexual abuse material;")


@pytest.mark.parametrize(
    "words",
    ["Child Porn", "child-porn", "child  \nporn", "child porns", "*child porn*", "child’s porn"],
)
def test_other_spellings_are_found_too(publisher: Publisher, words: str) -> None:
    publisher.entry(text=HEAD + f"They sold {words}.\n")

    assert publisher.only_fault().problem.startswith("uses “child")


@pytest.mark.parametrize("words", ["stepchild porn", "child pornographer", "child, porn"])
def test_parts_of_other_words_are_not(publisher: Publisher, words: str) -> None:
    publisher.entry(text=HEAD + f"They sold {words}.\n")

    assert publisher.faults() == ()


@pytest.mark.parametrize(
    "written",
    [
        {"title": "On child porn"},
        {"summary": "On child porn."},
        {"sensitive": "It shows child porn."},
        {"purpose": "To find child porn"},
        {"text": "## Child porn {#about role=about}\n\nWords.\n"},
        {"text": HEAD + "- One\n- child porn\n"},
        {"text": HEAD + "| child porn |\n|---|\n| x |\n"},
        {"text": '## A {#about role=about sensitive="child porn"}\n\nWords.\n'},
        {
            "text": HEAD + "[1](figure:n)",
            "figures": "[{id: n, value: 1, unit: a, counts: child porn, section: about}]",
        },
    ],
)
def test_all_of_the_writer_s_words_are_looked_at(
    publisher: Publisher, written: dict[str, str]
) -> None:
    publisher.entry(**written)

    assert publisher.only_fault().problem.startswith("uses “")


@pytest.mark.parametrize(
    "written",
    [
        {"keywords": "[child porn]"},
        {"source_title": "A law on child porn"},
        {"text": HEAD + "> They called it child porn.\n"},
        {"text": HEAD + "The child-porn act.\n", "verbatim": "[Child Porn Act]"},
        {"title": "The Child Porn Act", "verbatim": "[Child Porn Act]"},
        {
            "text": HEAD + "A law.[^a]\n",
            "references": "[{id: a, text: Child Porn Act}]",
        },
        {"language": "sw", "summary": "Si child porn."},
    ],
)
def test_others_words_and_other_languages_are_free(
    publisher: Publisher, written: dict[str, str]
) -> None:
    publisher.entry(**written)

    assert publisher.faults() == ()


def test_a_phrase_is_free_only_where_it_is_that_phrase(publisher: Publisher) -> None:
    publisher.entry(text=HEAD + "The Child Porn Act on child porn.\n", verbatim="[Child Porn Act]")

    assert len(publisher.faults()) == 1
