"""Takes in a bundle; a test ends this process at one of its file operations.

usage: killed_import HOME PROGRAM KEY BUNDLE [--without-fsync]

PROGRAM holds what ships with the program. Without fsync a power cut must be able to do harm, else
the test that cuts the power shows nothing.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from fieldcat.errors import FieldcatError
from fieldcat.services.holdings import Bundled
from fieldcat.services.importing import take_in
from fieldcat.services.laptop import Laptop
from fieldcat.storage.generations import Generations

FAULT = 3
"""The exit status where an error of fieldcat's stopped it."""


def main() -> None:
    """Take it in and say so."""
    home, program, key, bundle = map(Path, sys.argv[1:5])
    if "--without-fsync" in sys.argv:
        os.fsync = lambda _: None  # type: ignore[assignment]  # it forgets what it was asked
    bundled = Bundled(
        program / "casebook.sqlite", program / "casebook.fieldcat", program / "casebook.root.json"
    )
    catalogue = home / "catalogue"
    laptop = Laptop(Generations(catalogue), bundled, catalogue / "index", index_key=key)
    # What is loaded late would be counted among the operations of the import.
    os.write(1, b"begun\n")  # in one call: they are counted
    try:
        taken = take_in(bundle, laptop=laptop)
    except FieldcatError as error:
        with suppress(OSError):
            os.write(2, error.code.encode())
        os._exit(FAULT)
    os.write(1, b"done\n" if taken.generation else b"nothing\n")


if __name__ == "__main__":
    main()
