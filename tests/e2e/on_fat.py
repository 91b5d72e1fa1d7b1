"""The program, with a folder that behaves as if it lay on a stick with FAT32.

FAT knows no links and no rights, takes letters of either case for the same, has no name with one of
``\\ / : * ? " < > |`` nor one that ends in a point or a space, and no file of 4 GB. What is written
is seen through Python's audit events; what SQLite does inside of a file is not.
Called with the folder, then as the program is.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FORBIDDEN = set('\\:*?"<>|') | {chr(number) for number in range(32)}
LINKS_AND_RIGHTS = ("os.link", "os.symlink", "os.chmod", "os.chown", "os.setxattr")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main() -> int:
    """Run the program on the stick."""
    stick, sys.argv = Path(sys.argv[1]).resolve(), ["fieldcat", *sys.argv[2:]]
    from fieldcat.__main__ import main as run
    from fieldcat.storage import media

    media._kind_of_mount = lambda *_path: "vfat"  # as Linux calls it
    sys.addaudithook(lambda event, facts: refuse(stick, event, facts))
    return run()


def refuse(stick: Path, event: str, facts: tuple[Any, ...]) -> None:
    """Refuse what FAT would refuse."""
    if event in LINKS_AND_RIGHTS:
        if any(on(stick, fact) for fact in facts):
            raise PermissionError(errno.EPERM, f"FAT has no {event}", str(facts[0]))
        return
    for path in created(event, facts):
        if on(stick, path):
            look_at(Path(os.fsdecode(path)).absolute())


def created(event: str, facts: tuple[Any, ...]) -> Iterable[Any]:
    """The names that an event may make."""
    match event, facts:
        case "open", (path, str(mode), _) if set(mode) & set("wax+"):
            yield path
        case "open", (path, None, int(flags)) if flags & WRITING:
            yield path
        case (("os.mkdir" | "sqlite3.connect"), (path, *_)):
            yield path
        case "os.rename", (_, path, *_):
            yield path


def on(stick: Path, path: Any) -> bool:
    """Whether something is a path on the stick."""
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    return Path(os.fsdecode(path)).absolute().is_relative_to(stick)


def look_at(path: Path) -> None:
    """Refuse a name that FAT has not, or takes for another's."""
    name = path.name
    if FORBIDDEN & set(name) or name.endswith((".", " ")):
        raise OSError(errno.EINVAL, "FAT has no such name", str(path))
    others = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    if any(other.casefold() == name.casefold() and other != name for other in others):
        raise FileExistsError(errno.EEXIST, "FAT takes both names for one", str(path))


if __name__ == "__main__":
    sys.exit(main())
