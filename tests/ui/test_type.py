from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF

from fieldcat.resources import resource
from fieldcat.ui.type import TextRole, baseline, font, grown, is_arabic, line_height, tabular


def test_all_bundled_fonts_load(fonts: tuple[str, ...]) -> None:
    assert fonts == ()


def test_the_program_speaks_in_sans_and_the_casebook_in_serif() -> None:
    assert QFontInfo(font(TextRole.META)).family() == "Noto Sans"
    assert QFontInfo(font(TextRole.TITLE)).family() == "Charis SIL"


def test_arabic_has_its_own_font_a_little_larger_and_a_higher_line() -> None:
    made = font(TextRole.PANE_TEXT, arabic=True)
    assert QFontInfo(made).family() == "Noto Naskh Arabic"
    assert made.pointSizeF() > font(TextRole.PANE_TEXT).pointSizeF()
    assert line_height(TextRole.META, arabic=True) == 21


@pytest.mark.parametrize("role", list(TextRole))
def test_text_and_its_line_grow_with_the_scale(role: TextRole) -> None:
    assert font(role, 2).pointSizeF() == pytest.approx(2 * font(role).pointSizeF())
    assert line_height(role, 2) == 2 * line_height(role)


def test_paddings_grow_half_as_fast_as_text() -> None:
    assert grown(20, 2) == 30


def test_figures_in_counts_are_equally_wide() -> None:
    metrics = QFontMetricsF(tabular(font(TextRole.META)))
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("888")


def test_letters_stand_in_the_middle_of_their_line() -> None:
    made = font(TextRole.META)
    metrics = QFontMetricsF(made)
    above = baseline(made, 30) - metrics.ascent()
    below = 30 - baseline(made, 30) - metrics.descent()
    assert above == pytest.approx(below)


@pytest.mark.parametrize(
    ("text", "arabic"),
    [("خط البلاغات", True), ("12 خط", True), ("Te Guío خط", False), ("2024", False)],
)
def test_the_first_letter_tells_whether_a_text_is_arabic(text: str, arabic: bool) -> None:
    assert is_arabic(text) is arabic


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_what_others_made_stands_with_its_licence_and_origin(folder: str) -> None:
    names = {path.name for path in Path(resource(folder)).iterdir()}
    assert "ORIGIN.md" in names
    assert names & {"OFL.txt", "LICENCE.txt"}
