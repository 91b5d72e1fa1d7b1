"""What is said of a help service: what it is for, when it is open, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from fieldcat.domain.entry import Channel, HelpService
from fieldcat.domain.help_checks import Certainty, HelpCheck, help_check
from fieldcat.domain.help_languages import Answers, answers_in
from fieldcat.domain.places import country_codes, country_name, region_name
from fieldcat.domain.session import HelpPart
from fieldcat.services.offered import Labels
from fieldcat.services.offered_training import HelpPlace
from fieldcat.ui.reader.channels import channel_label
from fieldcat.ui.reader.wording import date_text
from fieldcat.ui.slides.wording import spoken_text
from fieldcat.ui.translating import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_URGENT = QT_TRANSLATE_NOOP(
    "Helping", "If a child is in danger now, go to the police or the nearest adult you trust first."
)


@dataclass(frozen=True, slots=True)
class ShownService:
    """A service as the page shows it, with what a session would take of it."""

    place: HelpPlace
    part: HelpPart

    @property
    def service(self) -> HelpService:
        """What is known of how to reach it."""
        return self.place.service

    @property
    def first(self) -> Channel | None:
        """The channel that is to be tried first: one that can be called, if there is any."""
        channels = sorted(self.service.channels, key=lambda one: one.type != "telephone")
        return channels[0] if channels else None


@dataclass(frozen=True, slots=True)
class ShownCountry:
    """A country, or a region, with its services and those across borders.

    ``language`` is that of one's session there, empty where there is none.
    """

    code: str
    own: tuple[ShownService, ...] = ()
    beyond: tuple[ShownService, ...] = ()
    language: str = ""


def place_name(code: str) -> str:
    """The name of a country or region."""
    language = QLocale().bcp47Name().partition("-")[0]
    if code in country_codes():
        return country_name(code, language)
    return region_name(code, language)


def urgent_words() -> str:
    """What comes before any number."""
    return _worded(_URGENT)


def check_of(place: HelpPlace, today: date) -> HelpCheck:
    """Who looked last."""
    return help_check(place.service.last_checked, place.checked, today)


def check_words(place: HelpPlace, today: date) -> str:
    """How sure it is, in a sentence or two."""
    return " ".join(part for part in check_parts(place, today) if part)


def check_parts(place: HelpPlace, today: date) -> tuple[str, str]:
    """How sure it is, and what to do about it: nothing where it is sure."""
    check = check_of(place, today)
    if check.certainty is Certainty.NEVER or check.day is None:
        words = translate("Helping", "Stated on {date}, not checked since.")
        said = words.format(date=date_text(place.head.source.date, long=True))
        return said, translate("Helping", "Try it yourself before you hand it out.")
    if check.own and check.day == today:
        return translate("Helping", "You tried it today, and it works."), ""
    if check.own:
        words = translate("Helping", "You tried it on {date}, and it worked.")
    else:
        words = translate("Helping", "Checked by the publisher on {date}.")
    # The publisher may know only the month.
    known = check.day.isoformat() if check.own else place.service.last_checked
    said = words.format(date=date_text(known, long=True))
    if check.certainty is Certainty.OLD:
        return said, translate("Helping", "That is more than half a year ago: try it again.")
    return said, ""


def facts_of(shown: ShownService, labels: Labels) -> tuple[tuple[str, str], ...]:
    """What is recorded of a service, each with its name; what nobody stated is left out.

    What it costs stands by how to reach it, where that is known (``reach_label``).
    """
    service = shown.service
    kind = labels.get("help-service-kinds", {}).get(service.service_kind, "")
    whom = service.ages or _listed(shown, labels)
    where = ", ".join(place_name(code) for code in shown.place.head.countries)
    found = (
        (translate("Helping", "What"), kind),
        (translate("Helping", "For"), whom),
        (translate("Helping", "Open"), service.hours),
        (translate("Helping", "Cost"), "" if shown.first is not None else service.cost),
        (translate("Helping", "Languages"), spoken_text(service.languages)),
        (translate("Helping", "Where"), where),
        (translate("Helping", "Run by"), service.provider),
    )
    return tuple((name, _begun(words)) for name, words in found if words)


def _listed(shown: ShownService, labels: Labels) -> str:
    audiences = labels.get("audiences", {})
    return QLocale().createSeparatedList(
        [audiences.get(one, one) for one in shown.place.head.audiences]
    )


def reach_label(channel: Channel, cost: str = "") -> str:
    """What kind of channel it is, and what it costs."""
    return ", ".join(part for part in (channel_label(channel.type), cost) if part)


def no_channel_words() -> str:
    """What is said of a service of which nobody stated how to reach it."""
    return translate(
        "Helping", "No number or address is stated. Find it out before you name it to others."
    )


def none_words(code: str) -> str:
    """What to do where there is no service."""
    words = translate(
        "Helping",
        "The casebook knows of no help service in {place}. Ask the police, a hospital or an office "
        "that protects children whom to call. Try the number yourself before you hand it out.",
    )
    return words.format(place=place_name(code))


def language_note(shown: ShownCountry) -> str:
    """That no service of a country is known to answer in the session's language, if it is so."""
    answers = (answers_in(one.service, shown.language) for one in shown.own)
    if not (shown.own and shown.language) or Answers.YES in answers:
        return ""
    words = translate(
        "Helping",
        "Your session there is in {language}. No service here is known to answer in it: ask when "
        "you call.",
    )
    return words.format(language=spoken_text((shown.language,)))


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _worded(text: str) -> str:
    return translate("Helping", text)
