"""What the binding of Qt loads when: docs/adr/0014-the-binding-without-descriptions.md."""

from __future__ import annotations

import subprocess
import sys

UNFILLED = """
import fieldcat.ui, sys
from fieldcat.ui.binding import DESCRIBING
import PySide6.QtWidgets
{then}
print(*sorted(name for name in DESCRIBING if type(sys.modules[name]).__name__ != "module"))
"""


def told(program: str) -> str:
    run = [sys.executable, "-c", program]
    return subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True).stdout


def test_what_describes_qts_functions_is_not_loaded_with_them() -> None:
    from fieldcat.ui.binding import DESCRIBING

    assert told(UNFILLED.format(then="")).split() == sorted(DESCRIBING)


def test_an_error_of_who_calls_a_function_wrongly_is_worded_as_ever() -> None:
    program = """
import fieldcat.ui
from PySide6.QtCore import QTimer
try:
    QTimer().start("soon")
except TypeError as error:
    print(error)
"""
    plainly = program.replace("import fieldcat.ui", "")
    assert "Supported signatures" in told(program)
    assert told(program) == told(plainly)


def test_classes_describe_themselves_as_ever() -> None:
    program = "import fieldcat.ui\nfrom PySide6.QtCore import QObject\nprint(QObject.__doc__)"
    assert told(program) == told(program.replace("import fieldcat.ui", "")) != "None\n"


def test_what_is_asked_for_in_two_threads_at_once_is_loaded_once() -> None:
    # Of the module, as the binding does: asked for words on one class by eight threads, the binding
    # ends the program now and then, also as it comes.
    asked = """
from concurrent.futures import ThreadPoolExecutor
parser = sys.modules["shibokensupport.signature.parser"]
with ThreadPoolExecutor(8) as pool:
    asked = [pool.submit(lambda: parser.pyside_type_init) for _ in range(8)]
    assert len({each.result() for each in asked}) == 1
"""
    assert "parser" not in told(UNFILLED.format(then=asked))


def test_who_finds_modules_is_as_before() -> None:
    program = """
import sys
finders = sys.meta_path
before = list(finders)
import fieldcat.ui
print(sys.meta_path is finders, finders == before)
"""
    assert told(program).split() == ["True", "True"]


def test_a_binding_that_is_loaded_already_stays_as_it_is() -> None:
    program = """
import sys
import PySide6.QtCore
import fieldcat.ui
print(type(sys.modules["shibokensupport.signature.parser"]).__name__)
"""
    assert told(program).split() == ["module"]


def test_what_could_not_be_loaded_is_loaded_anew_when_it_is_asked_again() -> None:
    """As where memory runs short: what was there of it by then is not taken for all of it."""
    asked = """
import builtins
parser, load = sys.modules["shibokensupport.signature.parser"], builtins.__import__
def fail(*names, **more):
    builtins.__import__ = load
    raise MemoryError
builtins.__import__ = fail
try:
    parser.pyside_type_init
except MemoryError:
    assert type(parser).__name__ != "module"
    assert callable(parser.pyside_type_init)
"""
    assert "parser" not in told(UNFILLED.format(then=asked))
