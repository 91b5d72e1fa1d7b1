"""The parts of which a country's page is made: the first service large, the others as rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.entry import Channel
from fieldcat.domain.help_checks import Certainty
from fieldcat.services.offered import Labels
from fieldcat.ui.helping.wording import (
    ShownService,
    check_of,
    check_parts,
    check_words,
    facts_of,
    no_channel_words,
    reach_label,
)
from fieldcat.ui.icons import icon
from fieldcat.ui.reader.channels import channel_label
from fieldcat.ui.reader.wording import left_to_right
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.rule import upright_rule
from fieldcat.ui.widgets.top_button import beside_icon
from fieldcat.ui.widgets.words import Words

_LONGEST_NUMBER = 9
"""Letters of a number that is shown as large as can be."""
_BESIDE, _THREE = 560, 760
"""From these widths, at a scale of 1, what is known stands beside the number, and what can be done
beside that."""
_ANY = 16777215
"""Qt's word for no greatest width."""
_SIGNS = {
    "telephone": "phone",
    "website": "globe",
    "chat": "message-circle",
    "app": "smartphone",
    "email": "mail",
}


class ServicePart(QWidget):
    """What both have in common: what can be done with a service. Each signal brings it."""

    copy_wanted = Signal(str)
    """These words are to be copied."""
    large_wanted = Signal(object)
    confirm_wanted = Signal(object)
    more_wanted = Signal(object, object)
    """The menu of a service is wanted, at this button."""

    def __init__(self, shown: ShownService, theme: Theme) -> None:
        super().__init__()
        self.shown = shown
        self._theme = theme
        self.setAccessibleName(shown.place.head.title)
        self.buttons: list[QPushButton] = []

    def _button(self, words: str, sign: str, kind: str, said: str = "") -> QPushButton:
        button = QPushButton(beside_icon(words))
        button.setObjectName(kind)
        button.setIcon(icon(sign, role="on_accent" if kind == "primary" else "text"))
        side = self._theme.grown(16)
        button.setIconSize(QSize(side, side))
        button.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
        # Of several with the same word each says whose it is.
        button.setAccessibleName(f"{words}: {said or self.shown.place.head.title}")
        self.buttons.append(button)
        return button

    def _copy_buttons(self) -> Iterable[QPushButton]:
        channels = self.shown.service.channels
        for channel in channels:
            # Of one channel it goes without saying which.
            words = self.tr("Copy")
            if len(channels) > 1:
                name = channel_label(channel.type)
                words = self.tr("Copy: {channel}").format(channel=name.lower())
            button = self._button(words, "copy", "secondary", channel.value)
            button.clicked.connect(
                lambda _=False, value=channel.value: self.copy_wanted.emit(value)
            )
            yield button

    def _copy(self, words: str, _clicked: bool = False) -> None:
        self.copy_wanted.emit(words)

    def _confirm_button(self) -> QPushButton:
        first = self.shown.first
        called = first is not None and first.type == "telephone"
        words = self.tr("I called, it works") if called else self.tr("I tried it, it works")
        button = self._button(words, "check", "secondary")
        button.clicked.connect(lambda: self.confirm_wanted.emit(self.shown))
        return button

    def _more_button(self) -> QPushButton:
        button = self._button(self.tr("More"), "ellipsis", "worded")
        button.clicked.connect(lambda: self.more_wanted.emit(self.shown, button))
        return button

    def _words(self, text: str, role: TextRole = TextRole.META, ink: str = "text_2") -> Words:
        return Words(text, role, self._theme, ink=ink)


