"""Loads Whoosh without parts of Python that it loads for functions that nobody calls here.

It asks for a function that fetches files from the web, with which come Python's client for it, mail
and encryption, and for a word of what waits for many things at once, with which come sockets and
processes. All that takes as long as the rest of Whoosh, between the window's first page and the
first word that it can answer. In their place stands what knows those two names and becomes the real
thing as soon as anybody, Whoosh or another, asks for more.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Iterable
from functools import partial
from threading import Lock
from types import ModuleType
from typing import Any

_lock = Lock()


def stand_in() -> None:
    """Put what stands in where the real thing is not loaded yet."""
    _put("urllib.request", ("urlretrieve",))
    waiting = _put("asyncio", (), package=True)
    if waiting is not None:
        # This one is called; it says of every function here that it is none of those.
        vars(waiting)["iscoroutinefunction"] = inspect.iscoroutinefunction


def _put(name: str, known: Iterable[str], *, package: bool = False) -> ModuleType | None:
    """Put a stand-in that knows functions by these names; None where the real one is there."""
    if name in sys.modules:
        return None
    sys.modules[name] = made = _StandIn(name, package=package)
    for function in known:
        vars(made)[function] = partial(_called, made, function)
    above, _, last = name.rpartition(".")
    if above:
        setattr(importlib.import_module(above), last, made)
    return made


def _called(stand_in: _StandIn, function: str, *arguments: Any, **named: Any) -> Any:
    return getattr(_real(stand_in), function)(*arguments, **named)


class _StandIn(ModuleType):
    """Knows some names; whoever asks for another has the real module loaded."""

    def __init__(self, name: str, *, package: bool) -> None:
        super().__init__(name)
        self._package = package

    def __getattr__(self, name: str) -> Any:
        if name == "__path__" and not self._package:
            raise AttributeError(name)  # Python asks each module whether it is a package
        return getattr(_real(self), name)


def _real(stand_in: _StandIn) -> ModuleType:
    """The real module, which is from now on what others get who ask for it by its name."""
    name = stand_in.__name__
    with _lock:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
    # Not under the lock: who loads something waits for others who do.
    return importlib.import_module(name)
