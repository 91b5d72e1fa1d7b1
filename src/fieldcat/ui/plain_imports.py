"""Gives Python its own ``import`` back, which the binding replaces when it is loaded.

The binding's ``import`` serves ``from __feature__ import …``, which fieldcat does not use. It reads
the source of every module that is loaded after it and keeps it: at the start of fieldcat a fifth of
a second and 20 MB. Nor is it made for threads: modules that a job loads while the window is painted
would go through it.
"""

from __future__ import annotations

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - it must be loaded before what it replaces can be put back


def restore_imports() -> None:
    """Put Python's own ``import`` in its place; another one that took it meanwhile stays."""
    own = getattr(builtins, "__orig_import__", None)
    replacing = getattr(builtins, "__feature_import__", None)
    if own is not None and builtins.__import__ is replacing:
        builtins.__import__ = own
        linecache.clearcache()
