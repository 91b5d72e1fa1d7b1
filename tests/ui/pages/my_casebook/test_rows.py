from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook, facet_label
from tests.ui.pages.my_casebook.at_the_page import GONE, NOW

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Bookmark, Note, Passage, ReadingPlace
from fieldcat.domain.query import Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.services.answers import SearchCount
from fieldcat.ui.labels import day_text
from fieldcat.ui.pages.my_casebook_rows import Rows
from fieldcat.ui.pages.my_casebook_words import asks_the_same, proposed_name, search_words
from fieldcat.ui.widgets.own_model import OwnRow
from fieldcat.ui.widgets.row_delegate import Bookmark as Sign
from fieldcat.ui.widgets.shelf_model import ALL_KEPT, Shelf, Spot


@pytest.fixture
def rows() -> Rows:
    return Rows(facet_label, lambda code: facet_label(Facet.COUNTRY, code))


def note(fake: FakeCasebook, entry: EntryId, text: str, passage: Passage | None = None) -> Note:
    title = fake.heads([entry])[entry].title if entry != GONE else "A project"
    return fake.own.write_note(Note("", entry, title, 1, text, NOW, NOW, passage))


def titles(found: tuple[OwnRow, ...]) -> list[str]:
    return [row.content.title for row in found]


def test_what_is_kept_stands_with_the_day_the_newest_first(rows: Rows, fake: FakeCasebook) -> None:
    fake.own.keep(CENTRE)
    fake.own.keep(LINE)
    first, second = rows.of(fake.own.overview(), ALL_KEPT)
    assert (first.entry, second.entry) == (LINE, CENTRE)
    assert second.content.meta == "kept 12 Nov 2024 · Case study · Casa Clara · 2024"
    assert second.sign is Sign.FILLED
    assert [tag.words for tag in second.content.tags] == ["Sensitive"]


def test_a_help_service_says_its_place_and_not_when_it_was_stated(
    rows: Rows, fake: FakeCasebook
) -> None:
    fake.own.keep(LINE)
    (row,) = rows.of(fake.own.overview(), ALL_KEPT)
    assert row.content.meta == "kept 12 Nov 2024 · Help service · Colombia"


def test_a_day_of_this_year_goes_without_the_year() -> None:
    assert day_text(NOW, date(2024, 12, 1)) == "12 November"
    assert day_text(NOW, date(2025, 1, 1)) == "12 Nov 2024"


def test_the_newest_note_is_shown_beside_what_is_kept(rows: Rows, fake: FakeCasebook) -> None:
    fake.own.keep(CENTRE)
    note(fake, CENTRE, "Ask Ana.")
    note(fake, CENTRE, "  ")
    (row,) = rows.of(fake.own.overview(), ALL_KEPT)
    assert row.content.words == "Ask Ana."


def test_a_folder_shows_what_lies_in_it(rows: Rows, fake: FakeCasebook) -> None:
    folder = fake.own.make_folder("Parents", None)
    fake.own.keep(CENTRE, folder.number)
    fake.own.keep(LINE)
    found = rows.of(fake.own.overview(), Spot(Shelf.KEPT, folder.number))
    assert [row.entry for row in found] == [CENTRE]


def test_a_withdrawn_entry_stays_in_the_list_and_says_so(rows: Rows, fake: FakeCasebook) -> None:
    fake.own.bookmarks[GONE] = Bookmark(GONE, "A project", 1, NOW)
    note(fake, GONE, "Good film.")
    fake.own.note_reading(CENTRE, ReadingPlace())
    fake.own.readings[GONE] = replace(fake.own.readings[CENTRE], entry=GONE, title="A project")
    del fake.own.bookmarks[GONE]
    kept = fake.own.overview()
    for spot in (Spot(Shelf.NOTES), Spot(Shelf.READ)):
        row = next(row for row in rows.of(kept, spot) if row.entry == GONE)
        assert row.withdrawn
        assert [(tag.icon, tag.words) for tag in row.content.tags] == [("circle-x", "Withdrawn")]
        assert row.sign is Sign.NONE


def test_an_entry_that_changed_since_it_was_kept_says_so(rows: Rows, fake: FakeCasebook) -> None:
    fake.own.keep(CSAM)
    fake.own.bookmarks[CSAM] = replace(fake.own.bookmarks[CSAM], revision=0)
    (row,) = rows.of(fake.own.overview(), ALL_KEPT)
    assert [(tag.icon, tag.words) for tag in row.content.tags] == [("file-pen", "Changed")]


def test_a_note_shows_the_passage_and_its_words(rows: Rows, fake: FakeCasebook) -> None:
    note(fake, CENTRE, "Ask Ana.", Passage("four-parts", "The hotline sorts reports"))
    note(fake, CENTRE, "", Passage("four-parts", "a research centre"))
    mark, words = rows.of(fake.own.overview(), Spot(Shelf.NOTES))
    assert words.content.quotation == "The hotline sorts reports"
    assert words.content.words == "Ask Ana."
    assert words.content.meta == "Note · 12 Nov 2024"
    assert mark.content.meta == "Marked words · 12 Nov 2024"


