"""Words for sessions: what steps are called, which icon they have, and when a session is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTime

from fieldcat.domain.naming import language_name
from fieldcat.domain.places import country_name
from fieldcat.domain.session import (
    Break,
    Content,
    Discussion,
    EntryPart,
    FigurePart,
    HelpPart,
    Moment,
    OwnText,
    PicturePart,
    Quiz,
    QuizForm,
    Session,
    Step,
    Survey,
    TermPart,
    name_of,
    origin_of,
)
from fieldcat.services.offered import Labels
from fieldcat.ui.reader.wording import figure_number, qualifier_label
from fieldcat.ui.translating import QT_TRANSLATE_NOOP

_ICONS: dict[type[object], str] = {
    EntryPart: "file-text",
    FigurePart: "chart-column",
    TermPart: "book-a",
    HelpPart: "life-buoy",
    PicturePart: "image",
    Discussion: "message-circle",
    Quiz: "circle-help",
    OwnText: "type",
    Break: "coffee",
    Survey: "list-checks",
}
_KINDS: dict[type[object], str] = {
    EntryPart: QT_TRANSLATE_NOOP("Sessions", "Part of an entry"),
    FigurePart: QT_TRANSLATE_NOOP("Sessions", "Figure"),
    TermPart: QT_TRANSLATE_NOOP("Sessions", "Term"),
    HelpPart: QT_TRANSLATE_NOOP("Sessions", "Help service"),
    PicturePart: QT_TRANSLATE_NOOP("Sessions", "Picture"),
    Discussion: QT_TRANSLATE_NOOP("Sessions", "Discussion"),
    Quiz: QT_TRANSLATE_NOOP("Sessions", "Quiz"),
    OwnText: QT_TRANSLATE_NOOP("Sessions", "Own text"),
    Break: QT_TRANSLATE_NOOP("Sessions", "Break"),
    Survey: QT_TRANSLATE_NOOP("Sessions", "Questionnaire"),
}
_MYTH = QT_TRANSLATE_NOOP("Sessions", "Myth or fact")
_MOMENTS = {
    Moment.BEFORE: QT_TRANSLATE_NOOP("Sessions", "Questionnaire before"),
    Moment.AFTER: QT_TRANSLATE_NOOP("Sessions", "Questionnaire after"),
    Moment.LATER: QT_TRANSLATE_NOOP("Sessions", "Questionnaire later"),
}
_UNTITLED = QT_TRANSLATE_NOOP("Sessions", "Without a title")


def step_icon(content: Content) -> str:
    """The icon of a kind of step."""
    return _ICONS[type(content)]


def kind_words(content: Content) -> str:
    """What kind of step it is."""
    match content:
        case Quiz(form=QuizForm.MYTH):
            return _worded(_MYTH)
        case Survey(moment=moment):
            return _worded(_MOMENTS[moment])
        case _:
            return _worded(_KINDS[type(content)])


def step_name(step: Step) -> str:
    """What a step is called; a figure by its number, too, without which its words begin nowhere."""
    if isinstance(step.content, FigurePart) and not step.title.strip():
        figure = step.content.figure
        parts = (qualifier_label(figure.qualifier), figure_number(figure), figure.counts)
        words = " ".join(part for part in parts if part)
        return words[:1].upper() + words[1:]
    return name_of(step) or kind_words(step.content)


def step_meta(step: Step) -> str:
    """What stands under a step's name: its kind, and who it comes from."""
    origin = origin_of(step.content)
    parts = [kind_words(step.content)]
    if origin is not None:
        parts.append(origin.organisation or origin.title)
    return " · ".join(part for part in parts if part and part != step_name(step))


def session_name(session: Session) -> str:
    """What a session is called."""
    return session.title.strip() or _worded(_UNTITLED)


def session_meta(session: Session, labels: Labels) -> str:
    """When, where and for whom a session is."""
    parts = [
        day_words(session),
        place_words(session),
        labels.get("audiences", {}).get(session.audience, session.audience),
        language_words(session.language),
    ]
    return " · ".join(part for part in parts if part)


def day_words(session: Session) -> str:
    """The day of a session, and the time it begins."""
    parts = []
    if session.day is not None:
        day = QDate(session.day.year, session.day.month, session.day.day)
        parts.append(QLocale().toString(day, QLocale.FormatType.LongFormat))
    if session.starts is not None:
        parts.append(time_words(session.starts.hour * 60 + session.starts.minute))
    return ", ".join(parts)


def time_words(minutes: int) -> str:
    """A time of day, so many minutes after midnight."""
    at = QTime((minutes // 60) % 24, minutes % 60)
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def place_words(session: Session) -> str:
    """Where a session is: its place and country."""
    language = QLocale().bcp47Name().partition("-")[0]
    country = country_name(session.country, language) if session.country else ""
    return ", ".join(part for part in (session.place.strip(), country) if part)


def language_words(tag: str) -> str:
    """A language in words; a tag that nobody knows stays as it is."""
    name = language_name(tag, QLocale().bcp47Name())
    return name[:1].upper() + name[1:]


def numbers_words(numbers: Iterable[int]) -> str:
    """Numbers of steps, counted from 1: «3, 4 and 8»."""
    return QLocale().createSeparatedList([QLocale().toString(at + 1) for at in numbers])


def _worded(text: str) -> str:
    return QCoreApplication.translate("Sessions", text)


class Counted(QObject):
    """Texts with plural forms."""

    def minutes(self, count: int) -> str:
        """So many minutes."""
        return self.tr("%Ln minutes", "", count)

    def about(self, step: Step, *, named: bool) -> str:
        """What kind of step it is and how long: what it is called, too, where it is ``named``."""
        parts = (step_name(step) if named else "", kind_words(step.content))
        said = [part for part in parts if part]
        return " \u00b7 ".join([*said, self.minutes(step.minutes)])

    def steps(self, count: int) -> str:
        """So many steps."""
        return self.tr("%Ln steps", "", count)

    def over(self, count: int) -> str:
        """So many minutes too long."""
        return self.tr("%Ln minutes too long", "", count)

    def in_hand(self, count: int) -> str:
        """So many minutes to spare."""
        return self.tr("%Ln minutes in hand", "", count)

    def services(self, count: int) -> str:
        """So many help services."""
        return self.tr("%Ln help services", "", count)

    def people(self, count: int) -> str:
        """So many people."""
        return self.tr("%Ln people", "", count)

    def sessions(self, count: int) -> str:
        """So many sessions."""
        return self.tr("%Ln sessions", "", count)

    def uncounted(self, count: int) -> str:
        """So many sessions in which nobody counted."""
        return self.tr("%Ln sessions not counted", "", count)

    def missing(self, count: int) -> str:
        """So many entries that are not here."""
        return self.tr("%Ln entries that it shows are not in the casebook here:", "", count)
