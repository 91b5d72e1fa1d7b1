"""A question with its answers: asked, answered, and with the hands that were counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from fieldcat.ui.labels import number
from fieldcat.ui.slides.lines import SlideLines, direction_on, line_height_pixels
from fieldcat.ui.slides.sheet import EDGE, ROOM, Sheet
from fieldcat.ui.slides.slide import ChoiceSlide
from fieldcat.ui.slides.surrounding import Room, surrounded
from fieldcat.ui.type import TextRole

_INSET, _GAP, _LETTER, _BETWEEN = 24, 14, 56, 26
_HANDS = 96
_RING, _TICK = 44, 30
"""The ring around the letter of an answer, and the tick of the right one."""
_SIZES = ((42.0, 36.0), (36.0, 32.0), (32.0, 28.0))
"""Sizes of the question and of its answers: the first with which all of it fits."""


@dataclass(frozen=True, slots=True)
class _Set:
    question: SlideLines
    answers: tuple[SlideLines, ...]
    padding: float

    @property
    def height(self) -> float:
        return self.question.height + _BETWEEN + self.answers_height

    @property
    def answers_height(self) -> float:
        rows = sum(answer.height + 2 * self.padding for answer in self.answers)
        return rows + _GAP * (len(self.answers) - 1)


def set_choice(slide: ChoiceSlide) -> Sequence[Sheet]:
    """A question and its answers on one slide; where that is too much, each answer in its turn."""
    direction = direction_on([slide.question])
    room = surrounded(slide.heading, slide.source, direction)
    for question, answers in _SIZES:
        made = _made(slide, question, answers, direction)
        if made.height <= room.height:
            y = room.top
            room.sheet.text(made.question, EDGE, y)
            _rows(slide, made, room, y + made.question.height + _BETWEEN)
            return (room.sheet,)
    return _over_several(slide, direction)


def letter(at: int) -> str:
    """What an answer is called: A, B, C and so on."""
    return chr(ord("A") + at)


def _made(
    slide: ChoiceSlide, question: float, answers: float, direction: Qt.LayoutDirection
) -> _Set:
    width = ROOM - 2 * _INSET - _LETTER - (_HANDS if slide.hands else 0)
    base = line_height_pixels(TextRole.SLIDE_TEXT)
    return _Set(
        SlideLines(slide.question, TextRole.SLIDE_STRONG, ROOM, direction, pixels=question),
        tuple(
            SlideLines(
                answer,
                # Not bold where it is right: its lines would break elsewhere, and the room jump.
                TextRole.SLIDE_TEXT,
                width,
                direction,
                pixels=answers,
            )
            for answer in slide.answers
        ),
        padding=14 * answers / base + 2,
    )


def _over_several(slide: ChoiceSlide, direction: Qt.LayoutDirection) -> Sequence[Sheet]:
    """The question on a slide of its own, then the answers on as many as they need."""
    question, answers = _SIZES[-1]
    made = _made(slide, question, answers, direction)
    first = surrounded(slide.heading, slide.source, direction)
    first.sheet.text(made.question, EDGE, first.top)
    sheets = [first.sheet]
    room: Room | None = None
    y = 0.0
    for at, lines in enumerate(made.answers):
        height = lines.height + 2 * made.padding
        if room is None or y + height > room.bottom:
            room = surrounded(slide.heading, slide.source, direction)
            sheets.append(room.sheet)
            y = room.top
        _row(slide, made, room.sheet, at, y)
        y += height + _GAP
    return sheets


def _rows(slide: ChoiceSlide, made: _Set, room: Room, y: float) -> None:
    for at, lines in enumerate(made.answers):
        _row(slide, made, room.sheet, at, y)
        y += lines.height + 2 * made.padding + _GAP


def _row(slide: ChoiceSlide, made: _Set, sheet: Sheet, at: int, y: float) -> None:
    lines = made.answers[at]
    height = lines.height + 2 * made.padding
    right, answered = at == slide.right, slide.right is not None
    sheet.area(
        EDGE,
        y,
        ROOM,
        height,
        fill="ok_bg" if right else "surface",
        line="ok" if right else "line" if answered else "control",
        radius=12,
    )
    x = EDGE + _INSET - 6
    top = y + made.padding + (lines.step - _RING) / 2
    ground, line = ("ok", "ok") if right else ("surface", "control")
    sheet.area(x, top, _RING, _RING, fill=ground, line=line, radius=_RING / 2)
    if right:
        inset = (_RING - _TICK) // 2
        sheet.sign("check", x + inset, top + inset, _TICK, "surface")
    else:
        mark = SlideLines(letter(at), TextRole.SLIDE_HEADING, _RING, sheet.direction, pixels=28)
        sheet.text(
            mark,
            x + (_RING - mark.used_width) / 2,
            y + made.padding + (lines.step - mark.step) / 2,
            "text_2",
            width=_RING,
        )
    x = EDGE + _INSET + _LETTER
    width = ROOM - 2 * _INSET - _LETTER - (_HANDS if slide.hands else 0)
    ink = "text_2" if answered and not right else "text"
    sheet.text(lines, x, y + made.padding, ink, width=width)
    if slide.hands and at < len(slide.hands):
        _hands(slide, sheet, at, y, height)


def _hands(slide: ChoiceSlide, sheet: Sheet, at: int, y: float, height: float) -> None:
    """The number of hands at the end of a row, and along its foot a bar as long as their share."""
    count = SlideLines(number(slide.hands[at]), TextRole.SLIDE_HEADING, _HANDS, sheet.direction)
    x = EDGE + ROOM - _INSET - count.used_width
    sheet.text(count, x, y + (height - count.height) / 2, "accent", width=_HANDS)
    whole = sum(slide.hands)
    if whole and slide.hands[at]:
        length = (ROOM - 24) * slide.hands[at] / whole
        sheet.area(EDGE + 12, y + height - 9, length, 6, fill="accent", radius=3)
