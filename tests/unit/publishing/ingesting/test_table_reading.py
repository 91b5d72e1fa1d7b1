"""Spreadsheets as people have them: good rows are taken, bad ones told of, bombs refused."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from fieldcat.domain.entry import Kind
from fieldcat.domain.taxonomy import Concept, Vocabulary
from fieldcat.exporting.xlsx import xlsx_of
from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.ingesting import xlsx_reading
from fieldcat.publishing.ingesting.columns import Mapped, match_columns, read_mapping
from fieldcat.publishing.ingesting.items import Item, Remark, Why
from fieldcat.publishing.ingesting.row_reading import TableSetting, kind_named, read_rows
from fieldcat.publishing.ingesting.sheets import MOST_ROWS, is_formula

WORDS = {
    "topics": Vocabulary("topics", 1, "Topic", "Us", (Concept("reporting", "Reporting abuse"),)),
    "organisation-kinds": Vocabulary(
        "organisation-kinds", 1, "Kind", "Us", (Concept("ngo", "NGO"),)
    ),
}


def read(
    path: Path, kind: Kind = Kind.ORGANISATION, mapped: Mapped | None = None
) -> tuple[list[Item], list[Remark]]:
    found = list(read_rows(path, TableSetting(kind, mapped or Mapped(), WORDS)))
    items = [one for one in found if isinstance(one, Item)]
    return items, [one for one in found if isinstance(one, Remark)]


def written(tmp_path: Path, content: str | bytes, name: str = "t.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# --- rows -------------------------------------------------------------------------------------


def test_columns_are_matched_by_their_usual_names(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Name,Description,Country,Web,Type,Topics,Established\n"
        'Red PaPaz,"Parents, together","Colombia, México",www.redpapaz.org,NGO,'
        "Reporting abuse; Painting,2003\n",
    )

    (item,), remarks = read(path)

    assert (item.title, item.source) == ("Red PaPaz", "t.csv#red papaz")
    assert item.fields == {
        "summary": "Parents, together",
        "countries": ("CO", "MX"),
        "website": "https://www.redpapaz.org",
        "organisation_kind": "ngo",
        "topics": ("reporting",),
        "founded": "2003",
        "keywords": ("Painting",),
    }
    assert [(one.why, one.text, one.line) for one in remarks] == [(Why.UNFILED, "Painting", 2)]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",x,,", "it has no title"),
        ("A,,Atlantis,", "countries: “Atlantis” is none that is known"),
        ("A,,,3/4/2024", "can be read two ways"),
        ("A,,,soon", "source_date: “soon” is no date"),
        ("A,,,2024,more", "1 cells more than there are columns"),
        ('A,"=HYPERLINK(""http://x"")",,', "summary holds a formula"),
    ],
)
def test_a_bad_row_is_told_of_with_its_number_and_the_others_taken(
    tmp_path: Path, row: str, why: str
) -> None:
    path = written(tmp_path, f"title,summary,country,date\nGood,,,2024\n{row}\nBest,,,\n")

    items, remarks = read(path, Kind.TOOL)

    assert [item.title for item in items] == ["Good", "Best"]
    (remark,) = remarks
    assert (remark.why, remark.line) == (Why.BAD_ROW, 3)
    assert why in remark.text


def test_a_cell_over_several_lines_keeps_the_count_of_rows(tmp_path: Path) -> None:
    path = written(tmp_path, 'title,text\nA,"One.\n\nTwo."\n,x\n')

    (item,), (remark,) = read(path, Kind.TOOL)

    assert len(item.sections[0].blocks) == 2
    assert remark.line == 3


def test_ways_to_reach_a_service_are_put_together(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "name,phone,email,last verified,languages spoken\n"
        "Line,116; 117,a@b.org,1 May 2024,sw; en\n",
    )

    (item,), _ = read(path, Kind.HELP_SERVICE)

    assert item.fields["channels"] == [
        {"type": "telephone", "value": "116"},
        {"type": "telephone", "value": "117"},
        {"type": "email", "value": "a@b.org"},
    ]
    assert item.fields["last_checked"] == "2024-05-01"
    assert item.fields["languages"] == ("sw", "en")


def test_what_is_taken_into_no_field_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "title,Shoe size\nA,43\n")

    assert [one.text for one in read(path, Kind.TOOL)[1]] == ["the column “Shoe size” is not taken"]


def test_a_table_without_titles_gives_its_columns(tmp_path: Path) -> None:
    items, (remark,) = read(written(tmp_path, "a,b\n1,2\n"))

    assert items == []
    assert (remark.why, remark.text) == (Why.BROKEN, "no column is the title; there are “a”, “b”")


def test_the_kind_follows_from_the_file_s_name() -> None:
    assert kind_named(Path("x/Help services.xlsx")) is Kind.HELP_SERVICE
    assert kind_named(Path("list.csv")) is None


# --- a mapping file ---------------------------------------------------------------------------


def test_a_mapping_says_what_names_do_not(tmp_path: Path) -> None:
    mapping = written(
        tmp_path,
        "kind: tool\nkey: Nr\ndates: day-first\ncolumns:\n  Wie heisst es?: title\n"
        "  Shoe size: '-'\n"
        "  Wann?: source_date\ndefaults:\n  source_url: https://example.org/\n",
        "m.yaml",
    )
    log = FaultLog("m.yaml")
    mapped = read_mapping(mapping, log)
    assert log.found == []
    path = written(tmp_path, "Nr,Wie heisst es?,Shoe size,Wann?\n7,A,43,3/4/2024\n")

    (item,), remarks = read(path, Kind.TOOL, mapped)

    assert item.source == "t.csv#7"
    assert item.fields == {"source_url": "https://example.org/", "source_date": "2024-04-03"}
    assert [one.text for one in remarks] == ["the column “Nr” is not taken"]


@pytest.mark.parametrize(
    "text", ["kind: hammer\n", "columns: {a: shoe}\n", "dates: sometimes\n", "speed: 3\n", "- a\n"]
)
def test_a_mapping_that_is_wrong_is_a_fault(tmp_path: Path, text: str) -> None:
    log = FaultLog("m.yaml")
    read_mapping(written(tmp_path, text, "m.yaml"), log)

    assert len(log.found) == 1


def test_a_field_goes_to_the_first_column_that_asks() -> None:
    assert match_columns(["URL", "Link", "title", "Name"], Kind.TOOL, Mapped()) == {
        0: "url",
        2: "title",
    }


# --- files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252"])
def test_separators_and_encodings_are_detected(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    lines = (("title", "summary"), ("Niños", "Café, por favor"), ("B", "Sí"))
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)

    items, _ = read(written(tmp_path, text.encode(encoding)), Kind.TOOL)

    assert [(item.title, item.fields["summary"]) for item in items] == list(lines[1:])


def test_excel_may_name_the_separator(tmp_path: Path) -> None:
    (item,), _ = read(written(tmp_path, "sep=;\ntitle;summary\nA,b;c\n"), Kind.TOOL)

    assert (item.title, item.fields["summary"]) == ("A,b", "c")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"title\n" + b"x" * 200_000, "it is no table from line"),
        ("\n".join(["a," * 400] * 2).encode(), "401 cells"),
    ],
)
def test_what_is_no_table_gives_nothing(tmp_path: Path, content: bytes, why: str) -> None:
    items, (remark,) = read(written(tmp_path, content), Kind.TOOL)

    assert items == []
    assert (remark.why, why in remark.text) == (Why.BROKEN, True), remark


def test_a_million_rows_are_refused_whole_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "million.csv"
    with path.open("wb") as file:
        file.write(b"title,summary\n")
        block = b"".join(b"Title %d,%s\n" % (number, b"words " * 8) for number in range(10_000))
        for _ in range(100):
            file.write(block)
    tracemalloc.start()
    items, (remark,) = read(path, Kind.TOOL)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert items == []
    assert remark.text == f"it has more than {MOST_ROWS:,} rows: divide it"
    assert peak < 20_000_000


# --- XLSX -------------------------------------------------------------------------------------


def xlsx(tmp_path: Path, sheet: str = "", **parts: str) -> Path:
    """A workbook made by hand; ``sheet`` are the rows of its first sheet."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    files = {
        "xl/workbook.xml": f'<workbook {main} xmlns:r="r"><sheets>'
        '<sheet name="One" r:id="rId1"/><sheet name="Two" r:id="rId2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1"'
        ' Target="worksheets/first.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet {main}><numFmts><numFmt numFmtId="170"'
        ' formatCode="yyyy\\-mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
        '<xf numFmtId="170"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f"<sst {main}><si><t>title</t></si><si><r><t>A </t></r>"
        "<r><t>hammer</t></r><rPh><t>spoken</t></rPh></si></sst>",
        "xl/worksheets/first.xml": f"<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>",
        **parts,
    }
    path = tmp_path / "t.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


