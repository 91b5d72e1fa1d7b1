from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from fieldcat.ui.printing.paper import A4, LETTER, UNITS, Paper, paper_of, usual_paper


@pytest.mark.parametrize(
    ("country", "paper"), [("CO", LETTER), ("US", LETTER), ("TZ", A4), ("GB", A4), ("AL", A4)]
)
def test_the_usual_paper_is_that_of_the_country(country: str, paper: Paper) -> None:
    territory = QLocale.codeToTerritory(country)
    assert usual_paper(QLocale(QLocale.Language.AnyLanguage, territory)) == paper


@pytest.mark.parametrize("paper", [A4, LETTER, Paper(420, 595)])
def test_qt_has_the_same_paper(paper: Paper) -> None:
    assert paper_of(paper.page_layout()) == paper


@pytest.mark.parametrize("paper", [A4, LETTER, Paper(420, 595), Paper(842, 595)])
def test_margins_are_even_and_lines_are_not_too_long_to_read(paper: Paper) -> None:
    assert 2 * paper.side + paper.measure == paper.width * UNITS
    assert paper.side >= 48 * UNITS
    assert paper.measure <= 436 * UNITS
