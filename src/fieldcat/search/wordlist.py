"""All words of a collection, folded: what a beginning may become, what a misspelling may mean."""

from __future__ import annotations

import re
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from zlib import crc32

from fieldcat.search import columns
from fieldcat.search.letters import LettersByPlace
from fieldcat.search.lexicon import Lexicon

_SQUEEZING = 5
"""zlib's level: one more halves the speed for a hundredth of the size."""

_NO_STEMMER = "-"
_MOST_LANGUAGES = 255
_SCRIPT = 128
"""Characters in a row that mostly belong to one script."""

_SPOKEN = (
    ("ph", "f"),
    ("tion", "sion"),
    ("ck", "k"),
    ("qu", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
    ("y", "i"),
    ("z", "s"),
    ("w", "v"),
)
_SPELLING = re.compile(r"\t([^\t\n ]+) ")
"""A spelling in a line of its word."""
_REPEATED = re.compile(r"(.)\1+")

# Words that sound alike begin with letters of one row.
_FIRST_LETTERS = ("cksqz", "fp", "iy", "vw")


class WordList:
    """The words in order; of each how often it stands, in which languages, and how it is written.

    ``counts`` and ``rows`` of languages are by a word's place. ``spelt`` has a line for each word
    that is not written as it is folded: «word», a tabulator, «spelling count», … Kept as columns: a
    list of 100,000 words takes some 8 MB, and lines are read when somebody asks for their word.
    """

    def __init__(
        self,
        words: Sequence[str],
        counts: Sequence[int],
        languages: Sequence[tuple[str, ...]],
        spelt: Sequence[str],
        stems: Sequence[int],
    ) -> None:
        """Take the columns; ``stems`` are checksums of all stems, ascending.

        ``languages`` have an empty one for all without a stemmer; the lines ``spelt`` are in order.

        Raises:
            ValueError: the columns are not of one length.
        """
        if not len(words) == len(counts) == len(languages):
            raise ValueError("columns of different length")
        self.words = words
        self.counts = counts
        self.rows = languages
        self.spelt = spelt
        self.stems = stems
        self._of_length: dict[int, list[str]] = {}
        self._letters: dict[int, LettersByPlace] = {}
        self._alphabet: list[str] = []
        self._sounds: dict[str, dict[str, list[str]]] = {}

    def __contains__(self, word: str) -> bool:
        return self._place(word) is not None

    def may_have_stem(self, stem: str) -> bool:
        """Whether the collection has a stem, as good as certain; asking the index takes longer."""
        checksum = crc32(stem.encode())
        place = bisect_left(self.stems, checksum)
        return place < len(self.stems) and self.stems[place] == checksum

    def count(self, word: str) -> int:
        """How often the word stands in the collection."""
        place = self._place(word)
        return 0 if place is None else self.counts[place]

    def languages(self, word: str) -> tuple[str, ...]:
        """The languages in whose texts the word stands, empty for one without a stemmer."""
        place = self._place(word)
        return () if place is None else self.rows[place]

    def spelling(self, word: str) -> str:
        """The word as it is mostly written, accents included."""
        place = bisect_left(self.spelt, f"{word}\t")
        if place == len(self.spelt) or not self.spelt[place].startswith(f"{word}\t"):
            return word
        spellings = _read(self.spelt[place])[1]
        best = max(spellings, key=lambda spelling: (spellings[spelling], spelling))
        return best if 2 * spellings[best] >= self.count(word) else word

    def written_otherwise(self, beginning: str) -> Sequence[str]:
        """The spellings, in small letters, of words that begin so and are not written as folded."""
        first = bisect_left(self.spelt, beginning)
        last = bisect_left(self.spelt, beginning + "\U0010ffff", first)
        spellings: list[str] = _SPELLING.findall("\n".join(self.spelt[first:last]))
        return spellings

    def starting(self, beginning: str) -> Sequence[str]:
        """All words that start so."""
        first = bisect_left(self.words, beginning)
        last = bisect_left(self.words, beginning + "\U0010ffff", first)
        return self.words[first:last]

    def near(self, word: str, length: int) -> Iterator[str]:
        """The words of a length that may be two edits away from one: all that are, few others."""
        if not self._of_length:
            for other in self.words:
                self._of_length.setdefault(len(other), []).append(other)
        if length not in self._letters:
            self._letters[length] = LettersByPlace(self._of_length.get(length, ()), length)
        return self._letters[length].near(word)

    def letters_like(self, letter: str) -> Sequence[str]:
        """The letters of all words that are of the same script, roughly, as this one."""
        if not self._alphabet:
            self._alphabet = sorted(set("".join(self.words)))
        script = ord(letter) // _SCRIPT
        return [other for other in self._alphabet if ord(other) // _SCRIPT == script]

    def sounding_like(self, word: str) -> Sequence[str]:
        """Words that sound the same as this one, roughly, however they are written."""
        row = next((row for row in _FIRST_LETTERS if word[:1] in row), word[:1])
        if row not in self._sounds:
            found = self._sounds[row] = {}
            for first in row:
                words = list(filter(str.isalpha, self.starting(first)))
                # In one piece: one after the other, they take four times as long.
                for other, spoken in zip(words, sound("\n".join(words)).split("\n"), strict=False):
                    found.setdefault(spoken, []).append(other)
        return self._sounds[row].get(sound(word), ())

    def packed(self) -> bytes:
        """The list in one piece."""
        rows = sorted(set(self.rows))[:_MOST_LANGUAGES]
        places = {row: place for place, row in enumerate(rows)}
        return zlib.compress(
            columns.joined(
                [
                    "\n".join(self.words).encode(),
                    array("I", self.counts).tobytes(),
                    bytes(places[row] for row in self.rows),
                    "\n".join(" ".join(tag or _NO_STEMMER for tag in row) for row in rows).encode(),
                    "\n".join(self.spelt).encode(),
                    array("I", self.stems).tobytes(),
                ]
            ),
            _SQUEEZING,
        )

    def _place(self, word: str) -> int | None:
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None


def unpacked(content: bytes) -> WordList:
    """The list again.

    Raises:
        ValueError, LookupError: this is none.
    """
    try:
        content = zlib.decompress(content)
    except zlib.error as fault:
        raise ValueError("no words") from fault
    words, counts, places, rows, spelt, stems = columns.parted(content)
    tags = [
        tuple("" if tag == _NO_STEMMER else tag for tag in row.split(" "))
        for row in rows.decode().split("\n")
    ]
    return WordList(
        words.decode().split("\n") if words else [],
        array("I", counts),
        _Rows(places, tags),
        spelt.decode().split("\n") if spelt else [],
        array("I", stems),
    )


class _Rows(Sequence[tuple[str, ...]]):
    """Languages by word: one byte each, for few are different."""

    def __init__(self, places: bytes, rows: Sequence[tuple[str, ...]]) -> None:
        self._places = places
        self._rows = rows

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, place):  # type: ignore[no-untyped-def]  # one place at a time
        return self._rows[self._places[place]]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return map(self._rows.__getitem__, self._places)


def collected(lexicon: Lexicon, before: WordList | None = None) -> WordList:
    """The words that were met while a collection was indexed, and those of a list from before."""
    counts: dict[str, int] = {}
    languages: dict[str, tuple[str, ...]] = {}
    spellings: dict[str, dict[str, int]] = {}
    spelt: Sequence[str] = ()
    stems = {crc32(stem.encode()) for stem in lexicon.stem_names[1:]}
    if before is not None:
        counts.update(zip(before.words, before.counts, strict=True))
        languages.update(zip(before.words, before.rows, strict=True))
        spelt = before.spelt
        stems.update(before.stems)
    met = zip(lexicon.written, lexicon.folded, lexicon.languages, lexicon.counts, strict=True)
    for written, word, language, count in islice(met, 1, None):
        counts[word] = counts.get(word, 0) + count
        known = languages.get(word, ())
        if language not in known:
            languages[word] = tuple(sorted((*known, language)))
        if written != word:
            own = spellings.get(word)
            if own is None:
                own = spellings[word] = {}
            own[written] = own.get(written, 0) + count
    words = sorted(counts)
    return WordList(
        words,
        array("I", map(counts.__getitem__, words)),
        list(map(languages.__getitem__, words)),
        _spelt(spelt, spellings),
        sorted(stems),
    )


def _spelt(before: Sequence[str], spellings: Mapping[str, dict[str, int]]) -> list[str]:
    """Lines from before, with what more is known of some words."""
    lines = list(before)
    for word, own in spellings.items():
        place = bisect_left(before, f"{word}\t")
        if place < len(before) and before[place].startswith(f"{word}\t"):
            known = _read(before[place])[1]
            for written, count in own.items():
                known[written] = known.get(written, 0) + count
            lines[place] = _line(word, known)
        else:
            lines.append(_line(word, own))
    # All but what is new stands in order already.
    lines.sort()
    return lines


def _line(word: str, spellings: Mapping[str, int]) -> str:
    return "\t".join((word, *(f"{spelling} {count}" for spelling, count in spellings.items())))


def _read(line: str) -> tuple[str, dict[str, int]]:
    """A word, and how often it is written in which way."""
    word, *found = line.split("\t")
    return word, {
        spelling: int(count) for spelling, _, count in (each.rpartition(" ") for each in found)
    }


def sound(word: str) -> str:
    """The same for words that are often taken for each other: «filipines» and «philippines».

    Of several, each in a line, it gives a line each.
    """
    for written, spoken in _SPOKEN:
        word = word.replace(written, spoken)
    return _REPEATED.sub(r"\1", word)
