"""A publisher of made-up tools: a real workspace, real keys, real bundles, all small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldcat.services import releasing
from fieldcat.services.releasing import Released

PASSPHRASE = "known to every test"

_ENTRY = """\
---
kind: tool
title: {title}
summary: What the tool {slug} is for.
source_url: https://example.org/{slug}
source_date: 2024-10-11
---
## What it is {{#about role=about}}

{text}
"""


def passphrase(_: str) -> str:
    """The passphrase of every key."""
    return PASSPHRASE


@dataclass(frozen=True)
class Press:
    """Writes editions of a collection into a folder of its own."""

    folder: Path
    collection: str = "tales"
    name: str = "The Tellers"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    @property
    def workspace(self) -> Path:
        return self.folder / "workspace"

    @property
    def tree(self) -> Path:
        return self.folder / "tree"

    @property
    def root(self) -> bytes:
        """The first root, as a laptop would have it pinned."""
        return (self.keys / "roots" / "1.root.json").read_bytes()

    def make_keys(self, root_keys: int = 1, threshold: int = 1) -> Press:
        releasing.make_keys(
            self.keys, passphrase=passphrase, root_keys=root_keys, threshold=threshold
        )
        return self

    def write(
        self,
        edition: int,
        tools: Mapping[str, str],
        withdrawn: Sequence[str] = (),
        pictures: Mapping[str, bytes] | None = None,
    ) -> None:
        """A workspace: tools by slug with their texts; the title is the slug in capitals."""
        entries = self.workspace / "entries" / "tool"
        entries.mkdir(parents=True, exist_ok=True)
        for old in entries.iterdir():
            old.unlink()
        for slug, text in tools.items():
            (entries / f"{slug}.md").write_text(
                _ENTRY.format(slug=slug, title=slug.upper(), text=text), encoding="utf-8"
            )
        (self.workspace / "workspace.yaml").write_text(
            f"format: 1\ncollection: {self.collection}\ntitle: Tales\npublisher: {self.name}\n"
            f"description: Some tales.\nlanguage: en\nlicence: CC0\nedition: {edition}\n"
            f"date: 2026-11-{edition:02}\n",
            encoding="utf-8",
        )
        said = "".join(f"  - entry: tool/{slug}\n    reason: It broke.\n" for slug in withdrawn)
        if said:
            (self.workspace / "withdrawn.yaml").write_text(f"withdrawn:\n{said}", encoding="utf-8")
        for name, data in (pictures or {}).items():
            (self.workspace / "assets").mkdir(exist_ok=True)
            (self.workspace / "assets" / name).write_bytes(data)

    def release(
        self,
        edition: int,
        tools: Mapping[str, str],
        withdrawn: Sequence[str] = (),
        *,
        since: int | None = None,
    ) -> Released:
        self.write(edition, tools, withdrawn)
        return self.release_workspace(since=since)

    def release_workspace(self, *, since: int | None = None) -> Released:
        return releasing.release(
            self.workspace,
            keys=self.keys,
            tree=self.tree,
            output=self.folder / "bundles",
            passphrase=passphrase,
            since=since,
        )


def words(seed: int, count: int = 25) -> str:
    """Words that do not pack well, so that a base weighs something."""
    state, found = seed * 7919 + 17, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        found.append(f"{state:x}")
    return " ".join(found)


BASE = {f"tool-{number}": words(number) for number in range(20)}
"""Enough that a change of one is small beside it."""
