"""What was ingested before, kept in the workspace: ``.ingested.json``.

It belongs to the workspace and is put under version control with it. Without it, what stands in
the workspace is taken for written by hand.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from fieldcat.domain.entry import Kind
from fieldcat.errors import IngestError
from fieldcat.publishing.files import write_new
from fieldcat.publishing.workspace import ENTRIES

FILE = ".ingested.json"
FORMAT = 1

# A workspace may come from somebody else: what it names is written to.
_File = Annotated[str, Meta(pattern=rf"^{ENTRIES}/(?:{'|'.join(Kind)})/[a-z0-9-]+\.md\Z")]


class Kept(Struct, frozen=True, omit_defaults=True):
    """What is known of one item: its file, and the hashes of what was written for it.

    ``written`` is the text that was last written to the file, ``offered`` one that was put beside
    it since a person had changed the file. ``source`` is what its source alone said, without what
    was proposed: the workspace's other entries bear on that.
    """

    file: _File
    written: str
    offered: str = ""
    source: str = ""


class _Memory(Struct, frozen=True):
    format: int
    items: dict[str, Kept]


def hash_of(text: bytes) -> str:
    """The hash that a text is known by."""
    return sha256(text).hexdigest()


def read_memory(workspace: Path) -> dict[str, Kept]:
    """What was ingested into a workspace, by the items' identities.

    Raises:
        IngestError: the file is damaged, or a newer fieldcat wrote it.
        OSError: it cannot be read.
    """
    path = workspace / FILE
    try:
        memory = msgspec.json.decode(path.read_bytes(), type=_Memory)
    except FileNotFoundError:
        return {}
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise IngestError(str(error), reason="memory", path=str(path)) from error
    if memory.format != FORMAT:
        raise IngestError("of a newer fieldcat", reason="newer-memory", path=str(path))
    return memory.items


def write_memory(workspace: Path, items: dict[str, Kept]) -> None:
    """Keep in mind what was ingested.

    Raises:
        OSError: it cannot be written; what was there before still is.
    """
    memory = _Memory(FORMAT, dict(sorted(items.items())))
    data = msgspec.json.format(msgspec.json.encode(memory), indent=1)
    write_new(workspace / FILE, data + b"\n")
