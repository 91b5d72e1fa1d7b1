"""Takes in a bundle; a test ends this process at one of its file operations.

usage: killed_import HOME PROGRAM KEY BUNDLE    (PROGRAM holds what ships with the program)
"""

from __future__ import annotations

import sys
from pathlib import Path

from fieldcat.services.holdings import Bundled
from fieldcat.services.importing import take_in
from fieldcat.services.laptop import Laptop
from fieldcat.storage.generations import Generations


def main() -> None:
    """Take it in and say so."""
    home, program, key, bundle = map(Path, sys.argv[1:])
    bundled = Bundled(
        program / "casebook.sqlite", program / "casebook.fieldcat", program / "casebook.root.json"
    )
    catalogue = home / "catalogue"
    laptop = Laptop(Generations(catalogue), bundled, catalogue / "index", index_key=key)
    # What is loaded late would be counted among the operations of the import.
    print("begun", flush=True)
    taken = take_in(bundle, laptop=laptop)
    print("done" if taken.generation else "nothing", flush=True)


if __name__ == "__main__":
    main()
