"""The packaged program loads Qt's binding as fieldcat does, before PyInstaller does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOLD = """
import runpy, sys
{before}
runpy.run_path(sys.argv[1])
print(type(sys.modules.get("shibokensupport.signature.parser")).__name__)
"""


def told(root: Path, before: str = "") -> str:
    hook = str(root / "packaging" / "binding_first.py")
    run = [sys.executable, "-c", TOLD.format(before=before), hook]
    return subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def test_what_describes_qts_functions_waits_until_it_is_asked_for(root: Path) -> None:
    assert told(root) == "_Unfilled"


def test_where_the_binding_is_missing_the_programs_start_is_left_to_say_so(root: Path) -> None:
    assert told(root, 'sys.modules["PySide6"] = None') == "NoneType"
