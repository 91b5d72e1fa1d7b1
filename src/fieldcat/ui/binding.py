"""Loads the binding of Qt without what it needs only to describe its functions.

When the binding is loaded it compiles, from text that lies in its library, a hundred kilobytes of
Python: with that it words errors of those who call a function wrongly, gives functions their
``__signature__``, and writes files of types. A quarter of the start of a bare window goes there.
Each of these modules is loaded when something is first asked of it, which in a window that makes no
such mistake is never. Why, and what it leans on: docs/adr/0014-the-binding-without-descriptions.md.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from importlib.abc import Loader  # which loads Python's reader of packages' files

_HOME = "shibokensupport.signature."
DESCRIBING = frozenset(
    _HOME + name
    for name in (
        "errorhandler",
        "layout",
        "lib.enum_sig",
        "lib.pyi_generator",
        "lib.tool",
        "parser",
    )
)
"""The modules that are loaded when they are asked for something.

Of ``mapping``, which goes with them, the binding looks at the names from C: it is loaded at once.
"""


def load_binding() -> None:
    """Load the binding; where it is loaded already, or built in another way, all stays as it is."""
    if "shiboken6" in sys.modules:
        return
    finders = sys.meta_path
    watched = _Finders(finders)
    sys.meta_path = watched
    try:
        import PySide6.QtCore  # noqa: F401 - it is loaded here, for all that follows
    finally:
        # Finders that others added meanwhile stay.
        finders[:] = watched
        sys.meta_path = finders


class _Finders(list[Any]):
    """Python's list of who finds modules; whoever is put first finds the binding's own parts.

    The binding puts its finder there while it is loaded, and takes it away again.
    """

    def insert(self, at: Any, finder: Any) -> None:
        is_bindings = type(finder).__module__ == "signature_bootstrap"
        super().insert(at, _Later(finder) if is_bindings else finder)

    def remove(self, finder: Any) -> None:
        within = (own for own in self if isinstance(own, _Later) and own.finder is finder)
        super().remove(next(within, finder))


class _Later:
    """Finds the binding's own modules, and lets those that describe be loaded later."""

    def __init__(self, finder: Any) -> None:
        self.finder = finder

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        found: ModuleSpec | None = self.finder.find_spec(name, path, target)
        if found is not None and name in DESCRIBING:
            found.loader = cast("Loader", _Loader(found.loader))
        return found


class _Loader:
    """Makes modules that are filled when they are asked for something."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Unfilled(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        assert isinstance(module, _Unfilled)
        object.__setattr__(module, "_filling", _Filling(module.__name__, self._loader))


class _Filling:
    """How a module is filled. Others wait meanwhile; who fills it sees what is there by then."""

    def __init__(self, name: str, loader: Any) -> None:
        self._name = name
        self._loader = loader
        self._lock = RLock()
        self._begun = False

    def fill(self, module: ModuleType) -> None:
        """Run the module's text, once; where it comes to an error, nothing of it stays."""
        with self._lock:
            if self._begun:
                return
            self._begun = True
            spec = module.__spec__
            assert spec is not None
            # The binding gives its modules second names, and finds the text by the first.
            renamed, spec.name = spec.name, self._name
            before = dict(vars(module))
            try:
                self._loader.exec_module(module)
            except BaseException:
                # Who asks next shall have all of it, or hear of the error as well.
                vars(module).clear()
                vars(module).update(before)
                self._begun = False
                raise
            finally:
                spec.name = renamed
            module.__class__ = ModuleType


class _Unfilled(ModuleType):
    """A module that is filled when it is asked for anything but what Python itself asks of it."""

    def __getattribute__(self, name: str) -> Any:
        if not (name.startswith("__") and name.endswith("__")):
            own = object.__getattribute__(self, "__dict__").get("_filling")
            if own is not None:
                own.fill(self)
        # By now it may be a plain module, of which this class's own way knows nothing.
        return ModuleType.__getattribute__(self, name)
