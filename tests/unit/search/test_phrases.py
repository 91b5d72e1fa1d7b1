from __future__ import annotations

from fieldcat.search.phrases import Found, PhraseTable
from fieldcat.search.stemming import Stemming


def table(*phrases: str) -> PhraseTable[str]:
    return PhraseTable(((phrase, phrase) for phrase in phrases), Stemming(["en", "es"]))


def test_a_phrase_is_found_where_it_stands() -> None:
    assert table("child pornography").find(["no", "child", "pornography", "here"]) == [
        Found(1, 3, "child pornography")
    ]


def test_inflections_are_the_same() -> None:
    assert table("child prostitute").find(["child", "prostitutes"]) == [
        Found(0, 2, "child prostitute")
    ]


def test_longer_phrases_come_first() -> None:
    found = table("abuse", "child abuse").find(["child", "abuse"])
    assert [phrase.meaning for phrase in found] == ["child abuse", "abuse"]


def test_one_place_may_have_several_meanings_each_once() -> None:
    phrases = PhraseTable([("STR", 1), ("str", 2), ("STR", 1)], Stemming(["en", "fr"]))
    assert phrases.find(["str"]) == [Found(0, 1, 1), Found(0, 1, 2)]


def test_an_empty_phrase_is_nowhere() -> None:
    assert table("", "?!").find(["a", "b"]) == []


def test_nothing_is_found_in_nothing() -> None:
    assert table("a").find([]) == []
    assert table().find(["a"]) == []