HEADER = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>date</t></is></c>'
    '<c r="C1" t="str"><v>summary</v></c></row>'
)


def test_texts_numbers_dates_and_formulas_of_a_sheet_are_read(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        HEADER + '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45393</v></c>'
        '<c r="C3"><f>1+1</f><v>2</v></c></row>',
    )

    (item,), remarks = read(path, Kind.TOOL)

    assert item.title == "A hammer"
    assert item.fields == {"source_date": "2024-04-11", "summary": "2"}
    assert [one.text for one in remarks] == ["sheet “One”", "the other sheets are not read: Two"]


def test_a_formula_without_a_value_is_a_bad_row(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        HEADER + '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><f>WEBSERVICE(1)</f></c></row>',
    )

    items, remarks = read(path, Kind.TOOL)

    assert items == []
    assert remarks[-1].text.startswith("summary holds a formula and no value")


def test_what_excel_and_libreoffice_write_is_read_as_we_write_it(tmp_path: Path) -> None:
    path = written(tmp_path, xlsx_of([["title", "summary"], ["A", "b"]], "t"), "t.xlsx")

    (item,), _ = read(path, Kind.TOOL)

    assert item.fields == {"summary": "b"}


def bomb() -> bytes:
    data = io.BytesIO()
    with (
        ZipFile(data, "w", ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/workbook.xml", "w", force_zip64=True) as file,
    ):
        for _ in range(500):
            file.write(bytes(1_000_000))
    return data.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    _, (remark,) = read(written(tmp_path, bomb(), "t.xlsx"), Kind.TOOL)

    assert remark.text == "it would be 500 MB when unpacked"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no zip", "it is no XLSX file"),
        (b"PK\x03\x04" + b"\0" * 50, "it is no XLSX file"),
    ],
)
def test_what_is_no_workbook_is_said(tmp_path: Path, content: bytes, why: str) -> None:
    _, (remark,) = read(written(tmp_path, content, "t.xlsx"), Kind.TOOL)

    assert (remark.why, why in remark.text) == (Why.BROKEN, True)


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    _, (remark,) = read(xlsx(tmp_path, **{"xl/workbook.xml": bomb}), Kind.TOOL)

    assert "document type" in remark.text


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/first.xml"])
def test_a_damaged_part_is_said(tmp_path: Path, part: str) -> None:
    _, remarks = read(xlsx(tmp_path, **{part: "<a><b></a>"}), Kind.TOOL)

    assert [one.why for one in remarks] == [Why.BROKEN]


