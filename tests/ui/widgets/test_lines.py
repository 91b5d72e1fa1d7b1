from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from fieldcat.ui.theme import LIGHT
from fieldcat.ui.tokens import tokens_of_palette
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.lines import Lines, lay_out, line_count

TEXT = "A reporting hotline for abuse material and cyberbullying, open to anyone in Colombia"

pytestmark = pytest.mark.usefixtures("theme")


def laid_out(text: str = TEXT, *, width: float = 200, most: int = 2, **more: object) -> Lines:
    made = font(TextRole.META)
    return lay_out(text, made, width=width, line_height=18, most=most, **more)  # type: ignore[arg-type]  # passed on


def painted(lines: Lines) -> QImage:
    picture = QImage(220, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    lines.paint(painter, QPointF(5, 5), LIGHT.text_2, LIGHT)
    painter.end()
    return picture


def count(picture: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(picture.pixel(x, y) == wanted for x in range(220) for y in range(60))


def test_a_short_text_has_one_line() -> None:
    lines = laid_out("Term")
    assert lines.height == 18
    assert not lines.elided


def test_a_long_text_is_cut_off_in_its_last_line() -> None:
    lines = laid_out()
    assert lines.height == 36
    assert lines.elided
    assert lines.layouts[1].text().endswith("…")
    assert lines.width <= 201


def test_words_are_marked_where_they_stand() -> None:
    start = TEXT.index("hotline")
    marked = laid_out(marks=[(start, start + 7)])
    assert count(painted(marked), LIGHT.mark) > 200
    assert count(painted(laid_out()), LIGHT.mark) == 0


def test_letters_beside_a_marked_word_are_whole_however_far_down_they_reach() -> None:
    text = "لتلقي في الأردن"
    arabic = font(TextRole.META, arabic=True)

    def laid(*marks: tuple[int, int]) -> QImage:
        return painted(lay_out(text, arabic, width=200, line_height=21, most=1, marks=marks))

    marked, plain = laid((text.index("الأردن"), len(text))), laid()
    mark = QColor(LIGHT.mark).rgb()
    beside = 3 + max(x for x in range(220) for y in range(60) if marked.pixel(x, y) == mark)
    rest = (beside, 0, 220 - beside, 60)
    assert marked.copy(*rest) == plain.copy(*rest)


def test_a_mark_covers_nothing_of_the_line_above() -> None:
    # Lines stand so close that low letters reach into the mark of the line below them.
    text = "ggggg ggggg"

    def low_letters(*marks: tuple[int, int]) -> int:
        made = font(TextRole.META)
        lines = lay_out(text, made, width=50, line_height=14, most=2, marks=marks)
        assert lines.height == 28
        picture = painted(lines)
        between = [picture.pixelColor(x, y) for x in range(220) for y in range(19, 23)]
        return sum(each.lightness() < QColor(LIGHT.mark).lightness() - 60 for each in between)

    assert low_letters((6, 11)) >= low_letters() > 0


def test_marks_count_letters_as_python_does() -> None:
    lines = laid_out("😀 hotline", marks=[(2, 9)])
    assert lines.marks == (((3, 10),),)


def test_a_word_that_is_cut_off_is_not_marked_by_half() -> None:
    start = TEXT.index("cyberbullying")
    lines = laid_out(width=260, most=1, marks=[(start, start + 13)])
    assert lines.marks == ((),)


def test_a_mark_goes_on_in_the_next_line() -> None:
    lines = laid_out(marks=[(0, len(TEXT))], most=9)
    assert all(marks for marks in lines.marks)


def test_lines_stand_at_the_right_edge_of_a_mirrored_window() -> None:
    plain, mirrored = laid_out("Term"), laid_out("Term", mirrored=True)
    assert plain.layouts[0].lineAt(0).naturalTextRect().left() == 0
    assert mirrored.layouts[0].lineAt(0).naturalTextRect().right() == 200


def test_arabic_reads_from_the_right_in_a_window_from_the_left() -> None:
    lines = laid_out("خط البلاغات، ABC")
    assert lines.layouts[0].lineAt(0).cursorToX(0)[0] > 50  # type: ignore[index]  # a pair, stubs err


@pytest.mark.parametrize("width", range(40, 60))
def test_a_line_that_just_fits_is_counted_as_it_is_laid_out(width: int) -> None:
    made = font(TextRole.META)
    counted = line_count("a wwww", made, width=width, most=2)
    assert counted == len(laid_out("a wwww", width=width, most=2).layouts)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.sampled_from(["a", "ill", "wwww", "niño", "مرحبا", "x" * 40, "–", "2024"])),
    st.integers(40, 600),
    st.integers(1, 3),
)
def test_lines_are_counted_as_they_are_laid_out(words: list[str], width: int, most: int) -> None:
    text = " ".join(words)
    made = font(TextRole.META)
    assert line_count(text, made, width=width, most=most) == len(
        laid_out(text, width=width, most=most).layouts
    )


def test_in_high_contrast_marked_words_are_dark_on_light_where_others_are_light_on_dark() -> None:
    palette = QPalette()
    for role, colour in ((QPalette.ColorRole.Base, "black"), (QPalette.ColorRole.Text, "white")):
        palette.setColor(role, QColor(colour))
    tokens = tokens_of_palette(palette)
    lines = laid_out("A hotline", marks=[(2, 9)])
    picture = QImage(220, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    painter = QPainter(picture)
    lines.paint(painter, QPointF(5, 5), tokens.text_2, tokens)
    painter.end()
    beside, within = picture.pixelColor(8, 3), picture.pixelColor(40, 6)
    assert (beside.lightness(), within.lightness()) == (0, 255)


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), "ill " * 40, "“" + "niño, año – " * 20])
def test_what_stands_far_behind_the_last_line_changes_nothing(text: str) -> None:
    one, other = laid_out(text + " and more" * 20), laid_out(text + " and more" * 200)
    assert painted(one) == painted(other)
    assert [layout.text()[:80] for layout in one.layouts] == [
        layout.text()[:80] for layout in other.layouts
    ]


def test_a_mark_that_goes_on_in_the_next_line_ends_with_the_last_word_of_this_one() -> None:
    lines = laid_out("aaa bbb", width=40, most=2, marks=[(0, 7)])
    assert lines.marks == (((0, 3),), ((4, 7),))


def test_two_lines_that_are_whole_are_laid_out_once() -> None:
    lines = laid_out("A hotline in Colombia, open to anyone", most=2)
    assert len(lines.layouts) == 2
    assert lines.layouts[0] is lines.layouts[1]
