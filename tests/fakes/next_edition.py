"""The next edition of the bundled casebook, released as the publisher would."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from fieldcat.services import releasing

GONE = "advisory-board"
"""A term that only one study names; it is withdrawn."""
CORRECTED = "fieldcat/case-study/snehai"


def next_edition(root: Path, folder: Path) -> Path:
    """One study corrected, one term withdrawn, two tools added; ``root`` is the repository.

    Gives the update from the edition before.
    """
    words = (root / "development-keys" / "passphrase").read_text().strip()
    options: Any = {
        "keys": root / "development-keys",
        "tree": folder / "tree",
        "output": folder / "bundles",
        "passphrase": lambda _: words,
    }
    releasing.release(root / "resources" / "casebook", **options)
    workspace = folder / "casebook"
    shutil.copytree(root / "resources" / "casebook", workspace)
    _edit(workspace / "workspace.yaml", "edition: 1", "edition: 2")
    studies = workspace / "entries" / "case-study"
    _edit(studies / "snehai.md", 'title: "A chatbot', 'title: "Corrected: a chatbot')
    _edit(studies / "ai-for-safer-children.md", f"(term:{GONE})", "(term:grooming)")
    tools = workspace / "tables" / "tools.csv"
    head, first, *rest = tools.read_text(encoding="utf-8").splitlines()
    again = [first.replace(first.partition(",")[0], f"new-tool-{n}", 1) for n in (1, 2)]
    tools.write_text("\n".join([head, first, *rest, *again]) + "\n", encoding="utf-8")
    terms = workspace / "tables" / "terms.csv"
    lines = terms.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(f"{GONE},")]
    terms.write_text("\n".join(kept) + "\n", encoding="utf-8")
    (workspace / "withdrawn.yaml").write_text(
        f"withdrawn:\n  - entry: term/{GONE}\n    reason: Nobody uses it.\n", encoding="utf-8"
    )
    update = releasing.release(workspace, **options).update
    assert update is not None
    return update


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
