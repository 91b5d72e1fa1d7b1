from __future__ import annotations

import pytest

from fieldcat.domain import places


def test_all_countries_of_iso_3166_are_there_and_kosovo() -> None:
    assert len(places.country_codes()) == 250
    assert {"CO", "TZ", "TW", "XK"} <= places.country_codes()
    assert not {"EU", "UK", "ZZ"} & places.country_codes()


def test_every_country_has_a_name_and_lies_in_known_regions() -> None:
    for code in places.country_codes():
        assert places.country_name(code) != code
        assert places.regions_of(code)
        assert set(places.regions_of(code)) <= places.region_codes()


def test_every_region_has_a_name_and_holds_a_country_or_is_the_world_s() -> None:
    held = {region for code in places.country_codes() for region in places.regions_of(code)}

    assert places.region_codes() - held == {places.WORLD, "003"}
    for code in places.region_codes():
        assert places.region_name(code) != code


@pytest.mark.parametrize(
    ("code", "name", "regions"),
    [
        ("CO", "Colombia", ("019", "419", "005")),
        ("TZ", "Tanzania", ("002", "202", "014")),
        ("DZ", "Algeria", ("002", "015")),
        ("US", "United States", ("019", "021")),
        ("PH", "Philippines", ("142", "035")),
        ("AQ", "Antarctica", ("010",)),
    ],
)
def test_countries_lie_in_the_regions_of_m49(
    code: str, name: str, regions: tuple[str, ...]
) -> None:
    assert places.country_name(code) == name
    assert places.regions_of(code) == regions


def test_regions_lie_in_wider_ones() -> None:
    assert places.regions_around("014") == ("002", "202")
    assert places.regions_around("003") == ("019",)
    assert places.regions_around("002") == ()
    assert places.regions_around(places.WORLD) == ()


def test_names_fall_back_to_english_and_to_the_code() -> None:
    assert places.country_name("CO", "xx-YY") == "Colombia"
    assert places.country_name("QQ") == "QQ"
    assert places.region_name("419", "xx") == "Latin America and the Caribbean"
    assert places.region_name("998") == "998"


def test_countries_and_regions_are_called_as_a_language_calls_them() -> None:
    assert places.country_name("TZ", "fr") == "Tanzanie"
    assert places.country_name("GB", "es-CO") == "Reino Unido"
    assert places.region_name("150", "ar") == "أوروبا"


def test_unknown_codes_lie_nowhere() -> None:
    assert places.regions_of("QQ") == ()
    assert places.regions_around("998") == ()


def test_all_regions_of_some_places_come_once_in_order() -> None:
    assert places.all_regions(["011"], ["TZ", "CO"]) == (
        "002",
        "005",
        "011",
        "014",
        "019",
        "202",
        "419",
    )


def test_the_world_is_only_where_it_is_named() -> None:
    assert places.all_regions(["001"], []) == ("001",)
    assert places.WORLD not in places.all_regions([], ["TZ"])
