"""The trainer's window while a session is shown (picture 09): this step, the next, notes, time."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.presenting import (
    Opened,
    Show,
    back,
    begun,
    blackened,
    clock,
    closed_again,
    forward,
    gone_to,
    let_out,
    looked_at,
    with_stage,
)
from fieldcat.domain.session import Quiz, Session, reasons_to_ask
from fieldcat.ui.icons import icon
from fieldcat.ui.labels import number
from fieldcat.ui.presenting.care import Care
from fieldcat.ui.presenting.clicker_keys import ClickerKeys
from fieldcat.ui.presenting.deck import Deck
from fieldcat.ui.presenting.ending import EndDialog
from fieldcat.ui.presenting.hands import HandsDialog
from fieldcat.ui.presenting.hint import Hint
from fieldcat.ui.presenting.key_hints import KeyHints
from fieldcat.ui.presenting.keys import Act, act_of
from fieldcat.ui.presenting.notes_pane import NotesPane
from fieldcat.ui.presenting.slide_view import SlideView
from fieldcat.ui.presenting.step_list import StepList
from fieldcat.ui.presenting.top_bar import TopBar
from fieldcat.ui.sessions.wording import Counted
from fieldcat.ui.slides.sheet import Sheet
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.rule import level_rule, upright_rule
from fieldcat.ui.widgets.top_button import beside_icon
from fieldcat.ui.widgets.words import Words

_TICK_MS = 1000
_SOON_MS = 30
"""The slide that was asked for is painted by then; what comes next can be set."""
_LIST, _NOTES = 0.172, 0.28
"""How much of the window's width the list and the notes have."""
_WITH_LIST, _WITH_NOTES = 900, 620
"""Effective widths from which they stand beside the slide."""


