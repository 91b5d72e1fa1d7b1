from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QTextBlock, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of

from fieldcat.domain.entry import Citation, EntryLink, Link, Paragraph, Section, Text
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.passages import bullets
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.theme import Theme

HOSTILE = '<img src="https://example.org/x.png"> <b>bold</b> **stars** [x](y)'
Made = Callable[[Section], TextPiece]


@pytest.fixture
def look(theme: Theme) -> Look:
    return Look(theme.tokens, theme.scale, column=400)


@pytest.fixture
def make(qtbot: QtBot, look: Look) -> Made:
    pieces: list[TextPiece] = []  # in the window their page keeps them

    def made(section: Section) -> TextPiece:
        piece = TextPiece(section.title)
        qtbot.addWidget(piece)
        piece.compose(look, view_of(made_up.case_study()), lambda text: text.blocks(section.blocks))
        piece.resize(400, piece.fit(400))
        piece.show()
        qtbot.waitExposed(piece)
        pieces.append(piece)
        return piece

    return made


def paragraph(*words: Text | Link | EntryLink | Citation) -> Section:
    return paragraphs(words)


def paragraphs(*paragraphs: tuple[Text | Link | EntryLink | Citation, ...]) -> Section:
    section = made_up.case_study().sections[0]
    blocks = tuple(Paragraph(f"p{at}", words) for at, words in enumerate(paragraphs))
    return Section("s", section.role, "A section", blocks)


def blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def test_words_that_look_like_markup_stay_words(make: Made) -> None:
    assert make(paragraph(Text(HOSTILE))).toPlainText() == HOSTILE


def test_nothing_is_loaded_by_name(make: Made) -> None:
    piece = make(paragraph(Text("x")))
    for address in ("https://example.org/x.png", "file:///etc/hostname", "qrc:/x"):
        kind = QTextDocument.ResourceType.ImageResource.value
        assert piece.loadResource(kind, QUrl(address)) is None


def test_every_kind_of_block_is_set(make: Made) -> None:
    piece = make(made_up.case_study().sections[0])
    text = piece.toPlainText()
    for words in ("Four parts", "A hotline. It sorts.", "In their words", "— a girl of sixteen"):
        assert words in text
    first = blocks(piece.document())[0]
    assert first.blockFormat().lineHeight() == 26
    assert {"four-parts", "one", "evidence", "words", "said", "years"} <= piece.ranges.blocks.keys()


def test_a_list_keeps_its_numbers_and_levels(make: Made) -> None:
    piece = make(made_up.case_study().sections[0])
    at = {name: piece.document().findBlock(at) for name, at in piece.ranges.blocks.items()}
    assert at["one"].textList() is not None
    assert at["one"].textList().itemText(at["three"]) == "3."
    assert at["evidence"].textList().format().indent() == 2


def test_a_link_to_an_entry_that_is_not_there_is_plain_words(make: Made) -> None:
    piece = make(made_up.case_study().sections[2])
    assert "entry that is gone" in piece.toPlainText()
    led = [link.text for *_, link in piece.ranges.links if isinstance(link, EntryLink)]
    assert led == ["grooming"]


def test_a_citation_stays_with_its_word_and_is_copied_in_brackets(make: Made) -> None:
    piece = make(paragraph(Text("40 %"), Citation("first", 1)))
    piece.selectAll()
    assert piece.createMimeDataFromSelection().text() == "40 %[1]"
    assert not piece.createMimeDataFromSelection().hasHtml()


