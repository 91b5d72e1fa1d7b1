"""What is asked of all engines: many different queries of each kind that a person types."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from bench.synthetic import SEED, entry
from bench.vocabulary import Words, folded, vocabulary
from fieldcat.domain.entry import Entry
from fieldcat.storage.entry_text import open_text

EntriesWith = Callable[[Sequence[str]], Mapping[str, int]]
"""Tells how many entries have each of some folded words."""


class Form(Enum):
    """What the words of a query are to do."""

    ALL = "all"
    ANY = "any"
    PHRASE = "phrase"
    PREFIX = "the last one is a beginning"
    NEAR = "one that is one edit away"


@dataclass(frozen=True, slots=True)
class Asked:
    """One query: as it is typed, and its folded words for the peers."""

    typed: str
    words: tuple[str, ...]
    form: Form = Form.ALL
    filters: Mapping[str, str] = field(default_factory=dict)


class Asking:
    """Makes queries for a synthetic collection; always the same for the same one."""

    def __init__(self, size: int, entries_with: EntriesWith, seed: int = SEED) -> None:
        self._size = size
        self._seed = seed
        self._rng = random.Random(f"{seed} queries")
        self._words = vocabulary(seed)
        self._entries_with = entries_with
        self._content = {folded(w) for words in self._words.values() for w in words.content}

    def common_word(self) -> Asked:
        """A word that at least every tenth entry has."""
        return _whole(self._rng.choice(self._between(0.1, 1)))

    def rare_word(self) -> Asked:
        """A word that two to thirty entries in ten thousand have."""
        return _whole(self._rng.choice(self._between(0.0002, 0.003)))

    def word_being_typed(self) -> Asked:
        """A whole word, but nothing tells yet that it is one."""
        word = self._rng.choice(self._between(0.01, 1))
        return Asked(word, (folded(word),), Form.PREFIX)

    def two_words(self) -> Asked:
        """Two words of one entry."""
        one, other = self._rng.sample(self._of_one_entry(), 2)
        return Asked(f"{one} {other} ", (folded(one), folded(other)))

    def either_of_two(self) -> Asked:
        """Two words of one entry, drawn as often as they stand in it; either will do."""
        drawn = [word for word in _words_in_order(self._entry()) if folded(word) in self._content]
        one = self._rng.choice(drawn)
        other = self._rng.choice([word for word in drawn if word != one])
        return Asked(f"{one} OR {other} ", (folded(one), folded(other)), Form.ANY)

    def phrase(self) -> Asked:
        """Two words that stand in a row somewhere."""
        pairs: list[tuple[str, str]] = []
        while not pairs:
            rows = re.split(r"[^\w ]+|\n", open_text(self._entry()))
            words = (row.casefold().split() for row in rows)
            pairs = [
                (one, other)
                for row in words
                for one, other in itertools.pairwise(row)
                if {folded(one), folded(other)} <= self._content
            ]
        one, other = self._rng.choice(pairs)
        return Asked(f'"{one} {other}"', (folded(one), folded(other)), Form.PHRASE)

    def beginning(self, letters: int) -> Asked:
        """The first letters of a word of some entry."""
        words = [word for word in self._of_one_entry() if len(word) > letters]
        begun = folded(self._rng.choice(words))[:letters]
        return Asked(begun, (begun,), Form.PREFIX)

    def word_and_beginning(self) -> Asked:
        """A word and the first three letters of another one."""
        one, other = self._rng.sample([w for w in self._of_one_entry() if len(w) > 3], 2)
        begun = folded(other)[:3]
        return Asked(f"{one} {begun}", (folded(one), begun), Form.PREFIX)

    def misspelt(self) -> Asked:
        """A word of six letters or more, one edit away from what some entries have."""
        words = [word for word in self._between(0.002, 0.1) if len(word) >= 6]
        while True:
            wrong = edited(folded(self._rng.choice(words)), self._rng)
            if not self._entries_with([wrong]):
                return Asked(f"{wrong} ", (wrong,), Form.NEAR)

    def sentence(self) -> Asked:
        """Ten words as they stand in texts; the peers are spared those that say nothing."""
        while True:
            words = self._rng.choice(list(self._words.values()))
            typed = self._rng.choices(words.all, cum_weights=words.cumulative, k=10)
            content = tuple(dict.fromkeys(w for w in map(folded, typed) if w in self._content))
            if len(content) > 3:
                return Asked(" ".join(typed) + " ", content, Form.ANY)

    def filtered_word(self) -> Asked:
        """A word under the country and the topic of an entry that has it."""
        common = {folded(word) for word in self._between(0.05, 1)}
        while True:
            found = self._entry()
            words = [word for word in _words(found) if folded(word) in common]
            if words and found.head.countries and found.head.topics:
                word = self._rng.choice(words)
                filters = {"country": found.head.countries[0], "topic": found.head.topics[0]}
                return Asked(f"{word} ", (folded(word),), filters=filters)

    def _entry(self) -> Entry:
        return entry(self._rng.randrange(self._size), self._size, self._seed)

    def _of_one_entry(self) -> list[str]:
        return [word for word in _words(self._entry()) if folded(word) in self._content]

    def _between(self, least: float, most: float) -> list[str]:
        """Words that such a share of all entries has."""
        return [
            word
            for word, entries in self._shares.items()
            if least * self._size <= entries <= most * self._size
        ]

    @cached_property
    def _shares(self) -> dict[str, int]:
        words = list(_all_content(self._words.values()))
        entries = self._entries_with([folded(word) for word in words])
        return {word: entries.get(folded(word), 0) for word in words}


def many(make: Callable[[], Asked], number: int) -> list[Asked]:
    """So many different queries; fewer where there are no more."""
    found: dict[str, Asked] = {}
    for _ in range(number * 20):
        asked = make()
        found.setdefault(f"{asked.typed} {asked.filters}", asked)
        if len(found) == number:
            break
    return list(found.values())


def edited(word: str, rng: random.Random) -> str:
    """The word with a letter put in, left out, changed, or two neighbours exchanged."""
    at = rng.randrange(1, len(word) - 1)
    letter = rng.choice("abcdefghijklmnopqrstuvwxyz")
    return rng.choice(
        (
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _whole(word: str) -> Asked:
    # The space tells that the word is no longer being typed.
    return Asked(f"{word} ", (folded(word),))


def _words(found: Entry) -> list[str]:
    return sorted(set(_words_in_order(found)))


def _words_in_order(found: Entry) -> list[str]:
    return re.findall(r"[^\W\d_]+", open_text(found).casefold())


def _all_content(languages: Iterable[Words]) -> Iterator[str]:
    for words in languages:
        yield from words.content