class Presenter(QWidget):
    """One session, shown. The wall is not its business: ``room_changed`` tells what it sees."""

    room_changed = Signal(object)
    """The room sees this sheet now; None: black."""
    shown = Signal(str)
    """The room sees something of the step of this id, for the first time."""
    counted = Signal(str, tuple)
    """Hands were counted for the step of this id."""
    ended = Signal(object)
    """The session is over; how many took part, or None."""
    hide_wanted = Signal()

    def __init__(
        self,
        session: Session,
        deck: Deck,
        theme: Theme,
        *,
        at: int = 0,
        passed: float = 0,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._session = session
        self._deck = deck
        self._seconds = seconds
        self._counted = Counted(self)
        self._began = seconds() - passed
        self._one_screen = True
        self._over = False
        self._choosing = False
        # How many slides a step has is found out once one comes near it.
        self._show = begun(deck.unset_stages(), at)
        self.setObjectName("window")
        self.setWindowTitle(self.tr("Document"))
        self.bar = TopBar(session.title, theme)
        self.list = StepList(session.steps, theme)
        self.preview = SlideView(theme, framed=True)
        self._sign = QLabel()
        self.above = Words("", TextRole.META, theme, ink="text_2")
        self.place = Words("", TextRole.META, theme, ink="text_2")
        self.care = Care(theme)
        self.keys = KeyHints(theme)
        self.notes = NotesPane(theme)
        self.whole = SlideView(theme)
        self.hint = Hint(theme, self.whole)
        self.black_button = self._button(self.tr("Black screen"), "square")
        self.hands_button = self._button(self.tr("Count hands"), "users")
        self.back_button = self._button(self.tr("Back"), "arrow-left")
        self.next_button = self._button("", "")
        self.next_button.setIcon(icon("arrow-right", role="on_accent"))
        self.next_button.setObjectName("primary")
        self._stack = QStackedWidget()
        self._foot = QWidget()
        self._lay_out()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tell_time)
        self._timer.start()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._show_next)
        theme.changed.connect(self._dress)
        self._dress()
        self._show = self._known(self._show, self._show.at)
        self._refresh(None)

    @property
    def show_state(self) -> Show:
        """Where the session stands."""
        return self._show

    @property
    def room_sheet(self) -> Sheet | None:
        """What the room sees; None: black."""
        if self._show.black:
            return None
        return self._deck.cover if self._show.covered else self._slide

    def set_one_screen(self, one: bool) -> None:
        """Whether the room sees this window, for there is no other screen."""
        self._one_screen = one
        if one and self._show.opened is Opened.LOOKED_AT:
            # What only the trainer saw must not come up where the room looks now.
            self._show = closed_again(self._show)
        self._choosing = False
        self._stack.setCurrentIndex(1 if one else 0)
        if one:
            self.hint.begin()
        self._refresh(self._show)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def only_slide(self) -> bool:
        """Whether this window shows the slide and nothing else."""
        return self._stack.currentIndex() == 1

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for, wherever it was pressed; whether it asks for anything."""
        act = act_of(event)
        if act is None:
            return False
        self._act(act)
        return True

    # --- what can be done ---------------------------------------------------------------------

    def forward(self) -> None:
        """The next slide, or step."""
        self._change(forward(self._show))

    def back(self) -> None:
        """The slide before."""
        self._change(back(self._known(self._show, self._show.at - 1)))

    def go_to(self, at: int) -> None:
        """The beginning of a step."""
        self._change(gone_to(self._show, at))
        self._leave_list()

    def black(self) -> None:
        """Black, or what was seen before it."""
        self._change(blackened(self._show))

    def ask_hands(self) -> None:
        """Ask how many hands each answer has."""
        step = self._session.steps[self._show.at]
        if not isinstance(step.content, Quiz):
            return
        at, quiz = self._show.at, step.content
        dialog = HandsDialog(quiz.question, quiz.answers, self._deck.hands(step), self._theme, self)
        # Of the step that was asked about: a clicker may go on meanwhile.
        dialog.counted.connect(lambda hands: self._keep_hands(at, hands))
        dialog.open()

    def ask_end(self) -> None:
        """Ask whether to end, and how many took part."""
        if any(asked.isVisible() for asked in self.findChildren(EndDialog)):
            return  # the wall takes keys while it is asked
        dialog = EndDialog(self._theme, self)
        dialog.ended.connect(self.end)
        dialog.open()

    def end(self, reached: object = None) -> None:
        """End, without asking."""
        if not self._over:
            self._over = True
            self._timer.stop()
            self.ended.emit(reached)

    # --- events -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Where there is one screen, the slide fills it: there is nothing else to press.
        if not self.only_slide:
            super().mouseReleaseEvent(event)
        elif event.button() is Qt.MouseButton.LeftButton:
            self.forward()
        elif event.button() is Qt.MouseButton.RightButton:
            self._toggle_notes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        # By the desktop's own way: asked first, as with Esc.
        if self._over:
            super().closeEvent(event)
        else:
            event.ignore()
            self.ask_end()

    # --- inside -------------------------------------------------------------------------------

    def _act(self, act: Act) -> None:
        match act:
            case Act.FORWARD:
                self.forward()
            case Act.BACK:
                self.back()
            case Act.BLACK:
                self.black()
            case Act.GO_TO:
                self._choose_step()
            case Act.NOTES:
                self._toggle_notes()
            case Act.FIRST:
                self.go_to(0)
            case Act.LAST:
                self.go_to(len(self._show.stages) - 1)
            case Act.END:
                self.ask_end()

    def _choose_step(self) -> None:
        if self.only_slide:
            # The room looks on: it may see the list for a moment, not the notes.
            self._choosing = True
            self._stack.setCurrentIndex(0)
            self._arrange()
        self.list.setVisible(True)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_list(self) -> None:
        if self._choosing:
            self._choosing = False
            self._stack.setCurrentIndex(1)
        self._arrange()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_notes(self) -> None:
        if self._one_screen:
            self._choosing = False
            self._stack.setCurrentIndex(0 if self.only_slide else 1)
            self._arrange()
        else:
            self.notes.grow()

    def _keep_hands(self, at: int, hands: tuple[int, ...]) -> None:
        self._deck.count(at, hands)
        step = self._session.steps[at]
        self.counted.emit(step.id, hands)
        self._change(with_stage(self._show, at, self._deck.stage(at)))

    def _change(self, show: Show) -> None:
        before, self._show = self._show, self._known(show, show.at)
        self.hint.hide()
        self._refresh(before)

    def _known(self, show: Show, at: int) -> Show:
        """The same place, with the number of slides that a step has."""
        if 0 <= at < len(show.stages):
            stage = self._deck.stage(at)
            return show if stage == show.stages[at] else with_stage(show, at, stage)
        return show

    @property
    def _slide(self) -> Sheet:
        sheets = self._deck.sheets(self._show.at)
        return sheets[min(self._show.slide, len(sheets) - 1)]

    def _refresh(self, before: Show | None) -> None:
        show, steps = self._show, self._session.steps
        step = steps[show.at]
        room = self.room_sheet
        # The wall first: whoever pressed a key waits for it.
        self.whole.show_sheet(room)
        self.room_changed.emit(room)
        own = self._deck.cover if show.closed else self._slide
        # Where the room sees this window, black is black here, too.
        dark = show.black and (self._one_screen or not show.stage.sensitive)
        self.preview.show_sheet(None if dark else own)
        self._say_room(show)
        slides = self.tr("Slide {number} of {total}")
        shown = 1 if show.closed else show.slide + 1
        self.place.setText(slides.format(number=number(shown), total=number(show.stage.slides)))
        self.care.show_state(
            show, " ".join(reasons_to_ask(step.content)), one_screen=self._one_screen
        )
        self.bar.show_step(show.at, len(steps))
        if before is None or before.at != show.at:
            self.notes.show_notes(step)
        self.list.show_place(show)
        self._soon.start()
        self.hands_button.setEnabled(isinstance(step.content, Quiz))
        self.back_button.setEnabled(not show.first)
        self.next_button.setEnabled(not show.last or show.black)
        self._word_next(show)
        self._tell_time()
        for place in show.shown if before is None else set(show.shown) - set(before.shown):
            self.shown.emit(steps[place].id)

    def _say_room(self, show: Show) -> None:
        if show.black:
            self.above.setText(self.tr("The room sees a black screen"))
        elif show.covered:
            self.above.setText(self.tr("The room sees a plain card"))
        else:
            self.above.setText(self.tr("The room sees this"))

    def _show_next(self) -> None:
        show = self._show
        at, slide = show.at, show.slide + 1
        if show.closed or slide >= show.stage.slides:
            at, slide = show.at + 1, 0
        if at >= len(show.stages):
            self.notes.show_next(self.tr("This is the last step."), None, "", "")
            return
        stage, step = show.stages[at], self._session.steps[at]
        hidden = stage.sensitive and at != show.at
        sheet = self._deck.cover if hidden else self._deck.sheets(at)[slide]
        heading = self.notes.say_step(at) if at != show.at else self.tr("Next slide")
        below = self._counted.about(step, named=hidden) if at != show.at else ""
        care = (
            self.tr("Step {number} is sensitive. The room will see a plain card first.").format(
                number=number(at + 1)
            )
            if hidden
            else ""
        )
        self.notes.show_next(heading, sheet, below, care)

    def _word_next(self, show: Show) -> None:
        steps = show.closed or show.slide + 1 >= show.stage.slides
        if show.black:
            words = self.tr("Show again")
        elif show.last:
            words = self.tr("Last slide")
        elif steps:
            words = self.tr("Next: step {number}").format(number=number(show.at + 2))
        else:
            words = self.tr("Next slide")
        self.next_button.setText(f"{words} ")
        self.next_button.setAccessibleName(words)
        # The arrow stands behind the words: it points on.
        mirrored = self.isRightToLeft()
        directions = Qt.LayoutDirection
        self.next_button.setLayoutDirection(
            directions.LeftToRight if mirrored else directions.RightToLeft
        )

    def _tell_time(self) -> None:
        passed = self._seconds() - self._began
        self.bar.show_time(QTime.currentTime(), clock(self._show, self._session.length, passed))

    # --- putting together ---------------------------------------------------------------------

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(beside_icon(words) if words else "")
        if name:
            button.setIcon(icon(name))
        button.setObjectName("secondary")
        button.setProperty("acting", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        grown = self._theme.grown
        over = QHBoxLayout()
        over.setSpacing(grown(8))
        over.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        over.addWidget(self.above, 1)
        over.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.setContentsMargins(grown(20), grown(12), grown(20), grown(12))
        middle.setSpacing(grown(8))
        middle.addLayout(over)
        middle.addWidget(self.preview, 1)
        middle.addWidget(self.care)
        middle.addWidget(self.keys)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self._lines = (upright_rule(), upright_rule())
        body.addWidget(self.list)
        body.addWidget(self._lines[0])
        body.addLayout(middle, 1)
        body.addWidget(self._lines[1])
        body.addWidget(self.notes)
        self._foot.setObjectName("surface")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(grown(18), grown(10), grown(18), grown(10))
        foot.setSpacing(grown(10))
        foot.addWidget(self.black_button)
        foot.addWidget(self.hands_button)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        desk = QWidget()
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(level_rule())
        column.addLayout(body, 1)
        column.addWidget(level_rule())
        column.addWidget(self._foot)
        self._stack.addWidget(desk)
        self._stack.addWidget(self.whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.bar.end_wanted.connect(self.ask_end)
        self.bar.hide_wanted.connect(self.hide_wanted)
        self.list.wanted.connect(self.go_to)
        self.list.left.connect(self._leave_list)
        self.care.look_wanted.connect(self._look)
        self.care.show_wanted.connect(lambda: self._change(let_out(self._show)))
        self.care.close_wanted.connect(lambda: self._change(closed_again(self._show)))
        self.black_button.clicked.connect(self.black)
        self.hands_button.clicked.connect(self.ask_hands)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.forward)
        ClickerKeys(self._act, self._leave_list, self.findChildren(QWidget), self)

    def _look(self) -> None:
        show = looked_at(self._show)
        # With one screen there is no looking without showing; the words beside the button say so.
        self._change(let_out(show) if self._one_screen else show)

    def _arrange(self) -> None:
        effective = self.width() / self._theme.scale
        self.list.setVisible(effective >= _WITH_LIST)
        self.list.setFixedWidth(max(round(self.width() * _LIST), self._theme.scaled(150)))
        self.notes.setVisible(effective >= _WITH_NOTES and not self._choosing)
        for line, pane in zip(self._lines, (self.list, self.notes), strict=True):
            line.setVisible(not pane.isHidden())
        self.notes.setFixedWidth(round(self.width() * _NOTES))

    def _dress(self) -> None:
        side = self._theme.grown(18)
        for button in (self.black_button, self.hands_button, self.back_button, self.next_button):
            button.setIconSize(QSize(side, side))
            button.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
        # In the dark colours a filled sign is white, and its outline stands around black.
        self.black_button.setIcon(icon("square", filled=not self._theme.dark))
        self._sign.setPixmap(icon("projector", role="text_2").pixmap(side, side))
        self._arrange()
