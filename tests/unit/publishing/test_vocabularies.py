from __future__ import annotations

from fieldcat.domain.taxonomy import Concept

from .conftest import Publisher

WHOLE = """\
version: 3
title: Topic
source:
  title: A scheme
  url: https://example.org/scheme
  year: 2016
  note: Shortened.
terms:
  - id: grooming
    label: Grooming
    definition: How trust is won.
    group: Contact
  - id: chatrooms
    label: Chat rooms
    definition: Where people met.
    retired: true
"""


def test_a_vocabulary_has_a_source_and_concepts_in_their_order(publisher: Publisher) -> None:
    publisher.write("vocabularies/topics.yaml", WHOLE)

    (topics,) = (words for words in publisher.build().vocabularies if words.id == "topics")

    assert (topics.version, topics.title, topics.source_title) == (3, "Topic", "A scheme")
    assert topics.source_url == "https://example.org/scheme"
    assert (topics.source_year, topics.source_note) == ("2016", "Shortened.")
    assert topics.concepts == (
        Concept("grooming", "Grooming", "How trust is won.", "Contact"),
        Concept("chatrooms", "Chat rooms", "Where people met.", retired=True),
    )


def test_a_word_may_have_labels_in_other_languages(publisher: Publisher) -> None:
    labelled = WHOLE.replace(
        "    group: Contact\n", "    labels: {es: Captación, pt-BR: Aliciamento}\n"
    )
    publisher.write("vocabularies/topics.yaml", labelled)

    (topics,) = (words for words in publisher.build().vocabularies if words.id == "topics")

    assert topics.concepts[0].labels == {"es": "Captación", "pt-BR": "Aliciamento"}
    assert topics.concepts[1].labels == {}


def test_labels_are_texts_by_language(publisher: Publisher) -> None:
    wrong = "    labels: {Spanish: Captación, es: [a], fr: ''}\n"
    publisher.write("vocabularies/topics.yaml", WHOLE.replace("    group: Contact\n", wrong))

    assert [fault.field for fault in publisher.faults()] == [
        "terms[1].labels.Spanish",
        "terms[1].labels.es",
        "terms[1].labels.fr",
    ]


def test_vocabularies_come_in_order_of_their_ids(publisher: Publisher) -> None:
    ids = [words.id for words in publisher.build().vocabularies]

    assert ids == sorted(ids)
    assert len(ids) == 9


def test_a_retired_word_can_still_be_used(publisher: Publisher) -> None:
    publisher.write("vocabularies/topics.yaml", WHOLE)
    publisher.entry(topics="[chatrooms]")

    assert publisher.built().head.topics == ("chatrooms",)


def test_an_id_stands_once(publisher: Publisher) -> None:
    publisher.vocabulary("risks", "contact", "contact")

    fault = publisher.only_fault()

    assert (fault.file, fault.line, fault.field) == ("vocabularies/risks.yaml", 9, "terms[2].id")


def test_words_need_id_label_and_definition_and_nothing_else(publisher: Publisher) -> None:
    publisher.vocabulary("risks", "contact", more="  - name: conduct\n")

    assert [(fault.line, fault.field) for fault in publisher.faults()] == [
        (9, "terms[2].id"),
        (9, "terms[2].label"),
        (9, "terms[2].definition"),
        (9, "terms[2].name"),
    ]


def test_a_vocabulary_needs_version_title_source_and_terms(publisher: Publisher) -> None:
    publisher.write("vocabularies/risks.yaml", "wersion: 1\n")

    assert {fault.field for fault in publisher.faults()} == {
        "version",
        "title",
        "source",
        "terms",
        "wersion",
    }


def test_a_source_is_a_record_with_a_title(publisher: Publisher) -> None:
    text = WHOLE.replace("  title: A scheme\n", "  writer: Me\n")
    publisher.write("vocabularies/topics.yaml", text)

    assert [fault.field for fault in publisher.faults()] == ["source.title", "source.writer"]


def test_a_source_that_is_a_text_is_a_fault(publisher: Publisher) -> None:
    publisher.write("vocabularies/risks.yaml", "version: 1\ntitle: A\nsource: B\nterms: []\n")

    assert publisher.only_fault().field == "source"


def test_true_and_false_are_the_only_flags(publisher: Publisher) -> None:
    publisher.write("vocabularies/topics.yaml", WHOLE.replace("true", "yes"))

    assert publisher.only_fault().allowed == "true, false"


def test_a_file_with_another_name_is_a_fault_that_offers_the_right_one(
    publisher: Publisher,
) -> None:
    publisher.vocabulary("topic", "grooming")

    fault = publisher.only_fault()

    assert fault.file == "vocabularies/topic.yaml"
    assert fault.allowed.startswith("topics (did you mean that?)")


def test_words_of_a_vocabulary_that_cannot_be_read_are_not_faults_as_well(
    publisher: Publisher,
) -> None:
    publisher.write("vocabularies/topics.yaml", "terms: [")
    publisher.write("vocabularies/organisation-kinds.yaml", b"\xff")
    publisher.entry(topics="[anything]")
    publisher.entry("organisation/them", organisation_kind="anything")

    assert {fault.file for fault in publisher.faults()} == {
        "vocabularies/topics.yaml",
        "vocabularies/organisation-kinds.yaml",
    }


def test_words_without_a_vocabulary_say_which_file_is_missing(publisher: Publisher) -> None:
    (publisher.folder / "vocabularies/topics.yaml").unlink()
    (publisher.folder / "vocabularies/evidence.yaml").unlink()
    publisher.entry(topics="[grooming]", evidence="survey")

    assert [(fault.field, fault.allowed) for fault in publisher.faults()] == [
        ("topics", "vocabularies/topics.yaml"),
        ("evidence", "vocabularies/evidence.yaml"),
    ]
