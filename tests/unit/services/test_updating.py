"""What came with a newer program is found once; an import that is stopped too late is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes.laptop import laptop, shipped
from tests.fakes.publisher import BASE, Press

from fieldcat.domain.progress import unreported
from fieldcat.errors import BusyError, CancelledError
from fieldcat.services import imports, turning
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.importing import preview, take_in, undo
from fieldcat.services.laptop import Laptop
from fieldcat.services.offered import UpdateServices
from fieldcat.services.publishers import use_edition
from fieldcat.services.updating import Sources, update_services
from fieldcat.storage.catalogue import open_catalogue


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("press")).make_keys()


@pytest.fixture(scope="module")
def programs(press: Press) -> tuple[Laptop, Laptop, Path]:
    """Laptops with the program of the first edition and of the third, and the second as a file."""
    found = []
    for edition in (1, 2, 3):
        released = press.release(edition, {**BASE, "tool-3": f"Edition {edition}."})
        found.append((shipped(press, press.folder / f"program-{edition}"), released.full))
    home = press.folder / "home"
    return laptop(found[0][0], home), laptop(found[2][0], home), found[1][1]


@pytest.fixture
def opened() -> Iterator[list[Casebook]]:
    casebooks: list[Casebook] = []
    yield casebooks
    for casebook in casebooks:
        casebook.catalogue.close()


def services(machine: Laptop, opened: list[Casebook]) -> UpdateServices:
    opened.append(open_casebook(open_catalogue(machine.catalogue)))
    here = opened[-1]
    return update_services(
        Sources(
            laptop=lambda: machine,
            casebook=lambda: here,
            generations=machine.generations,
            data_folder=machine.generations.root.parent,
            shipped=machine.bundled.catalogue,
            bundle=machine.bundled.bundle,
            renew=lambda: None,
            installers=lambda: (),
        )
    )


def test_it_is_found_until_it_was_taken_in_and_not_again(
    programs: tuple[Laptop, Laptop, Path], opened: list[Casebook]
) -> None:
    older, newer, second = programs
    assert services(older, opened).shipped() is None
    take_in(second, laptop=older)
    assert services(older, opened).shipped() is None

    assert services(newer, opened).shipped() == newer.bundled.bundle
    assert take_in(newer.bundled.bundle, laptop=newer).preview.here == 2
    assert services(newer, opened).shipped() is None
    assert undo(newer) == 1
    assert services(newer, opened).shipped() is None
    use_edition("tales", 3, laptop=newer)
    assert services(newer, opened).shipped() is None


def test_who_stops_an_import_too_late_has_it_and_nobody_elses(
    programs: tuple[Laptop, Laptop, Path],
    tmp_path: Path,
    opened: list[Casebook],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    older, _newer, second = programs

    def stopped_too_late(*_arguments: object, **_options: object) -> None:
        take_in(second, laptop=here)
        raise CancelledError

    monkeypatch.setattr(imports, "take_in_apart", stopped_too_late)
    here = laptop(older.bundled, tmp_path / "one")
    wanted = preview(second, laptop=here).manifest
    services(here, opened).take_in(second, wanted, unreported)

    here = laptop(older.bundled, tmp_path / "two")
    with pytest.raises(CancelledError):
        services(here, opened).take_in(tmp_path / "other.fieldcat", "f" * 64, unreported)


def test_who_turns_a_publisher_over_too_late_has_it_and_nobody_elses(
    programs: tuple[Laptop, Laptop, Path],
    tmp_path: Path,
    opened: list[Casebook],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    older, _newer, second = programs
    here = laptop(older.bundled, tmp_path / "one")

    def stopped_too_late(*_arguments: object, **_options: object) -> None:
        use_edition("tales", 1, laptop=here)
        raise CancelledError

    def while_another_imports(*_arguments: object, **_options: object) -> None:
        take_in(second, laptop=here)
        raise BusyError

    monkeypatch.setattr(turning, "use_edition_apart", while_another_imports)
    with pytest.raises(BusyError):
        services(here, opened).use_edition("tales", 1, unreported)
    monkeypatch.setattr(turning, "use_edition_apart", stopped_too_late)
    made = services(here, opened).use_edition("tales", 1, unreported)
    assert here.live is not None
    assert made.generation == here.live.number