class FirstService(ServicePart):
    """A card: what one dials or types as large as can be, what is known of it, how sure it is."""

    def __init__(self, shown: ShownService, labels: Labels, theme: Theme, today: date) -> None:
        super().__init__(shown, theme)
        self._today = today
        grown = theme.grown
        self.card = QFrame()
        self.card.setObjectName("card")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.card)
        edge = grown(20)
        self._body.setContentsMargins(edge, edge, edge, edge)
        self._body.setSpacing(grown(20))
        first = shown.first
        self._reach = QWidget() if first is None else self._reached(first)
        self._body.addWidget(self._reach)
        self._reach.setVisible(first is not None)
        self._rule = upright_rule()
        self._body.addWidget(self._rule)
        self._body.addWidget(self._known(labels), 1)
        self._acts = self._made_acts()
        self._body.addWidget(self._acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grown(10))
        column.addWidget(self.card)
        column.addWidget(self._sure())

    def fit(self, width: int) -> None:
        """Arrange it for this width in pixels."""
        wide = width >= self._theme.scaled(_BESIDE)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        most = width * 2 // 5 if wide else _ANY
        self._reach.setMaximumWidth(most)
        three = width >= self._theme.scaled(_THREE) and self.shown.first is not None
        self._rule.setVisible(three)
        # Where the card is high the number stands where one looks first.
        place = Qt.AlignmentFlag.AlignVCenter if three else Qt.AlignmentFlag.AlignTop
        self._body.setAlignment(self._reach, place if wide else Qt.AlignmentFlag(0))
        # Beside it they stand one over the other, all as wide as the widest; else under it.
        self._place_acts(beside=three)

    def _place_acts(self, *, beside: bool) -> None:
        buttons = [one for one in self.buttons if self._acts.isAncestorOf(one)]
        for button in buttons:
            button.setMinimumWidth(0)
        widest = max((button.sizeHint().width() for button in buttons), default=0)
        for button in buttons:
            button.setMinimumWidth(widest if beside else 0)
        self._acts.setMaximumWidth(widest if beside else _ANY)
        self._acts.setMinimumWidth(widest if beside else 0)
        self._body.removeWidget(self._acts)
        self._below.removeWidget(self._acts)
        if beside:
            self._body.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._below.addWidget(self._acts)

    def _reached(self, first: Channel) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.grown(2))
        short = first.type == "telephone" and len(first.value) <= _LONGEST_NUMBER
        role = TextRole.HELP_NUMBER if short else TextRole.HEADING
        column.addWidget(_Reach(first.value, role, self._theme))
        said = reach_label(first, self.shown.service.cost)
        column.addWidget(self._words(said, TextRole.INTERFACE))
        for channel in self.shown.service.channels:
            if channel != first:
                said = f"{channel_label(channel.type)}: {left_to_right(channel.value)}"
                column.addWidget(self._words(said, TextRole.INTERFACE, "text"))
        return holder

    def _known(self, labels: Labels) -> QWidget:
        holder, theme = QWidget(), self._theme
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.grown(6))
        head = self.shown.place.head
        column.addWidget(self._words(head.title, TextRole.HEADING, "text"))
        if head.summary:
            column.addWidget(self._words(head.summary, TextRole.INTERFACE, "text"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.grown(12))
        grid.setVerticalSpacing(theme.grown(3))
        grid.setColumnStretch(1, 1)
        for at, (name, words) in enumerate(facts_of(self.shown, labels)):
            grid.addWidget(self._words(name), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._words(words, TextRole.META, "text"), at, 1)
        column.addLayout(grid)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, theme.grown(6), 0, 0)
        column.addLayout(self._below)
        column.addStretch(1)
        return holder

    def _made_acts(self) -> QWidget:
        """What can be done with the service."""
        acts = QWidget()
        flow = FlowLayout(self._theme.grown(8), self._theme.grown(8), parent=acts)
        if self.shown.first is not None:
            self.large_button = self._button(self.tr("Show large"), "presentation", "primary")
            self.large_button.clicked.connect(lambda: self.large_wanted.emit(self.shown))
            flow.addWidget(self.large_button)
        for button in (*self._copy_buttons(), self._more_button()):
            flow.addWidget(button)
        return acts

    def _sure(self) -> QFrame:
        theme = self._theme
        known = self.shown.first is not None
        certainty = check_of(self.shown.place, self._today).certainty
        sure = known and certainty is Certainty.CHECKED
        frame = QFrame()
        frame.setObjectName("ok" if sure else "caution")
        row = FlowLayout(theme.grown(12), theme.grown(8), spread=1, parent=frame)
        beside, above = theme.grown(14), theme.grown(10)
        row.setContentsMargins(beside, above, beside, above)
        said = QWidget()
        inner = QHBoxLayout(said)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.grown(10))
        sign, side = QLabel(), theme.grown(20)
        first = self.shown.first
        doubt = "triangle-alert" if first is None else _SIGNS.get(first.type, "triangle-alert")
        name = "circle-check" if sure else doubt
        sign.setPixmap(icon(name, role="ok" if sure else "caution").pixmap(side, side))
        inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        told = (no_channel_words(), "")
        if known:
            told = check_parts(self.shown.place, self._today)
        sentences = QWidget()
        flow = FlowLayout(theme.grown(4), 0, parent=sentences)
        for words, role in zip(told, (TextRole.INTERFACE_STRONG, TextRole.INTERFACE), strict=True):
            if words:
                flow.addWidget(self._words(words, role, "text"))
        inner.addWidget(sentences, 1)
        row.addWidget(said)
        asked = known and self.shown.place.checked != self._today
        if asked:
            confirm = self._confirm_button()
            confirm.setProperty("small", True)
            row.addWidget(confirm)
        row.set_spread(1 if asked else 0)
        return frame


