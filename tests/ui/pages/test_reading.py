from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook, entry_id
from tests.ui.pictures import png

from fieldcat.domain.entry import Kind, Paragraph, Picture, Section, SectionRole
from fieldcat.errors import CatalogueDamagedError, EntryNotFoundError
from fieldcat.ui.pages.reading import gathered


def test_all_that_an_entry_names_comes_with_its_words() -> None:
    view = gathered(FakeCasebook().services(), CENTRE, "hotline", kept=True).view
    assert view.kept
    assert view.targets[LINE].title == "Te Cuido"
    assert view.targets[CSAM].explanation.startswith("Pictures, films")
    assert view.label("countries", "CO") == "Colombia"
    assert list(view.marker("A hotline")) == [(2, 9)]


def test_pictures_that_are_there_come_along() -> None:
    fake = FakeCasebook()
    pictures = (Picture("map", "known", "A map"), Picture("lost", "unknown", "Lost"))
    section = Section("pictures", SectionRole.OTHER, "Pictures", pictures)
    entry = fake.read(CENTRE)
    assert isinstance(entry.sections[0].blocks[1], Paragraph)
    fake.entries = (replace(entry, sections=(section,)),)
    services = replace(fake.services(), picture={"known": png(40, 20)}.get)
    shown = gathered(services, CENTRE, "", kept=False).view.pictures
    sizes = {asset: photo.size() for asset, photo in shown.items() if isinstance(photo, QImage)}
    assert sizes == {"known": QSize(40, 20)}


def test_an_entry_that_is_not_there_is_said_so() -> None:
    with pytest.raises(EntryNotFoundError):
        gathered(FakeCasebook().services(), entry_id(Kind.TERM, "none"), "", kept=False)


def test_an_entry_without_its_collection_is_a_damaged_catalogue() -> None:
    services = replace(FakeCasebook().services(), collection=lambda _id: None)
    with pytest.raises(CatalogueDamagedError):
        gathered(services, CENTRE, "", kept=False)
