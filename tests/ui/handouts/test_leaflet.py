"""A case on two pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.ui.printing.conftest import Bundled, bundled
from tests.ui.printing.reading_pdf import text_of

from fieldcat.domain.entry import Figure
from fieldcat.domain.progress import unreported
from fieldcat.ui.handouts.leaflet import made_leaflet
from fieldcat.ui.printing.output import pdf_of
from fieldcat.ui.printing.paper import A4, LETTER, Paper

__all__ = ["bundled"]  # a fixture

STUDIES = (
    "africa-online-safety-platform",
    "ai-for-safer-children",
    "breck-foundation",
    "c-sema-tanzania",
    "for-your-eyes-only",
    "iamsafeonline-albania",
    "project-shadow",
    "red-papaz-viguias",
    "scale-of-harm",
    "snehai",
)


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("study", STUDIES)
def test_every_study_fits_on_two_pages(bundled: Bundled, study: str, paper: Paper) -> None:
    sheets = made_leaflet(bundled(f"case-study/{study}"), paper, date(2026, 11, 29))
    assert sheets.count <= 2


def test_it_has_nothing_sensitive_and_says_what_else_there_is(bundled: Bundled) -> None:
    view = bundled("case-study/breck-foundation")
    words = text_of(pdf_of(made_leaflet(view, A4, date(2026, 11, 29)), unreported))
    sensitive = [section for section in view.entry.sections if section.sensitive]
    assert sensitive
    assert "Also in the casebook" in words
    assert sensitive[0].title in words


def test_a_leading_figure_of_a_sensitive_part_is_left_out(bundled: Bundled) -> None:
    view = bundled("case-study/breck-foundation")
    hard = next(section for section in view.entry.sections if section.sensitive)
    stated = Figure("hard", Decimal(4711), "", "told in the story", hard.id, lead=True)
    figures = (stated, *view.entry.figures)
    view = replace(view, entry=replace(view.entry, figures=figures))
    words = text_of(pdf_of(made_leaflet(view, A4, date(2026, 11, 29)), unreported))
    assert "told in the story" not in words


def test_a_case_that_is_sensitive_as_a_whole_says_so_at_its_head(bundled: Bundled) -> None:
    view = bundled("case-study/scale-of-harm")
    words = text_of(pdf_of(made_leaflet(view, A4, date(2026, 11, 29)), unreported))
    assert f"Sensitive: {view.entry.head.sensitive}" in " ".join(words.split())
