from __future__ import annotations

import pytest

from fieldcat.domain.edition import Program
from fieldcat.domain.taxonomy import Collection

from .conftest import SETTINGS, Publisher


def test_the_settings_are_the_collection(publisher: Publisher) -> None:
    assert publisher.build().collection == Collection(
        id="tales",
        title="Tales",
        publisher="The Tellers",
        description="Some tales.",
        language="en",
        licence="CC BY 4.0",
        edition=1,
        date="2026-11-22",
    )


def test_a_folder_without_settings_is_no_workspace(publisher: Publisher) -> None:
    (publisher.folder / "workspace.yaml").unlink()
    publisher.entry(title=None)

    fault = publisher.only_fault()

    assert (fault.file, fault.problem) == ("workspace.yaml", "is missing")


def test_settings_that_are_no_yaml_are_one_fault(publisher: Publisher) -> None:
    publisher.write("workspace.yaml", "title: [")

    assert publisher.only_fault().problem.startswith("is not YAML")


def test_a_newer_format_is_refused_before_anything_else(publisher: Publisher) -> None:
    publisher.write("workspace.yaml", SETTINGS.replace("format: 1", "format: 2\nnewer: yes"))

    assert str(publisher.only_fault()) == (
        "workspace.yaml:1: fault: format: “2” is not a format that this fieldcat reads. Allowed: 1"
    )


@pytest.mark.parametrize(
    "field", ["collection", "title", "publisher", "description", "language", "licence", "edition"]
)
def test_every_setting_must_be_there(publisher: Publisher, field: str) -> None:
    lines = [line for line in SETTINGS.splitlines() if not line.startswith(field)]
    publisher.write("workspace.yaml", "\n".join(lines))

    fault = publisher.only_fault()

    assert (fault.field, fault.problem) == (field, "is missing")


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("collection: tales", "collection: Tales!", 2, "collection"),
        ("language: en", "language: English", 6, "language"),
        ("edition: 1", "edition: first", 8, "edition"),
        ("edition: 1", "edition: 0", 8, "edition"),
        ("date: 2026-11-22", "date: 2026-11", 9, "date"),
        ("title: Tales", "title: [Tales]", 3, "title"),
        ("licence:", "license:", 7, "license"),
    ],
)
def test_a_wrong_setting_is_found_in_its_line(
    publisher: Publisher, old: str, new: str, line: int, field: str
) -> None:
    publisher.write("workspace.yaml", SETTINGS.replace(old, new))

    assert (line, field) in {(fault.line, fault.field) for fault in publisher.faults()}


def test_a_publisher_may_tell_of_a_newer_program(publisher: Publisher) -> None:
    told = "program:\n  version: 0.2.0\n  web: https://example.org/get\n"
    publisher.write("workspace.yaml", SETTINGS + told)
    assert publisher.build().program == Program("0.2.0", "https://example.org/get")


def test_nothing_need_be_told_of_programs(publisher: Publisher) -> None:
    assert publisher.build().program is None


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ("program: 0.2.0\n", "program"),
        ("program:\n  web: https://example.org\n", "program.version"),
        ("program:\n  version: two\n", "program.version"),
        ("program:\n  version: 0.2.0\n  web: example.org\n", "program.web"),
        ("program:\n  version: 0.2.0\n  size: 3\n", "program.size"),
    ],
)
def test_what_is_told_of_a_program_has_a_version_and_an_address(
    publisher: Publisher, told: str, field: str
) -> None:
    publisher.write("workspace.yaml", SETTINGS + told)
    assert publisher.only_fault().field == field
