from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest
from tests.unit.services.conftest import ENTRIES

from fieldcat.services import checking, keeping
from fieldcat.services.checking import Report, doctor
from fieldcat.services.indexing import ensure_index
from fieldcat.storage.backups import back_up
from fieldcat.storage.catalogue import Catalogue
from fieldcat.storage.user_data import open_user_data


def examined(catalogue: Path, home: Path) -> Report:
    return doctor(
        catalogue=catalogue,
        index=home / "index",
        user_data=home / "user.sqlite",
        backups=home / "backups",
    )


def details(report: Report) -> dict[str, tuple[bool, str]]:
    return {finding.subject: (finding.healthy, finding.detail) for finding in report.findings}


def test_a_program_that_was_never_used_is_in_order(catalogue_path: Path, tmp_path: Path) -> None:
    report = examined(catalogue_path, tmp_path / "home")
    assert report.healthy
    assert details(report)["catalogue"][1].startswith("8 entries in ")
    assert "not built yet" in details(report)["index"][1]
    assert "nothing is kept yet" in details(report)["user data"][1]
    assert not (tmp_path / "home").exists()


def test_a_used_program_is_in_order(catalogue: Catalogue, tmp_path: Path) -> None:
    ensure_index(catalogue, tmp_path / "index").close()
    user_data = open_user_data(tmp_path / "user.sqlite", tmp_path / "backups")
    keeping.keep(user_data, head=ENTRIES[0].head)
    user_data.close()
    report = examined(catalogue.path, tmp_path)
    assert report.healthy
    assert "fits the catalogue" in details(report)["index"][1]
    assert details(report)["user data"][1].startswith("1 entry kept")
    assert "can be written to" in details(report)["data folder"][1]


def test_a_damaged_catalogue_is_named_and_hides_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "casebook.sqlite").write_bytes(b"not a database" * 100)
    report = examined(tmp_path / "casebook.sqlite", tmp_path)
    assert not report.healthy
    assert not details(report)["catalogue"][0]
    assert not details(report)["index"][0]
    assert details(report)["user data"][0]


def test_a_missing_catalogue_is_named(tmp_path: Path) -> None:
    assert not details(examined(tmp_path / "nothing.sqlite", tmp_path))["catalogue"][0]


def test_an_index_of_another_casebook_is_no_fault(catalogue: Catalogue, tmp_path: Path) -> None:
    ensure_index(catalogue, tmp_path / "index").close()
    stamp = tmp_path / "index" / "stamp.json"
    stamp.write_text(stamp.read_text().replace(catalogue.fingerprint, "other"))
    healthy, detail = details(examined(catalogue.path, tmp_path))["index"]
    assert healthy
    assert "another casebook" in detail


def test_a_damaged_index_is_named(catalogue: Catalogue, tmp_path: Path) -> None:
    ensure_index(catalogue, tmp_path / "index").close()
    (postings,) = (tmp_path / "index").glob("*.pst")
    postings.write_bytes(b"x" * postings.stat().st_size)
    report = examined(catalogue.path, tmp_path)
    assert not report.healthy
    assert "damaged" in details(report)["index"][1]


def test_damaged_user_data_are_named_and_left_where_they_are(
    catalogue_path: Path, tmp_path: Path
) -> None:
    damaged = b"not a database" * 100
    (tmp_path / "user.sqlite").write_bytes(damaged)
    report = examined(catalogue_path, tmp_path)
    assert not details(report)["user data"][0]
    assert (tmp_path / "user.sqlite").read_bytes() == damaged
    assert [path.name for path in tmp_path.iterdir()] == ["user.sqlite"]


@pytest.mark.parametrize("empty", [False, True])
def test_user_data_that_are_lost_are_no_new_beginning(
    catalogue_path: Path, tmp_path: Path, empty: bool
) -> None:
    user_data = tmp_path / "user.sqlite"
    open_user_data(user_data, tmp_path / "backups").close()
    backup = back_up(user_data, tmp_path / "backups")
    user_data.unlink()
    if empty:
        user_data.touch()
    healthy, detail = details(examined(catalogue_path, tmp_path))["user data"]
    assert not healthy
    assert str(backup) in detail


def test_a_place_that_cannot_be_looked_at_is_reported(catalogue_path: Path, tmp_path: Path) -> None:
    found = details(examined(catalogue_path, tmp_path / ("x" * 300)))
    assert found["catalogue"][0]
    assert not found["user data"][0]
    assert not found["data folder"][0]
    assert not found["index"][0] or "not built" in found["index"][1]


def test_a_drive_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "exists", lambda _path: False)  # as on Windows, up to the root
    healthy, detail = details(examined(tmp_path / "no.sqlite", tmp_path))["data folder"]
    assert not healthy
    assert detail.endswith("on a drive that is not there")


def test_a_report_can_be_written_as_plain_data(catalogue_path: Path, tmp_path: Path) -> None:
    record = examined(catalogue_path, tmp_path).record()
    assert record["healthy"] is True
    assert {"fieldcat", "python", "sqlite"} <= set(record["versions"])
    assert {"subject", "healthy", "detail"} == set(record["findings"][0])


def test_a_part_without_a_known_version_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", unknown)
    assert set(checking.versions()) == {"fieldcat", "python", "sqlite", "system"}
