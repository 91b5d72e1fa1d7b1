"""XLSX files of texts (ECMA-376): one sheet, its first row in bold and standing still.

All cells are texts in place, so that nothing in them can be a formula, a date or a link.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LONGEST = 32_767
_MOST_ROWS = 1_048_576
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel takes «_x0041_» in a text for a letter; the underscore itself is written so.
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""A zip bears times; the same rows give the same bytes."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/>'
    '<name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"'
    ' applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"'
    ' applyFont="1"/></cellXfs></styleSheet>',
}


def xlsx_of(rows: Iterable[Sequence[str]], sheet: str) -> bytes:
    """An XLSX file with one sheet, called ``sheet``; texts too long for a cell are cut."""
    data = io.BytesIO()
    name = re.sub(r"[\\/?*\[\]:']", " ", sheet).strip()[:31] or "fieldcat"
    book = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for path, xml in (*_PARTS.items(), ("xl/workbook.xml", book)):
            archive.writestr(_member(path), _HEAD + xml)
        with archive.open(_member("xl/worksheets/sheet1.xml"), "w") as file:
            for part in _sheet(rows):
                file.write(part.encode("utf-8"))
    return data.getvalue()


def _member(path: str) -> ZipInfo:
    info = ZipInfo(path, _OLDEST)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _sheet(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _HEAD + f'<worksheet xmlns="{_MAIN}">'
    yield '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"'
    yield ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    yield '<sheetFormatPr defaultRowHeight="15"/><cols>'
    yield '<col min="1" max="100" width="24" customWidth="1"/></cols><sheetData>'
    for number, row in enumerate(rows, 1):
        if number > _MOST_ROWS:
            break
        cells = (
            f'<c r="{_column(at)}{number}" t="inlineStr" s="{int(number == 1)}"><is>'
            f'<t xml:space="preserve">{_text(cell)}</t></is></c>'
            for at, cell in enumerate(row)
            if cell
        )
        yield f'<row r="{number}">{"".join(cells)}</row>'
    yield "</sheetData></worksheet>"


def _text(cell: str) -> str:
    cut = cell if len(cell) <= _LONGEST else f"{cell[: _LONGEST - 1]}…"
    return escape(_ESCAPED.sub("_x005F_", _NOT_XML.sub("", cut.replace("\r\n", "\n"))))


def _column(at: int) -> str:
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
