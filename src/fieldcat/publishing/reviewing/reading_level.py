"""How hard a text is to read: LIX, after C. H. Björnsson, «Läsbarhet» (1968).

LIX is the words in a sentence on average, plus the share in % of words of more than six letters. It
counts letters and no syllables, so that it serves every language in Latin, Greek or Cyrillic
letters alike. 40 is as a newspaper, 50 as an official text, 60 and more as a scholarly one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from fieldcat.publishing.body import FIELD
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault
from fieldcat.publishing.mentions import Prose
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import Workspace

_FEWEST_WORDS = 100
"""Of fewer words the measure says nothing."""
_LONG = 6
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:](?=\s|$)")
_MEASURED = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]")


def hard_texts(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """Texts that are harder than the publisher wants, each with its hardest paragraph's line."""
    most = workspace.checks.reading_level
    for draft in workspace.drafts:
        paragraphs = _paragraphs(draft)
        found = reading_level(prose.text for prose in paragraphs)
        if found is not None and found > most:
            hardest = max(paragraphs, key=lambda prose: reading_level([prose.text], fewest=15) or 0)
            yield Fault(
                draft.manuscript.file,
                hardest.line,
                FIELD,
                f"{draft.id.slug} is hard to read: LIX {found}; the hardest paragraph stands here",
                f"at most {most}: shorter sentences, shorter words",
                Level.WARNING,
                Rule.READING_LEVEL,
            )


def reading_level(texts: Iterable[str], *, fewest: int = _FEWEST_WORDS) -> int | None:
    """LIX of a text, None where it has fewer than ``fewest`` words in letters that it is for."""
    words = long = sentences = 0
    for text in texts:
        found = [word for word in _WORD.findall(text) if _MEASURED.match(word)]
        if found:
            words += len(found)
            long += sum(len(word) > _LONG for word in found)
            sentences += max(len(_SENTENCE_END.findall(text)), 1)
    return round(words / sentences + 100 * long / words) if words >= max(fewest, 1) else None


def _paragraphs(draft: Draft) -> list[Prose]:
    return [prose for prose in draft.prose if prose.field == FIELD]
