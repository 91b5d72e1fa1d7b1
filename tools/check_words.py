"""Hold the words that the project uses of children and of harm done to them.

usage: check_words.py [FOLDER]

After the Terminology Guidelines for the Protection of Children from Sexual Exploitation and Sexual
Abuse (second edition, 2025). Only tests and the files in ALLOWED, each with its reason, may hold
a discouraged word.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

DISCOURAGED = {
    r"child(?:ren)?[ -]porn\w*": "child sexual abuse material",
    r"kiddie[ -]porn\w*|kinderporn\w*": "child sexual abuse material",
    r"pornograf[ií]a infantil": "material de abuso sexual de niños",
    r"child prostitut\w*": "child exploited in prostitution",
    r"child sex touris\w*": "sexual exploitation of children in travel and tourism",
    r"child sex worker\w*": "child victim of sexual exploitation",
    r"revenge porn\w*": "sharing intimate images without consent",
}
ALLOWED = {
    "tools/check_words.py": "lists the words",
    "resources/casebook/tables/terms.csv": "the glossary says which words to avoid",
    "resources/casebook/tables/research.csv": "titles of works are cited as they are",
    "resources/casebook/entries/case-study/scale-of-harm.md": "cites a newspaper's title",
    "docs/guide/command-line.md": "shows that a discouraged word finds the preferred one",
    "docs/guide/searching.md": "shows that a discouraged word finds the preferred one",
    "CONTRIBUTING.md": "tells contributors which words to avoid",
}
TEXT = {".py", ".md", ".csv", ".yaml", ".yml", ".toml", ".ts", ".json", ".txt", ".qss"}


def main() -> int:
    """Check every text file that git knows."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    short = []
    for name in names:
        path = root / name
        if not name or path.suffix not in TEXT or not path.is_file():
            continue
        if name in ALLOWED or name.startswith("tests/"):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for pattern, preferred in DISCOURAGED.items():
                if found := re.search(pattern, line, re.I):
                    short.append(f"{name}:{number}: «{found[0]}»: say «{preferred}»")
    print("\n".join(short) if short else "words: none that we avoid")
    return 1 if short else 0


if __name__ == "__main__":
    raise SystemExit(main())
