"""Lines of others' modules that load what fieldcat never uses, and what stands there in a package.

Each costs memory in every window: asyncio, TLS, HTTP and mail took some 10 MB of it. What is put in
a line's place does the same, but loads no sooner than it is asked for. A build stops where such a
line is not there any more: then somebody looks at the new version.
"""

from __future__ import annotations

from pathlib import Path

_LATER = (
    'type("Later", (), {"__getattr__": lambda _, name: getattr(__import__("asyncio"), name)})()'
    "  # fieldcat: loaded once it is asked for"
)
_ASYNCIO = ("\nimport asyncio\n", f"\nasyncio = {_LATER}\n")
_FETCHER = (
    "\nfrom tuf.ngclient.urllib3_fetcher import Urllib3Fetcher\n",
    '\nUrllib3Fetcher = type("Urllib3Fetcher", (), {})'
    "  # fieldcat: always gives a fetcher of its own\n",
)

LINES: dict[str, tuple[tuple[str, str], ...]] = {
    "cached_property": (("\nimport asyncio\n", "\nimport inspect as asyncio  # fieldcat\n"),),
    "sqlalchemy.connectors.asyncio": (_ASYNCIO,),
    "sqlalchemy.dialects.sqlite.aiosqlite": (_ASYNCIO,),
    "sqlalchemy.util.compat": (_ASYNCIO,),
    "sqlalchemy.util.concurrency": (
        _ASYNCIO,
        (
            "\n    iscoroutine = asyncio.iscoroutine\n",
            "\n    from inspect import iscoroutine  # fieldcat\n",
        ),
    ),
    "sqlalchemy.util.queue": (_ASYNCIO,),
    "tuf.ngclient": (_FETCHER,),
    "tuf.ngclient.updater": (_FETCHER,),
    "whoosh.compat": (
        (
            "\n    from urllib.request import urlretrieve\n",
            "\n    urlretrieve = None  # fieldcat: never used\n",
        ),
    ),
}
"""By module: its lines, each with what stands in its place."""


def lightened(module: str, text: str) -> str:
    """The text of a module with such lines exchanged.

    Raises:
        LookupError: one of them is not in it exactly once.
    """
    for line, instead in LINES.get(module, ()):
        if text.count(line) != 1:
            raise LookupError(f"{module} has «{line.strip()}» no longer: see {__file__}")
        text = text.replace(line, instead)
    return text


def put_lighter(module: str, path: str, folder: Path) -> str:
    """Where the text of a module lies that goes into a package: in ``folder`` if it was changed.

    Raises:
        LookupError: one of the lines is not in it.
        OSError: it cannot be read or written.
    """
    if module not in LINES:
        return path
    # A package is known by the name of its file.
    target = folder / module / Path(path).name
    target.parent.mkdir(parents=True, exist_ok=True)
    text = Path(path).read_text(encoding="utf-8")
    target.write_text(lightened(module, text), encoding="utf-8")
    return str(target)
