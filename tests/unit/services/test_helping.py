"""Which help services come first, and that none is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from tests.unit.services.conftest import COLLECTION, STUDY, entry, named

from fieldcat.domain.entry import Channel, Entry, HelpService, Kind
from fieldcat.domain.places import WORLD
from fieldcat.domain.training import TakeHelp, Template, TemplateStep, TrainingMaterial
from fieldcat.services import helping
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.session_making import session_of
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue
from fieldcat.storage.user_data import UserData, open_user_data

Made = Callable[..., Casebook]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    """Makes a casebook of entries."""
    with ExitStack() as stack:

        def make(*entries: Entry) -> Casebook:
            path = tmp_path / "services.sqlite"
            write_catalogue(path, COLLECTION, [], entries)
            return open_casebook(stack.enter_context(closing(open_catalogue(path))))

        yield make


@pytest.fixture
def data(tmp_path: Path) -> Iterator[UserData]:
    opened = open_user_data(tmp_path / "user.sqlite", tmp_path / "backups")
    yield opened
    opened.close()


def service(
    slug: str,
    *languages: str,
    country: str = "TZ",
    region: str = "",
    channel: str = "telephone",
) -> Entry:
    channels = (Channel(channel, "116"),) if channel else ()
    return entry(
        Kind.HELP_SERVICE,
        slug,
        slug,
        "It helps.",
        HelpService("helpline", STUDY, channels=channels, languages=languages),
        countries=(country,) if country else (),
        regions=(region,) if region else (),
    )


def slugs(casebook: Casebook, data: UserData, language: str) -> list[str]:
    found = helping.help_for(casebook, data, country="TZ", language=language)
    return [place.head.id.slug for place in found.own]


def test_of_equals_what_answers_in_the_language_comes_first(made: Made, data: UserData) -> None:
    casebook = made(service("anna"), service("berta", "sw"))
    assert slugs(casebook, data, "sw") == ["berta", "anna"]
    assert slugs(casebook, data, "") == ["anna", "berta"]


def test_what_can_be_called_comes_before_what_is_known_to_speak_the_language(
    made: Made, data: UserData
) -> None:
    casebook = made(service("line"), service("page", "sw", channel="website"))
    assert slugs(casebook, data, "sw") == ["line", "page"]


def test_what_is_known_not_to_answer_in_the_language_comes_last(made: Made, data: UserData) -> None:
    casebook = made(service("line", "en"), service("unreached", channel=""))
    assert slugs(casebook, data, "sw") == ["unreached", "line"]


def test_a_service_across_borders_is_found_among_very_many(made: Made, data: UserData) -> None:
    many = [service(f"a{at:03}", country="KE") for at in range(230)]
    casebook = made(*many, service("zuri", country="", region="002"))
    found = helping.help_for(casebook, data, country="TZ")
    assert [place.head.id for place in found.beyond] == [named(Kind.HELP_SERVICE, "zuri")]


def test_a_region_is_offered_though_its_service_comes_after_very_many(made: Made) -> None:
    many = [service(f"a{at:03}", country="KE") for at in range(230)]
    casebook = made(*many, service("zuri", country="", region=WORLD))
    assert helping.countries(casebook, language="en")[-1].code == WORLD


def test_languages_are_read_back_as_they_were_written(made: Made, data: UserData) -> None:
    casebook = made(service("line", "sw", "en-TZ"))
    (place,) = helping.help_for(casebook, data, country="TZ").own
    assert place.service.languages == ("sw", "en-TZ")


def test_a_new_session_shows_those_that_help_for_its_country_leads_with(
    made: Made, data: UserData
) -> None:
    casebook = made(
        service("a-page", channel="website"),
        service("b-elsewhere", "sw", country="KE"),
        service("c-english", "en"),
        service("d-line"),
        service("e-line", "sw"),
    )
    step = TemplateStep(TakeHelp(), "Where to turn to", 5)
    template = Template("short", "children", "Short", "", "sw", 5, (step,))
    material = TrainingMaterial(templates=(template,))
    session = session_of(casebook, material, template="short", title="", country="TZ").session
    assert [step.title for step in session.steps] == ["e-line", "d-line", "a-page"]
    assert slugs(casebook, data, "sw") == ["e-line", "d-line", "a-page", "c-english"]
