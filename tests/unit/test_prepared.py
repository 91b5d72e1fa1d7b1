"""Dataclasses that are made with code from a file are as those that Python makes by itself."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from fieldcat import __main__, prepared


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Python makes dataclasses by itself again."""
    yield
    vars(dataclasses).pop("exec", None)


def made(name: str) -> type:
    """A dataclass as fieldcat has them, with fields of all kinds."""

    @dataclass(frozen=True, slots=True)
    class Study:
        title: str
        year: int = 2024
        countries: tuple[str, ...] = ()

    Study.__qualname__ = name
    return Study


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """What one dataclass is made with."""
    noted = prepared.record()
    made("noted")
    target = tmp_path / prepared.FIRST
    prepared.write(noted, target)
    vars(dataclasses).pop("exec")
    return target


def test_what_is_made_with_it_is_as_python_makes_it(file: Path) -> None:
    usual = made("Study")
    prepared.use(file)
    other = made("Study")
    assert repr(other("Snehai")) == repr(usual("Snehai"))
    assert other("Snehai", 2020) == other("Snehai", 2020) != other("Snehai")
    assert hash(other("Snehai")) == hash(usual("Snehai"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        other("Snehai").title = "another"
    assert dataclasses.replace(other("Snehai"), year=2021).year == 2021


def test_its_types_are_told_as_python_tells_them(file: Path) -> None:
    usual = made("Study").__init__.__annotations__
    prepared.use(file)
    # The second time it is in the file no more.
    assert [made("Study").__init__.__annotations__ for _ in range(2)] == [usual, usual]


def test_nothing_that_is_in_it_is_compiled_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared.use(file)
    compiled: list[str] = []
    monkeypatch.setattr(
        prepared, "compile", lambda text, *_, **__: compiled.append(text), raising=False
    )
    given: list[type] = []
    monkeypatch.setattr(
        prepared, "exec", lambda code, *_: given.append(type(code)) or exec(code, *_), raising=False
    )
    made("Study")
    assert set(given) == {type(made.__code__)}
    assert compiled == []


def test_what_was_used_as_often_as_when_it_was_noted_is_let_go_of(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = prepared.read(file)
    monkeypatch.setattr(prepared, "read", lambda _file: held)
    prepared.use(file)
    assert held
    made("Study")
    assert held == {}
    assert repr(made("Study")("again")) == repr(made("Study")("again"))


def test_what_is_not_in_it_is_made_as_usual(file: Path) -> None:
    prepared.use(file)

    @dataclass
    class Other:
        name: str

    assert repr(Other("x")).endswith("Other(name='x')")


def test_the_rest_is_read_once_something_is_not_in_the_first_file(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = prepared.record()

    @dataclass(frozen=True, slots=True)
    class Noted:
        words: str

    prepared.write(noted, tmp_path / prepared.REST)
    vars(dataclasses).pop("exec")
    opened: list[str] = []
    read = prepared.read
    monkeypatch.setattr(prepared, "read", lambda file: opened.append(file.name) or read(file))
    prepared.use(file, tmp_path / prepared.REST)
    made("Study")
    assert opened == [prepared.FIRST]

    @dataclass(frozen=True, slots=True)
    class Note:
        words: str

    assert opened == [prepared.FIRST, prepared.REST]
    assert Note("one") == Note("one") != Noted("one")


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 500, b"old!" + b"x" * 50, MAGIC_NUMBER + b"no stream"],
    ids=["empty", "zeros", "another Python's", "damaged"],
)
def test_a_file_that_cannot_be_used_is_passed_over(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / prepared.FIRST
    file.write_bytes(content)
    prepared.use(file)
    assert "exec" not in vars(dataclasses)


def test_a_file_that_was_copied_half_is_passed_over(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])
    assert prepared.read(file) == {}


def test_no_file_is_needed(tmp_path: Path) -> None:
    prepared.use(tmp_path / "nowhere")
    assert "exec" not in vars(dataclasses)


@pytest.mark.parametrize("packaged", [False, True])
def test_a_program_that_is_not_packaged_starts_with_what_lies_beside_its_python(
    packaged: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[tuple[Path, ...]] = []
    monkeypatch.setattr(prepared, "use", lambda *files: used.append(files))
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "frozen", packaged, raising=False)
    monkeypatch.setattr(__main__, "open_window", lambda _data_dir: 0)
    monkeypatch.setattr(sys, "argv", ["fieldcat"])
    assert __main__.main() == 0
    beside = tuple(tmp_path / "share" / "fieldcat" / name for name in prepared.FILES)
    assert used == ([] if packaged else [beside])
