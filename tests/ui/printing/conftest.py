"""Entries of the bundled casebook, as the reader is given them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Note
from fieldcat.domain.progress import unreported
from fieldcat.ui.pages.reading import gathered
from fieldcat.ui.printing.composing import Copy
from fieldcat.ui.printing.output import pdf_of
from fieldcat.ui.printing.paper import A4, Paper
from fieldcat.ui.printing.sheets import made_sheets
from fieldcat.ui.reader.view import EntryView, mark_nothing

Bundled = Callable[[str], EntryView]

PRINTED_ON = date(2025, 3, 4)


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundled]:
    """Gives an entry of the casebook that comes with the program, by kind and slug."""
    from fieldcat import wiring  # the whole program, which few of these tests need

    workbench = wiring.open_workbench(str(tmp_path_factory.mktemp("data")))
    # Nobody has searched.
    services = replace(wiring.window_services(workbench), marker=lambda *_query: mark_nothing)
    yield lambda name: gathered(services, EntryId.parse(f"fieldcat/{name}"), "", kept=False).view
    workbench.close()


def printed(
    view: EntryView,
    *,
    opened: frozenset[str] = frozenset(),
    notes: tuple[Note, ...] = (),
    paper: Paper = A4,
) -> bytes:
    """The entry as a PDF file."""
    return pdf_of(made_sheets(Copy(view, opened, notes), paper, PRINTED_ON), unreported)


def sensitive_sections(view: EntryView) -> frozenset[str]:
    """The ids of the sections that are folded at first."""
    return frozenset(section.id for section in view.entry.sections if section.sensitive)
