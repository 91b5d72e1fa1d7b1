"""Loads Qt's binding as fieldcat does, before PyInstaller's own hook loads it as it comes.

That hook is run before any module of the program, in each process. Where the binding cannot be
loaded nothing is said here: the program's start looks which of its files are missing, and tells.
"""

from contextlib import suppress

with suppress(Exception):
    import fieldcat.ui  # noqa: F401
