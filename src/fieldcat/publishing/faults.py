"""What is wrong in a workspace: found in one run, each with its place and the remedy."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from fieldcat.publishing.rules import Level, Rule

_LISTED = 40
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    ``file`` is relative to the workspace, with ``/``; ``line`` counts from 1, 0 for the whole
    file; ``field`` is a field such as ``figures[2].value``, or ``text`` for the text of an entry,
    or empty; ``allowed`` says what may stand there, or what to do; ``rule`` is what it breaks.
    """

    file: str
    line: int
    field: str
    problem: str
    allowed: str = ""
    level: Level = Level.FAULT
    rule: Rule = Rule.FORMAT

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [place, self.level.value, self.field, self.problem]
        said = ": ".join(part for part in parts if part)
        return f"{said}. Allowed: {self.allowed}" if self.allowed else said


class FaultLog:
    """The faults of one file, as they are found.

    ``draft``: what is read is one, so that what it lacks is a gap and no fault.
    """

    def __init__(self, file: str) -> None:
        self.draft = False
        # A file's name may be no text on some systems; a message about it must be.
        self.file = file.encode("utf-8", "replace").decode("utf-8")
        self.found: list[Fault] = []

    def fault(
        self, line: int, field: str, problem: str, allowed: str = "", rule: Rule = Rule.FORMAT
    ) -> None:
        """Note something that stops the build."""
        self.found.append(Fault(self.file, line, field, problem, allowed, Level.FAULT, rule))

    def lack(
        self, line: int, field: str, problem: str, allowed: str = "", rule: Rule = Rule.REQUIRED
    ) -> None:
        """Note that something is not there yet: a fault, or a gap where a draft is read."""
        level = Level.GAP if self.draft else Level.FAULT
        self.found.append(Fault(self.file, line, field, problem, allowed, level, rule))

    def warning(
        self, line: int, field: str, problem: str, allowed: str = "", rule: Rule = Rule.FORMAT
    ) -> None:
        """Note something that the publisher should know."""
        self.found.append(Fault(self.file, line, field, problem, allowed, Level.WARNING, rule))


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Each fault once, by file and line, in the order found within a line."""
    return tuple(dict.fromkeys(sorted(faults, key=lambda fault: (fault.file, fault.line))))


def shown(text: str) -> str:
    """Words from a file as a message quotes them: in quotation marks, cut where they are long."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return f"“{cut}”"


def one_of(word: str, known: Collection[str], form: str = "") -> str:
    """What is allowed where only ``known`` words are, the nearest to ``word`` first.

    ``form`` describes them where a list of them would say little, such as codes.
    """
    near = nearest(word, known)
    hint = f"{near} (did you mean that?)" if near else ""
    if form or len(known) > _LISTED:
        return ", ".join(part for part in (hint, form or f"one of {len(known)} ids") if part)
    rest = ", ".join(sorted(other for other in known if other != near))
    return ", ".join(part for part in (hint, rest) if part) or "none is defined"


def nearest(word: str, known: Collection[str]) -> str:
    """The known word that ``word`` was most likely meant to be, or nothing."""
    folded = word[:_LONGEST_SHOWN].strip().casefold().replace(" ", "-").replace("_", "-")
    same = {other.casefold(): other for other in sorted(known)}
    close = get_close_matches(folded, same, n=1, cutoff=0.7)
    return same[close[0]] if close else ""
