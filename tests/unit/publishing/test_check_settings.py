"""What a publisher sets about checks in ``workspace.yaml``."""

from __future__ import annotations

from datetime import date

import pytest

from fieldcat.errors import WorkspaceError
from fieldcat.publishing.building import build
from fieldcat.publishing.reviewing.personal_data import personal_data
from fieldcat.publishing.rules import FIXED, Level, Rule
from fieldcat.publishing.workspace import read_workspace

from .conftest import SETTINGS, Publisher


def with_checks(publisher: Publisher, *lines: str) -> None:
    publisher.write("workspace.yaml", SETTINGS + "checks:\n" + "\n".join(lines) + "\n")


def test_without_settings_the_usual_ones_hold(publisher: Publisher) -> None:
    checks = read_workspace(publisher.folder).checks

    assert (checks.last_checked_months, checks.reading_level, checks.levels) == (12, 50, {})


def test_levels_and_limits_are_read(publisher: Publisher) -> None:
    with_checks(
        publisher,
        "  last_checked_months: 6",
        "  translations: [es, sw]",
        "  levels:",
        "    personal-data: fault",
        "    draft: off",
    )

    checks = read_workspace(publisher.folder).checks

    assert checks.last_checked_months == 6
    assert checks.translations == ("es", "sw")
    assert checks.levels == {Rule.PERSONAL_DATA: Level.FAULT, Rule.DRAFT: None}
    assert publisher.faults() == ()


def test_a_rule_that_is_off_is_not_heard_of(publisher: Publisher) -> None:
    publisher.entry(status="draft")
    with_checks(publisher, "  levels: {draft: off}")

    assert publisher.faults() == ()


def test_a_warning_that_is_raised_to_a_fault_stops_the_build(publisher: Publisher) -> None:
    publisher.entry(status="draft")
    with_checks(publisher, "  levels: {draft: fault}")

    assert publisher.only_fault().level is Level.FAULT


def test_a_discouraged_word_can_be_made_a_warning(publisher: Publisher) -> None:
    publisher.entry("term/mallet", title="Mallet", more="discouraged:\n  - word: gavel\n")
    publisher.entry(summary="A gavel.")
    with_checks(publisher, "  levels: {discouraged-word: warning}")

    assert publisher.only_fault().level is Level.WARNING


@pytest.mark.parametrize("rule", sorted(FIXED))
def test_what_cannot_be_built_cannot_be_allowed(publisher: Publisher, rule: Rule) -> None:
    with_checks(publisher, f"  levels: {{{rule}: warning}}")

    assert publisher.only_fault().field == f"checks.levels.{rule}"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("  levels: {drafts: off}", "checks.levels.drafts"),
        ("  levels: {draft: never}", "checks.levels.draft"),
        ("  translations: [spanish]", "checks.translations[1]"),
        ("  picture_kilobytes: 0", "checks.picture_kilobytes"),
        ("  speed: 7", "checks.speed"),
    ],
)
def test_a_misspelt_setting_is_a_fault(publisher: Publisher, line: str, field: str) -> None:
    with_checks(publisher, line)

    assert publisher.only_fault().field == field


def test_what_a_publisher_calls_a_fault_stops_a_release_and_no_build(publisher: Publisher) -> None:
    publisher.entry(text="## What it is {#about role=about}\n\nWrite to ana@example.org.\n")
    with_checks(publisher, "  levels: {personal-data: fault}")
    day = date(2026, 11, 29)

    assert build(publisher.folder, today=day).entries
    with pytest.raises(WorkspaceError) as stopped:
        build(publisher.folder, release=True, today=day)

    faults = stopped.value.data["faults"]
    assert isinstance(faults, tuple)
    (fault,) = faults
    assert (fault.rule, fault.level) == (Rule.PERSONAL_DATA, Level.FAULT)


def test_what_is_only_a_warning_stops_no_release(publisher: Publisher) -> None:
    publisher.entry(text="## What it is {#about role=about}\n\nWrite to ana@example.org.\n")
    with_checks(publisher, "  levels: {near-duplicate: fault, personal-data: warning}")

    assert build(publisher.folder, release=True).warnings == ()


@pytest.mark.parametrize(
    ("names", "found"), [("[]", 2), ("[Ana López]", 1), ("[ana lópez, Ben]", 0), ("[Ana]", 2)]
)
def test_names_that_a_family_made_public_may_stand_beside_an_age(
    publisher: Publisher, names: str, found: int
) -> None:
    text = "Ana López, 14, was there. So was Ben (12)."
    publisher.entry(text=f"## What it is {{#about role=about}}\n\n{text}\n")
    with_checks(publisher, f"  names: {names}")

    workspace = read_workspace(publisher.folder)
    assert len(list(personal_data(workspace, date(2026, 11, 29)))) == found
