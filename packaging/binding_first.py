"""Loads Qt's binding as fieldcat does, before PyInstaller's own hook loads it as it comes.

That hook is run before any module of the program, in each process. Where the binding cannot be
loaded nothing is said here: that hook comes to the same fault, and ``looking_first.py`` has
set up who tells of it.
"""

from contextlib import suppress

with suppress(Exception):
    import fieldcat.ui  # noqa: F401
