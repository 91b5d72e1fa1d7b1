"""A private key is found wherever it lies, but for the development keys."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# Put together here, so that this file does not bear the marks.
SEALED = b'{\n  "fieldcat": "private ' + b'key"\n}'
PEM = b"-----BEGIN EC PRIVATE" + b" KEY-----"


def checked(root: Path, folder: Path, name: str, content: bytes) -> tuple[int, str]:
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    command = [sys.executable, str(root / "tools" / "check_keys.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.strip()


@pytest.mark.parametrize("content", [SEALED, PEM, b"words before\n" + PEM])
def test_a_private_key_is_named(root: Path, tmp_path: Path, content: bytes) -> None:
    found = checked(root, tmp_path, "docs/x.md", content)
    assert found == (1, "docs/x.md: holds a private key")


def test_the_development_keys_may_be_there(root: Path, tmp_path: Path) -> None:
    assert checked(root, tmp_path, "development-keys/release.key", SEALED)[0] == 0


def test_public_keys_may_be_anywhere(root: Path, tmp_path: Path) -> None:
    assert checked(root, tmp_path, "a.pem", b"-----BEGIN PUBLIC KEY-----")[0] == 0
