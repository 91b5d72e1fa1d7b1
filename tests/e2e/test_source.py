"""The bundled casebook against the source that it is written from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_facts_carry_over_and_sentences_do_not(root: Path, shared: Path) -> None:
    checker = shared / "casebook" / "check_casebook.py"
    done = subprocess.run(
        [sys.executable, str(checker), str(root / "resources" / "casebook")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "10 of 10 studies have a file")
