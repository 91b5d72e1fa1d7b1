"""A small workspace to begin with: everything that is needed, to be written over."""

from __future__ import annotations

SAMPLE_ADDRESSES = (
    "https://example.org/sample-case",
    "https://example.org/sample-organisation",
)
"""What the samples name as their sources, by which they are known again."""

_SETTINGS = """\
format: 1
collection: {collection}
title: {title}
publisher: {publisher}
description: What this collection is about, in one or two sentences.
language: en
licence: CC BY 4.0
edition: 1
date: {date}
"""

_VOCABULARY = """\
version: 1
title: {title}
source:
  title: Our own words
terms:
{terms}"""

_TERM = """\
  - id: {id}
    label: {label}
    definition: {definition}
"""

_VOCABULARIES = {
    "topics": ("Topic", [("reporting", "Reporting", "Telling somebody who can act.")]),
    "audiences": ("For whom", [("teachers", "Teachers", "Those who teach.")]),
    "evidence": ("Evidence", [("self-reported", "Self-reported", "Stated by those who did it.")]),
    "organisation-kinds": ("Kind of organisation", [("charity", "Charity", "Works for no gain.")]),
    "organisation-roles": ("Role", [("lead", "Lead", "Answers for the work.")]),
}

_STUDY = """\
---
kind: case-study
title: A sample case
summary: Two or three sentences that say what was done and why it matters. Write your own.
source_url: https://example.org/sample-case
source_title: The page that the facts come from
source_publisher: Sample Organisation
source_date: {date}
countries: [TZ]
topics: [reporting]
audiences: [teachers]
evidence: self-reported
organisations:
  - organisation: sample-organisation
    role: lead
figures:
  - id: reports
    value: 120
    unit: reports
    counts: reports that came in
    period: "2024"
    section: impact
    lead: true
---
## In short {{#key-points role=key-points}}

- What was done, in one line.

## What changed {{#impact role=impact}}

People sent in [120 reports](figure:reports) in 2024.
"""

_ORGANISATIONS = """\
slug,title,summary,organisation_kind,source_url,source_date
sample-organisation,Sample Organisation,Who does the work.,charity,https://example.org/sample-organisation,{date}
"""


def sample_workspace(collection: str, title: str, publisher: str, date: str) -> dict[str, str]:
    """The files of a workspace that holds, by their paths."""
    words = {
        f"vocabularies/{id}.yaml": _VOCABULARY.format(
            title=heading,
            terms="".join(
                _TERM.format(id=term, label=label, definition=definition)
                for term, label, definition in terms
            ),
        )
        for id, (heading, terms) in _VOCABULARIES.items()
    }
    return {
        "workspace.yaml": _SETTINGS.format(
            collection=collection, title=_quoted(title), publisher=_quoted(publisher), date=date
        ),
        **words,
        "entries/case-study/sample-case.md": _STUDY.format(date=date),
        "tables/organisations.csv": _ORGANISATIONS.format(date=date),
    }


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
