from __future__ import annotations

import hashlib
import sqlite3
import threading
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests import strategies
from tests.unit.storage.examples import (
    AUDIENCES,
    COLLECTION,
    CSAM,
    ENTRIES,
    HOTLINE,
    MUCH_TO_DRAW,
    OLDER,
    PAPAZ,
    RED_PAPAZ,
    TOPICS,
    VIGUIAS,
    VIGUIAS_ES,
)

from fieldcat.domain.entry import Entry, EntryId, Kind
from fieldcat.domain.query import Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import EntryNotFoundError
from fieldcat.records import decode_entry, encode_entry
from fieldcat.records.packs import put_entry
from fieldcat.storage.catalogue import Catalogue, open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue

NOWHERE = EntryId("fieldcat", Kind.TOOL, "nowhere")


def titles(catalogue: Catalogue, sort: Sort) -> list[str]:
    return [head.title for head in catalogue.heads(catalogue.numbers(sort)).values()]


# --- entries ----------------------------------------------------------------------------------


def test_entries_are_numbered_from_one_in_the_order_of_their_ids(catalogue: Catalogue) -> None:
    heads = catalogue.heads(range(1, catalogue.size + 1))
    assert [str(head.id) for head in heads.values()] == sorted({str(e.id) for e in ENTRIES})
    assert catalogue.size == 5


def test_a_number_is_found_by_id(catalogue: Catalogue) -> None:
    number = catalogue.number(VIGUIAS.id)
    assert number is not None
    assert catalogue.heads([number]) == {number: VIGUIAS.head}


def test_an_unknown_id_has_no_number(catalogue: Catalogue) -> None:
    assert catalogue.number(NOWHERE) is None


def test_heads_come_in_the_order_asked_for_and_unknown_ones_are_left_out(
    catalogue: Catalogue,
) -> None:
    assert list(catalogue.heads([4, 99, 2, 0])) == [4, 2]


def test_more_heads_than_sqlite_takes_parameters_can_be_asked_for(catalogue: Catalogue) -> None:
    assert len(catalogue.heads(range(100_000))) == 5


@pytest.mark.parametrize("entry", [VIGUIAS, OLDER, HOTLINE, PAPAZ, CSAM])
def test_an_entry_comes_back_as_it_was_written(catalogue: Catalogue, entry: Entry) -> None:
    assert catalogue.entry(entry.id) == entry


@pytest.mark.parametrize(
    ("language", "expected"),
    [("es", VIGUIAS_ES), ("es-MX", VIGUIAS_ES), ("fr", VIGUIAS), ("en-GB", VIGUIAS)],
)
def test_an_entry_comes_in_the_language_that_fits_best(
    catalogue: Catalogue, language: str, expected: Entry
) -> None:
    assert catalogue.entry(VIGUIAS.id, language) == expected


def test_an_unknown_entry_is_told_by_its_id(catalogue: Catalogue) -> None:
    with pytest.raises(EntryNotFoundError) as caught:
        catalogue.entry(NOWHERE)
    assert caught.value.data == {"entry_id": "fieldcat/tool/nowhere"}


def test_the_numbers_of_ids_are_those_of_entries_that_there_are(catalogue: Catalogue) -> None:
    ids = [str(VIGUIAS.id), str(NOWHERE), "no id at all"]
    assert catalogue.numbers_of(ids) == [catalogue.number(VIGUIAS.id)]


# --- orders -----------------------------------------------------------------------------------


def test_titles_are_sorted_without_case_accents_and_punctuation(catalogue: Catalogue) -> None:
    assert titles(catalogue, Sort.TITLE) == [
        "#another study",
        "Child sexual abuse material",
        "Élan of the hotline",
        "Red PaPaz",
        "Te Protejo",
    ]


def test_without_words_case_studies_come_first_and_within_a_kind_the_newest(
    catalogue: Catalogue,
) -> None:
    assert titles(catalogue, Sort.BEST) == [
        "Élan of the hotline",
        "#another study",
        "Te Protejo",
        "Red PaPaz",
        "Child sexual abuse material",
    ]


def test_the_newest_come_first_and_a_day_before_its_month_and_year(catalogue: Catalogue) -> None:
    assert titles(catalogue, Sort.NEWEST) == [
        "Élan of the hotline",
        "Te Protejo",
        "Child sexual abuse material",
        "Red PaPaz",
        "#another study",
    ]


# --- what search needs ------------------------------------------------------------------------


