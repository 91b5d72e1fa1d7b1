"""Sentences that say nothing, about a subject whose words come back again and again."""

from __future__ import annotations

import random

from bench.vocabulary import Words


class Writer:
    """Writes sentences in one language about one subject."""

    def __init__(self, words: Words, rng: random.Random) -> None:
        self._words = words
        self._rng = rng
        subject = rng.sample(range(20, len(words.content)), 12)
        self.subject = tuple(words.content[place] for place in subject)

    def words(self, number: int) -> list[str]:
        """So many words, every twelfth about of the subject."""
        rng, words = self._rng, self._words
        drawn = rng.choices(words.all, cum_weights=words.cumulative, k=number)
        for place in rng.sample(range(number), number // 12):
            drawn[place] = rng.choice(self.subject)
        return drawn

    def sentences(self, number: int) -> str:
        """About so many words in sentences."""
        rng, words = self._rng, self.words(number)
        begun, said = 0, []
        while begun < number:
            sentence = words[begun : begun + rng.randint(7, 26)]
            begun += len(sentence)
            sentence[0] = sentence[0].capitalize()
            if len(sentence) > 12:
                sentence[len(sentence) // 2] += ","
            said.append(" ".join(sentence) + ".")
        return " ".join(said)

    def title(self) -> str:
        """Three to seven words, the subject's among them."""
        rng = self._rng
        words = [*rng.sample(self.subject, 2), *self.words(rng.randint(1, 5))]
        rng.shuffle(words)
        return " ".join(words).capitalize()
