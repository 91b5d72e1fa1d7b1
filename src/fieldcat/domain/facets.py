"""What entries can be filtered by: the first page is painted without any vocabulary."""

from __future__ import annotations

from enum import StrEnum


class Facet(StrEnum):
    """A property that entries can be filtered by. The values stand in commands and queries."""

    KIND = "kind"
    TOPIC = "topic"
    AUDIENCE = "audience"
    COUNTRY = "country"
    REGION = "region"
    CAPABILITY = "capability"
    EVIDENCE = "evidence"
    RISK = "risk"
    APPROACH = "approach"
    YEAR = "year"
    ORGANISATION = "organisation"
    LANGUAGE = "language"
    COLLECTION = "collection"
    SAVED = "saved"
    """What the person at this laptop made of an entry (``Saving``): no edition says it."""


PUBLISHED = tuple(facet for facet in Facet if facet is not Facet.SAVED)
"""The facets that an edition says something about."""


class Saving(StrEnum):
    """The values of ``Facet.SAVED``: the entry is kept, or there is a note on it."""

    KEPT = "kept"
    NOTED = "noted"
