"""Discouraged words are found, where they stand, with the preferred one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def checked(root: Path, folder: Path, name: str, text: str) -> tuple[int, str]:
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, str(root / "tools" / "check_words.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.strip()


def test_a_discouraged_word_is_named_with_its_line_and_the_preferred_one(
    root: Path, tmp_path: Path
) -> None:
    found = checked(root, tmp_path, "page.md", "fine\nabout Child Pornography\n")
    expected = "page.md:2: «Child Pornography»: say «child sexual abuse material»"
    assert found == (1, expected)


def test_plain_words_pass(root: Path, tmp_path: Path) -> None:
    assert checked(root, tmp_path, "page.md", "child sexual abuse material")[0] == 0


def test_the_glossary_may_name_the_words_to_avoid(root: Path, tmp_path: Path) -> None:
    glossary = "resources/casebook/tables/terms.csv"
    assert checked(root, tmp_path, glossary, "child pornography")[0] == 0
