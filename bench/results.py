"""What a measurement found, and where it is written."""

from __future__ import annotations

import json
import math
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value, the limit it must stay under, or None where it is only reported."""

    figure: str
    value: float
    must_reach: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the limit is kept; None where there is none."""
        return None if self.must_reach is None else self.value <= self.must_reach

    def record(self) -> dict[str, object]:
        """The figure as it is written."""
        return {**asdict(self), "met": self.met}


@dataclass(frozen=True, slots=True)
class Measured:
    """What one area found: figures, and the raw samples that they were taken from."""

    figures: tuple[Figure, ...]
    samples: Mapping[str, Sequence[float]]


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
        "system": f"{platform.system()} {platform.machine()}",
        "figures": [figure.record() for figure in measured.figures],
        "samples": {name: list(values) for name, values in measured.samples.items()},
    }
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return path


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines for a person."""
    lines = []
    for figure in figures:
        limit = "" if figure.must_reach is None else f"  (must reach ≤ {figure.must_reach:g})"
        met = {True: "  met", False: "  NOT MET", None: ""}[figure.met]
        lines.append(f"{figure.value:>10.3g}  {figure.figure}{limit}{met}")
    return "\n".join(lines)
