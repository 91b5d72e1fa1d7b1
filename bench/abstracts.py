"""Collections of abstracts with questions and judgements, as they are exchanged for research."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.synthetic import COLLECTION
from fieldcat.domain import entry as domain
from fieldcat.domain.entry import Entry, EntryId, Head, Kind, Section, SectionRole, Text

# SMART's marks: 1 answers completely, 4 is of little interest; 0 stands where nobody graded what
# answers. Anything else is of none.
_GAINS = {1: 4, 2: 3, 3: 2, 4: 1, 0: 1}

_RECORD = re.compile(r"^\.I ", re.MULTILINE)
_FIELD = re.compile(r"\.([A-Z])\s*")

# Cranfield, CISI and CACM call theirs «cran.all.1400, cran.qry, cranqrel», «CISI.ALL, CISI.QRY,
# CISI.REL» and «cacm.all, query.text, qrels.text».
_TEXTS = re.compile(r"\.all\b", re.IGNORECASE)
_QUESTIONS = re.compile(r"\.qry$|^query\.text$", re.IGNORECASE)
_JUDGEMENTS = re.compile(r"\.rel$|qrels?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Abstracts:
    """A collection with judgements: texts as (title, body), questions, and each one's gains."""

    texts: Mapping[int, tuple[str, str]]
    questions: Mapping[int, str]
    gains: Mapping[int, Mapping[int, int]]


def ndcg(found: Sequence[int], gains: Mapping[int, int], depth: int) -> float:
    """Normalised discounted cumulative gain: 1 where the best come first, 0 where none comes."""
    best = sorted(gains.values(), reverse=True)[:depth]
    ideal = sum(gain / math.log2(at + 2) for at, gain in enumerate(best))
    gained = sum(gains.get(id, 0) / math.log2(at + 2) for at, id in enumerate(found[:depth]))
    return gained / ideal if ideal else 0.0


def read_abstracts(folder: Path) -> Abstracts:
    """Read a collection in SMART's form.

    Raises:
        OSError: a file is missing.
    """
    texts = {
        number: (fields.get("T", ""), fields.get("W", ""))
        for number, fields in _records(_file(folder, _TEXTS))
    }
    # The judgements count the questions from 1, whatever numbers these carry.
    records = _records(_file(folder, _QUESTIONS))
    questions = {n: fields["W"] for n, (_, fields) in enumerate(records, 1) if "W" in fields}
    gains: dict[int, dict[int, int]] = {}
    for line in _file(folder, _JUDGEMENTS).read_text(encoding="ascii").splitlines():
        question, text, mark = (int(part) for part in line.split()[:3])
        if mark in _GAINS:
            gains.setdefault(question, {})[text] = _GAINS[mark]
    return Abstracts(texts, questions, gains)


def _file(folder: Path, name: re.Pattern[str]) -> Path:
    for path in sorted(folder.iterdir()):
        if name.search(path.name):
            return path
    raise FileNotFoundError(f"no file like {name.pattern} in {folder}")


def _records(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    for record in _RECORD.split(path.read_text(encoding="latin-1"))[1:]:
        number, *lines = record.splitlines()
        fields: dict[str, str] = {}
        name = ""
        for line in lines:
            if begun := _FIELD.fullmatch(line):
                name = begun[1]
            else:
                fields[name] = f"{fields.get(name, '')} {line}".strip()
        yield int(number), fields


def entries(abstracts: Abstracts) -> Iterator[Entry]:
    """The texts as entries of a collection."""
    plain = Head(
        id=EntryId(COLLECTION.id, Kind.RESEARCH, "t0"),
        title="",
        summary="",
        language="en",
        source=domain.Source("https://example.org/", "1960"),
        year=1960,
    )
    for number, (title, body) in abstracts.texts.items():
        # A title may be longer than a name may be; its words are all in the text.
        id = EntryId(COLLECTION.id, Kind.RESEARCH, f"t{number}")
        head = replace(plain, id=id, title=title[:300] or f"{number}")
        text = domain.Paragraph("p1", (Text(body or title or "-"),))
        section = Section("s1", SectionRole.ABOUT, "About", (text,))
        yield Entry(head, domain.Research(), (section,))
