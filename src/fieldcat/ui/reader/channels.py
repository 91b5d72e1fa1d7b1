"""The ways to reach a help service, telephone numbers large, and how sure they are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from fieldcat.domain.entry import Channel, EntryLink, HelpService, Link, Text
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.reader.composing import Composer
from fieldcat.ui.reader.copy_button import CopyButton, button_side
from fieldcat.ui.reader.lines import Words
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import date_text
from fieldcat.ui.type import TextRole, grown, line_height

_ICONS = {
    "telephone": "phone",
    "website": "globe",
    "chat": "message-circle",
    "app": "smartphone",
    "email": "mail",
}


_OVERHANG = 5
"""The button's icon, not the space around it, stands at the edge of the card, in pixels."""


def channel_label(kind: str) -> str:
    """The name of a kind of channel."""
    translate = QCoreApplication.translate
    return {
        "telephone": translate("Reader", "Telephone"),
        "website": translate("Reader", "Website"),
        "chat": translate("Reader", "Chat"),
        "app": translate("Reader", "App"),
        "email": translate("Reader", "Email"),
    }.get(kind, translate("Reader", "Other way"))


class Channels(QFrame):
    """A card with one row for each channel, and under them who stated this and when."""

    def __init__(
        self, view: EntryView, service: HelpService, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("How to reach it"))
        self._look = look
        self._rows = [(channel, *self._row(view, channel)) for channel in service.channels]
        self.buttons = tuple(
            CopyButton(channel.value, look, plain=True, parent=self) for channel in service.channels
        )
        self._places: list[QRect] = []
        self._stated = TextPiece(self.tr("How sure this is"), self)
        self._stated.compose(look, view, lambda text: self._say_how_sure(text, view, service))

    @property
    def texts(self) -> tuple[TextPiece, ...]:
        """The values of the channels, and the line about who stated them."""
        return (*(value for _, _, value in self._rows), self._stated)

    def fit(self, width: int) -> int:
        """Place the rows in this width and tell the height, both in pixels."""
        scale = self._look.scale
        side, gutter = grown(14, scale), grown(30, scale)
        y = grown(12, scale)
        beside = button_side(self._look)
        inner = width - 2 * side - gutter - beside
        start = side + beside if mirrored() else side + gutter
        self._places.clear()
        for (_, label, value), button in zip(self._rows, self.buttons, strict=True):
            size = grown(18, scale)
            at = width - side - size if mirrored() else side
            middle = (line_height(TextRole.META, scale) - size) // 2
            self._places.append(QRect(at, y + middle, size, size))
            for widget in (label, value):
                height = widget.fit(inner)
                widget.setGeometry(start, y, inner, height)
                y += height
            middle = value.y() + (value.height() - beside) // 2
            edge = width - side - beside + _OVERHANG
            button.move(width - edge - beside if mirrored() else edge, middle)
            y += grown(10, scale)
        height = self._stated.fit(width - 2 * side)
        self._stated.setGeometry(side, y, width - 2 * side, height)
        return y + height + grown(12, scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for (channel, _, _), place in zip(self._rows, self._places, strict=False):
            paint_icon(painter, place, _ICONS.get(channel.type, "info"), self._look.tokens.text_2)
        painter.end()

    def _row(self, view: EntryView, channel: Channel) -> tuple[Words, TextPiece]:
        said = channel_label(channel.type)
        label = Words(said, TextRole.META, self._look, colour="text_2", parent=self)
        value = TextPiece(said, self)
        value.compose(self._look, view, lambda text: _set_value(text, channel))
        label.setBuddy(value)
        return label, value

    def _say_how_sure(self, text: Composer, view: EntryView, service: HelpService) -> None:
        date = date_text(view.entry.head.source.date, long=True)
        stated = self.tr("As stated by the study of {date}").format(date=date)
        text.paragraph((EntryLink(stated, service.stated_by),), role=TextRole.META)
        if service.last_checked:
            checked = date_text(service.last_checked, long=True)
            said = self.tr("Last checked on {date}").format(date=checked)
            text.paragraph((Text(said),), role=TextRole.META, above=2, colour="text_2")
        else:
            said = self.tr("Nobody has checked it since")
            text.paragraph((Text(said),), role=TextRole.META, above=2, colour="caution")


def _set_value(text: Composer, channel: Channel) -> None:
    if channel.type == "telephone":
        number = (Text(channel.value),)
        text.paragraph(number, role=TextRole.CARD_NUMBER, colour="accent", left_to_right=True)
    elif channel.value.startswith(("https://", "http://")):
        text.paragraph((Link(channel.value, channel.value),), role=TextRole.INTERFACE)
    else:
        text.paragraph((Text(channel.value),), role=TextRole.INTERFACE)