class ServiceRow(ServicePart):
    """Another service: its name, what it is for, how to reach it, how sure it is."""

    def __init__(self, shown: ShownService, labels: Labels, theme: Theme, today: date) -> None:
        super().__init__(shown, theme)
        grown, head = theme.grown, shown.place.head
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(grown(14))
        sign, side = QLabel(), grown(20)
        first = shown.first
        name = _SIGNS.get(first.type, "life-buoy") if first is not None else "life-buoy"
        sign.setPixmap(icon(name, role="text_2").pixmap(side, side))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(grown(2))
        column.addWidget(self._words(head.title, TextRole.LIST_TITLE, "text"))
        if head.summary:
            column.addWidget(self._words(head.summary, TextRole.INTERFACE, "text"))
        for channel in shown.service.channels:
            said = f"{channel_label(channel.type)}: {left_to_right(channel.value)}"
            column.addWidget(self._words(said, TextRole.META_STRONG, "text"))
        facts = " \u00b7 ".join(f"{name}: {words}" for name, words in facts_of(shown, labels))
        column.addWidget(self._words(facts))
        sure = check_of(shown.place, today).certainty is Certainty.CHECKED
        words = no_channel_words() if first is None else check_words(shown.place, today)
        ink = "ok" if sure and first is not None else "caution"
        column.addWidget(self._words(words, TextRole.META, ink))
        acts = QWidget()
        flow = FlowLayout(grown(8), grown(6), parent=acts)
        asked = first is not None and shown.place.checked != today
        tried = (self._confirm_button(),) if asked else ()
        for button in (*self._copy_buttons(), *tried, self._more_button()):
            button.setProperty("small", True)
            flow.addWidget(button)
        column.addSpacing(grown(4))
        column.addWidget(acts)
        row.addLayout(column, 1)

    def fit(self, width: int) -> None:
        """It looks the same at every width."""


class _Reach(QLabel):
    """A number or an address, which reads left to right, as large as its width allows."""

    def __init__(self, value: str, role: TextRole, theme: Theme) -> None:
        super().__init__(left_to_right(value))
        self._role = role
        self._theme = theme
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWordWrap(role is not TextRole.HELP_NUMBER)
        self.setAccessibleName(value)
        # It stands where the words stand, though it reads the other way.
        align = Qt.AlignmentFlag
        leading = align.AlignRight if self.isRightToLeft() else align.AlignLeft
        self.setAlignment(leading | align.AlignAbsolute | align.AlignVCenter)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        made = font(role, theme.scale)
        if role is TextRole.HELP_NUMBER:
            # Twice as large it would take the whole of a small window.
            made.setPointSizeF(font(role).pointSizeF() * (1 + theme.scale) / 2)
            metrics = QFontMetricsF(made)
            self.setMinimumWidth(round(metrics.horizontalAdvance(value)) + 8)
            # The font's own line would part it from what is said under it.
            spare = round((metrics.height() - 1.7 * metrics.capHeight()) / 2)
            self.setContentsMargins(0, -spare, 0, -spare)
        self.setStyleSheet(f"color: {theme.tokens.accent};")
        self.setFont(made)
