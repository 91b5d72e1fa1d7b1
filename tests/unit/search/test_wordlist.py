from __future__ import annotations

import pytest

from fieldcat.search.lexicon import Lexicon
from fieldcat.search.wordlist import WordList, collected, unpacked

TEXTS = (
    ("es", "Viguías niños"),
    ("en", "Viguías hotline C-Sema"),
    ("en", "hotlines"),
    ("sw", "hotline"),
)


def collected_from(*texts: tuple[str, str], before: WordList | None = None) -> WordList:
    lexicon = Lexicon()
    for language, text in texts:
        for written in text.split():
            number = lexicon.tongue(language)[written]
            for each in lexicon.compounds.get(number, (number,)):
                lexicon.counts[each] += 1
    return unpacked(collected(lexicon, before).packed())


@pytest.fixture
def words() -> WordList:
    return collected_from(*TEXTS)


def test_words_are_counted(words: WordList) -> None:
    assert words.count("viguias") == 2
    assert words.count("hotline") == 2
    assert words.count("nowhere") == 0
    assert "hotlines" in words
    assert "hot" not in words


def test_the_usual_spelling_is_known(words: WordList) -> None:
    assert words.spelling("viguias") == "viguías"
    assert words.spelling("csema") == "c-sema"
    assert words.spelling("hotline") == "hotline"
    assert words.spelling("nowhere") == "nowhere"


def test_a_rare_accent_is_not_the_usual_spelling() -> None:
    assert collected_from(("en", "cafe cafe cafe café")).spelling("cafe") == "cafe"


def test_all_spellings_that_begin_alike_are_known(words: WordList) -> None:
    assert sorted(words.written_otherwise("vi")) == ["viguías"]
    assert list(words.written_otherwise("zz")) == []


def test_a_word_knows_its_languages(words: WordList) -> None:
    assert words.languages("viguias") == ("en", "es")
    assert words.languages("hotline") == ("", "en")
    assert words.languages("nowhere") == ()


def test_words_are_found_by_their_beginning(words: WordList) -> None:
    assert words.starting("hotl") == ["hotline", "hotlines"]
    assert words.starting("zzz") == []
    assert words.starting("") == words.words


def test_stems_that_are_nowhere_are_known_to_be(words: WordList) -> None:
    assert words.may_have_stem("en:hotlin")
    assert not words.may_have_stem("es:hotlin")


def test_a_later_list_has_the_words_of_the_one_before(words: WordList) -> None:
    later = collected_from(("pt", "Viguias linha"), ("en", "Hotline"), before=words)
    assert later.count("viguias") == later.count("hotline") == 3
    assert later.spelling("viguias") == "viguías"
    assert later.languages("viguias") == ("en", "es", "pt")
    assert later.may_have_stem("pt:linh")
    assert later.may_have_stem("en:hotlin")


def test_spellings_that_come_later_stand_in_order_with_those_of_before(words: WordList) -> None:
    later = collected_from(("es", "Viguías niñas árbol C-Sema"), before=words)
    assert list(later.spelt) == sorted(later.spelt)
    assert later.spelling("niñas") == "niñas"
    assert [later.spelling(word) for word in ("arbol", "csema", "ninas", "ninos", "viguias")] == [
        "árbol",
        "c-sema",
        "niñas",
        "niños",
        "viguías",
    ]


def test_an_empty_list_can_be_kept() -> None:
    empty = collected_from()
    assert empty.words == []
    assert "a" not in empty


@pytest.mark.parametrize("content", [b"", b"\0\0\0\0", b"xx" * 40])
def test_a_damaged_list_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, LookupError)):
        unpacked(content)
