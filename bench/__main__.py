"""Run the measurements of one area, or of all that there are."""

from __future__ import annotations

import sys
from importlib import import_module

from bench import results

AREAS = ("search", "relevance", "window", "updates", "sessions", "ingest", "frozen")


def main() -> int:
    """Measure, print, write; the exit status is 1 where a limit is not kept."""
    wanted = sys.argv[1:] or list(AREAS)
    if unknown := set(wanted) - set(AREAS):
        sys.exit(f"no such area: {', '.join(sorted(unknown))}; there are {', '.join(AREAS)}")
    kept = True
    for area in wanted:
        # An area's tools are only needed where it is measured.
        measured: results.Measured = import_module(f"bench.{area}").measure()
        path = results.write(area, measured)
        print(f"{area}\n{measured.table}\n{results.table(measured.figures)}")
        print(*measured.notes, f"written to {path}\n", sep="\n", flush=True)
        kept = kept and all(figure.met is not False for figure in measured.figures)
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