def test_a_body_for_snippets_holds_summary_and_open_sections_only(catalogue: Catalogue) -> None:
    number = catalogue.number(VIGUIAS.id)
    assert number is not None
    assert catalogue.bodies([number]) == {
        number: "Summary of Élan of the hotline.\nHeading of open\nSeen by all."
    }


def test_a_document_holds_folded_sections_too(catalogue: Catalogue) -> None:
    number = catalogue.number(VIGUIAS.id)
    document = next(d for d in catalogue.documents() if d.number == number and d.language == "en")
    assert document.title == "Élan of the hotline"
    assert document.organisation == "Red PaPaz"
    assert document.keywords == "Viguias"
    assert document.body.endswith("Seen by all.\nHeading of shut\nRead by choice.")


def test_every_language_version_is_a_document(catalogue: Catalogue) -> None:
    documents = [(document.number, document.language) for document in catalogue.documents()]
    assert documents == [(1, "en"), (2, "en"), (2, "es"), (3, "en"), (4, "en"), (5, "en")]


def test_a_help_service_is_found_by_its_number(catalogue: Catalogue) -> None:
    assert "141" in catalogue.bodies([catalogue.number(HOTLINE.id) or 0]).popitem()[1]


def test_other_names_are_keywords(catalogue: Catalogue) -> None:
    keywords = {document.title: document.keywords for document in catalogue.documents()}
    assert keywords["Child sexual abuse material"] == "CSAM\nabuse images\nkiddie pictures"
    assert keywords["Red PaPaz"] == "RP"


def test_members_of_a_facet_are_its_rows_by_value(catalogue: Catalogue) -> None:
    members = {(facet, value): sorted(found) for facet, value, found in catalogue.facet_members()}
    rows: dict[tuple[Facet, str], list[int]] = {}
    for facet, value, number in catalogue.facet_rows():
        rows.setdefault((facet, value), []).append(number)
    assert members == rows


def test_a_list_of_entries_has_heads_and_texts(catalogue: Catalogue) -> None:
    numbers = catalogue.numbers(Sort.TITLE)
    heads, bodies = catalogue.heads(numbers), catalogue.bodies(numbers)
    for _ in range(2):
        listed = catalogue.listed(numbers, bodies=True)
        assert listed == {number: (heads[number], bodies[number]) for number in numbers}
    assert {body for _, body in catalogue.listed(numbers, bodies=False).values()} == {""}
    assert catalogue.listed([9_999], bodies=True) == {}


def test_keys_titles_and_documents_are_those_of_the_entries(catalogue: Catalogue) -> None:
    heads = catalogue.heads(range(1, catalogue.size + 1))
    assert catalogue.keys() == tuple(str(head.id) for head in heads.values())
    assert catalogue.titles() == {number: head.title for number, head in heads.items()}
    originals = [d for d in catalogue.documents() if d.language == heads[d.number].language]
    assert [catalogue.document(number) for number in heads] == originals
    assert catalogue.document(9_999) is None


def test_facet_rows_hold_every_value_of_every_facet(catalogue: Catalogue) -> None:
    number = catalogue.number(VIGUIAS.id)
    found = {(facet, value) for facet, value, n in catalogue.facet_rows() if n == number}
    assert found == {
        (Facet.KIND, "case-study"),
        (Facet.TOPIC, "reporting-abuse"),
        (Facet.TOPIC, "schools"),
        (Facet.AUDIENCE, "parents"),
        (Facet.COUNTRY, "CO"),
        (Facet.REGION, "419"),
        (Facet.CAPABILITY, "hotline"),
        (Facet.EVIDENCE, "self-reported"),
        (Facet.RISK, "contact"),
        (Facet.APPROACH, "laws"),
        (Facet.YEAR, "2024"),
        (Facet.ORGANISATION, str(RED_PAPAZ)),
        (Facet.LANGUAGE, "en"),
        (Facet.LANGUAGE, "es"),
        (Facet.COLLECTION, "fieldcat"),
    }


def test_the_glossary_names_the_preferred_word(catalogue: Catalogue) -> None:
    assert catalogue.terms() == ((CSAM.id, "Child sexual abuse material", CSAM.part),)


def test_collections_and_vocabularies_come_back(catalogue: Catalogue) -> None:
    assert catalogue.collections() == (COLLECTION,)
    assert catalogue.vocabularies() == {"audiences": AUDIENCES, "topics": TOPICS}


# --- the file ---------------------------------------------------------------------------------


def test_the_fingerprint_is_that_of_the_file(catalogue: Catalogue) -> None:
    assert catalogue.fingerprint == hashlib.sha256(catalogue.path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["a b", "ñandú 中", "50% off #1?x=1&y", "it's «so»", "%41"])
