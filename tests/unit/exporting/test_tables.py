"""Entries in tables: what is in a cell is a text, whatever it says."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldcat.exporting.tables import csv_of, harmless, rows_of
from fieldcat.exporting.xlsx import xlsx_of
from fieldcat.publishing.building import build
from fieldcat.publishing.ingesting.xlsx_reading import read_xlsx

any_case = settings(max_examples=40)
cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)
tables = st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=5)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_cell_that_starts_like_a_formula_is_made_harmless(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


def test_other_cells_stay_and_too_long_ones_are_cut() -> None:
    assert harmless("a = b") == "a = b"
    assert len(harmless("=" * 50_000)) == 32_767


@any_case
@given(tables)
def test_no_cell_of_a_csv_file_starts_a_formula(rows: list[list[str]]) -> None:
    text = csv_of(rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))

    assert [len(row) for row in read] == [len(row) for row in rows]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in read for cell in row)


@any_case
@given(tables)
def test_an_xlsx_file_gives_back_every_text(rows: list[list[str]]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.xlsx"
        path.write_bytes(xlsx_of([["Name"], *rows], "A sheet: of [texts]"))
        read = [row.cells for row in read_xlsx(path).rows][1:]
    wanted = [tuple(row) for row in rows if any(row)]

    assert [tuple(cell for cell in row if cell) for row in read] == [
        tuple(cell for cell in row if cell) for row in wanted
    ]


def test_the_same_rows_give_the_same_bytes_without_formulas() -> None:
    data = xlsx_of([["a"], ["=1+1"], ["_x0041_ <b> & \x07"]], "t")

    assert data == xlsx_of([["a"], ["=1+1"], ["_x0041_ <b> & \x07"]], "t")
    sheet = ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "_x005F_x0041_ &lt;b&gt; &amp; <" in sheet


def test_all_entries_of_the_casebook_have_their_row(root: Path) -> None:
    built = build(root / "resources" / "casebook")
    header, *rows = rows_of(built.entries, lambda vocabulary, value: f"{vocabulary}:{value}")

    assert len(rows) == len(built.entries)
    assert len(set(header)) == len(header)
    named = [dict(zip(header, row, strict=True)) for row in rows]
    line = next(row for row in named if row["id"] == "fieldcat/help-service/te-protejo")
    assert line["countries"] == "countries:CO"
    assert line["service_kind"].startswith("help-service-kinds:")
    assert "218,000" in next(row["text"] for row in named if "red-papaz-viguias" in row["id"])
