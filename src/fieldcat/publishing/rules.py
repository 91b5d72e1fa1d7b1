"""The rules that a workspace is held to, by the names that messages and settings call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How bad it is: a fault stops the build, a warning does not.

    A gap is what a draft still lacks: it is told like a warning, and stops a release.
    """

    FAULT = "fault"
    GAP = "gap"
    WARNING = "warning"


class Rule(StrEnum):
    """A rule. The values stand in messages, in ``workspace.yaml`` and in JSON, and never change."""

    FORMAT = "format"
    REQUIRED = "required-field"
    VOCABULARY = "vocabulary"
    DEAD_LINK = "dead-link"
    LIMITS = "limits"
    DISCOURAGED = "discouraged-word"
    DRAFT = "draft"
    OLD_TRANSLATION = "old-translation"
    MISSING_TRANSLATION = "missing-translation"
    UNUSED = "unused"
    DUPLICATE = "duplicate"
    NEAR_DUPLICATE = "near-duplicate"
    UNSOURCED_FIGURE = "unsourced-figure"
    UNCHECKED_SERVICE = "unchecked-service"
    ALTERNATIVE_TEXT = "alternative-text"
    HEAVY_PICTURE = "heavy-picture"
    READING_LEVEL = "reading-level"
    PERSONAL_DATA = "personal-data"
    SUGGESTED = "suggested"
    SAMPLE = "sample"


FIXED = frozenset({Rule.FORMAT, Rule.REQUIRED, Rule.VOCABULARY, Rule.DEAD_LINK, Rule.LIMITS})
"""Rules whose levels nobody can set: what breaks them cannot be built."""

SETTABLE = tuple(rule for rule in Rule if rule not in FIXED)
"""Rules whose levels a publisher can set."""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What a publisher has set about checks in ``workspace.yaml``.

    ``levels`` are those that were set; None is a rule that is switched off. ``translations`` are
    the languages that every entry is to be had in; ``last_checked_months`` how old the last look
    at a help service may be; ``reading_level`` the highest LIX of a text; ``picture_kilobytes``
    what a picture may weigh, in 1,000 bytes; ``names`` are those that may stand beside an age.
    """

    levels: Mapping[Rule, Level | None] = field(default_factory=dict)
    translations: tuple[str, ...] = ()
    last_checked_months: int = 12
    reading_level: int = 50
    picture_kilobytes: int = 300
    names: tuple[str, ...] = ()

    @property
    def stopping(self) -> bool:
        """Whether the publisher wants a rule to stop what else it would not."""
        return any(level == "fault" for level in self.levels.values())
