"""The details of a session: what it is called, when, where, for whom, how long, and to what end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from PySide6.QtCore import QCollator, QLocale, QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QPushButton

from fieldcat.domain.places import country_codes, country_name
from fieldcat.domain.session import MOST_MINUTES
from fieldcat.services.offered import Labels
from fieldcat.ui.sessions.form import Form
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.sessions.wording import language_words
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.fields import (
    ChoiceField,
    DayField,
    Field,
    LineField,
    NumberField,
    TextField,
    TimeField,
)

_LANGUAGES = (
    *("ar", "en", "es", "fil", "fr", "hi", "id", "pt", "ru", "sq", "sw", "th", "uk", "ur"),
    *("bn", "de", "am", "ha", "zh", "vi"),
)


class Details(Form):
    """Whatever is typed is saved by itself. ``left``: back to what stood here before."""

    left = Signal()

    def __init__(self, plan: Plan, theme: Theme) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Details"))
        self._plan = plan
        self.title = LineField()
        self.day = DayField(self.tr("No day yet"))
        self.starts = TimeField()
        self.starts.setSpecialValueText(self.tr("No time yet"))
        self.country = ChoiceField()
        self.place = LineField()
        self.audience = ChoiceField()
        self.language = ChoiceField()
        self.length = NumberField(MOST_MINUTES, self.tr(" min"))
        self.goal = TextField(theme, 3)
        self.back = QPushButton(self.tr("Done"))
        self.back.setObjectName("secondary")
        self.back.setProperty("small", True)
        self.back.clicked.connect(self.left)
        self.heading(self.tr("Details"), self.back)
        self.add(
            Field(self.tr("Title"), self.title, theme),
            Field(self.tr("Day"), self.day, theme),
            Field(self.tr("Begins at"), self.starts, theme),
            Field(self.tr("Length"), self.length, theme),
            Field(self.tr("Audience"), self.audience, theme),
            Field(self.tr("Country"), self.country, theme),
            Field(self.tr("Place"), self.place, theme),
            Field(self.tr("Language"), self.language, theme),
            Field(self.tr("Goal"), self.goal, theme),
        )
        self.column.addStretch(1)
        self.country.offer(self._countries())
        self.language.offer(self._named((tag, language_words(tag)) for tag in _LANGUAGES))
        self._connect()

    def offer(self, labels: Labels) -> None:
        """Offer the audiences that the casebook has words for."""
        self.audience.offer((("", self.tr("Not chosen")), *labels.get("audiences", {}).items()))
        self.show_session()

    def show_session(self) -> None:
        """Show the details of the session that is open."""
        session = self._plan.session
        if session is None:
            return
        self.title.show_text(session.title)
        self.day.show_day(session.day)
        with QSignalBlocker(self.starts):
            at = session.starts
            self.starts.setTime(QTime(0, 0) if at is None else QTime(at.hour, at.minute))
        self.country.show_value(session.country)
        self.place.show_text(session.place)
        self.audience.show_value(session.audience)
        self.language.show_value(session.language)
        self.length.show_number(session.length)
        self.goal.show_text(session.goal)

    def _connect(self) -> None:
        plan = self._plan
        self.title.typed.connect(lambda words: plan.type_details(title=words))
        self.place.typed.connect(lambda words: plan.type_details(place=words))
        self.goal.typed.connect(lambda words: plan.type_details(goal=words))
        self.length.typed.connect(lambda minutes: plan.type_details(length=minutes))
        self.country.picked.connect(lambda code: plan.type_details(country=code))
        self.audience.picked.connect(lambda id: plan.type_details(audience=id))
        self.language.picked.connect(lambda tag: plan.type_details(language=tag))
        self.day.picked.connect(lambda day: plan.type_details(day=day))
        self.starts.timeChanged.connect(self._on_time)
        plan.changed.connect(self.show_session)

    def _on_time(self, at: QTime) -> None:
        found = None if at == QTime(0, 0) else time(at.hour(), at.minute())
        self._plan.type_details(starts=found)

    def _countries(self) -> tuple[tuple[str, str], ...]:
        language = QLocale().bcp47Name().partition("-")[0]
        return self._named((code, country_name(code, language)) for code in country_codes())

    def _named(self, options: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Values with their names, as a dictionary of the language in use has them."""
        order = QCollator()
        named = sorted(options, key=lambda option: order.sortKey(option[1]))
        return (("", self.tr("Not chosen")), *named)
