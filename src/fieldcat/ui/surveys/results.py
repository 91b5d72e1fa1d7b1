"""The questionnaires of a session that was held: numbers are entered, the change is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.holding import HeldSession
from fieldcat.domain.session import Moment, SurveyQuestion
from fieldcat.domain.surveying import ORDER, changes, too_many, totals_at, totals_of
from fieldcat.ui.surveys.bars import ChangeView
from fieldcat.ui.surveys.wording import moment_label
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.fields import DayField, NumberField
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.scrolling import scrolling
from fieldcat.ui.widgets.setting import RadioRow
from fieldcat.ui.widgets.words import Words

_MOST = 99_999
_SIZE = (680, 620)
_FRAME = 40


@dataclass(frozen=True, slots=True)
class _Draft:
    """What stands in the fields for a moment."""

    day: date
    sheets: int
    counts: tuple[tuple[int, ...], ...]


class ResultsDialog(QDialog):
    """``kept`` brings totals that were entered; ``csv_wanted`` and ``pdf_wanted`` ask for files."""

    kept = Signal(object)
    csv_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(
        self,
        held: HeldSession,
        questions: Sequence[SurveyQuestion],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        today: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._held = held
        self._questions = tuple(questions) or questions_of(held)
        self._today = today or date.today()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Questionnaires"))
        self.moment = RadioRow(tuple((each, moment_label(each)) for each in ORDER), theme)
        self.moment.setAccessibleName(self.tr("When they were filled in"))
        self.day = DayField()
        self.day.setAccessibleName(self.tr("Day"))
        self.sheets = self._number(self.tr("Sheets that were filled in"))
        self.fields = tuple(
            tuple(self._number(f"{question.question}: {answer}") for answer in question.answers)
            for question in self._questions
        )
        self.fault = Words("", TextRole.META, theme, ink="danger")
        self.fault.hide()
        self.told = Words("", TextRole.META, theme, ink="ok")
        self.keep_button = QPushButton(self.tr("Keep these totals"), self)
        self.keep_button.setObjectName("primary")
        # The dialog is its parent at once: else Qt takes another button for the one on Enter.
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self._keep)
        self.csv_button = QPushButton(self.tr("Table for spreadsheets…"))
        self.pdf_button = QPushButton(self.tr("Save as PDF…"))
        self.close_button = QPushButton(self.tr("Close"))
        for button in (self.csv_button, self.pdf_button, self.close_button):
            button.setObjectName("quiet")
        self.csv_button.clicked.connect(self.csv_wanted)
        self.pdf_button.clicked.connect(self.pdf_wanted)
        self.close_button.clicked.connect(self.reject)
        self._shown = QVBoxLayout()
        self._lay_out()
        self.moment.chosen.connect(self._turn)
        first = next((each for each in ORDER if totals_at(held, each) is None), ORDER[-1])
        self.moment.set_value(first)
        self._drafts: dict[Moment, _Draft] = {}
        self._fill()
        self.show_held(held)
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sheets.selectAll()

    def show_held(self, held: HeldSession) -> None:
        """Show what changed by what is kept now."""
        self._held = held
        while (item := self._shown.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        found = changes(held.surveys)
        for change in found:
            self._shown.addWidget(ChangeView(change, self._theme))
        if not found:
            words = self.tr(
                "Nothing is entered yet. Count the sheets, then enter the totals above."
            )
            self._shown.addWidget(Words(words, TextRole.META, self._theme, ink="text_2"))
        for button in (self.csv_button, self.pdf_button):
            button.setEnabled(bool(found))

    def say_kept(self, moment: Moment) -> None:
        """Say that the totals of a moment are on the disk, where it is still the one in hand."""
        if moment is self._moment:
            self.told.setText(self.tr("Kept. What changed stands below."))

    def say_fault(self, words: str) -> None:
        """Say why totals could not be kept; what the window says lies behind the dialog."""
        self.told.setText("")
        self.fault.setText(words)
        self.fault.show()

    # --- inside -------------------------------------------------------------------------------

    def _turn(self, _of: object = None) -> None:
        """Show another moment; what was typed for the one before is there again afterwards."""
        self._drafts[self._filled] = self._typed()
        self._fill()

    def _fill(self) -> None:
        """Show what was entered for the moment that is chosen."""
        self._filled = self._moment
        draft = self._drafts.get(self._moment) or self._kept()
        self.day.show_day(draft.day)
        self.sheets.setValue(draft.sheets)
        for row, counts in zip(self.fields, draft.counts, strict=True):
            for field, count in zip(row, counts, strict=True):
                field.setValue(count)
        self.fault.hide()
        self.told.setText("")

    def _kept(self) -> _Draft:
        """What is kept for the moment; nothing for a question that was not asked like this then."""
        totals = totals_at(self._held, self._moment)
        if totals is None:
            nothing = tuple((0,) * len(one.answers) for one in self._questions)
            return _Draft(self._today, 0, nothing)
        asked = {
            (totals.ids[at] if at < len(totals.ids) else question, totals.answers[at]): counts
            for at, (question, counts) in enumerate(
                zip(totals.questions, totals.counts, strict=True)
            )
        }
        found = tuple(
            asked.get((one.id, one.answers), (0,) * len(one.answers)) for one in self._questions
        )
        return _Draft(totals.taken_on, totals.answered, found)

    def _typed(self) -> _Draft:
        counts = tuple(tuple(field.value() for field in row) for row in self.fields)
        return _Draft(self.day.day or self._today, self.sheets.value(), counts)

    @property
    def _moment(self) -> Moment:
        return Moment(str(self.moment.value))

    def _keep(self) -> None:
        typed = self._typed()
        wrong = too_many(typed.sheets, typed.counts)
        if wrong:
            words = self.tr(
                "“{question}” has more answers than there are sheets. Count again, or correct the "
                "number of sheets. Nothing was kept yet."
            )
            self.fault.setText(words.format(question=self._questions[wrong[0]].question))
            self.fault.show()
            self.told.setText("")
            self.fields[wrong[0]][0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.fault.hide()
        self.told.setText("")
        self._drafts.pop(self._moment, None)
        self.kept.emit(
            totals_of(self._questions, self._moment, typed.day, typed.sheets, typed.counts)
        )

    def _number(self, name: str) -> NumberField:
        field = NumberField(_MOST)
        field.setAccessibleName(name)
        field.setFont(font(TextRole.INTERFACE, self._theme.scale))
        return field

    def _lay_out(self) -> None:
        grown, theme = self._theme.grown, self._theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(grown(12))
        grid.setVerticalSpacing(grown(8))
        beside = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(Words(self.tr("Day"), TextRole.INTERFACE, theme), 0, 0, beside)
        grid.addWidget(self.day, 0, 1)
        sheets = self.tr("Sheets that were filled in")
        grid.addWidget(Words(sheets, TextRole.INTERFACE, theme), 1, 0, beside)
        grid.addWidget(self.sheets, 1, 1)
        row = 2
        for question, fields in zip(self._questions, self.fields, strict=True):
            grid.addWidget(Words(question.question, TextRole.INTERFACE_STRONG, theme), row, 0, 1, 2)
            row += 1
            for answer, field in zip(question.answers, fields, strict=True):
                grid.addWidget(Words(answer, TextRole.INTERFACE, theme), row, 0, beside)
                grid.addWidget(field, row, 1)
                row += 1
        grid.setColumnStretch(0, 1)
        inner = QWidget()
        inner.setObjectName("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(grown(24), grown(24), grown(24), grown(12))
        column.setSpacing(grown(14))
        column.addWidget(Words(self._held.title, TextRole.PAGE_BAR, theme))
        said = self.tr("Totals only: nobody's name, and no sheet one by one.")
        column.addWidget(Words(said, TextRole.META, theme, ink="text_2"))
        column.addWidget(self.moment)
        column.addLayout(grid)
        column.addWidget(self.fault)
        keeping = QHBoxLayout()
        keeping.setSpacing(grown(12))
        keeping.addWidget(self.keep_button)
        keeping.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(keeping)
        column.addWidget(level_rule())
        column.addWidget(Words(self.tr("How answers changed"), TextRole.INTERFACE_STRONG, theme))
        self._shown.setSpacing(grown(16))
        column.addLayout(self._shown)
        column.addStretch(1)
        sheet = scrolling(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(grown(16), grown(8), grown(16), grown(12))
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.csv_button)
        foot.addWidget(self.pdf_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(sheet, 1)
        whole.addLayout(foot)
        self.day.setFont(font(TextRole.INTERFACE, theme.scale))
        room = self.screen().availableGeometry()
        self.resize(
            min(theme.scaled(_SIZE[0]), room.width()),
            min(theme.scaled(_SIZE[1]), room.height() - grown(_FRAME)),
        )


def questions_of(held: HeldSession) -> tuple[SurveyQuestion, ...]:
    """The questions as they were asked, of a session whose plan is gone or has none any more."""
    if not held.surveys:
        return ()
    last = held.surveys[0]
    return tuple(
        SurveyQuestion(
            last.ids[at] if at < len(last.ids) else question,
            question,
            last.answers[at],
            last.right[at] if at < len(last.right) else None,
        )
        for at, question in enumerate(last.questions)
    )
