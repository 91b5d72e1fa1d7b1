"""Entries as they come out on paper, read back from PDF files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.pictures import png
from tests.ui.printing.conftest import PRINTED_ON, Bundled, printed, sensitive_sections
from tests.ui.printing.reading_pdf import (
    metadata_of,
    pages_of,
    pictures_of,
    places_of,
    sizes_of,
    text_of,
)
from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of

from fieldcat.domain.entry import (
    Block,
    Channel,
    Entry,
    Figure,
    HelpService,
    Line,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quotation,
    Section,
    SectionRole,
    Table,
    Text,
    plain,
)
from fieldcat.domain.keeping import Note, Passage
from fieldcat.ui.printing.composing import Copy
from fieldcat.ui.printing.paper import A4, LETTER, UNITS, Paper
from fieldcat.ui.printing.sheets import made_sheets
from fieldcat.ui.reader.building import FIGURES, ORGANISATIONS
from fieldcat.ui.reader.view import EntryView, lines_of

STUDIES = (
    "case-study/red-papaz-viguias",
    "case-study/scale-of-harm",
    "case-study/c-sema-tanzania",
    "case-study/snehai",
)
NOW = datetime(2025, 3, 1, tzinfo=UTC)


def words(text: str) -> Line:
    return (Text(text),)


def with_blocks(*blocks: Block, role: SectionRole = SectionRole.SOLUTION) -> EntryView:
    """A made-up case study with these blocks and nothing else."""
    entry = made_up.case_study()
    section = Section("only", role, "Only part", blocks)
    bare = replace(entry, sections=(section,), references=(), figures=(), related=())
    return view_of(bare)


def said(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def lines_said(sections: Iterable[Section]) -> list[str]:
    return [said(plain(line)) for line in lines_of(sections)]


def body_of(view: EntryView, content: bytes) -> str:
    """The words between head and foot of the pages."""
    bodies = [page.rpartition("Source: ")[0] for page in pages_of(content)]
    title = said(view.entry.head.title)
    return " ".join([bodies[0], *(body.removeprefix(title) for body in bodies[1:])])


def unmarked(text: str) -> str:
    """Without the marks of references, and without spaces, which lines of paper break anywhere."""
    out = text
    for at in range(1, 40):
        out = out.replace(f"[{at}]", "")
    for letter in "abcdefgh":
        out = out.replace(f"[{letter}]", "")
    return "".join(out.split())


# --- what is on the pages -------------------------------------------------------------------------


@pytest.mark.parametrize("name", STUDIES)
def test_all_that_is_open_is_printed_and_nothing_that_is_folded(
    bundled: Bundled, name: str
) -> None:
    view = bundled(name)
    folded = sensitive_sections(view)
    text = unmarked(body_of(view, printed(view)))
    for section in view.entry.sections:
        for line in lines_said([section]):
            if line == said(view.entry.head.summary):
                continue
            assert (unmarked(line) in text) is (section.id not in folded), line


@pytest.mark.parametrize("name", STUDIES[:2])
def test_a_folded_part_is_named_with_its_reason_and_printed_once_it_is_opened(
    bundled: Bundled, name: str
) -> None:
    view = bundled(name)
    folded = [section for section in view.entry.sections if section.sensitive]
    assert folded
    left_out = body_of(view, printed(view))
    opened = body_of(view, printed(view, opened=sensitive_sections(view)))
    for section in folded:
        assert f"Sensitive part left out: “{said(section.title)}”." in left_out
        assert said(section.sensitive) in left_out
        for line in lines_said([section]):
            assert unmarked(line) in unmarked(opened)
    assert "left out" not in opened


def test_figures_of_folded_parts_are_not_in_the_list_of_all_figures() -> None:
    view = view_of(made_up.case_study())
    hidden = "people who called the second line"
    assert hidden not in text_of(printed(view, opened=frozenset({FIGURES})))
    everything = sensitive_sections(view) | {FIGURES}
    assert hidden in text_of(printed(view, opened=everything))


@pytest.mark.parametrize("name", STUDIES)
def test_title_kind_facts_and_main_figures_stand_on_the_first_page(
    bundled: Bundled, name: str
) -> None:
    view = bundled(name)
    first = pages_of(printed(view))[0]
    assert first.startswith("Case study · ")
    assert said(view.entry.head.title) in first
    assert said(view.entry.head.summary) in first
    assert said(view.entry.head.organisation) in first
    assert "Figure What it counts" in first


def test_lists_that_are_closed_on_the_screen_are_not_printed() -> None:
    view = view_of(made_up.case_study())
    closed, opened = (
        text_of(printed(view)),
        text_of(printed(view, opened=frozenset({FIGURES, ORGANISATIONS}))),
    )
    for heading in ("All figures", "Organisations"):
        assert heading not in closed
        assert heading in opened
    assert "Partner 7 · Partner" in opened


def test_a_figure_is_a_row_with_how_exact_it_is_what_it_counts_where_and_when() -> None:
    text = text_of(printed(view_of(made_up.case_study())))
    assert "Figure What it counts Where When" in text
    assert "over 218,000 reports taken by the hotline Te Protejo Colombia to July 2024" in text


def test_a_figure_is_set_once_though_two_places_show_it() -> None:
    text = text_of(printed(view_of(made_up.case_study())))
    assert text.count("municipalities reached by the project") == 1


def test_links_keep_their_words_and_their_addresses_are_listed() -> None:
    line = (Link("their pages", "https://example.org/own"), Text(" and "))
    bare = (Link("example.org/other", "https://example.org/other"),)
    again = (Link("the same", "https://example.org/own"),)
    text = text_of(printed(with_blocks(Paragraph("p", line + bare), Paragraph("q", again))))
    assert "their pages [a] and example.org/other the same [a]" in text.replace("\u2060", "")
    assert "Web addresses a. example.org/own" in text


def test_references_are_numbered_as_they_are_cited() -> None:
    text = text_of(printed(view_of(made_up.case_study())))
    assert "References 1. The first work, by Somebody, 2019." in text
    assert "2. A later work." in text


def test_quotations_lists_and_tables_are_printed() -> None:
    text = text_of(
        printed(
            with_blocks(
                ListBlock("l", (ListItem("i", words("one"), (ListItem("j", words("within")),)),)),
                ListBlock("m", (ListItem("k", words("first")),), ordered=True),
                Quotation("q", (words("We decide."),), "a girl of sixteen"),
                Table("t", (words("Year"), words("Reports")), ((words("2019"), words("1,200")),)),
            )
        )
    )
    assert "• one • within 1. first We decide. — a girl of sixteen Year Reports 2019 1,200" in text


def test_a_help_services_numbers_are_printed_with_how_sure_they_are() -> None:
    text = text_of(printed(view_of(made_up.help_service())))
    assert "Telephone +57 116 11 22" in text
    assert "As stated by the study of" in text


def noted(view: EntryView, *notes: tuple[str, Passage | None]) -> tuple[Note, ...]:
    """Notes on an entry: their words, and what they are on."""
    return tuple(
        Note(str(at), view.id, "t", 1, text, NOW, NOW, passage)
        for at, (text, passage) in enumerate(notes)
    )


def test_own_notes_stand_at_the_end_those_on_the_whole_entry_first_and_called_so() -> None:
    view = view_of(made_up.case_study())
    notes = noted(
        view,
        ("", Passage("after", "After the cards")),
        ("Ask first.\nThen show.", Passage("b", "reports by the hotline")),
        ("Whole", None),
    )
    assert "My notes" not in text_of(printed(view))
    text = text_of(printed(view, notes=notes))
    assert (
        "My notes On the whole case Whole On passages After the cards Marked, without a note "
        "reports by the hotline Ask first. Then show."
    ) in text


def test_passages_are_printed_as_one_reads_them_whenever_they_were_marked() -> None:
    view = view_of(made_up.case_study())
    quoted = (
        ("entry:title", "safer harbour"),
        ("entry:summary", "Harbour Network"),
        ("four-parts", "Four parts"),
        ("four-parts", "hotline sorts reports"),
        ("after", "After the cards"),
        ("entry:timeline:0", "The hotline opens."),
        ("entry:timeline:1", "It grows."),
        ("numbers", "over 218,000 reports"),
        ("reference:first", "The first work"),
        ("no-longer-there", "lost words"),
    )
    passages = [Passage(block, words) for block, words in quoted]
    text = text_of(printed(view, notes=noted(view, *(("", one) for one in passages[::-1]))))
    listed = text[text.index("My notes") :]
    places = [listed.index(f"{words} Marked, without a note") for _, words in quoted]
    assert places == sorted(places)


def test_cells_of_a_table_and_items_of_a_list_are_in_their_order_too() -> None:
    view = with_blocks(
        ListBlock("l", (ListItem("i", words("one"), (ListItem("j", words("within")),)),)),
        Table("t", (words("Year"), words("Reports")), ((words("2019"), words("1,200")),)),
    )
    blocks = ("i", "j", "t:0:1", "t:1:0", "t:10:0")
    notes = noted(view, *((f"On {one}.", Passage(one, "words")) for one in reversed(blocks)))
    text = text_of(printed(view, notes=notes))
    assert "My notes " + " ".join(f"words On {one}." for one in blocks) in text


def test_a_note_on_an_entry_that_is_no_case_says_so() -> None:
    view = view_of(made_up.help_service())
    text = text_of(printed(view, notes=noted(view, ("Call first.", None))))
    assert "My notes On the whole entry Call first." in text
    assert "On passages" not in text


# --- what every page carries ----------------------------------------------------------------------


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("name", STUDIES)
def test_every_page_says_where_it_is_from_and_which_one_it_is(
    bundled: Bundled, name: str, paper: Paper
) -> None:
    view = bundled(name)
    source = view.entry.head.source
    pages = pages_of(printed(view, paper=paper))
    assert len(pages) > 1
    for at, page in enumerate(pages, 1):
        assert f"Page {at} of {len(pages)}" in page
        assert source.publisher in page
        assert unmarked(source.url.removeprefix("https://")) in unmarked(page)
        assert "Printed on 4 March 2025" in page
        assert view.collection.title in page
        assert view.collection.licence in page
        assert said(view.entry.head.title) in page


@pytest.mark.parametrize(("paper", "size"), [(A4, (595, 842)), (LETTER, (612, 792))])
def test_pages_have_the_size_of_the_paper(
    bundled: Bundled, paper: Paper, size: tuple[int, int]
) -> None:
    assert sizes_of(printed(bundled(STUDIES[0]), paper=paper)) == {size}


@pytest.mark.parametrize("paper", [A4, LETTER, Paper(420, 595)])
@pytest.mark.parametrize("name", STUDIES)
def test_nothing_is_cut_at_the_border_of_a_page(bundled: Bundled, name: str, paper: Paper) -> None:
    view = bundled(name)
    opened = sensitive_sections(view) | {FIGURES, ORGANISATIONS}
    sheets = made_sheets(Copy(view, opened), paper, PRINTED_ON)
    foot = sum(lines.height for lines in sheets.foot)
    room = paper.bottom - paper.top - foot
    for page in sheets.pages:
        assert all(placed.y + placed.slug.height < room for placed in page)
        ends = [placed.y + placed.slug.height for placed in page]
        assert all(one <= other.y + 1 for one, other in zip(ends, page[1:], strict=False))


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_all_words_of_a_file_stand_within_its_margins(bundled: Bundled, paper: Paper) -> None:
    content = printed(bundled(STUDIES[0]), opened=frozenset({FIGURES}), paper=paper)
    for page in range(len(pages_of(content))):
        for x, y, _ in places_of(content, page):
            assert paper.side / UNITS - 1 <= x <= paper.width - paper.side / UNITS
            assert 36 <= y <= paper.height - 36


def test_the_file_is_named_inside_by_title_and_publisher(bundled: Bundled) -> None:
    view = bundled(STUDIES[0])
    told = metadata_of(printed(view))
    assert told["Title"] == view.entry.head.title
    assert told["Author"] == view.entry.head.source.publisher
    assert told["Creator"] == "fieldcat"


def test_a_source_without_an_address_has_no_empty_line_at_the_foot() -> None:
    entry = made_up.case_study()
    source = replace(entry.head.source, url="")
    view = view_of(replace(entry, head=replace(entry.head, source=source)))
    full = made_sheets(Copy(view_of(entry)), A4, PRINTED_ON)
    assert len(made_sheets(Copy(view), A4, PRINTED_ON).foot) == len(full.foot) - 1


# --- pages ----------------------------------------------------------------------------------------


def long_table(rows: int) -> Table:
    header = (words("Year"), words("What happened"))
    return Table(
        "t", header, tuple((words(f"Row {at}"), words("It grew. " * 9)) for at in range(rows))
    )


def test_a_table_goes_on_over_pages_with_its_headings_again() -> None:
    pages = pages_of(printed(with_blocks(long_table(90))))
    with_rows = [page for page in pages if "Row " in page]
    assert len(with_rows) > 2
    assert all("Year What happened" in page for page in with_rows)
    assert [page.count(f"Row {at} ") for at in range(90) for page in pages if f"Row {at} " in page]
    assert sum(page.count("Row ") for page in pages) == 90


def test_a_row_higher_than_a_page_is_parted_between_its_lines() -> None:
    table = Table("t", (words("A"), words("B")), ((words("one"), words("word " * 3000)),))
    pages = pages_of(printed(with_blocks(table)))
    assert len(pages) > 2
    assert sum(unmarked(page).count("word") for page in pages) == 3000


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    entry = made_up.case_study()
    for lines in range(1, 60, 2):
        text = Paragraph("p", words("It went on. " * lines * 6))
        sections = (
            Section("a", SectionRole.PROBLEM, "Before", (text,)),
            Section("b", SectionRole.IMPACT, "After it all", (Paragraph("q", words("Good.")),)),
        )
        bare = replace(entry, sections=sections, references=(), figures=(), related=())
        sheets = made_sheets(Copy(view_of(bare)), A4, PRINTED_ON)
        assert not any(page[-1].slug.joined for page in sheets.pages)


def test_a_paragraph_leaves_no_single_line_behind() -> None:
    text = [Paragraph(f"p{at}", words("It went on. " * 30)) for at in range(40)]
    sheets = made_sheets(Copy(with_blocks(*text)), A4, PRINTED_ON)
    assert sheets.count > 3
    assert not any(page[-1].slug.joined for page in sheets.pages)


@pytest.mark.parametrize("size", [(4000, 2000), (300, 3000), (40, 40)])
def test_a_picture_fits_its_page_with_its_caption_beside_it(size: tuple[int, int]) -> None:
    asset = "a" * 64
    view = with_blocks(Picture("p", asset, "A map", "The harbour from above", *size))
    content = printed(replace(view, pictures={asset: png(*size)}))
    text = text_of(content)
    assert "The harbour from above" in text
    assert "A map" not in text
    ((width, height),) = pictures_of(content)
    assert width <= 436 * 300 / 72 + 1
    assert height <= 380 * 300 / 72 + 1
    assert abs(width / height - size[0] / size[1]) < 0.02 * size[0] / size[1]


def test_a_picture_that_cannot_be_shown_is_told_in_words() -> None:
    view = with_blocks(Picture("p", "a" * 64, "A map of the harbour", "", 10, 10))
    assert "A map of the harbour" in text_of(printed(view))


def test_an_entry_on_small_paper_or_lying_has_narrower_text_within_its_margins() -> None:
    view = view_of(made_up.case_study())
    for paper in (Paper(420, 595), Paper(842, 595)):
        assert sizes_of(printed(view, paper=paper)) == {(paper.width, paper.height)}


# --- from right to left ---------------------------------------------------------------------------

ARABIC = "يعمل المركز مع الأسرة والمدرسة والشرطة"


def arabic() -> Entry:
    entry = made_up.case_study()
    blocks = (
        Paragraph("p", words(ARABIC)),
        Table("t", (words("السنة"), words("البلاغات")), ((words("2019"), words("1,200")),)),
        Quotation("q", (words(ARABIC),)),
        ListBlock("l", (ListItem("i", words(ARABIC)),), ordered=True),
    )
    return replace(
        entry,
        head=replace(entry.head, title="مرفأ أكثر أمنا", summary=ARABIC),
        sections=(Section("a", SectionRole.SOLUTION, "ما الذي فعلوه", blocks),),
        figures=(replace_place(made_up.FIGURES[0]),),
    )


def replace_place(figure: Figure) -> Figure:
    return replace(figure, value=Decimal(7), section="a")


def test_an_entry_from_right_to_left_begins_at_the_right() -> None:
    content = printed(view_of(arabic()))
    places = {text: (x, y) for x, y, text in places_of(content, 0)}
    table = {text: x for text, (x, _) in places.items() if text in ("2019", "1,200", "Page 1 of 1")}
    labels = {text: x for text, (x, _) in places.items() if text in ("Who", "For")}
    assert table["2019"] > table["1,200"], "the first column of a table stands on the right"
    assert all(x > 595 / 2 for x in labels.values()), "labels stand right of their facts"
    page = next(x for text, (x, _) in places.items() if text.startswith("Page"))
    assert page < 100, "the page's number stands at the left"


def test_an_entry_is_printed_in_its_own_direction_whatever_the_windows(
    qapp: QApplication,
) -> None:
    view = view_of(made_up.case_study())
    named = ("Who", "For", "What they did", "Page 1 of 2")

    def edges() -> list[tuple[str, int]]:
        places = places_of(printed(view), 0)
        return [(text, round(x)) for x, _, text in places if text.replace("\t", " ") in named]

    before = edges()
    assert len(before) == len(named)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert edges() == before


def test_a_telephone_number_reads_from_left_to_right_everywhere() -> None:
    service = made_up.help_service()
    part = service.part
    assert isinstance(part, HelpService)
    number = "+255 116 000"
    entry = replace(
        service,
        head=replace(service.head, title="خط الأطفال"),
        part=replace(part, channels=(Channel("telephone", number),)),
    )
    places = [(x, text) for x, _, text in places_of(printed(view_of(entry)), 0)]
    digits = " ".join(text for _, text in sorted(places) if set(text) <= set("+0123456789 \t"))
    assert digits.replace("\t", " ").split()[:3] == number.split()
