"""Numbers that nobody can tell the source of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fieldcat.domain.entry import Citation, Link
from fieldcat.publishing.body import FIELD, lines_in
from fieldcat.publishing.drafts import Draft
from fieldcat.publishing.faults import Fault, shown
from fieldcat.publishing.nodes import Listing
from fieldcat.publishing.rules import Level, Rule
from fieldcat.publishing.workspace import Workspace

_NUMBER = re.compile(
    r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?:"
    r"\s?(?:%|per cent|percent|por ciento|million|billion|millones)(?!\w)"
    r"|(?<=\d[.,\u202f]\d\d\d)(?![\w.,-]*\d))"
)
"""A share, or a number of thousands and more: what is stated as a result. Years are not."""


def unsourced_figures(workspace: Workspace, _today: date) -> Iterator[Fault]:
    """Numbers in a text that are no figure and stand beside no citation; figures without a source.

    Rows of tables cannot have figures of their own: they are cited by their ``source_url``.
    """
    for draft in workspace.drafts:
        if not draft.manuscript.row and not draft.is_translation:
            yield from _loose_numbers(draft)
            yield from _figures(draft)


def _loose_numbers(draft: Draft) -> Iterator[Fault]:
    for prose in draft.prose:
        if prose.field == FIELD and (match := _NUMBER.search(prose.loose)):
            yield Fault(
                draft.manuscript.file,
                prose.line,
                prose.field,
                f"states {shown(match[0])}, which is no figure of this entry",
                "[words](figure:ID) with the figure in the fields, or a citation [^ID] behind it",
                Level.WARNING,
                Rule.UNSOURCED_FIGURE,
            )


def _figures(draft: Draft) -> Iterator[Fault]:
    source = draft.entry.head.source
    if source.title or source.publisher:
        return
    cited = {
        block_id
        for section in draft.entry.sections
        for block in section.blocks
        for block_id, line in lines_in(block)
        if any(isinstance(span, Citation | Link) for span in line)
    }
    listing = draft.manuscript.fields.fields.get("figures")
    nodes = listing.items if isinstance(listing, Listing) else ()
    for number, (figure, node) in enumerate(zip(draft.entry.figures, nodes, strict=False), 1):
        if figure.block not in cited:
            yield Fault(
                draft.manuscript.file,
                node.line,
                f"figures[{number}]",
                f"nobody can tell who states the figure {shown(figure.id)}",
                "source_title and source_publisher, or a citation [^ID] where the text states it",
                Level.WARNING,
                Rule.UNSOURCED_FIGURE,
            )
