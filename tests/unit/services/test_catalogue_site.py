"""Entries that somebody picked, as a website and as a ZIM file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fieldcat.domain.entry import EntryId
from fieldcat.domain.progress import Progress, unreported
from fieldcat.errors import CancelledError, EntryNotFoundError
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.catalogue_site import export_entries_as_site
from fieldcat.services.site_writing import apart
from fieldcat.storage.catalogue import open_catalogue


@pytest.fixture(scope="module")
def casebook(root: Path) -> Iterator[Casebook]:
    catalogue = open_catalogue(root / "data" / "casebook.sqlite")
    yield open_casebook(catalogue)
    catalogue.close()


PICKED = tuple(
    EntryId.parse(f"fieldcat/{name}")
    for name in ("case-study/snehai", "term/grooming", "organisation/interpol")
)


def no_picture(_asset: str) -> bytes | None:
    return None


def test_the_site_holds_what_was_picked_and_leads_nowhere_else(
    casebook: Casebook, tmp_path: Path
) -> None:
    steps: list[Progress] = []
    folder = tmp_path / "site"

    count = export_entries_as_site(
        casebook,
        entry_ids=PICKED,
        target=folder,
        zim=False,
        picture=no_picture,
        report=steps.append,
    )

    assert count == 3
    pages = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    assert {f"{one.kind}/{one.slug}.html" for one in PICKED} <= pages
    index = (folder / "index.html").read_text()
    assert "3 entries" in index
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total


def test_a_zim_file_is_written_of_the_same(casebook: Casebook, tmp_path: Path) -> None:
    pytest.importorskip("libzim")
    file = tmp_path / "a.zim"

    export_entries_as_site(
        casebook,
        entry_ids=PICKED,
        target=file,
        zim=True,
        picture=no_picture,
        report=unreported,
    )

    assert file.read_bytes()[:4] == b"ZIM\x04"


def test_what_is_stopped_leaves_nothing(casebook: Casebook, tmp_path: Path) -> None:
    def stop_late(step: Progress) -> None:
        if step.done > 4:
            raise CancelledError

    with pytest.raises(CancelledError):
        export_entries_as_site(
            casebook,
            entry_ids=PICKED,
            target=tmp_path / "site",
            zim=False,
            picture=no_picture,
            report=stop_late,
        )

    assert list(tmp_path.iterdir()) == []


def test_what_is_not_there_stops_it(casebook: Casebook, tmp_path: Path) -> None:
    with pytest.raises(EntryNotFoundError):
        export_entries_as_site(
            casebook,
            entry_ids=(EntryId.parse("fieldcat/term/none"),),
            target=tmp_path / "site",
            zim=False,
            picture=no_picture,
            report=unreported,
        )


def test_entries_of_two_collections_lie_apart(casebook: Casebook) -> None:
    entry = casebook.catalogue.entry(PICKED[0])
    other = EntryId("tales", PICKED[0].kind, PICKED[0].slug)

    made = apart((entry, replace(entry, head=replace(entry.head, id=other))))

    assert [one.id.slug for one in made] == ["snehai", "snehai-tales"]
