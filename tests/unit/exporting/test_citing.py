"""References for reference managers: what is written is read back by our own readers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldcat.exporting.citing import Reference, bibtex_of, csl_of, ris_of
from fieldcat.publishing.ingesting.bibtex import read_bibtex
from fieldcat.publishing.ingesting.csl import read_csl
from fieldcat.publishing.ingesting.ris import read_ris

ALI = Reference(
    key="ali-2023",
    title="Child Sexual Abuse & the {Internet} – 50 % of_it",
    authors=("S. Ali", "World Health Organization"),
    published="2023-05-11",
    publisher="Human Arenas",
    url="https://example.org/a?b=1&c=2",
    abstract="What it says.",
    language="en",
    keywords=("grooming", "review"),
)

READERS = {"bib": (bibtex_of, read_bibtex), "ris": (ris_of, read_ris), "csl": (csl_of, read_csl)}


@pytest.mark.parametrize("format", READERS)
def test_a_reference_is_read_back(format: str) -> None:
    write, read = READERS[format]

    (work,) = read(write([ALI]).decode())

    assert (work.key, work.title) == (ALI.key, ALI.title)
    assert work.authors == ALI.authors
    assert work.published.startswith("2023")
    assert (work.publisher, work.url, work.abstract) == (ALI.publisher, ALI.url, ALI.abstract)
    assert (work.language, work.keywords) == (ALI.language, ALI.keywords)


@pytest.mark.parametrize("format", READERS)
@settings(max_examples=40)
@given(title=st.text('ab{}\\"@%$&#_^~=,\nÉñß’ER- ', min_size=1, max_size=30))
def test_no_title_breaks_out_of_its_record(format: str, title: str) -> None:
    write, read = READERS[format]
    references = [Reference("a", f"x{title}x"), Reference("b", "Second")]

    works = list(read(write(references).decode()))

    assert [work.key for work in works] == ["a", "b"]
    assert works[1].title == "Second"


def test_braces_of_bibtex_are_in_balance_as_bibtex_counts_them() -> None:
    text = bibtex_of([Reference("a", "Open { and }} closed", abstract="{")]).decode()

    assert text.count("{") == text.count("}")
    assert next(iter(read_bibtex(text))).title == "Open { and }} closed"


def test_keys_of_bibtex_are_unique() -> None:
    text = bibtex_of([ALI, ALI]).decode()

    assert "@misc{ali-2023," in text
    assert "@misc{ali-2023-2," in text


def test_csl_has_dates_and_names_in_parts() -> None:
    (work,) = json.loads(csl_of([ALI]))

    assert work["issued"] == {"date-parts": [[2023, 5, 11]]}
    assert work["author"] == [
        {"given": "S.", "family": "Ali"},
        {"literal": "World Health Organization"},
    ]