def test_texts_that_would_fill_the_memory_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_reading, "_MOST_STRINGS", 1_000)
    cell = "<c t='inlineStr'><is><t>" + "x" * 400 + "</t></is></c>"
    _, (remark,) = read(xlsx(tmp_path, HEADER + f"<row>{cell * 3}</row>"), Kind.TOOL)

    assert remark.text == "its texts are too long"


def test_far_columns_and_bad_numbers_do_no_harm(tmp_path: Path) -> None:
    sheet = HEADER + '<row r="2"><c r="XFD2"><v>1</v></c></row>'
    _, (remark,) = read(xlsx(tmp_path, sheet), Kind.TOOL)
    assert "more than 300 columns" in remark.text
    sheet = HEADER + '<row r="x"><c r="A2" s="y" t="s"><v>99999</v></c></row>'
    _, (remark,) = read(xlsx(tmp_path, sheet), Kind.TOOL)
    assert remark.why is Why.BROKEN


def test_a_date_beyond_the_calendar_is_said(tmp_path: Path) -> None:
    book = (
        '<workbook><workbookPr date1904="1"/><sheets><sheet name="One" r_id="rId1"/></sheets>'
        "</workbook>"
    )
    sheet = HEADER + '<row r="2"><c r="A2" s="1"><v>2958465</v></c></row>'
    _, (remark,) = read(xlsx(tmp_path, sheet, **{"xl/workbook.xml": book}), Kind.TOOL)

    assert remark.why is Why.BROKEN


def test_a_part_that_was_damaged_on_the_way_is_said(tmp_path: Path) -> None:
    path = xlsx(tmp_path, HEADER)
    data = bytearray(path.read_bytes())
    at = data.index(b"xl/workbook.xml") + len(b"xl/workbook.xml")
    data[at : at + 8] = b"\xff" * 8
    path.write_bytes(data)
    _, (remark,) = read(path, Kind.TOOL)

    assert "it is damaged" in remark.text


def test_a_workbook_in_another_packing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with ZipFile(path, "w", ZIP_BZIP2) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    _, (remark,) = read(path, Kind.TOOL)

    assert remark.text == "it is packed as no spreadsheet is"


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+sum(A1)", "-A(1)"])
def test_what_a_spreadsheet_would_reckon_is_a_formula(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", ["", "=", "+255 22 (123)", "- one point", "@handle", "a = b"])
def test_what_people_write_is_none(text: str) -> None:
    assert not is_formula(text)
