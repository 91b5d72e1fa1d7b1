"""The bundled casebook's next edition over a person's bookmarks and notes, from end to end."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from fieldcat import wiring
from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Note
from fieldcat.domain.query import Query
from fieldcat.domain.session import Session, Step, new_id
from fieldcat.domain.session_parts import Choice, PartState
from fieldcat.domain.updating import How
from fieldcat.services import browsing, importing, releasing
from fieldcat.wiring import Workbench, window_services

GONE = EntryId.parse("fieldcat/case-study/breck-foundation")
CORRECTED = EntryId.parse("fieldcat/case-study/snehai")
UNTOUCHED = EntryId.parse("fieldcat/case-study/scale-of-harm")


@pytest.fixture(scope="module")
def edition(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One study corrected, one withdrawn, two added."""
    folder = tmp_path_factory.mktemp("edition")
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
    studies = workspace / "entries" / "case-study"
    (studies / f"{GONE.slug}.md").unlink()
    for path in (*workspace.rglob("*.csv"), *workspace.rglob("*.md")):
        _without_mention(path)
    snehai = studies / "snehai.md"
    text = snehai.read_text(encoding="utf-8")
    for number in ("first", "second"):
        added = text.replace('title: "A chatbot', f'title: "The {number} new study: a chatbot', 1)
        (studies / f"new-{number}.md").write_text(added, encoding="utf-8")
    corrected = text.replace('title: "A chatbot', 'title: "Corrected: a chatbot', 1)
    snehai.write_text(corrected, encoding="utf-8")
    settings = workspace / "workspace.yaml"
    settings.write_text(settings.read_text("utf-8").replace("edition: 1", "edition: 2"), "utf-8")
    (workspace / "withdrawn.yaml").write_text(
        f"withdrawn:\n  - entry: case-study/{GONE.slug}\n    reason: Its publisher asked for it.\n"
        f"    replaced_by: case-study/{UNTOUCHED.slug}\n",
        encoding="utf-8",
    )
    update = releasing.release(workspace, **options).update
    assert update is not None
    return update


def _without_mention(path: Path) -> None:
    """Where the withdrawn study is named, another is, once."""
    gone, other = f"case-study/{GONE.slug}", f"case-study/{UNTOUCHED.slug}"
    text = path.read_text(encoding="utf-8")
    if gone in text:
        lines = [
            line.replace(f"{gone};", "").replace(f";{gone}", "")
            if other in line
            else line.replace(gone, other)
            for line in text.split("\n")
        ]
        path.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "los datos de María"


def keep_and_note(workbench: Workbench) -> None:
    services = window_services(workbench)
    now = datetime(2026, 11, 22, tzinfo=UTC)
    for entry in (GONE, CORRECTED, UNTOUCHED):
        services.keep(entry, "For Tuesday")
        title = services.read(entry, None).head.title
        services.own.write_note(Note("", entry, title, 1, f"On {entry.slug}.", now, now))


def plan(workbench: Workbench) -> Session:
    """A session that shows a part of each of the three, written down."""
    training = window_services(workbench).training
    now = datetime(2026, 11, 22, tzinfo=UTC)
    steps = tuple(
        Step(new_id(), training.take(entry, Choice(("key-points",))))
        for entry in (GONE, CORRECTED, UNTOUCHED)
    )
    return training.write(Session(new_id(), "For Tuesday", now, now, steps=steps))


def states(workbench: Workbench, session: Session) -> list[PartState]:
    """What is told of each of its parts."""
    found = window_services(workbench).training.prepared(session.id)
    assert found.session == session
    return [
        found.parts[step.id].state if step.id in found.parts else PartState.SAME
        for step in session.steps
    ]


def test_a_session_shows_its_parts_as_they_were_through_an_update_and_back(
    edition: Path, home: Path
) -> None:
    workbench = wiring.open_workbench(str(home))
    session = plan(workbench)
    assert states(workbench, session) == [PartState.SAME] * 3
    laptop = wiring.importing_laptop(workbench)
    offered = importing.preview(edition, laptop=laptop)
    importing.take_in(edition, laptop=laptop, expecting=offered.manifest)
    workbench.close()
    bytes_before = (home / "user.sqlite").read_bytes()

    workbench = wiring.open_workbench(str(home))
    assert states(workbench, session) == [PartState.WITHDRAWN, PartState.SAME, PartState.SAME]
    importing.undo(wiring.importing_laptop(workbench))
    workbench.close()
    workbench = wiring.open_workbench(str(home))
    assert states(workbench, session) == [PartState.SAME] * 3
    workbench.close()
    assert (home / "user.sqlite").read_bytes() == bytes_before


def test_what_a_person_made_is_as_it_was_and_says_what_became_of_the_entries(
    edition: Path, home: Path
) -> None:
    workbench = wiring.open_workbench(str(home))
    keep_and_note(workbench)
    own_before = window_services(workbench).own.overview()
    workbench.close()
    bytes_before = (home / "user.sqlite").read_bytes()

    workbench = wiring.open_workbench(str(home))
    laptop = wiring.importing_laptop(workbench)
    offered = importing.preview(edition, laptop=laptop)
    assert (offered.count(How.NEW), offered.count(How.WITHDRAWN)) == (2, 1)
    touched = {touch.change.entry: touch for touch in offered.touched}
    assert touched[GONE].change.how is How.WITHDRAWN
    assert touched[GONE].change.reason == "Its publisher asked for it."
    assert touched[CORRECTED].change.how is How.CHANGED
    assert all((touch.bookmarks, touch.notes) == (1, 1) for touch in touched.values())
    importing.take_in(edition, laptop=laptop, expecting=offered.manifest)
    workbench.close()
    assert (home / "user.sqlite").read_bytes() == bytes_before

    workbench = wiring.open_workbench(str(home))
    services = window_services(workbench)
    own = services.own.overview()
    assert (own.bookmarks, own.notes, own.folders) == (
        own_before.bookmarks,
        own_before.notes,
        own_before.folders,
    )
    assert own.heads[CORRECTED].title.startswith("Corrected: a chatbot")
    assert GONE not in own.heads
    gone = browsing.read_withdrawn(workbench.casebook, entry_id=GONE)
    assert gone is not None
    assert gone.entry is not None
    assert gone.withdrawal.replaced_by == UNTOUCHED
    searchable = workbench.searchable()
    hits = browsing.find(searchable, query=Query("Breck Bednar")).hits
    assert GONE not in {hit.head.id for hit in hits}
    new = browsing.find(searchable, query=Query("second new study")).hits
    assert new[0].head.id.slug == "new-second"
    workbench.close()

    workbench = wiring.open_workbench(str(home))
    importing.undo(wiring.importing_laptop(workbench))
    workbench.close()
    workbench = wiring.open_workbench(str(home))
    assert GONE in window_services(workbench).own.overview().heads
    workbench.close()
    assert (home / "user.sqlite").read_bytes() == bytes_before
