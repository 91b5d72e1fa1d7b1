"""What ``workspace.yaml`` sets about checks: levels of rules, and their limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fieldcat.publishing import values
from fieldcat.publishing.faults import Fault
from fieldcat.publishing.fields import Fields
from fieldcat.publishing.rules import FIXED, SETTABLE, CheckSettings, Level, Rule

_OFF = "off"
_LEVELS = (Level.FAULT.value, Level.WARNING.value, _OFF)


def read_check_settings(fields: Fields) -> CheckSettings:
    """The settings in the field ``checks``; the usual ones where it is absent."""
    checks = fields.record("checks")
    usual = CheckSettings()
    if checks is None:
        return usual
    settings = CheckSettings(
        levels=_levels(checks),
        translations=tuple(
            item.text
            for item in checks.items("translations")
            if checks.item_holds(item, values.is_language(item.text), values.LANGUAGE_ALLOWED)
        ),
        last_checked_months=checks.number("last_checked_months", default=usual.last_checked_months),
        reading_level=checks.number("reading_level", default=usual.reading_level),
        picture_kilobytes=checks.number("picture_kilobytes", default=usual.picture_kilobytes),
        names=tuple(" ".join(item.text.split()) for item in checks.items("names")),
    )
    checks.finish()
    return settings


def levelled(faults: Iterable[Fault], settings: CheckSettings) -> Iterable[Fault]:
    """The faults at the levels that the publisher has set, without those switched off."""
    for fault in faults:
        if fault.rule in FIXED or fault.rule not in settings.levels:
            yield fault
        elif (level := settings.levels[fault.rule]) is not None:
            yield replace(fault, level=level)


def _levels(checks: Fields) -> dict[Rule, Level | None]:
    levels: dict[Rule, Level | None] = {}
    given = checks.record("levels")
    if given is None:
        return levels
    for rule in SETTABLE:
        if chosen := given.choice(rule.value, _LEVELS):
            levels[rule] = None if chosen == _OFF else Level(chosen)
    given.finish()
    return levels
