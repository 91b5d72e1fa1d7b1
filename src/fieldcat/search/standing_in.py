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
from importlib.machinery import ModuleSpec
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from importlib.abc import Loader  # as in `ui.binding`

_lock = Lock()


def stand_in() -> None:
    """Put what stands in where the real thing is not loaded yet."""
    _put("urllib.request", ("urlretrieve",))
    waiting = _put("asyncio", (), package=True)
    if waiting is not None:
        sys.meta_path.insert(0, _LoadedAlready("asyncio"))
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


class _LoadedAlready:
    """Has a part of a package loaded once only.

    To find a part, Python asks the stand-in where the package lies, which has the package loaded,
    and with it the part: Python would go on to load a second one.
    """

    def __init__(self, package: str) -> None:
        self._within = f"{package}."

    def find_spec(
        self, name: str, _path: Any, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if target is not None or not name.startswith(self._within):
            return None
        loaded = sys.modules.get(name)
        spec = None if loaded is None else loaded.__spec__
        if loaded is None or spec is None:
            return None
        return ModuleSpec(name, cast("Loader", _Kept(loaded, spec)))


class _Kept:
    """Gives a module that is there, as it is."""

    def __init__(self, module: ModuleType, spec: ModuleSpec) -> None:
        self._module = module
        self._spec = spec

    def create_module(self, _spec: ModuleSpec) -> ModuleType:
        return self._module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self._spec


def _real(stand_in: _StandIn) -> ModuleType:
    """The real module, which is from now on what others get who ask for it by its name."""
    name = stand_in.__name__
    with _lock:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
    # Not under the lock: who loads something waits for others who do.
    return importlib.import_module(name)
