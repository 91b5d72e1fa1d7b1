from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.services.conftest import ENTRIES, STUDY, named

from fieldcat.domain.entry import Kind
from fieldcat.errors import ReadOnlyError
from fieldcat.services import keeping
from fieldcat.services.casebook import Casebook
from fieldcat.services.keeping import Kept, KeptEntry
from fieldcat.storage.user_data import UserData, open_user_data
from fieldcat.storage.user_folders import place

HEAD = ENTRIES[0].head
NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def user_data(tmp_path: Path) -> Iterator[UserData]:
    user_data = open_user_data(tmp_path / "user.sqlite", tmp_path / "backups", clock=lambda: NOON)
    yield user_data
    user_data.close()


def test_an_entry_is_kept_as_it_is_seen(user_data: UserData) -> None:
    keeping.keep(user_data, head=HEAD, folder="For Tuesday")
    assert keeping.kept(user_data) == Kept(
        folders=("For Tuesday",),
        entries=(KeptEntry(STUDY, HEAD.title, "For Tuesday", "2025-03-01T12:00:00Z"),),
    )


def test_a_folder_is_not_needed(user_data: UserData) -> None:
    keeping.keep(user_data, head=HEAD)
    assert [entry.folder for entry in keeping.kept(user_data).entries] == [""]


def test_what_is_kept_can_be_forgotten(user_data: UserData) -> None:
    keeping.keep(user_data, head=HEAD)
    assert keeping.kept_ids(user_data) == {STUDY}
    keeping.forget(user_data, entry_id=STUDY)
    keeping.forget(user_data, entry_id=STUDY)
    assert keeping.kept_ids(user_data) == frozenset()


def test_a_withdrawn_entry_is_listed_as_such(user_data: UserData, casebook: Casebook) -> None:
    gone = replace(HEAD, id=named(Kind.TOOL, "withdrawn"), title="A tool that was here")
    keeping.keep(user_data, head=gone)
    keeping.keep(user_data, head=HEAD)
    kept = {entry.id: entry for entry in keeping.kept(user_data, casebook=casebook).entries}
    assert kept[gone.id].withdrawn
    assert kept[gone.id].title == "A tool that was here"
    assert not kept[STUDY].withdrawn


def test_a_changed_entry_is_listed_under_the_title_that_was_seen(
    user_data: UserData, casebook: Casebook
) -> None:
    keeping.keep(user_data, head=replace(HEAD, title="An older title", revision=9))
    (entry,) = keeping.kept(user_data, casebook=casebook).entries
    assert (entry.title, entry.changed, entry.withdrawn) == ("An older title", True, False)


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    user_data = open_user_data(tmp_path / "user.sqlite", tmp_path / "backups", read_only=True)
    with pytest.raises(ReadOnlyError):
        keeping.keep(user_data, head=HEAD)
    user_data.close()


def test_a_folder_in_a_folder_is_called_by_both_names(user_data: UserData) -> None:
    outer = user_data.make_folder("Training")
    inner = user_data.make_folder("Tuesday", parent=outer.number)
    user_data.make_folder("Tuesday")
    keeping.keep(user_data, head=HEAD)
    place(user_data, [STUDY], inner.number)
    kept = keeping.kept(user_data)
    assert kept.folders == ("Training", "Training / Tuesday", "Tuesday")
    assert [entry.folder for entry in kept.entries] == ["Training / Tuesday"]