def test_a_catalogue_may_lie_at_any_path(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / f"{name}.sqlite"
    path.parent.mkdir()
    write_catalogue(path, COLLECTION, (), ENTRIES)
    opened = open_catalogue(path)
    assert opened.size == 5
    opened.close()
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_reading_leaves_file_and_folder_as_they_were(catalogue: Catalogue) -> None:
    before = catalogue.path.read_bytes(), catalogue.path.stat().st_mtime_ns
    list(catalogue.documents())
    assert (catalogue.path.read_bytes(), catalogue.path.stat().st_mtime_ns) == before
    assert list(catalogue.path.parent.iterdir()) == [catalogue.path]


def test_an_empty_catalogue_has_nothing_to_tell(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "c.sqlite", COLLECTION, (), ())
    catalogue = open_catalogue(tmp_path / "c.sqlite")
    assert catalogue.size == 0
    assert catalogue.numbers(Sort.TITLE) == ()
    assert list(catalogue.documents()) == []
    assert list(catalogue.facet_rows()) == []
    assert list(catalogue.facet_members()) == []
    assert catalogue.check() == ()
    catalogue.close()


def test_several_threads_read_at_once(catalogue: Catalogue) -> None:
    read: list[list[Entry]] = []

    def read_all() -> None:
        heads = catalogue.heads(catalogue.numbers(Sort.TITLE))
        read.append([catalogue.entry(head.id) for head in heads.values()])

    threads = [threading.Thread(target=read_all) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read) == 8
    assert all(entries == read[0] for entries in read)


@settings(max_examples=8, suppress_health_check=MUCH_TO_DRAW)
@given(strategies.works())
def test_whatever_a_publisher_writes_is_read_and_found_whole(
    tmp_path: Path, entries: list[Entry]
) -> None:
    path = tmp_path / "any.sqlite"
    write_catalogue(path, COLLECTION, (), entries)
    catalogue = open_catalogue(path)
    try:
        assert catalogue.check() == ()
        assert len(list(catalogue.documents())) == len(entries)
        for entry in entries:
            found = catalogue.entry(entry.id, entry.head.language)
            assert found == decode_entry(encode_entry(entry))
    finally:
        catalogue.close()


def test_a_translation_is_listed_by_its_original(tmp_path: Path) -> None:
    spanish_original = replace(VIGUIAS_ES, head=replace(VIGUIAS_ES.head, translates=None))
    english = replace(VIGUIAS, head=replace(VIGUIAS.head, translates=1))
    write_catalogue(tmp_path / "c.sqlite", COLLECTION, (), [english, spanish_original])
    catalogue = open_catalogue(tmp_path / "c.sqlite")
    assert catalogue.heads([1])[1].language == "es"
    assert catalogue.entry(VIGUIAS.id).head.language == "es"
    assert catalogue.bodies([1])[1].endswith("Visto por todos.")
    catalogue.close()


# --- digests ----------------------------------------------------------------------------------


def test_the_digest_of_a_line_is_that_of_the_line_that_puts_the_version(
    catalogue: Catalogue,
) -> None:
    lines = map(put_entry, ENTRIES)
    expected = {line.key[1:]: hashlib.sha256(line.data).digest() for line in lines}
    found = {(id, language): digest for id, language, digest in catalogue.put_digests()}
    assert found == expected


def test_the_digests_of_words_are_those_of_what_search_takes_in(catalogue: Catalogue) -> None:
    documents = catalogue.documents()
    assert list(catalogue.words_digests()) == [
        (document.number, document.key, document.language, document.digest)
        for document in documents
    ]


def test_a_catalogue_from_before_there_were_digests_is_read_all_the_same(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "older.sqlite"
    path.write_bytes(catalogue.path.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE digest")
    with closing(open_catalogue(path)) as older:
        assert catalogue.has_digests
        assert not older.has_digests
        assert list(older.put_digests()) == []
        assert list(older.words_digests()) == list(catalogue.words_digests())
        assert older.check() == ()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not tell")
@pytest.mark.parametrize("read", ["put_digests", "words_digests", "records", "documents"])
def test_whoever_has_seen_enough_keeps_nothing_open(catalogue_path: Path, read: str) -> None:
    opened = open_catalogue(catalogue_path)
    found = getattr(opened, read)()
    next(found)
    opened.close()
    held = set()
    for one in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # another thread may just let go of something
            held.add(one.readlink())
    assert catalogue_path not in held
