"""Code that dataclasses are made with, compiled when the program was packaged or set up.

Python writes the methods of each dataclass as text and compiles that at every start: a tenth of the
time until the first page. A packaged program brings what that text compiles to, and `make run` has
it beside its Python. Whatever is not there is compiled as usual, so that nothing depends on it.

It comes in two files: all of it takes 4 ms to read, and the first page needs a quarter.
"""

from __future__ import annotations

import dataclasses
import marshal
import sys
import zlib
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import Any

FIRST, REST = FILES = ("prepared-first.bin", "prepared-rest.bin")
"""What a window's first page is made with, and what all else is."""

Prepared = dict[str, tuple[bytes, int]]
"""Compiled code by its text, as Python itself writes it into files, and how often it was used."""

_Execute = Callable[[str, dict[str, Any], dict[str, Any]], None]


def record() -> Prepared:
    """Note what dataclasses are made with from now on; what is given is filled."""
    made: Prepared = {}

    def execute(text: str, known: dict[str, Any], names: dict[str, Any]) -> None:
        code = _compiled(text)
        _, uses = made.get(text, (b"", 0))
        made[text] = marshal.dumps(code), uses + 1
        exec(code, known, names)

    _have_executed(execute)
    return made


def write(made: Prepared, target: Path) -> None:
    """Write what was noted; only the same Python reads it.

    Raises:
        OSError: it cannot be written.
    """
    content = marshal.dumps(dict(sorted(made.items())))
    target.write_bytes(MAGIC_NUMBER + zlib.compress(content, 9))


def read(file: Path) -> Prepared:
    """What a file holds; nothing where it is missing, damaged, or another Python's."""
    try:
        data = file.read_bytes()
        if data[: len(MAGIC_NUMBER)] != MAGIC_NUMBER:
            return {}
        found: Prepared = marshal.loads(zlib.decompress(data[len(MAGIC_NUMBER) :]))
        return found
    except (OSError, ValueError, EOFError, TypeError, zlib.error):
        return {}


def beside_python() -> tuple[Path, ...]:
    """Where the files lie that a checkout has made for its Python; they need not be there."""
    return tuple(Path(sys.prefix, "share", "fieldcat", name) for name in FILES)


def use(first: Path, *rest: Path) -> None:
    """Make dataclasses with what files hold; the ``rest`` is read once the first lacks something.

    Whoever can write into the program's folder, or Python's, can change the program itself.
    """
    made = read(first)
    if not made:
        return
    waiting = deque(rest)

    def execute(text: str, known: dict[str, Any], names: dict[str, Any]) -> None:
        while text not in made and waiting:
            # Another thread may be reading what there is: then this text is compiled as usual.
            with suppress(IndexError):
                _add(made, read(waiting.popleft()))
        # Once it was used as often as when it was noted, it takes no more memory.
        code, uses = made.pop(text, (b"", 0))
        if uses > 1:
            made[text] = code, uses - 1
        exec(marshal.loads(code) if code else _compiled(text), known, names)

    _have_executed(execute)


def _compiled(text: str) -> CodeType:
    # As Python's own module has it done: by this one's annotations types would become their names.
    return compile(text, "<string>", "exec", dont_inherit=True)


def _add(made: Prepared, more: Prepared) -> None:
    for text, (code, uses) in more.items():
        _, left = made.get(text, (b"", 0))
        made[text] = code, uses + left


def _have_executed(execute: _Execute) -> None:
    # What a module itself calls ``exec`` comes before Python's own.
    dataclasses.exec = execute  # type: ignore[attr-defined] # it is not there before
