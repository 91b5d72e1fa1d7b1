"""Slides set: each kind in its own way, in 1024×768 units, with no letter under 28.

What is too long for one slide goes on on the next. Nothing is left out and nothing shrinks below
what the last row can read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt

from fieldcat.domain.entry import Text, plain
from fieldcat.ui.reader.decoding import decoded
from fieldcat.ui.slides.flowing import flowed
from fieldcat.ui.slides.lines import SlideLines, direction_on
from fieldcat.ui.slides.setting_choice import set_choice
from fieldcat.ui.slides.setting_numbers import set_chart, set_help, set_number
from fieldcat.ui.slides.sheet import EDGE, ROOM, WIDTH, Sheet
from fieldcat.ui.slides.slide import (
    ChartSlide,
    ChoiceSlide,
    HelpSlide,
    NumberSlide,
    PictureSlide,
    PlainSlide,
    QuestionSlide,
    Slide,
    SlideText,
    WordSlide,
)
from fieldcat.ui.slides.surrounding import surrounded
from fieldcat.ui.type import TextRole

_PLAIN_MIDDLE = 340
"""How far down the middle of a few large words is: a little above that of the slide."""


def set_slides(slides: Iterable[Slide]) -> tuple[Sheet, ...]:
    """The slides set; of each one or more, in order."""
    return tuple(sheet for slide in slides for sheet in _set(slide))


def _set(slide: Slide) -> Sequence[Sheet]:
    match slide:
        case WordSlide():
            texts = [slide.heading, *(plain(text.line) for text in slide.texts)]
            # Where the words begin counts, not a heading in the program's language.
            direction = direction_on([*texts[1:], texts[0]])
            return flowed(slide.texts, slide.heading, slide.source, direction)
        case NumberSlide():
            return (set_number(slide),)
        case ChartSlide():
            return set_chart(slide)
        case HelpSlide():
            return set_help(slide)
        case QuestionSlide():
            return _question(slide)
        case ChoiceSlide():
            return set_choice(slide)
        case PictureSlide():
            return (_picture(slide),)
        case PlainSlide():
            return (_plain(slide),)


def _question(slide: QuestionSlide) -> Sequence[Sheet]:
    direction = direction_on([slide.question, slide.heading])
    room = surrounded(slide.heading, slide.source, direction)
    for role in (TextRole.SLIDE_QUESTION, TextRole.SLIDE_STRONG):
        lines = SlideLines(slide.question, role, ROOM, direction)
        if lines.height <= room.height:
            # Alone on its slide it stands a little above the middle.
            room.sheet.text(lines, EDGE, room.top + (room.height - lines.height) * 0.4)
            return (room.sheet,)
    texts = [SlideText((Text(slide.question),))]
    return flowed(texts, slide.heading, slide.source, direction)


def _picture(slide: PictureSlide) -> Sheet:
    direction = direction_on([slide.caption, slide.heading])
    room = surrounded(slide.heading, slide.source, direction)
    caption = slide.caption
    image = decoded(slide.data) if slide.data else None
    if image is None:
        # What it would show is said instead.
        caption = caption or slide.alternative
    height = room.height
    if caption:
        lines = SlideLines(caption, TextRole.SLIDE_SOURCE, ROOM, direction)
        height -= lines.height + 16
        room.sheet.text(lines, EDGE, room.top + (height + 16 if image is not None else 0))
    if image is not None:
        size = image.size().scaled(
            int(ROOM), max(int(height), 1), Qt.AspectRatioMode.KeepAspectRatio
        )
        left = (WIDTH - size.width()) / 2
        room.sheet.picture(image, QRectF(left, room.top, size.width(), size.height()))
        room.sheet.words.append(slide.alternative)
    return room.sheet


def _plain(slide: PlainSlide) -> Sheet:
    direction = direction_on([slide.words, slide.below])
    sheet = Sheet(direction)
    words = SlideLines(slide.words, TextRole.SLIDE_QUESTION, ROOM, direction)
    below = SlideLines(slide.below, TextRole.SLIDE_TEXT_SMALL, ROOM, direction)
    height = words.height + (12 + below.height if slide.below else 0)
    top = max(_PLAIN_MIDDLE - height / 2, 0)
    sheet.text(words, EDGE, top)
    if slide.below:
        sheet.text(below, EDGE, top + words.height + 12, "text_2")
    return sheet
