"""Run the measurements of one area, or of all that there are."""

from __future__ import annotations

import sys
from collections.abc import Callable

from bench import results, window

AREAS: dict[str, Callable[[], results.Measured]] = {"window": window.measure}


def main() -> int:
    """Measure, print, write; the exit status is 1 where a limit is not kept."""
    wanted = sys.argv[1:] or list(AREAS)
    if unknown := set(wanted) - AREAS.keys():
        sys.exit(f"no such area: {', '.join(sorted(unknown))}; there are {', '.join(AREAS)}")
    kept = True
    for area in wanted:
        measured = AREAS[area]()
        path = results.write(area, measured)
        print(f"{area}\n{results.table(measured.figures)}\n  written to {path}")
        kept = kept and all(figure.met is not False for figure in measured.figures)
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
