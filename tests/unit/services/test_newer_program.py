"""That there is a newer program is said by the program's own publisher, and by nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fakes.laptop import laptop, shipped
from tests.fakes.publisher import BASE, Press

from fieldcat import __version__
from fieldcat.domain.edition import Program
from fieldcat.services import publishers, releasing
from fieldcat.services.holdings import Bundled
from fieldcat.services.importing import take_in, undo
from fieldcat.services.laptop import Laptop

NEWER = Program("999.1", "https://example.org/get")
CHANGED = {**BASE, "tool-1": "A corrected hammer."}


@pytest.fixture(scope="module")
def tellers(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """The program's own publisher, who has released one edition."""
    press = Press(tmp_path_factory.mktemp("tellers")).make_keys()
    press.release(1, BASE)
    shipped(press, press.folder / "program")
    return press


@pytest.fixture
def machine(tellers: Press, tmp_path: Path) -> Laptop:
    program = tellers.folder / "program"
    names = ("casebook.sqlite", "casebook.fieldcat", "casebook.root.json")
    return laptop(Bundled(*(program / name for name in names)), tmp_path / "home")


def told_by(machine: Laptop) -> dict[str, Program | None]:
    return {one.collection: one.newer_program for one in publishers.publishers(machine)}


def telling(press: Press, edition: int, told: Program, tools: dict[str, str]) -> Path:
    """An edition that tells of a program."""
    press.write(edition, tools)
    settings = press.workspace / "workspace.yaml"
    lines = f"program:\n  version: {told.version}\n" + (f"  web: {told.web}\n" if told.web else "")
    settings.write_text(settings.read_text(encoding="utf-8") + lines, encoding="utf-8")
    return press.release_workspace().full


def test_an_edition_of_the_programs_own_publisher_tells_of_a_newer_program(
    tellers: Press, machine: Laptop
) -> None:
    assert told_by(machine) == {"tales": None}
    take_in(telling(tellers, 2, NEWER, CHANGED), laptop=machine)
    assert told_by(machine) == {"tales": NEWER}
    publishers.use_edition("tales", 1, laptop=machine)
    assert told_by(machine) == {"tales": NEWER}  # what was signed is true of an older one, too


def test_once_it_was_gone_back_from_nothing_is_told(tellers: Press, machine: Laptop) -> None:
    take_in(telling(tellers, 3, NEWER, BASE), laptop=machine)
    undo(machine)
    assert told_by(machine) == {"tales": None}


@pytest.mark.parametrize("version", [__version__, "0.0.1"])
def test_of_this_program_or_an_older_one_nothing_is_said(
    tellers: Press, machine: Laptop, version: str
) -> None:
    edition = 4 if version == __version__ else 5
    take_in(telling(tellers, edition, Program(version), CHANGED), laptop=machine)
    assert told_by(machine) == {"tales": None}


def test_to_tell_of_a_program_is_enough_for_an_edition(tellers: Press, machine: Laptop) -> None:
    telling(tellers, 6, Program("998"), CHANGED)
    take_in(telling(tellers, 7, NEWER, CHANGED), laptop=machine)
    assert told_by(machine) == {"tales": NEWER}


def test_nobody_else_is_believed(machine: Laptop, tmp_path: Path) -> None:
    singers = Press(tmp_path / "singers", "songs", "The Singers").make_keys()
    songs = telling(singers, 1, NEWER, {"drum": "To be beaten."})
    card = tmp_path / "songs.fieldcat-card"
    releasing.write_card(singers.keys, workspace=singers.workspace, output=card)
    offer = publishers.look_at_card(card, laptop=machine)
    publishers.add_publisher(card, laptop=machine, expecting=offer.fingerprint)
    take_in(songs, laptop=machine)
    assert told_by(machine) == {"tales": None, "songs": None}
