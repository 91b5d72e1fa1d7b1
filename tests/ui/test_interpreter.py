from __future__ import annotations

import builtins
import gc
import subprocess
import sys
from collections.abc import Iterator
from weakref import ref

import pytest

from fieldcat.ui.collecting import collect_if_due
from fieldcat.ui.interpreter import keep_what_is_loaded, restore_imports


class Knot:
    """Refers to itself, so that only a look for garbage finds it."""

    def __init__(self) -> None:
        self.self = self


def looks(count: int) -> None:
    """Make so many new objects that garbage is looked for, again and again."""
    for _turn in range(count):
        made: list[list[int]] = [[] for _object in range(2 * gc.get_threshold()[0])]
        collect_if_due()
        del made


LOADED = """
import PySide6.QtCore, builtins, linecache
replaced = builtins.__import__
import fieldcat.ui.main_window
print(builtins.__import__ is not replaced, any("main_window" in name for name in linecache.cache))
"""


def test_no_source_is_read_of_what_the_window_loads() -> None:
    run = [sys.executable, "-c", LOADED]
    told = subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True).stdout
    assert told.split() == ["True", "False"]


def test_the_window_waits_for_a_job_for_a_moment_only() -> None:
    """Python's usual turns are 5 ms, and one key takes some twenty of them."""
    assert sys.getswitchinterval() < 0.001


def test_an_import_that_somebody_else_put_there_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    own = builtins.__import__

    def other(*arguments: object, **named: object) -> object:
        return own(*arguments, **named)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(builtins, "__import__", other)
    restore_imports()
    assert builtins.__import__ is other


@pytest.fixture
def loaded() -> Iterator[None]:
    """What is loaded by now is kept, until the test is over."""
    limits = gc.get_threshold()
    gc.disable()
    gc.collect()
    keep_what_is_loaded()
    yield
    gc.unfreeze()
    gc.set_threshold(*limits)
    gc.enable()


@pytest.mark.usefixtures("loaded")
def test_what_is_loaded_is_no_longer_looked_through() -> None:
    assert gc.get_freeze_count() > 10_000
    assert len(gc.get_objects()) < 1_000


@pytest.mark.usefixtures("loaded")
def test_what_stood_for_long_goes_soon_once_it_is_garbage() -> None:
    knot = Knot()
    known = ref(knot)
    looks(6)
    del knot
    looks(4)
    assert known() is None
