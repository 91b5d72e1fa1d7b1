"""Publishers on the command line: added by a card, listed, switched off, removed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.fakes.publisher import Press

from fieldcat import wiring
from fieldcat.cli.publishers import publishers_
from fieldcat.services import publishers, releasing

from .conftest import Program

SONGS = {"drum": "To be beaten.", "flute": "To be blown."}


@dataclass(frozen=True)
class Singers:
    """A publisher's card, its fingerprint, and two editions."""

    card: Path
    fingerprint: str
    first: Path
    second: Path


@pytest.fixture(scope="module")
def singers(tmp_path_factory: pytest.TempPathFactory) -> Singers:
    press = Press(tmp_path_factory.mktemp("singers"), "songs", "The Singers").make_keys()
    first = press.release(1, SONGS).full
    second = press.release(2, {**SONGS, "drum": "Louder."}).full
    card = press.folder / "songs.fieldcat-card"
    _, fingerprint = releasing.write_card(press.keys, workspace=press.workspace, output=card)
    return Singers(card, fingerprint, first, second)


def said(program: Program, *arguments: str) -> str:
    done = program.run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_one_that_came_with_the_program_has_keys_that_prove_nothing(program: Program) -> None:
    told = said(program, "publishers")
    assert "came with fieldcat" in told
    assert "development keys" in told


def test_a_publisher_comes_and_goes(program: Program, singers: Singers) -> None:
    told = said(
        program, "publishers", "add", str(singers.card), "--fingerprint", singers.fingerprint
    )
    assert singers.fingerprint in told
    said(program, "import", str(singers.first), "--yes")
    assert "From: Tales by The Singers, edition 1" in said(program, "show", "songs/tool/drum")
    said(program, "import", str(singers.second), "--yes")
    own, other = program.json("publishers")
    assert (own["programs"], other["collection"]) == (True, "songs")
    assert (other["edition"], other["editions"], len(other["words"])) == (2, [1, 2], 12)
    assert "1 other edition here: 1" in said(program, "publishers")
    said(program, "use-edition", "songs", "1")
    assert "beaten" in said(program, "show", "songs/tool/drum")
    said(program, "publishers", "disable", "songs")
    assert program.run("show", "songs/tool/drum").returncode == 1
    refused = program.run("import", str(singers.second), "--yes")
    assert "publishers enable songs" in refused.stderr
    said(program, "publishers", "enable", "songs")
    said(program, "publishers", "remove", "songs", "--yes")
    assert [each["collection"] for each in program.json("publishers")] == ["fieldcat"]
    what = ["remove", "enable", "disable", "edition", "import", "import"]
    assert [event["what"] for event in program.json("imports")] == what
    assert "edition 2: taken in" in said(program, "imports")


def test_a_wrong_fingerprint_adds_nobody(program: Program, singers: Singers) -> None:
    done = program.run("publishers", "add", str(singers.card), "--fingerprint", "12345")
    assert done.returncode == 1
    assert "not the one that you confirmed" in done.stderr
    assert len(program.json("publishers")) == 1


def test_faults_are_told(program: Program) -> None:
    for arguments, words in (
        (("publishers", "disable", "nobody"), "No publisher of nobody"),
        (("publishers", "remove", "fieldcat", "--yes"), "came with fieldcat"),
        (("use-edition", "fieldcat", "9"), "Edition 9 of fieldcat is not here; 1 can be chosen."),
    ):
        done = program.run(*arguments)
        assert done.returncode == 1
        assert words in done.stderr


def test_a_card_is_read_out_in_the_digits_and_words_that_the_trainer_sees(
    program: Program, tmp_path: Path
) -> None:
    press = Press(tmp_path / "singers", "songs", "The Singers").make_keys()
    press.write(1, SONGS)
    card = tmp_path / "songs.fieldcat-card"
    command = ("publish", "card", str(press.workspace), "--keys", str(press.keys))
    written = said(program, *command, "--output", str(card))
    offer = publishers.look_at_card(
        card, laptop=wiring.importing_laptop(wiring.open_workbench(str(program.home)))
    )
    assert offer.fingerprint in written
    assert " ".join(offer.words) in written


def test_every_command_says_what_it_is_for() -> None:
    assert all(command.help for command in publishers_.commands.values())
