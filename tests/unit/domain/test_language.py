from __future__ import annotations

import pytest

from fieldcat.domain.language import best_language


@pytest.mark.parametrize(
    ("wanted", "offered", "best"),
    [
        ("es-MX", ["en", "es", "es-MX"], "es-MX"),
        ("es-MX", ["en", "es", "es-CO"], "es"),
        ("es-MX", ["en", "es-ES", "es-CO"], "es-CO"),
        ("ES-mx", ["en", "es-MX"], "es-MX"),
        ("zh-Hant-TW", ["en", "zh-Hans", "zh-Hant"], "zh-Hant"),
        ("pt", ["en", "pt-BR"], "pt-BR"),
        ("fr", ["en", "es"], "en"),
        ("en-GB", ["en", "es"], "en"),
        (None, ["en", "es"], "en"),
        ("", ["en", "es"], "en"),
    ],
)
def test_the_language_that_suits_a_reader_best(
    wanted: str | None, offered: list[str], best: str
) -> None:
    assert best_language(wanted, offered, "en") == best


def test_the_original_suits_better_than_another_of_the_same_tongue() -> None:
    assert best_language("pt-AO", ["pt-BR", "pt-PT"], "pt-PT") == "pt-PT"
