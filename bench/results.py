"""What a measurement found, and where it is written."""

from __future__ import annotations

import json
import math
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value and what it must reach, or None where it is only reported.

    What must be reached is the most that is allowed; with ``at_least`` it is the least.
    """

    figure: str
    value: float
    must_reach: float | None = None
    at_least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the limit is kept; None where there is none."""
        if self.must_reach is None:
            return None
        return self.value >= self.must_reach if self.at_least else self.value <= self.must_reach

    def record(self) -> dict[str, object]:
        """The figure as it is written."""
        return {**asdict(self), "met": self.met}


@dataclass(frozen=True, slots=True)
class Compared:
    """Times of one kind of query, in milliseconds, fieldcat's beside its peers'.

    ``must_reach`` holds for the ratio to the first peer, of the medians and of the 95th
    percentiles alike.
    """

    kind: str
    ours: Sequence[float]
    peers: Mapping[str, Sequence[float]]
    must_reach: float | None = None

    def figures(self) -> tuple[Figure, Figure]:
        """The ratios to the first peer."""
        return self._ratios(next(iter(self.peers)), self.must_reach)

    def figures_to(self, name: str) -> tuple[Figure, Figure]:
        """The ratios to another peer, for which there is no limit."""
        return self._ratios(name, None)

    def _ratios(self, name: str, must_reach: float | None) -> tuple[Figure, Figure]:
        theirs = self.peers[name]
        return (
            Figure(f"{self.kind} ÷ {name}, median", median(self.ours) / median(theirs), must_reach),
            Figure(
                f"{self.kind} ÷ {name}, p95",
                percentile(self.ours, 0.95) / percentile(theirs, 0.95),
                must_reach,
            ),
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """What one area found: figures, the raw samples that they were taken from, and more to say."""

    figures: tuple[Figure, ...]
    samples: Mapping[str, Sequence[float]]
    table: str = ""
    notes: Sequence[str] = field(default=())


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least ``share`` (0 to 1) of all samples do not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def median(samples: Sequence[float]) -> float:
    """The middle sample."""
    return statistics.median(samples)


def write(area: str, measured: Measured) -> Path:
    """Write ``results/AREA.json``: the figures beside the raw samples."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{area}.json"
    document = {
        "area": area,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "figures": [figure.record() for figure in measured.figures],
        "notes": list(measured.notes),
        "samples": {name: list(values) for name, values in measured.samples.items()},
    }
    path.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines for a person."""
    lines = []
    for figure in figures:
        sign = "≥" if figure.at_least else "≤"
        limit = "" if figure.must_reach is None else f"  (must reach {sign} {figure.must_reach:g})"
        met = {True: "  met", False: "  NOT MET", None: ""}[figure.met]
        lines.append(f"{figure.value:>10.3g}  {figure.figure}{limit}{met}")
    return "\n".join(lines)


def compared_table(rows: Sequence[Compared], beside: Sequence[str] = ()) -> str:
    """Medians, 95th percentiles and ratios, one kind of query a row, in Markdown.

    Ratios to the peers ``beside`` the first stand behind the limits.
    """
    peers = list(rows[0].peers)
    others = [f"÷ {name}" for name in beside]
    head = ["ms, median / p95", "fieldcat", *peers, f"÷ {peers[0]}", "must reach", *others]
    lines = [_row(head), _row(["---"] * len(head))]
    for row in rows:
        times = [_pair(samples, ".2f") for samples in (row.ours, *row.peers.values())]
        limit = "" if row.must_reach is None else f"≤ {row.must_reach:g}"
        also = [_ratio(row.figures_to(name)) for name in beside]
        lines.append(_row([row.kind, *times, _ratio(row.figures()), limit, *also]))
    return "\n".join(lines)


def _ratio(figures: Sequence[Figure]) -> str:
    return " / ".join(f"{figure.value:.2f}" for figure in figures)


def _pair(samples: Sequence[float], form: str) -> str:
    return f"{median(samples):{form}} / {percentile(samples, 0.95):{form}}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