def test_a_click_on_a_link_tells_its_number(make: Made, qtbot: QtBot) -> None:
    piece = make(paragraph(Text("See "), Link("this", "https://example.org")))
    where = piece.place_of(*piece.ranges.links[0][:2]).center()
    with qtbot.waitSignal(piece.followed) as followed:
        qtbot.mouseClick(piece.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert followed.args == [0]


def test_an_address_that_is_no_number_leads_nowhere(make: Made, qtbot: QtBot) -> None:
    piece = make(paragraph(Text("See "), Link("this", "https://example.org")))
    with qtbot.assertNotEmitted(piece.followed):
        for address in ("https://example.org", "link:7", "link:x", ""):
            piece.anchorClicked.emit(QUrl(address))


def test_the_keyboard_goes_from_link_to_link_and_enter_follows(make: Made, qtbot: QtBot) -> None:
    words = (Link("one", "https://a.org"), Text(" and "), EntryLink("two", made_up.HOTLINE))
    piece = make(paragraph(*words))
    piece.activateWindow()
    piece.setFocus()
    qtbot.waitUntil(piece.hasFocus)
    pointed: list[object] = []
    piece.pointed.connect(lambda link, _place: pointed.append(link))
    with qtbot.waitSignal(piece.reveal_wanted):
        QTest.keyClick(piece, Qt.Key.Key_Tab)
    assert pointed[-1] == words[0]
    QTest.keyClick(piece, Qt.Key.Key_Tab)
    assert pointed[-1] == words[2]
    assert piece.words_in_focus == "two"
    with qtbot.waitSignal(piece.followed) as followed:
        QTest.keyClick(piece, Qt.Key.Key_Return)
    assert followed.args == [1]
    piece.grab()
    piece.clearFocus()
    assert pointed[-1] is None


def test_tab_backwards_passes_the_links_of_a_text_the_other_way_round(
    make: Made, qtbot: QtBot
) -> None:
    piece = make(paragraph(Link("one", "https://a.org"), Text(" and "), Link("two", "b")))
    piece.activateWindow()
    piece.setFocus()
    qtbot.waitUntil(piece.hasFocus)
    piece.clearFocus()
    piece.setFocus(Qt.FocusReason.BacktabFocusReason)
    passed = [piece.words_in_focus]
    for _step in range(2):
        QTest.keyClick(piece, Qt.Key.Key_Backtab)
        passed.append(piece.words_in_focus)
    assert passed == ["two", "one", ""]
    assert piece.hasFocus()


def test_tab_backwards_from_a_text_that_tab_came_to_goes_back_to_where_it_was(
    make: Made, qtbot: QtBot
) -> None:
    window, before = QWidget(), QPushButton("before")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(before)
    piece = make(paragraph(Link("one", "https://a.org")))
    column.addWidget(piece)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert piece.hasFocus()
    QTest.keyClick(piece, Qt.Key.Key_Backtab)
    assert before.hasFocus()
    piece.setParent(None)


def test_marks_stand_on_words_also_behind_letters_that_qt_counts_twice(make: Made) -> None:
    piece = make(paragraph(Text("\U0001e900 hotline")))
    piece.mark(lambda text: [(text.index("hotline"), len(text))])
    assert [one.cursor.selectedText() for one in piece.extraSelections()] == ["hotline"]


def test_a_passage_is_set_apart_for_a_moment(make: Made, qtbot: QtBot) -> None:
    piece = make(paragraph(Text("a passage")))
    piece.flash(2, 9)
    assert [one.cursor.selectedText() for one in piece.extraSelections()] == ["passage"]
    qtbot.waitUntil(lambda: piece.extraSelections() == [])


def test_scrolling_keys_and_the_wheel_are_left_to_the_page(make: Made) -> None:
    piece = make(paragraph(Text("x")))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        QTest.keyClick(piece, key)
    assert piece.verticalScrollBar().maximum() == 0


def test_the_menu_opens_where_the_keyboard_is(make: Made, qtbot: QtBot) -> None:
    piece = make(paragraph(Text("some words")))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    with qtbot.waitSignal(piece.menu_wanted) as wanted:
        QApplication.sendEvent(piece.viewport(), event)
    under_the_line = piece.rect().adjusted(0, 0, 0, 4)
    assert under_the_line.contains(piece.mapFromGlobal(wanted.args[0]))


def test_words_are_selected_with_the_keyboard_after_a_caret_was_brought_there(
    make: Made, qtbot: QtBot
) -> None:
    piece = make(paragraph(Text("some words more")))
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(piece, Qt.Key.Key_Right, control)
    assert piece.cursorWidth() > 0
    QTest.keyClick(piece, Qt.Key.Key_Right, control | shift)
    assert piece.selection == (5, 10)
    with qtbot.waitSignal(piece.selection_done):
        QTest.keyRelease(piece, Qt.Key.Key_Shift)


def test_words_dragged_over_with_the_mouse_are_taken_whole(make: Made, qtbot: QtBot) -> None:
    piece = make(paragraph(Text("some words more")))
    start, end = piece.place_of(0, 2).bottomRight(), piece.place_of(0, 7).bottomRight()
    QTest.mousePress(piece.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(piece.viewport(), end)
    with qtbot.waitSignal(piece.selection_done):
        QTest.mouseRelease(piece.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert piece.textCursor().selectedText() == "some words"


CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Colombia, the law.", ["In", "Colombia", "the", "law"]),
        ("(evidence-based advocacy)", ["evidence", "based", "advocacy"]),
        ("“works well”, they said:", ["works", "well", "they", "said"]),
        ("Tanzania's 5,000 children", ["Tanzania's", "5,000", "children"]),
        ("Tanzania\u2019s part", ["Tanzania\u2019s", "part"]),
        ("\U00010428\U00010429, hotline", ["\U00010428\U00010429", "hotline"]),
        ("儿童安全", ["儿", "童", "安", "全"]),
    ],
)
def test_words_selected_by_keyboard_come_without_what_stands_beside_them(
    make: Made, text: str, words: list[str]
) -> None:
    piece = make(paragraph(Text(text)))
    selected: list[str] = []
    for _word in words:
        QTest.keyClick(piece, Qt.Key.Key_Right, CONTROL | SHIFT)
        selected.append(piece.textCursor().selectedText())
    ends = zip(selected, words, strict=True)
    assert [one.endswith(word) for one, word in ends] == [True] * len(words)
    # Backwards from the end of the last word.
    piece.place_caret(piece.textCursor().position())
    selected = []
    for _word in words:
        QTest.keyClick(piece, Qt.Key.Key_Left, CONTROL | SHIFT)
        selected.insert(0, piece.textCursor().selectedText())
    starts = zip(selected, words, strict=True)
    assert [one.startswith(word) for one, word in starts] == [True] * len(words)


def test_fewer_words_selected_by_keyboard_end_with_a_word_too(make: Made) -> None:
    piece = make(paragraph(Text("In Colombia, the network")))
    piece.place_caret(3)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(piece, key, CONTROL | SHIFT)
    assert piece.textCursor().selectedText() == "Colombia"
    QTest.keyClick(piece, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert piece.selection is None
    QTest.keyClick(piece, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert piece.textCursor().selectedText() == "In "


def test_the_stop_at_the_very_end_can_be_selected_by_word(make: Made) -> None:
    piece = make(paragraph(Text("the law.")))
    for _step in range(3):
        QTest.keyClick(piece, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert piece.textCursor().selectedText() == "the law."


def test_the_caret_goes_to_where_words_begin_and_on_to_the_next_paragraph(make: Made) -> None:
    piece = make(paragraphs((Text("In Colombia, 5,000."),), (Text("And more"),)))
    stops: list[int] = []
    for _step in range(4):
        QTest.keyClick(piece, Qt.Key.Key_Right, CONTROL)
        stops.append(piece.textCursor().position())
    assert stops == [3, 13, 20, 24]
    for _step in range(4):
        QTest.keyClick(piece, Qt.Key.Key_Left, CONTROL)
        stops.append(piece.textCursor().position())
    assert stops[4:] == [20, 13, 3, 0]


def test_in_a_text_from_right_to_left_the_arrow_to_the_left_leads_on(make: Made) -> None:
    piece = make(paragraph(Text("العنف الرقمي")))
    QTest.keyClick(piece, Qt.Key.Key_Left, CONTROL)
    assert piece.textCursor().position() == 6
    QTest.keyClick(piece, Qt.Key.Key_Right, CONTROL)
    assert piece.textCursor().position() == 0


def test_notes_words_searched_for_and_words_found_may_lie_over_each_other(make: Made) -> None:
    piece = make(paragraph(Text("some words more")))
    piece.mark(lambda _text: [(5, 10)])
    piece.show_found([(0, 4)], (0, 4))
    piece.show_notes({3: (0, 10)}, None)
    marked = [one.cursor.selectedText() for one in piece.extraSelections()]
    assert marked == ["some words", "words", "some", "some"]
    assert piece.layers.noted_at(9) == 3
    assert piece.layers.noted_at(10) is None


def test_a_passage_is_pointed_at_and_clicked(make: Made, qtbot: QtBot) -> None:
    piece = make(paragraph(Text("some words more")))
    piece.show_notes({3: (0, 4)}, None)
    inside, outside = piece.place_of(1, 3).center(), piece.place_of(12, 14).center()
    with qtbot.waitSignal(piece.note_pointed) as pointed:
        QTest.mouseMove(piece.viewport(), inside)
        qtbot.mouseMove(piece.viewport(), inside)
    assert pointed.args == [3]
    with qtbot.waitSignal(piece.note_chosen) as chosen:
        qtbot.mouseClick(piece.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert chosen.args == [3]
    with qtbot.assertNotEmitted(piece.note_chosen):
        qtbot.mouseClick(piece.viewport(), Qt.MouseButton.LeftButton, pos=outside)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_paragraph_has_its_own_direction_and_the_windows_side(
    make: Made, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    piece = make(paragraph(Text("خط البلاغات")))
    fmt = blocks(piece.document())[0].blockFormat()
    right = direction is Qt.LayoutDirection.RightToLeft
    assert fmt.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    assert fmt.alignment() & side
    assert fmt.lineHeight() == 30


def test_leaving_the_piece_takes_the_pointer_away(make: Made) -> None:
    piece = make(paragraph(EntryLink("term", made_up.HOTLINE)))
    pointed: list[object] = []
    piece.pointed.connect(lambda link, _place: pointed.append(link))
    piece.highlighted.emit(QUrl("link:0"))
    piece.highlighted.emit(QUrl())
    assert pointed == [EntryLink("term", made_up.HOTLINE), None]


def test_a_bullet_stands_off_the_words_of_its_item(make: Made) -> None:
    piece = make(made_up.case_study().sections[0])
    piece.fit(500)
    item = piece.document().findBlock(piece.ranges.blocks["evidence"])
    corner = piece.document().documentLayout().blockBoundingRect(item).topLeft()
    line = item.layout().lineAt(0)
    (bullet, *_others) = bullets(piece.document(), 1)
    assert 6 < corner.x() + line.naturalTextRect().left() - bullet.right() < 12
    assert corner.y() + line.y() < bullet.center().y() < corner.y() + line.y() + line.height()


def test_numbered_items_have_no_bullet(make: Made) -> None:
    piece = make(made_up.case_study().sections[0])
    marked = {name for name in ("one", "three", "evidence") if _has_bullet(piece, name)}
    assert marked == {"evidence"}


def _has_bullet(piece: TextPiece, name: str) -> bool:
    block = piece.document().findBlock(piece.ranges.blocks[name])
    area = piece.document().documentLayout().blockBoundingRect(block)
    found = bullets(piece.document(), 1)
    return any(area.top() <= bullet.center().y() <= area.bottom() for bullet in found)
