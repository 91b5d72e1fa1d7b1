"""How folders lie in each other, and what a folder is called where its name is taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from fieldcat.domain.keeping import Folder

DEEPEST = 50
"""So deep may folders lie in each other, the outermost counted: no file that is taken to another
laptop has more, since a tree of thousands would hold the window for seconds."""

LONGEST_NAME = 1_000
"""Letters of a folder's name, with the number behind it."""


def parents_first(folders: Iterable[Folder]) -> tuple[Folder, ...]:
    """Folders in an order in which each comes after the one that it lies in.

    Folders that lie in each other in a circle, as only a stranger's file has them, are left out.
    """
    waiting: dict[int | None, list[Folder]] = {}
    listed = tuple(folders)
    numbers = {folder.number for folder in listed}
    for folder in listed:
        above = folder.parent if folder.parent in numbers else None
        waiting.setdefault(above, []).append(folder)
    ordered = waiting.pop(None, [])
    for folder in ordered:  # grows while it is gone through
        ordered += waiting.pop(folder.number, [])
    return tuple(ordered)


def lies_in(folders: Mapping[int, Folder], number: int | None, outer: int) -> bool:
    """Whether a folder is ``outer`` or lies in it, however deep."""
    seen: set[int] = set()
    while number is not None and number not in seen:
        if number == outer:
            return True
        seen.add(number)
        folder = folders.get(number)
        number = folder.parent if folder else None
    return False


def depth_of(folders: Iterable[Folder]) -> int:
    """How deep folders lie in each other: 1 where none lies in another, 0 where there are none."""
    depths: dict[int | None, int] = {}
    for folder in parents_first(folders):
        depths[folder.number] = depths.get(folder.parent, 0) + 1
    return max(depths.values(), default=0)


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, with the lowest number behind it that is free where it is taken."""
    number, candidate = 1, name
    while candidate in taken:
        number += 1
        candidate = _numbered(name, number)
    return candidate


def is_name_of(name: str, wanted: str) -> bool:
    """Whether ``free_name`` may have made ``name`` from ``wanted``."""
    number = re.search(r" \(([0-9]+)\)\Z", name)
    return name == wanted or (number is not None and name == _numbered(wanted, int(number[1])))


def names_in(folders: Iterable[Folder], parent: int | None, besides: int | None = None) -> set[str]:
    """The names of all folders in ``parent``, but for that of the folder ``besides``."""
    return {
        folder.name for folder in folders if folder.parent == parent and folder.number != besides
    }


def _numbered(name: str, number: int) -> str:
    behind = f" ({number})"
    return name[: LONGEST_NAME - len(behind)].rstrip() + behind
