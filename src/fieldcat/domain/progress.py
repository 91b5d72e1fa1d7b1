"""How a long piece of work tells how far it is, and is told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

_EVERY = 50
"""Items between two reports."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps of ``stage``; ``total`` 0 where the length is not known.

    ``seconds_left`` until all of the work is done, as far as can be told; None where it cannot.
    """

    stage: str
    done: int = 0
    total: int = 0
    seconds_left: int | None = None


Report = Callable[[Progress], None]
"""Called now and then by the work. It raises ``CancelledError`` where the user wants it to stop."""


def unreported(progress: Progress) -> None:
    """Tell nobody."""


def reporting(
    items: Iterable[T], report: Report, stage: str, total: int, before: int = 0
) -> Iterator[T]:
    """The items, with a report now and then: ``before`` of ``total`` steps were done before."""
    for number, item in enumerate(items, before):
        if (number - before) % _EVERY == 0:
            report(Progress(stage, number, max(total, number)))
        yield item
