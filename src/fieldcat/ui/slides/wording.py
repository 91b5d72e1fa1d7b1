"""The program's own words on slides; everything else on them is the casebook's or the trainer's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from fieldcat.domain.entry import Figure, Source
from fieldcat.domain.naming import language_name
from fieldcat.domain.places import country_codes, country_name, region_codes, region_name
from fieldcat.domain.session import Origin
from fieldcat.ui.reader.wording import date_text, figure_whom


def language_in_use() -> str:
    """The language that the window speaks, as a BCP 47 tag without a country."""
    return QLocale().bcp47Name().partition("-")[0]


def place_text(place: str) -> str:
    """The name of a place that is a country, a region, or words already."""
    if place in country_codes():
        return country_name(place, language_in_use())
    if place in region_codes():
        return region_name(place, language_in_use())
    return place


def spoken_text(languages: Iterable[str]) -> str:
    """Languages in words, as a list; empty for none."""
    names = [language_name(tag, language_in_use()) for tag in languages]
    return QLocale().createSeparatedList(names) if names else ""


def stated_text(origin: Origin) -> str:
    """Who says so, and when, as in «C-Sema, Tanzania. As stated on 28 August 2024»."""
    return source_line(origin.source, origin.organisation)


def source_line(source: Source, organisation: str = "") -> str:
    """The line at the foot of a slide."""
    name = organisation or source.publisher or source.title
    if not source.date:
        return name
    template = QCoreApplication.translate("Slides", "{name}. As stated on {date}.")
    day = date_text(source.date, long=True)
    if not name:
        return QCoreApplication.translate("Slides", "As stated on {date}.").format(date=day)
    return template.format(name=name, date=day)


def figure_words(figure: Figure) -> str:
    """What a figure counts, and whom, where neither its words nor the place over it say so."""
    whom = figure_whom(figure)
    if not whom or not figure.counts or _said(figure.counts, whom, place_text(figure.place)):
        return figure.counts or whom
    return f"{figure.counts} ({whom})"


_JOINING = 3
"""Letters of a word such as «in» or «the», at the most."""


def _said(counts: str, whom: str, place: str) -> bool:
    """Whether «adolescents in India» says no more than «of adolescents …» does under «India»."""
    words = whom.casefold().split()
    if place and whom.casefold().endswith(place.casefold()):
        words = words[: len(words) - len(place.split())]
        while words and len(words[-1]) <= _JOINING:
            words.pop()
    return set(words) <= set(re.findall(r"[\w-]+", counts.casefold()))


def figure_heading(figure: Figure, otherwise: str) -> str:
    """Where and when a figure was counted, else the words that are given."""
    said = ", ".join(part for part in (place_text(figure.place), figure.period) if part)
    return said[:1].upper() + said[1:] or otherwise


def help_heading(country: str) -> str:
    """What stands over a help service."""
    if not country:
        return QCoreApplication.translate("Slides", "Where to get help")
    name = country_name(country, language_in_use())
    return QCoreApplication.translate("Slides", "Where to get help in {place}").format(place=name)


def cover_words() -> tuple[str, str]:
    """What a room sees in place of something sensitive: nothing that tells of it."""
    return QCoreApplication.translate("Slides", "One moment, please"), ""


def break_words(minutes: int) -> tuple[str, str]:
    """A break, and how long it is."""
    word = QCoreApplication.translate("Slides", "Break")
    return word, _Counted().minutes(minutes) if minutes else ""


class _Counted(QObject):
    """Texts with plural forms, which lupdate reads only from ``tr``."""

    def minutes(self, count: int) -> str:
        return self.tr("%n minute(s)", "", count)


def myth_words() -> str:
    """What stands over something that people say."""
    return QCoreApplication.translate("Slides", "Myth or fact?")


def question_words() -> str:
    """What stands over a question of a quiz."""
    return QCoreApplication.translate("Slides", "Question")


def talk_words() -> str:
    """What stands over a question to talk about."""
    return QCoreApplication.translate("Slides", "Let us talk about this")


def answer_words() -> str:
    """What stands over the explanation of an answer."""
    return QCoreApplication.translate("Slides", "The answer")


def survey_words(before: bool) -> tuple[str, str]:
    """What a room sees while it fills in the questionnaire."""
    if before:
        below = QCoreApplication.translate("Slides", "What do you think now? Nobody writes a name.")
    else:
        below = QCoreApplication.translate("Slides", "And now? Nobody writes a name.")
    return QCoreApplication.translate("Slides", "A few questions on paper"), below
