"""Every error that fieldcat raises on purpose has its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldcat.cli import run_commands
from fieldcat.cli.wording import SENTENCES, sentence
from fieldcat.errors import FieldcatError, UserDataDamagedError

ABSTRACT = {"fault", "environment", "damaged"}


def kinds_of(error: type[FieldcatError]) -> Iterator[type[FieldcatError]]:
    yield error
    for kind in error.__subclasses__():
        yield from kinds_of(kind)


@pytest.mark.parametrize("code", sorted({kind.code for kind in kinds_of(FieldcatError)} - ABSTRACT))
def test_each_code_has_words(code: str) -> None:
    assert code in SENTENCES


def test_what_an_error_knows_stands_in_its_sentence() -> None:
    error = UserDataDamagedError("bad page", kept_as="user.sqlite.damaged-1", backups=("a", "b"))
    assert "user.sqlite.damaged-1" in sentence(error)
    assert "2 backups" in sentence(error)


def test_an_error_that_knows_nothing_still_has_a_sentence() -> None:
    assert sentence(UserDataDamagedError())


def test_without_a_command_the_window_opens_on_the_chosen_folder() -> None:
    opened: list[str | None] = []

    def open_window(data_dir: str | None) -> int:
        opened.append(data_dir)
        return 0

    assert run_commands(["--data-dir", "here"], open_window=open_window) == 0
    assert opened == ["here"]


def test_a_defect_is_one_sentence_and_a_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def open_window(_data_dir: str | None) -> int:
        raise ZeroDivisionError("by zero")

    assert run_commands(["--data-dir", str(tmp_path)], open_window=open_window) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert "ZeroDivisionError: by zero" in (tmp_path / "logs" / "fieldcat.log").read_text("utf-8")
