"""What the window asks of Python itself, so that it starts soon and holds little memory."""

from __future__ import annotations

import builtins
import gc
import linecache
import sys

_NEW_OBJECTS = 10_000
"""So many more objects are made than freed between two looks for garbage; Python's usual is 700."""

_NEW_SINCE = 2_000
"""The same once nothing of what was loaded is looked through: to look takes 2 ms then."""


_TURN_S = 0.0005
"""A thread gives way to another after so long; Python's usual is ten times that."""


def restore_imports() -> None:
    """Give Python its own ``import`` back, which the binding replaces when it is loaded.

    The binding's ``import`` serves ``from __feature__ import …``, which fieldcat does not use. It
    reads the source of every module that is loaded after it and keeps it: at the start of fieldcat
    a fifth of a second and 20 MB. Nor is it made for threads: modules that a job loads while the
    window is painted would go through it. Another ``import`` that took its place meanwhile stays.
    """
    import PySide6.QtCore  # noqa: F401 - before what it replaces can be put back

    own = getattr(builtins, "__orig_import__", None)
    replacing = getattr(builtins, "__feature_import__", None)
    if own is not None and builtins.__import__ is replacing:
        builtins.__import__ = own
        linecache.clearcache()


def collect_less_often() -> None:
    """Have Python look for garbage less often.

    Loading modules and opening a casebook make hundreds of thousands of objects that stay: looking
    through them again and again took a fifth of the start. Most garbage goes without being looked
    for.
    """
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])


def take_short_turns() -> None:
    """Have threads take turns at Python more often.

    A thread that paints lets go of Python at each of Qt's calls, and waits for its turn after it.
    Beside a job that reckons all the time, a key of 0.01 s took 0.15 s with Python's usual turns.
    """
    sys.setswitchinterval(_TURN_S)


def keep_what_is_loaded() -> None:
    """Look through nothing that is there by now for garbage any more.

    Most of what was loaded and opened for a window stays as long as the window does. To go through
    all of it is what holds a window longest while somebody types.

    What is left is little: it is looked through more often, and the older objects in it every
    fourth time. Entries that were read go as garbage, with their texts as they were laid out. Where
    dozens of them lie about, what comes next takes more memory, which is not given back later.
    """
    gc.freeze()
    gc.set_threshold(_NEW_SINCE, 0, 0)
