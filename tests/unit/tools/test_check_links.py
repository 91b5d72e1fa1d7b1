"""Links in documents lead somewhere."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / "other.md").write_text("# A heading, with `code`\n", encoding="utf-8")
    return tmp_path


def checked(root: Path, folder: Path, text: str) -> tuple[int, str]:
    (folder / "page.md").write_text(text, encoding="utf-8")
    command = [sys.executable, str(root / "tools" / "check_links.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "[a file](other.md)",
        "[a heading](other.md#a-heading-with-code)",
        "# Here\n[on this page](#here)",
        "[the web](https://example.org/missing)",
        "`[in code](nowhere.md)`",
    ],
)
def test_a_link_that_leads_somewhere_passes(root: Path, documents: Path, text: str) -> None:
    assert checked(root, documents, text)[0] == 0


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[gone](gone.md)", "page.md: gone.md: no such file"),
        ("![picture](gone.png)", "page.md: gone.png: no such file"),
        ("[gone](other.md#nothing)", "page.md: other.md#nothing: no such heading"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(
    root: Path, documents: Path, text: str, fault: str
) -> None:
    status, said = checked(root, documents, text)
    assert (status, said.strip()) == (1, fault)
