"""Records of vocabularies and collections."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from msgspec import Meta, Struct, convert, structs

from fieldcat.domain import taxonomy as domain
from fieldcat.records.direction import undirected
from fieldcat.records.limits import (
    MAX_CONCEPTS,
    MAX_LANGUAGES,
    CollectionId,
    Day,
    Language,
    Name,
    NameOrNone,
    Revision,
    Sentence,
    Slug,
    WebAddressOrNone,
)


class ConceptRecord(Struct, frozen=True, omit_defaults=True):
    """One word of a vocabulary."""

    id: Slug
    label: Name
    definition: Sentence = ""
    group: NameOrNone = ""
    retired: bool = False
    labels: Annotated[dict[Language, Name], Meta(max_length=MAX_LANGUAGES)] = {}


class VocabularyRecord(Struct, frozen=True, omit_defaults=True):
    """A versioned list of concepts."""

    id: Slug
    version: Revision
    title: Name
    source_title: Sentence
    concepts: Annotated[tuple[ConceptRecord, ...], Meta(max_length=MAX_CONCEPTS)]
    source_url: WebAddressOrNone = ""
    source_year: NameOrNone = ""
    source_note: Sentence = ""


class CollectionRecord(Struct, frozen=True, omit_defaults=True):
    """What one publisher publishes under one name."""

    id: CollectionId
    title: Name
    publisher: Name
    description: Sentence
    language: Language
    licence: NameOrNone
    edition: Revision
    date: Day
    web: WebAddressOrNone = ""


def vocabulary_record(vocabulary: domain.Vocabulary) -> VocabularyRecord:
    """The record of a vocabulary.

    Raises:
        msgspec.ValidationError: a value is beyond the limits.
    """
    # Equal vocabularies give equal bytes, in whichever order a concept's languages stand.
    concepts = tuple(
        replace(concept, labels=dict(sorted(concept.labels.items())))
        for concept in vocabulary.concepts
    )
    return convert(replace(vocabulary, concepts=concepts), VocabularyRecord, from_attributes=True)


def vocabulary_of(record: VocabularyRecord) -> domain.Vocabulary:
    """The vocabulary that a record holds."""
    fields = structs.asdict(record)
    fields["title"] = undirected(record.title)
    fields["concepts"] = tuple(
        domain.Concept(
            concept.id,
            undirected(concept.label),
            concept.definition,
            undirected(concept.group),
            concept.retired,
            {language: undirected(label) for language, label in concept.labels.items()},
        )
        for concept in record.concepts
    )
    return domain.Vocabulary(**fields)


def collection_record(collection: domain.Collection) -> CollectionRecord:
    """The record of a collection.

    Raises:
        msgspec.ValidationError: a value is beyond the limits.
    """
    return convert(collection, CollectionRecord, from_attributes=True)


def collection_of(record: CollectionRecord) -> domain.Collection:
    """The collection that a record holds."""
    fields = structs.asdict(record)
    fields["title"] = undirected(record.title)
    fields["publisher"] = undirected(record.publisher)
    return domain.Collection(**fields)
