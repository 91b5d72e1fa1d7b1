from __future__ import annotations

from typing import Any

from fieldcat.domain.entry import Discouraged, EntryId, Kind, Term
from fieldcat.domain.searching import Synonym
from fieldcat.services.terminology import GlossaryEntry, Terminology, synonyms


def term(slug: str, title: str, **parts: Any) -> GlossaryEntry:
    discouraged = tuple(Discouraged(word) for word in parts.pop("discouraged", ()))
    return EntryId("c", Kind.TERM, slug), title, Term(discouraged=discouraged, **parts)


def test_all_words_of_a_term_mean_the_same() -> None:
    entry = term(
        "csam",
        "Child sexual abuse material (CSAM)",
        abbreviations=("CSAM",),
        synonyms=("child abuse images",),
        discouraged=("child pornography",),
    )
    assert synonyms([entry]) == (
        Synonym(("Child sexual abuse material", "CSAM", "child abuse images", "child pornography")),
    )


def test_a_term_with_one_word_only_has_no_synonyms() -> None:
    assert synonyms([term("grooming", "Grooming", synonyms=("grooming", "—"))]) == ()


def test_a_discouraged_word_is_answered_by_the_preferred_one_whatever_its_form() -> None:
    terminology = Terminology([term("csam", "CSAM", discouraged=("child porn", "kiddie porn"))])
    for text in ("child porn", "about Child PORN, please", "child-porn"):
        found = terminology.preferred(text)
        assert found is not None
        assert found.preferred == "CSAM"
    assert terminology.preferred("child") is None
    assert terminology.preferred("") is None


def test_the_longest_discouraged_word_is_answered() -> None:
    terminology = Terminology(
        [
            term("a", "Survivor", discouraged=("victim",)),
            term("b", "Support", discouraged=("victim help",)),
        ]
    )
    found = terminology.preferred("victim help")
    assert found is not None
    assert found.preferred == "Support"


def test_a_word_that_the_glossary_prefers_is_never_told_off() -> None:
    terminology = Terminology(
        [term("victim", "Victim"), term("survivor", "Survivor", discouraged=("victim",))]
    )
    assert terminology.preferred("victim") is None
