"""Typed blocks made into a text document, piece by piece: never through HTML or Markdown.

What the words lead to is kept beside the document as ranges (positions as Qt counts them), so that
no address or id from a casebook is ever read back out of a link's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from fieldcat.domain.entry import (
    Block,
    Citation,
    Emphasis,
    EntryLink,
    FigureMention,
    Heading,
    Kind,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    Span,
    Table,
    Text,
)
from fieldcat.ui.labels import number
from fieldcat.ui.reader.finding import utf16_length
from fieldcat.ui.reader.look import BackLink, Leading, Look, Ranges, Stretch, Words
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import direction_of, isolated
from fieldcat.ui.type import TextRole, font, grown, is_arabic, line_height, tabular

QUOTED = QTextFormat.Property.UserProperty + 1
"""Property of a block that is somebody's words: a line is painted at its leading edge."""

_FLAT_LISTS = 3
_BETWEEN = 10


class Composer:
    """Fills one document. Call its methods in reading order, then take ``ranges``."""

    def __init__(self, document: QTextDocument, look: Look, view: EntryView) -> None:
        self.ranges = Ranges()
        self._look = look
        self._view = view
        self._document = document
        document.clear()
        self._cursor = QTextCursor(document)
        self._fresh = True
        self._close = False
        self._words_of = ""
        self._words = 0
        document.setDocumentMargin(0)
        document.setIndentWidth(grown(22, look.scale))

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Set blocks of text; pictures and figure cards are widgets of their own and not set."""
        for block in blocks:
            match block:
                case Heading():
                    self.heading(block.line, level=3, block_id=block.id)
                case Paragraph():
                    self.paragraph(block.line, block_id=block.id)
                case ListBlock():
                    self._list(block.items, ordered=block.ordered, depth=0)
                case Quotation():
                    self._quotation(block)
                case Table():
                    self._table(block)

    def heading(
        self, line: Words, *, level: int, role: TextRole | None = None, block_id: str = ""
    ) -> None:
        """Set a heading: of the second level in the type for headings, else in bold text."""
        shown = role or (self._look.heading if level < 3 else self._look.text)
        fmt = self._block(line, shown, above=max(self._gap(), 14))
        fmt.setHeadingLevel(level)
        self._start(fmt, block_id)
        self._line(line, self._char(line, shown, bold=True))
        self._close = True

    def paragraph(
        self,
        line: Words,
        *,
        role: TextRole | None = None,
        block_id: str = "",
        above: float | None = None,
        colour: str = "text",
        left_to_right: bool = False,
    ) -> None:
        """Set a paragraph, ``above`` pixels (at a scale of 1) below what stands before it.

        ``left_to_right`` for what reads so in every language, as a telephone number does.
        """
        shown = role or self._look.text
        gap = self._gap() if above is None else above
        fmt = self._block(line, shown, above=gap)
        if left_to_right:
            fmt.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._start(fmt, block_id)
        self._line(line, self._char(line, shown, colour=colour))

    def numbered(self, lines: Iterable[tuple[str, Words]], *, role: TextRole) -> None:
        """Set a numbered list of ``(block id, line)``, as of references."""
        self._list_items(
            ((block_id, line, ()) for block_id, line in lines), ordered=True, depth=0, role=role
        )

    def labelled(
        self, rows: Sequence[tuple[Words, Words]], *, role: TextRole, label_width: int
    ) -> None:
        """Set labels with what belongs to them at their side; ``label_width`` in pixels."""
        style = QTextTableFormat()
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        style.setBorder(0)
        style.setCellSpacing(0)
        style.setCellPadding(0)
        mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        fixed = QTextLength(QTextLength.Type.FixedLength, label_width)
        rest = QTextLength(QTextLength.Type.VariableLength, 0)
        style.setColumnWidthConstraints([rest, fixed] if mirrored else [fixed, rest])
        table = self._cursor.insertTable(len(rows), 2, style)
        for row, pair in enumerate(rows):
            # A label stands on one line with its value, in whatever script that is.
            arabic = any(is_arabic(_plain(line)) for line in pair)
            for column, (line, colour) in enumerate(zip(pair, ("text_2", "text"), strict=True)):
                cell = table.cellAt(row, 1 - column if mirrored else column)
                padded = QTextTableCellFormat()
                padded.setTopPadding(grown(6, self._look.scale) if row else 0)
                cell.setFormat(padded)
                self._cursor = cell.firstCursorPosition()
                self._cursor.setBlockFormat(self._block(line, role, above=0, arabic=arabic))
                self._begin("")
                self._line(line, self._char(line, role, colour=colour, arabic=arabic))
        self._leave_table()

    def _leave_table(self) -> None:
        self._cursor = self._document.rootFrame().lastCursorPosition()
        # Qt keeps an empty block behind a table: make it as low as can be.
        last = QTextBlockFormat()
        last.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(last)
        self._fresh = False

    def _list(self, items: Iterable[ListItem], *, ordered: bool, depth: int) -> None:
        each = ((item.id, item.line, item.children) for item in items)
        self._list_items(each, ordered=ordered, depth=depth, role=self._look.text)

    def _list_items(
        self,
        items: Iterable[tuple[str, Words, tuple[ListItem, ...]]],
        *,
        ordered: bool,
        depth: int,
        role: TextRole,
    ) -> None:
        style = QTextListFormat()
        style.setIndent(min(depth, _FLAT_LISTS) + 1)
        markers = QTextListFormat.Style
        # Qt's own bullets are as heavy as a letter and touch the words: `TextPiece` paints others.
        style.setStyle(markers.ListDecimal if ordered else markers.ListStyleUndefined)
        made: QTextList | None = None
        for item_id, line, children in items:
            above = self._gap() if made is None and depth == 0 else 4
            fmt = self._block(line, role, above=above)
            # A list keeps to the side where its bullets stand.
            fmt.setAlignment(_side(fmt.layoutDirection()))
            self._start(fmt, item_id)
            if made is None:
                made = self._cursor.createList(style)
            else:
                made.add(self._cursor.block())
            chars = self._char(line, role)
            self._cursor.setBlockCharFormat(chars)
            self._line(line, chars)
            if children:
                self._list(children, ordered=False, depth=depth + 1)

    def _quotation(self, quotation: Quotation) -> None:
        for at, line in enumerate(quotation.lines):
            block_id = part_of(quotation.id, at) if at else quotation.id
            self._quoted(line, self._look.text, "text", block_id, first=at == 0)
        if quotation.attribution:
            said = (Text(f"\u2014 {quotation.attribution}"),)
            self._quoted(said, TextRole.META, "text_2", "", first=False)

    def _quoted(
        self, line: Words, role: TextRole, colour: str, block_id: str, *, first: bool
    ) -> None:
        fmt = self._block(line, role, above=self._gap() if first else 4)
        side = grown(18, self._look.scale)
        fmt.setLeftMargin(side)
        fmt.setRightMargin(side)
        fmt.setProperty(QUOTED, True)
        self._start(fmt, block_id)
        self._line(line, self._char(line, role, colour=colour))

    def _table(self, table: Table) -> None:
        columns = max([len(table.header), *(len(row) for row in table.rows), 1])
        style = QTextTableFormat()
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        style.setBorder(0)
        style.setCellSpacing(0)
        style.setCellPadding(grown(5, self._look.scale))
        style.setTopMargin(grown(10, self._look.scale))
        style.setHeaderRowCount(1)
        rows = (table.header, *table.rows)
        self.ranges.blocks[table.id] = self._cursor.position()
        made = self._cursor.insertTable(len(rows), columns, style)
        # Qt does not mirror tables: the first column stands where its words begin.
        words = "".join(_plain(cell) for cell in table.header)
        mirrored = direction_of(words) is Qt.LayoutDirection.RightToLeft
        for row, cells in enumerate(rows):
            for column in range(columns):
                at = columns - 1 - column if mirrored else column
                line = cells[column] if column < len(cells) else ()
                self._cell(made, row, at, line, part_of(table.id, row, column))
        self._leave_table()

    def _cell(self, table: QTextTable, row: int, column: int, line: Words, block_id: str) -> None:
        role = TextRole.META_STRONG if row == 0 else TextRole.META
        cell = table.cellAt(row, column)
        style = QTextTableCellFormat()
        style.setBottomBorder(1)
        style.setBottomBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        style.setBottomBorderBrush(QBrush(self._look.colour("control" if row == 0 else "line")))
        cell.setFormat(style)
        self._cursor = cell.firstCursorPosition()
        self._cursor.setBlockFormat(self._block(line, role, above=0))
        self._begin(block_id)
        chars = self._char(line, role)
        chars.setFont(tabular(chars.font()))
        self._line(line, chars)

    # --- one block, one line ------------------------------------------------------------------

    def _gap(self) -> float:
        """The space above a block, in pixels at a scale of 1: less right under a heading."""
        close, self._close = self._close, False
        return 0 if self._fresh else self._look.under_heading if close else _BETWEEN

    def _block(
        self, line: Words, role: TextRole, *, above: float, arabic: bool = False
    ) -> QTextBlockFormat:
        words = _plain(line)
        window = QGuiApplication.layoutDirection()
        fmt = QTextBlockFormat()
        fmt.setLayoutDirection(direction_of(words) or window)
        fmt.setAlignment(_side(window))
        fmt.setTopMargin(0 if self._fresh else grown(above, self._look.scale))
        height = line_height(role, self._look.scale, arabic=arabic or is_arabic(words))
        fmt.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return fmt

    def _char(
        self,
        line: Words,
        role: TextRole,
        *,
        bold: bool = False,
        colour: str = "text",
        arabic: bool = False,
    ) -> QTextCharFormat:
        chars = QTextCharFormat()
        face = font(role, self._look.scale, arabic=arabic or is_arabic(_plain(line)))
        if bold:
            face.setWeight(QFont.Weight.Bold)
        chars.setFont(face)
        chars.setForeground(self._look.colour(colour))
        return chars

    def _start(self, fmt: QTextBlockFormat, block_id: str) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(fmt)
            self._fresh = False
        else:
            self._cursor.insertBlock(fmt, QTextCharFormat())
        if block_id:
            self.ranges.blocks[block_id] = self._cursor.position()
        self._begin(block_id)

    def _begin(self, block_id: str) -> None:
        """What is set next are the words of this block; of none where there is no id."""
        self._words_of, self._words = block_id, 0

    def _note_words(self, text: str, at: int) -> None:
        """Letters of the block in hand stand in the document from ``at`` on."""
        if self._words_of:
            self.ranges.stretches.append(Stretch(self._words_of, self._words, at, text))
            self._words += len(text)

    def _line(self, line: Words, chars: QTextCharFormat) -> None:
        for span in line:
            self._span(span, chars)

    def _span(self, span: Span | BackLink, chars: QTextCharFormat) -> None:
        start = self._cursor.position()
        match span:
            case Text() | FigureMention():
                self._cursor.insertText(span.text, chars)
            case Emphasis():
                self._cursor.insertText(span.text, self._emphasised(span, chars))
            case EntryLink() if span.target not in self._view.targets:
                self._cursor.insertText(span.text, chars)
            case _:
                self._leading(span, chars)
        if isinstance(span, Text | FigureMention | Emphasis | Link | EntryLink):
            # A mark of direction may stand before a link's words.
            isolate = self._cursor.position() - start > utf16_length(span.text)
            self._note_words(span.text, start + isolate)
        if isinstance(span, FigureMention):
            self.ranges.figures.setdefault(span.figure, (start, self._cursor.position()))

    def _leading(self, span: Leading, chars: QTextCharFormat) -> None:
        start = self._cursor.position()
        fmt = QTextCharFormat(chars)
        fmt.setAnchor(True)
        # The number of the link is all that the document knows of where it leads.
        fmt.setAnchorHref(f"link:{len(self.ranges.links)}")
        text = ""
        match span:
            case Citation():
                # Joined to its word, so that no line starts with it.
                text = f"\u2060[{number(span.number)}]"
                fmt.setForeground(self._look.colour("accent"))
                fmt.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            case EntryLink() if span.target.kind is Kind.TERM:
                text = span.text
                fmt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                fmt.setUnderlineColor(self._look.colour("text_2"))
            case _:
                text = isolated(span.text)
                fmt.setForeground(self._look.colour("accent"))
                fmt.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                # What leads out of the casebook shows it a little more.
                away = isinstance(span, Link)
                if isinstance(span, Link):
                    # Without a bracket, Qt does not take it for rich text.
                    fmt.setToolTip(span.url.replace("<", "%3C"))
                fmt.setUnderlineColor(self._look.colour("accent" if away else "control"))
        self._cursor.insertText(text, fmt)
        self.ranges.links.append((start, self._cursor.position(), span))
        if isinstance(span, Citation):
            self.ranges.citations.setdefault(span.reference, (start, self._cursor.position()))

    def _emphasised(self, span: Emphasis, chars: QTextCharFormat) -> QTextCharFormat:
        fmt = QTextCharFormat(chars)
        if span.strong or is_arabic(span.text):
            fmt.setFontWeight(QFont.Weight.Bold)
        else:
            fmt.setFontItalic(True)
        return fmt


def part_of(block_id: str, *numbers: int) -> str:
    """The name of a line of a quotation or a cell of a table, which have no id of their own."""
    return ":".join((block_id, *map(str, numbers)))


def _plain(line: Words) -> str:
    return "".join(span.text for span in line if not isinstance(span, Citation))


def _side(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    side = (
        Qt.AlignmentFlag.AlignRight
        if direction is Qt.LayoutDirection.RightToLeft
        else Qt.AlignmentFlag.AlignLeft
    )
    return side | Qt.AlignmentFlag.AlignAbsolute
