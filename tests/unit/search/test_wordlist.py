from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat.domain.searching import SearchDocument
from fieldcat.search.documents import Analyser
from fieldcat.search.wordlist import WordCounter, WordList


@pytest.fixture
def written(tmp_path: Path) -> Path:
    analyser, counter = Analyser(), WordCounter()
    for number, (language, title) in enumerate(
        [
            ("es", "Viguías y niños"),
            ("en", "Viguías, a hotline"),
            ("en", "hotlines"),
            ("sw", "hotline"),
        ],
        1,
    ):
        counter.take(analyser.analysed(SearchDocument(number, language, title, "", "", "")))
    counter.write(tmp_path / "words.tsv")
    return tmp_path / "words.tsv"


@pytest.fixture
def words(written: Path) -> WordList:
    return WordList(written.read_text(encoding="utf-8").splitlines(keepends=True))


def test_words_are_counted_by_document(words: WordList) -> None:
    assert words.count("viguias") == 2
    assert words.count("hotline") == 2
    assert words.count("nowhere") == 0
    assert "hotlines" in words


def test_the_usual_spelling_is_known(words: WordList) -> None:
    assert words.spelling("viguias") == "viguías"
    assert words.spelling("hotline") == "hotline"
    assert words.spelling("nowhere") == "nowhere"


def test_a_rare_accent_is_not_the_usual_spelling(tmp_path: Path) -> None:
    analyser, counter = Analyser(), WordCounter()
    for number, title in enumerate(["cafe", "cafe", "cafe", "café"], 1):
        counter.take(analyser.analysed(SearchDocument(number, "en", title, "", "", "")))
    counter.write(tmp_path / "words.tsv")
    with (tmp_path / "words.tsv").open(encoding="utf-8") as lines:
        assert WordList(lines).spelling("cafe") == "cafe"


def test_a_word_knows_its_languages(words: WordList) -> None:
    assert words.languages("viguias") == ("en", "es")
    assert words.languages("hotline") == ("", "en")


def test_words_are_found_by_their_beginning(words: WordList) -> None:
    assert words.starting("hotl") == ["hotline", "hotlines"]
    assert words.starting("zzz") == []
    assert words.starting("") == words.words


@pytest.mark.parametrize("line", ["a", "a\tx\ten\t", "b\t1\ten\t\na\t1\ten\t"])
def test_a_damaged_list_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        WordList(line.splitlines())
