"""The sections of a printed entry, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from fieldcat.domain.entry import (
    Block,
    FigureCards,
    Heading,
    Line,
    ListBlock,
    ListItem,
    Paragraph,
    Picture,
    Quotation,
    Section,
    Table,
    plain,
)
from fieldcat.ui.labels import number
from fieldcat.ui.printing.composing import PARAGRAPH, PART, Setting
from fieldcat.ui.printing.front_matter import figure_table
from fieldcat.ui.printing.galley import Slug, kept_with_next
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.setting import (
    Column,
    ruled,
    set_marked,
    set_paragraph,
    words,
)
from fieldcat.ui.printing.setting import Paragraph as Printed
from fieldcat.ui.printing.styles import QUIET, Style
from fieldcat.ui.printing.tables import set_table
from fieldcat.ui.printing.wording import left_out_text, runs_of
from fieldcat.ui.reader.decoding import decoded

_INDENT = 16 * UNITS
_UNDER_HEADING = 3 * UNITS
_ITEM = 2 * UNITS
_TALLEST_PICTURE = 380 * UNITS
_DOTS_PER_INCH = 300
"""No printer of an office shows more of a picture."""


def set_section(setting: Setting, section: Section) -> Iterator[Slug]:
    """A section; one that was folded on the screen is a line that says so."""
    column = setting.column
    if section.id in setting.copy.folded:
        yield from left_out(section.title, section.sensitive, column)
        return
    above = PART
    if section.title:
        yield from heading(section.title, column)
        above = _UNDER_HEADING
    for block in section.blocks:
        slugs = _set_block(setting, block, above)
        yield from kept_with_next(slugs) if _announces(block) else slugs
        if slugs:
            above = _UNDER_HEADING if isinstance(block, Heading) else PARAGRAPH


def left_out(title: str, reason: str, column: Column) -> list[Slug]:
    """A line that says that something sensitive stands here, and why it is not printed."""
    said = words(left_out_text(title, reason), Style.LABEL, QUIET)
    return ruled(set_paragraph(said, column.indented(9 * UNITS), above=PART), column)


def heading(text: str, column: Column) -> list[Slug]:
    """The heading of a part, which never stands alone at the foot of a page."""
    return set_paragraph(words(text, Style.HEADING), column, above=PART, joined=True)


def _announces(block: Block) -> bool:
    """Whether a paragraph is about what follows it, as one that ends with a colon is."""
    return isinstance(block, Paragraph) and plain(block.line).rstrip().endswith((":", "\uff1a"))


def _set_block(setting: Setting, block: Block, above: float) -> list[Slug]:
    column, addresses = setting.column, setting.addresses
    match block:
        case Heading():
            runs = runs_of(block.line, addresses)
            title = Printed(runs, Style.SUBHEADING)
            return set_paragraph(title, column, above=PARAGRAPH, joined=True)
        case Paragraph():
            return set_paragraph(Printed(runs_of(block.line, addresses)), column, above=above)
        case ListBlock():
            return _items(setting, block.items, column, ordered=block.ordered, above=above)
        case Quotation():
            return _quotation(setting, block, above)
        case Table():
            return _table(setting, block)
        case Picture():
            return _picture(setting, block)
        case FigureCards():
            known = {figure.id: figure for figure in setting.view.entry.figures}
            figures = [known[name] for name in block.figures if name in known]
            return figure_table(setting, setting.untold(figures))


def _items(
    setting: Setting,
    items: Sequence[ListItem],
    column: Column,
    *,
    ordered: bool,
    above: float = _ITEM,
) -> list[Slug]:
    made: list[Slug] = []
    for place, item in enumerate(items, 1):
        mark = f"{number(place)}." if ordered else "\u2022"
        text = Printed(runs_of(item.line, setting.addresses))
        slugs = set_marked(mark, text, column, _INDENT, above=_ITEM if made else above)
        slugs += _items(setting, item.children, column.indented(_INDENT), ordered=False)
        # The last item does not stand alone on a page.
        made += kept_with_next(slugs) if place == len(items) - 1 else slugs
    return made


def _quotation(setting: Setting, quotation: Quotation, above: float) -> list[Slug]:
    inner = setting.column.indented(14 * UNITS, 14 * UNITS)
    made: list[Slug] = []
    for line in quotation.lines:
        text = Printed(runs_of(line, setting.addresses))
        made += set_paragraph(text, inner, above=4 * UNITS if made else above)
    if quotation.attribution:
        made = kept_with_next(made)
        said = words(f"\u2014 {quotation.attribution}", Style.LABEL, QUIET)
        made += set_paragraph(said, inner, above=2 * UNITS if made else above)
    return ruled(made, setting.column)


def _table(setting: Setting, table: Table) -> list[Slug]:
    def row(cells: Sequence[Line], style: Style) -> list[list[Printed]]:
        return [[Printed(runs_of(cell, setting.addresses), style)] for cell in cells]

    header = row(table.header, Style.LABEL_STRONG)
    rows = [row(cells, Style.LABEL) for cells in table.rows]
    return set_table(header, rows, setting.column, above=PARAGRAPH)


def _picture(setting: Setting, picture: Picture) -> list[Slug]:
    """A picture and its caption as one; in its place the words for it, where it cannot be shown."""
    column = setting.column
    image = decoded(setting.view.pictures.get(picture.asset, b""))
    caption = picture.caption if image else picture.alternative
    below = set_paragraph(words(caption, Style.LABEL, QUIET), column, above=4 * UNITS)
    if image is None:
        return below if caption else []
    # As on a screen of 96 dots an inch, but no wider than the column, nor higher than half a page.
    size = image.size() * (UNITS * 72 / 96)
    room = QSize(round(column.width), _TALLEST_PICTURE)
    if size.width() > room.width() or size.height() > room.height():
        size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    most = size * (_DOTS_PER_INCH / (72 * UNITS))
    if image.width() > most.width():
        image = image.scaled(
            most,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    def paint(painter: QPainter, y: float) -> None:
        left = column.leading_x(size.width() if column.mirrored else 0)
        painter.drawImage(QRectF(left, y, size.width(), size.height()), image)

    shown = Slug(size.height(), paint, above=PARAGRAPH, joined=bool(caption))
    return [shown, *(below if caption else [])]
