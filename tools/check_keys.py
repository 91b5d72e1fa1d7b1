"""Hold that no private key is in the repository but the development keys, which are worth nothing.

usage: check_keys.py [FOLDER]
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

DEVELOPMENT = "development-keys/"
# The marks are put together here, so that this file does not bear them.
MARKS = re.compile(
    b"|".join(
        (
            rb"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE" + rb" KEY",
            rb'"fieldcat"\s*:\s*"private' + rb' key"',
            rb"AGE-SECRET" + rb"-KEY-1",
            rb"PuTTY-User" + rb"-Key-File",
        )
    )
)


def private_keys(folder: Path) -> list[str]:
    """The files of a repository that bear the mark of a private key, outside the one folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=folder,
        check=True,
        capture_output=True,
    ).stdout
    names = sorted(name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name)
    return [
        name
        for name in names
        if not name.startswith(DEVELOPMENT)
        and (folder / name).is_file()
        and MARKS.search((folder / name).read_bytes())
    ]


def main() -> None:
    """Name the private keys that are found and fail if there is one."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1]
    found = private_keys(folder)
    for name in found:
        print(f"{name}: holds a private key", file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
