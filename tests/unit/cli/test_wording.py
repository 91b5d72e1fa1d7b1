"""Every error that fieldcat raises on purpose has its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldcat.cli import run_commands
from fieldcat.cli.wording import SENTENCES, sentence
from fieldcat.errors import EnvironmentFaultError, FieldcatError, UserDataDamagedError

ABSTRACT = {"fault", "damaged"}


def kinds_of(error: type[FieldcatError]) -> Iterator[type[FieldcatError]]:
    yield error
    for kind in error.__subclasses__():
        yield from kinds_of(kind)


@pytest.mark.parametrize("code", sorted({kind.code for kind in kinds_of(FieldcatError)} - ABSTRACT))
def test_each_code_has_words(code: str) -> None:
    assert code in SENTENCES


def test_damaged_user_data_name_what_was_set_aside_the_newest_backup_and_what_to_do() -> None:
    error = UserDataDamagedError("bad page", kept_as="user.sqlite.damaged-1", backups=("b", "a"))
    said = sentence(error)
    assert "set aside as user.sqlite.damaged-1" in said
    assert "`fieldcat restore` puts the newest backup in its place (b)" in said


def test_user_data_that_could_not_be_set_aside_are_not_said_to_have_been() -> None:
    said = sentence(UserDataDamagedError("gone", path="user.sqlite", kept_as="", backups=()))
    assert "set aside" not in said
    assert "user.sqlite is gone" in said
    assert "There is no backup; `fieldcat restore --anew`" in said


def test_a_failing_machine_is_told_with_what_the_system_said() -> None:
    said = sentence(EnvironmentFaultError("Input/output error", path="/media/stick"))
    assert "/media/stick (Input/output error)" in said


def test_an_error_that_knows_nothing_still_has_a_sentence() -> None:
    assert sentence(UserDataDamagedError())


def test_without_a_command_the_window_opens_on_the_chosen_folder() -> None:
    opened: list[str | None] = []

    def open_window(data_dir: str | None, _file: Path | None) -> int:
        opened.append(data_dir)
        return 0

    assert run_commands(["--data-dir", "here"], open_window=open_window) == 0
    assert opened == ["here"]


def test_a_file_in_the_place_of_a_command_is_opened_in_the_window() -> None:
    opened: list[Path | None] = []

    def open_window(_data_dir: str | None, file: Path | None) -> int:
        opened.append(file)
        return 0

    assert run_commands(["Tales 8.FIELDCAT"], open_window=open_window) == 0
    assert opened == [Path("Tales 8.FIELDCAT")]


@pytest.mark.parametrize("option", ["--data-dir {}", "--data-dir={}"])
def test_a_defect_is_one_sentence_and_a_log_in_the_chosen_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    def open_window(_data_dir: str | None, _file: Path | None) -> int:
        raise ZeroDivisionError("by zero")

    assert run_commands(option.format(tmp_path).split(), open_window=open_window) == 1
    assert capsys.readouterr().err.count("\n") == 1
    # Where it happened, but not its words: they may name what somebody keeps.
    assert "\nZeroDivisionError\n" in (tmp_path / "logs" / "fieldcat.log").read_text("utf-8")


def test_damaged_files_of_a_packaged_program_are_left_to_its_start_to_tell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("fieldcat.packaged.is_damage", lambda _: True)

    def open_window(_data_dir: str | None, _file: Path | None) -> int:
        raise ImportError("spoilt")

    with pytest.raises(ImportError, match="spoilt"):
        run_commands([], open_window=open_window)


def test_stopping_with_ctrl_c_ends_with_130_and_no_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def open_window(_data_dir: str | None, _file: Path | None) -> int:
        raise KeyboardInterrupt

    assert run_commands([], open_window=open_window) == 130
    assert capsys.readouterr().err == ""
