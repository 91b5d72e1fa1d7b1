from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.search.conftest import SearcherOf, document, full, numbers, partial

from fieldcat.domain.progress import unreported
from fieldcat.errors import CancelledError
from fieldcat.search import spelling
from fieldcat.search.building import build_index
from fieldcat.search.index import open_index
from fieldcat.search.searching import Searcher
from fieldcat.search.wordlist import WordList

# --- few words: all of them -------------------------------------------------------------------


def test_two_words_find_what_has_both_and_list_apart_what_has_one(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("hotline in Colombia", "hotline", "Colombia", "neither")
    assert full(searcher, "hotline colombia") == [1]
    assert sorted(partial(searcher, "hotline colombia")) == [2, 3]


def test_a_rarer_word_counts_more_among_partial_matches(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("abuse", "abuse", "sextortion", "abuse", "none")
    assert partial(searcher, "abuse sextortion")[0] == 3


def test_stop_words_need_not_be_there(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("hotline Colombia")
    assert full(searcher, "the hotline in colombia") == [1]


def test_stop_words_alone_are_looked_for(searcher_of: SearcherOf) -> None:
    assert full(searcher_of("to be or not", "other"), "to be ") == [1]


def test_a_word_in_the_title_counts_more_than_one_in_the_text(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(
        document(1, "words and grooming and more", title="Another"),
        document(2, "words and others and more", title="Grooming"),
    )
    assert full(searcher, "grooming") == [2, 1]


def test_a_title_typed_in_full_comes_first(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(
        document(1, "eyes " * 20, title="Eyes, eyes, eyes"),
        document(2, "A course about many other things", title="For Your Eyes Only"),
    )
    assert full(searcher, "for your eyes only")[0] == 2


@pytest.mark.parametrize("title", ["C-Sema", "Grooming", "The red-green Line"])
def test_whatever_a_title_has_it_may_be_typed_in_full(searcher_of: SearcherOf, title: str) -> None:
    searcher = searcher_of(
        document(1, f"{title} " * 9, title=f"{title} {title}"), document(2, "other", title=title)
    )
    assert full(searcher, f"{title} ")[0] == 2


def test_words_in_a_row_come_before_words_far_apart(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("internet that is safer, a centre", "a safer internet centre, that is")
    assert full(searcher, "safer internet centre") == [2, 1]


def test_all_words_must_be_in_one_entry_not_in_one_text(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(
        document(1, "hotline", title="Colombia"), document(2, organisation="Colombia")
    )
    assert full(searcher, "hotline colombia") == [1]


def test_nothing_typed_finds_nothing(searcher_of: SearcherOf) -> None:
    matches = searcher_of("text").match("  ?! ")
    assert (matches.full, matches.partial, matches.suggestion) == (0, 0, None)


# --- whole sentences: the best match ----------------------------------------------------------


def test_a_sentence_finds_what_has_most_of_it(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(
        "Banks spot payments for the abuse of children by their amounts",
        "Schools teach children about abuse",
        "Payments can be spotted by banks",
        "Nothing of the kind",
    )
    assert full(searcher, "how do banks spot payments for abuse") == [1, 3]
    assert partial(searcher, "how do banks spot payments for abuse") == [2]


def test_words_that_stand_nowhere_do_not_hurt_a_sentence(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("banks spot payments", "others")
    assert full(searcher, "how would zyxw qqqq banks vvvv spot payments?") == [1]


def test_a_question_mark_makes_a_sentence_of_few_words(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("grooming happens online", "grooming", "online", "online")
    assert full(searcher, "why grooming online?") == [1, 2]
    assert full(searcher, "why grooming online") == [1]


def test_a_phrase_in_a_sentence_must_be_there(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("child helpline calls schools free", "helpline child calls schools free")
    assert full(searcher, 'calls to schools free "child helpline"') == [1]


def test_in_a_sentence_each_part_of_a_hyphenated_word_tells_something(
    searcher_of: SearcherOf,
) -> None:
    searcher = searcher_of("reports by peers", "a study by the peer of others", "words", "words")
    assert 2 not in full(searcher, "peer-study ")
    assert full(searcher, "is there a peer-study about other things?") == [2]


def test_of_a_sentence_the_one_word_that_matters_may_be_enough(searcher_of: SearcherOf) -> None:
    others = "schools, payments, adults, lessons and parents"
    searcher = searcher_of("sextortion", *[others] * 4, *["of anything else"] * 7)
    assert 1 in full(searcher, f"is it sextortion for {others}?")


def test_partial_matches_of_a_sentence_stand_by_how_much_they_say(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(
        "banks " + "and many others that nobody has looked for " * 9 + "spot",
        "banks, banks and banks",
        *["spot"] * 9,
    )
    assert partial(searcher, 'can banks spot amounts "payments for abuse" ')[:2] == [2, 1]


def test_words_that_could_be_written_as_one_do_not_weigh_twice_in_a_sentence(
    searcher_of: SearcherOf,
) -> None:
    searcher = searcher_of("an online child", "onlinechild", "nothing", "nothing", "nothing")
    asked = "what does an online child need at school today?"
    assert full(searcher, asked)[0] == 1


# --- how words are written --------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["csema", "c sema", "c-sema", "C-Sema", "C‑SEMA", "c-sem"])
def test_a_hyphenated_name_is_found_however_it_is_typed(
    searcher_of: SearcherOf, typed: str
) -> None:
    assert full(searcher_of("C-Sema answers", "other words"), typed) == [1]


@pytest.mark.parametrize("typed", ["scale-up", "scale up", "scaleup"])
def test_hyphens_make_no_difference(searcher_of: SearcherOf, typed: str) -> None:
    assert 1 in full(searcher_of("a network scale-up study", "words"), typed)


@pytest.mark.parametrize(
    "typed", ["iamsafeonline", "#Iamsafeonline", "i am safe online", "iam safe online"]
)
def test_a_name_written_as_one_word_is_found_by_its_words(
    searcher_of: SearcherOf, typed: str
) -> None:
    assert full(searcher_of("The project #Iamsafeonline", "I am not"), typed) == [1]


def test_accents_make_no_difference_in_any_direction(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("Viguías y niños", "viguias y ninos")
    for typed in ("viguías", "viguias", "VIGUÍAS", "niños", "ninos"):
        assert sorted(full(searcher, typed)) == [1, 2]


def test_inflections_are_found_by_the_language_of_the_entry(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(
        document(1, "organizaciones de padres", language="es"),
        document(2, "des signalements", language="fr"),
        document(3, "proteções", language="pt"),
        document(4, "reported cases", language="en"),
    )
    assert full(searcher, "organización ") == [1]
    assert full(searcher, "signalement ") == [2]
    assert full(searcher, "proteção ") == [3]
    assert full(searcher, "reporting ") == [4]


def test_a_language_without_stemmer_is_searched_as_written(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(document(1, "simu ya watoto", language="sw"), "other")
    assert full(searcher, "watoto ") == [1]


def test_an_entry_in_two_languages_is_one_match(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(
        document(1, "Colombia hotline", language="en"),
        document(1, "Colombia línea", language="es"),
    )
    assert full(searcher, "colombia") == [1]


# --- the last word is being typed -------------------------------------------------------------


def test_the_last_word_may_be_a_beginning(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("the helpline of Tanzania", "helpline")
    assert full(searcher, "helpline tanz") == [1]
    assert full(searcher, "helpline tanz ") == []


def test_a_word_typed_in_full_comes_before_longer_ones(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("helpline", "helplessness", "help")
    assert full(searcher, "help")[0] == 3
    assert sorted(full(searcher, "help")) == [1, 2, 3]


def test_words_may_be_said_to_stand_alone(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("helpline", "help")
    matches = searcher.match("help", words_stand_alone=True)
    assert numbers(searcher, matches.full) == {2}
    assert matches.sought.prefix == ""


def test_a_word_that_another_of_its_stem_begins_with_is_told_apart(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("a hotline to go", "a hotline going on", "a hotline")
    assert full(searcher, "hotline goi") == [2]
    assert sorted(full(searcher, "hotline go")) == [1, 2]


def test_only_the_last_word_is_a_beginning(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("helpline tanzania")
    assert full(searcher, "tanzania hel") == [1]
    assert full(searcher, "hel tanzania") == []


# --- phrases ----------------------------------------------------------------------------------


def test_a_quoted_phrase_is_found_word_for_word(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("network scale-up method", "scale-up network", "networks scale up")
    assert full(searcher, '"network scale-up"') == [1]
    assert full(searcher, '"network scale up"') == [1]


def test_a_phrase_of_one_word_is_not_stemmed(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("report", "reports")
    assert full(searcher, '"reports"') == [2]


def test_a_phrase_does_not_reach_from_the_title_into_the_text(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(document(1, "internet centre", title="A safer"))
    assert full(searcher, '"safer internet"') == []


def test_a_word_may_come_twice_in_a_phrase(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("more and more children", "more children and more")
    assert full(searcher, '"more and more"') == [1]


def test_what_is_no_query_is_read_as_plain_words(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("red papaz", "other")
    for typed in ('"red papaz', "red AND papaz", "(red papaz", "red* papaz~", "title:red papaz^"):
        assert 1 in full(searcher, typed) + partial(searcher, typed)


# --- one or the other, and without ------------------------------------------------------------


def test_either_of_two_words_will_do(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("hotline", "helpline", "neither", "hotline, helpline")
    assert sorted(full(searcher, "hotline OR helpline ")) == [1, 2, 4]


def test_either_of_three_words_and_a_phrase_will_do(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("hotline", "helpline", "chat", "red papaz", "papaz red")
    assert sorted(full(searcher, 'hotline OR helpline OR chat OR "red papaz"')) == [1, 2, 3, 4]


def test_what_stands_beside_an_either_must_be_there_too(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("hotline Colombia", "helpline Colombia", "hotline", "Colombia")
    assert sorted(full(searcher, "colombia hotline OR helpline ")) == [1, 2]


def test_either_of_two_words_is_not_both_in_one(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("chat", "bot", "chatbot")
    assert sorted(full(searcher, "chat OR bot ")) == [1, 2]
    assert 3 in full(searcher, "chat bot ")


def test_entries_with_a_word_can_be_left_out(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("hotline Colombia", "hotline Tanzania", "hotline")
    assert sorted(full(searcher, "hotline -tanzania")) == [1, 3]
    assert sorted(full(searcher, "hotline −Tanzania ")) == [1, 3]
    assert partial(searcher, "hotline -tanzania") == []


def test_entries_with_a_phrase_can_be_left_out(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("hotline of red papaz", "hotline of papaz red")
    assert full(searcher, 'hotline -"red papaz"') == [2]


@pytest.mark.parametrize("typed", ["-hotline", "- hotline", "OR hotline", "hotline OR", "OR"])
def test_signs_with_nothing_to_do_are_plain_text(searcher_of: SearcherOf, typed: str) -> None:
    searcher = searcher_of("hotline or helpline")
    assert full(searcher, typed) + partial(searcher, typed) == [1]


# --- misspelt words ---------------------------------------------------------------------------


def test_a_misspelt_word_finds_what_was_meant_and_is_suggested_right(
    searcher_of: SearcherOf,
) -> None:
    searcher = searcher_of("the helpline of Tanzania", "others")
    matches = searcher.match("helplne tanzania")
    assert numbers(searcher, matches.full) == {1}
    assert matches.suggestion == "helpline tanzania"


def test_a_misspelt_word_is_looked_up_once_while_the_next_ones_are_typed(
    searcher_of: SearcherOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = []
    found = spelling.nearest

    def nearest(word: str, words: WordList) -> str | None:
        looked_up.append(word)
        return found(word, words)

    monkeypatch.setattr(spelling, "nearest", nearest)
    searcher = searcher_of("helpline Tanzania")
    typed = ("helplne ", "helplne t", "helplne ta", "helplne tan")
    suggested = [searcher.match(each).suggestion for each in typed]
    assert looked_up.count("helplne") == 1
    assert suggested[-1] == "helpline tan"


def test_a_suggestion_keeps_what_was_typed_around_it(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("Viguías is a helpline")
    assert searcher.match('"a helpline" Viguiaz!').suggestion == '"a helpline" Viguías!'


def test_two_words_written_as_one_are_suggested_apart(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("Red PaPaz", "red", "papaz")
    matches = searcher.match("redpapaz ")
    assert matches.suggestion == "red papaz"
    assert numbers(searcher, matches.full) == {1}


def test_what_is_spelt_right_gets_no_suggestion(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("helpline", "helplines hotlines")
    for typed in ("helpline", "helplines", "helplin", "hotline", "116", "xyzzyx"):
        assert searcher.match(typed).suggestion is None


def test_a_word_that_is_like_nothing_leaves_the_others_as_partial_matches(
    searcher_of: SearcherOf,
) -> None:
    searcher = searcher_of("hotline", "others")
    assert full(searcher, "hotline xyzzyxy") == []
    assert partial(searcher, "hotline xyzzyxy") == [1]


# --- words that mean the same -----------------------------------------------------------------

CSAM = ("child sexual abuse material", "CSAM", "child pornography")


def test_an_abbreviation_finds_the_words_and_the_words_the_abbreviation(
    searcher_of: SearcherOf,
) -> None:
    searcher = searcher_of(
        "child sexual abuse material", "CSAM", "material about children", synonyms=[CSAM]
    )
    assert full(searcher, "csam") == [2, 1]
    assert full(searcher, "child sexual abuse material") == [1, 2]


def test_a_discouraged_word_finds_the_preferred_one(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("CSAM in Colombia", "CSAM", "pornography", synonyms=[CSAM])
    assert full(searcher, "child pornography colombia") == [1]
    assert searcher.match("child pornography").suggestion is None


def test_a_synonym_is_found_inflected(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("sexual images", "image", synonyms=[("nudes", "sexual image")])
    assert full(searcher, "nudes ") == [1]


def test_the_words_themselves_come_before_their_synonyms(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("a hotline here", "a tipline here", synonyms=[("hotline", "tipline")])
    assert full(searcher, "tipline ") == [2, 1]


def test_the_longest_synonym_is_meant(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(
        "minor", "alpha", synonyms=[("child", "minor"), ("child helpline", "alpha")]
    )
    assert full(searcher, "child helpline ") == [2]


# --- what may be marked -----------------------------------------------------------------------


def test_what_was_looked_for_can_be_marked(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("hotlines of Colombia", synonyms=[CSAM])
    sought = searcher.match('csam "red papaz" colom').sought
    assert "en:csam" in sought.stems
    assert sought.prefix == "colom"
    assert {("red", "papaz"), ("child", "sexual", "abuse", "material")} <= sought.phrases


def test_corrected_words_can_be_marked(searcher_of: SearcherOf) -> None:
    assert "en:helplin" in searcher_of("helpline").match("helplne").sought.stems


# --- any text, any thread ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder = tmp_path_factory.mktemp("search") / "index"
    documents = [
        document(number, body, title=title) for number, (title, body) in enumerate(TEXTS, 1)
    ]
    build_index(folder, documents, [], "1", len(documents), unreported)
    searcher = Searcher(open_index(folder, "1"))
    yield searcher
    searcher.close()


TEXTS = [
    ("Alpha beta", "gamma delta alpha"),
    ("Gamma", "beta beta epsilon"),
    ("Delta epsilon", "zeta alpha gamma"),
    ("Zeta", "eta theta"),
]
VOCABULARY = sorted({word for pair in TEXTS for text in pair for word in text.lower().split()})


@given(st.text() | st.text(alphabet='"«»*?()[]:^~+-!\\/ abgz', max_size=30))
def test_no_text_is_an_error(searcher: Searcher, text: str) -> None:
    matches = searcher.match(text)
    assert not matches.full & matches.partial


@given(st.sets(st.sampled_from(VOCABULARY), min_size=1, max_size=3))
def test_full_and_partial_matches_are_those_of_going_through_all_texts(
    searcher: Searcher, typed: set[str]
) -> None:
    texts = [set(re.findall(r"\w+", f"{title} {body}".lower())) for title, body in TEXTS]
    matches = searcher.match(" ".join(sorted(typed)), words_stand_alone=True)
    assert numbers(searcher, matches.full) == {
        number for number, words in enumerate(texts, 1) if typed <= words
    }
    assert numbers(searcher, matches.partial) == {
        number for number, words in enumerate(texts, 1) if typed & words and not typed <= words
    }


@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=3))
def test_phrases_are_found_where_they_stand_and_nowhere_else(
    searcher: Searcher, row: list[str]
) -> None:
    phrase = " ".join(row)
    standing = {
        number
        for number, pair in enumerate(TEXTS, 1)
        if any(f" {phrase} " in f" {text.lower()} " for text in pair)
    }
    assert numbers(searcher, searcher.match(f'"{phrase}"').full) == standing


def test_several_threads_may_ask(searcher: Searcher) -> None:
    queries = [" ".join(VOCABULARY[i : i + 2]) for i in range(len(VOCABULARY))] * 5
    alone = [searcher.match(query) for query in queries]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(searcher.match, queries)) == alone


def test_a_question_that_is_taken_back_is_not_answered(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("alpha beta", "alpha")
    with pytest.raises(CancelledError):
        searcher.match("alpha beta", cancelled=lambda: True)
    matches = searcher.match("alpha beta")
    with pytest.raises(CancelledError):
        matches.best(matches.full, 20, lambda: True)
    assert full(searcher, "alpha beta") == [1]


def test_what_is_remembered_of_queries_does_not_grow(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(" ".join(f"word{number}" for number in range(200)))
    for number in range(200):
        assert full(searcher, f"word{number} ") == [1]
    assert len(searcher._answers) <= 4
    assert len(searcher._terms._kept) <= 48


def test_equal_questions_get_equal_answers_from_a_new_index(tmp_path: Path) -> None:
    answers = []
    for name in ("one", "two"):
        build_index(tmp_path / name, map(document, (1, 2), ("a b", "b c")), [], "1", 2, unreported)
        searcher = Searcher(open_index(tmp_path / name, "1"))
        answers.append(searcher.match("b"))
        searcher.close()
    assert answers[0] == answers[1]
