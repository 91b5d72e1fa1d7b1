"""A laptop to which a publisher's first edition came with the program, as the bundled casebook."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.fakes.publisher import Press, passphrase

from fieldcat.services.holdings import Bundled
from fieldcat.services.laptop import Laptop
from fieldcat.services.publishing import build_catalogue
from fieldcat.services.releasing import first_release
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.generations import Generations


def shipped(press: Press, folder: Path) -> Bundled:
    """What ships with a program whose own publisher is ``press``, as its workspace is now."""
    folder.mkdir()
    made = Bundled(
        folder / "casebook.sqlite", folder / "casebook.fieldcat", folder / "casebook.root.json"
    )
    build_catalogue(press.workspace, made.catalogue)
    first_release(
        press.workspace,
        keys=press.keys,
        bundle=made.bundle,
        root=made.root,
        passphrase=passphrase,
    )
    return made


def laptop(bundled: Bundled, home: Path) -> Laptop:
    """A laptop that nothing was imported on; its key is in the home folder."""
    catalogue = home / "catalogue"
    return Laptop(
        Generations(catalogue), bundled, catalogue / "index", index_key=home.parent / "index.key"
    )


def texts(machine: Laptop) -> Mapping[str, str]:
    """The text of every entry that is read now, by its slug."""
    live = machine.generations.live()
    path = live[0].catalogue if live else machine.bundled.catalogue
    with closing(open_catalogue(path)) as catalogue:
        assert catalogue.check() == ()
        bodies = catalogue.bodies(range(1, catalogue.size + 1)).values()
        # The last line is the text; those before are summary and heading.
        return {
            key.rpartition("/")[2]: body.rpartition("\n")[2]
            for key, body in zip(catalogue.keys(), bodies, strict=True)
        }


def copied(machine: Laptop, home: Path) -> Laptop:
    """The same laptop once more, with a home of its own."""
    shutil.copytree(machine.generations.root.parent, home)
    return replace(laptop(machine.bundled, home), index_key=machine.index_key)
