"""The commands for whoever helps: the log, and what fieldcat is made of."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.conftest import Program


def test_the_log_is_written_with_the_state_of_things_and_no_name(
    program: Program, tmp_path: Path
) -> None:
    program.run("bookmark", "fieldcat/case-study/red-papaz-viguias")
    file = tmp_path / "log.txt"
    done = program.run("export-log", str(file))
    assert (done.returncode, done.stdout) == (
        0,
        f"Written to {file}; read it before you send it.\n",
    )
    text = file.read_text(encoding="utf-8")
    assert "ok    catalogue: " in text
    assert "<data folder>" in text
    assert str(program.home) not in text
    assert "viguias" not in text


def test_a_log_that_cannot_be_written_is_one_sentence(program: Program, tmp_path: Path) -> None:
    done = program.run("export-log", str(tmp_path / "missing" / "log.txt"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


def test_licences_are_listed_and_read(program: Program) -> None:
    assert "Qt and PySide6 (Essentials)" in program.run("licences").stdout
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in program.run("licences", "qt").stdout
    assert program.run("licences", "nonsense").returncode == 2
    parts = program.json("licences")
    assert set(parts[0]) == {"part", "version", "licence", "text"}
    assert all(part["text"] for part in parts)