def test_what_was_read_tells_whether_it_is_kept(rows: Rows, fake: FakeCasebook) -> None:
    fake.own.note_reading(CENTRE, ReadingPlace())
    fake.own.note_reading(LINE, ReadingPlace())
    fake.own.keep(LINE)
    signs = [row.sign for row in rows.of(fake.own.overview(), Spot(Shelf.READ))]
    assert signs == [Sign.FILLED, Sign.OUTLINE]


def test_a_search_tells_what_it_asks_and_what_it_finds(rows: Rows, fake: FakeCasebook) -> None:
    query = Query("hotline", {Facet.TOPIC: frozenset({"reporting"})})
    search = fake.own.save_search("Mine", query)
    kept = fake.own.overview()

    def row(counts: dict[str, SearchCount | None]) -> OwnRow:
        (found,) = rows.of(kept, Spot(Shelf.SEARCHES), counts=counts)
        return found

    assert row({}).content.meta == "Counting…"
    assert row({search.id: None}).content.meta == "Could not be counted"
    counted = row({search.id: SearchCount(12, 3)})
    assert counted.content.meta == "12 entries"
    assert [(tag.icon, tag.words) for tag in counted.content.tags] == [("circle-plus", "3 new")]
    assert counted.content.words == "“hotline” · Topic: Reporting abuse"
    assert row({search.id: SearchCount(12, 0)}).content.tags == ()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("casa", [CENTRE]),  # its organisation
        ("cuído", [LINE]),  # whatever the accents
        ("ana", [CENTRE]),  # the words of a note
        ("SORTS", [CENTRE]),  # the words it is on
        ("centre ana", [CENTRE]),  # all of the words, wherever they stand
        ("cuido ana", []),
        ("", [LINE, CENTRE]),
    ],
)
def test_one_searches_within_titles_organisations_and_notes(
    rows: Rows, fake: FakeCasebook, wanted: str, found: list[EntryId]
) -> None:
    fake.own.keep(CENTRE)
    fake.own.keep(LINE)
    note(fake, CENTRE, "Ask Ána.", Passage("four-parts", "The hotline sorts reports"))
    assert [row.entry for row in rows.of(fake.own.overview(), ALL_KEPT, wanted)] == found


def test_what_was_found_is_marked(rows: Rows, fake: FakeCasebook) -> None:
    fake.own.keep(CENTRE)
    note(fake, CENTRE, "Not this one.")
    note(fake, CENTRE, "Ask Ána about the centre.")
    (row,) = rows.of(fake.own.overview(), ALL_KEPT, "ana CENTRE")
    content = row.content
    assert [content.title[start:end] for start, end in content.title_marks] == ["centre"]
    assert [content.words[start:end] for start, end in content.words_marks] == ["Ána", "centre"]


def test_titles_stand_in_the_order_of_the_language(rows: Rows, fake: FakeCasebook) -> None:
    for name in ("Zoo", "Émile", "apple", "Search 10", "Search 9"):
        fake.own.save_search(name, Query(name))
    found = rows.of(fake.own.overview(), Spot(Shelf.SEARCHES), sort=Sort.TITLE)
    assert titles(found) == ["apple", "Émile", "Search 9", "Search 10", "Zoo"]


def test_a_search_in_words() -> None:
    filters = {
        Facet.YEAR: frozenset({"2023", "2022", "2024"}),
        Facet.TOPIC: frozenset({"reporting", "schools"}),
    }
    assert (
        search_words(Query(" hotline ", filters), facet_label)
        == "“hotline” · Topic: Reporting abuse, Schools · Year: 2022–2024"
    )


@pytest.mark.parametrize(
    ("text", "topics", "name"),
    [
        ("hotline colombia", set(), "hotline colombia"),
        ("", {"reporting"}, "Reporting abuse"),
        ("hotline", {"reporting", "schools"}, "hotline, Reporting abuse, Schools"),
    ],
)
def test_a_name_is_proposed_from_words_and_filters(text: str, topics: set[str], name: str) -> None:
    assert proposed_name(Query(text, {Facet.TOPIC: frozenset(topics)}), facet_label) == name


def test_a_proposed_name_is_never_long() -> None:
    name = proposed_name(Query("hotline " * 20), facet_label)
    assert len(name) <= 60
    assert name.endswith("hotline…")


def test_two_searches_are_the_same_whatever_their_order_and_spaces() -> None:
    topic = {Facet.TOPIC: frozenset({"reporting"})}
    one = Query(" Hotline  colombia", topic, Sort.TITLE, 60)
    assert asks_the_same(one, Query("hotline colombia", {**topic, Facet.YEAR: frozenset()}))
    assert not asks_the_same(one, Query("hotline colombia"))
    assert not asks_the_same(one, Query("hotline", topic))
