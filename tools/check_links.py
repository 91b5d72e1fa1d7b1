"""Hold the documents' links: every file and heading that a Markdown file of ours points to exists.

usage: check_links.py [FOLDER]    (addresses on the web are not asked; no connection is made)
"""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

LINK = re.compile(r"(?<!\\)!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
FENCED = re.compile(r"```.*?```", re.S)
CODE = re.compile(rf"{FENCED.pattern}|`[^`\n]*`", re.S)
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.M)
# The casebook's own text is a publisher's; `publish build` holds its links.
APART = "resources/casebook/"


def anchor(heading: str) -> str:
    """The fragment that a heading is reached by, as the common renderers make it."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
    kept = (c for c in plain if c in " -_" or unicodedata.category(c)[0] in "LN")
    return "".join(kept).replace(" ", "-")


def anchors(document: Path) -> set[str]:
    """The fragments that a document offers."""
    return set(map(anchor, HEADING.findall(FENCED.sub("", document.read_text(encoding="utf-8")))))


def faults(root: Path, files: list[Path]) -> list[str]:
    """One line for each link that leads nowhere."""
    found = []
    for file in files:
        text = file.read_text(encoding="utf-8")
        for target in LINK.findall(CODE.sub("", text)):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, fragment = target.partition("#")
            there = (file.parent / path).resolve() if path else file
            where = f"{file.relative_to(root)}: {target}"
            if not there.exists():
                found.append(f"{where}: no such file")
            elif fragment and there.suffix == ".md" and fragment not in anchors(there):
                found.append(f"{where}: no such heading")
    return found


def main() -> int:
    """Check every Markdown file that git knows."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    ours = (name for name in listed if name and not name.startswith(APART))
    files = [root / name for name in ours if (root / name).exists()]
    short = faults(root, files)
    print("\n".join(short) if short else f"links: {len(files)} documents hold")
    return 1 if short else 0


if __name__ == "__main__":
    raise SystemExit(main())
