"""The parts of an entry that its contents list, as they stand on its page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fieldcat.domain.entry import Kind
from fieldcat.ui.reader.apparatus import alike_rows, party_rows, related_rows
from fieldcat.ui.reader.building import (
    ALIKE,
    FIGURES,
    ORGANISATIONS,
    REFERENCES,
    RELATED,
    numbered,
    text_in_order,
)
from fieldcat.ui.reader.contents import Part
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.view import EntryView


def contents_heading(view: EntryView) -> str:
    """What stands over the contents: «In this case»."""
    translate = QCoreApplication.translate
    if view.id.kind is Kind.CASE_STUDY:
        return translate("Reader", "In this case")
    return translate("Reader", "In this entry")


def parts_of(page: Page) -> tuple[Part, ...]:
    """The parts of the entry on a page, top to bottom."""
    translate, view = QCoreApplication.translate, page.view
    parts = [Part("lead", translate("Reader", "Summary"))]
    for section in text_in_order(view):
        if section is None:
            parts.append(Part("timeline", translate("Reader", "Timeline")))
        elif section.title:
            key = f"section:{section.id}"
            parts.append(Part(key, section.title, bool(section.sensitive)))
    counts = (
        (FIGURES, translate("Reader", "All figures"), len(view.entry.figures)),
        (ORGANISATIONS, translate("Reader", "Organisations"), len(party_rows(view))),
        (RELATED, translate("Reader", "Related"), len(related_rows(view))),
    )
    parts.append(Part(REFERENCES, translate("Reader", "References")))
    parts += [Part(key, numbered(words, count)) for key, words, count in counts]
    if alike_rows(view):
        parts.append(Part(ALIKE, translate("Reader", "More like this")))
    return tuple(part for part in parts if page.widget(part.key) is not None)
