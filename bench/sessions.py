"""Sessions: the next slide, a long plan, a long hand-out; each beside its limit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.results import Figure, Measured, median, percentile
from bench.window import virtual_screen

SLIDE_MS, OPENED_MS, PDF_S = 50, 200, 2
HERE = Path(__file__).parent


def measure() -> Measured:
    """Everything of this area, in one process on one virtual screen."""
    with tempfile.TemporaryDirectory() as home, virtual_screen() as display:
        done = subprocess.run(
            [sys.executable, str(HERE / "shown_session.py"), home],
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    told = json.loads(done.stdout.splitlines()[-1])
    slides = [1000 * seconds for seconds in told["slides"]]
    read = [1000 * seconds for seconds in told["read"]]
    opened = [1000 * seconds for seconds in told["opened"]]
    per_page = told["pdf"] / told["pages"]
    figures = (
        Figure("key → next slide painted, ms, p95", percentile(slides, 0.95), SLIDE_MS),
        Figure("key → next slide painted, ms, median", median(slides)),
        Figure("key → next slide painted, ms, longest", max(slides)),
        Figure("a plan of 100 steps opened and painted, ms", median(opened), OPENED_MS),
        Figure("a plan of 100 steps read with what became of them, ms", median(read)),
        Figure("PDF of 20 pages, s", per_page * 20, PDF_S),
    )
    notes = (f"{len(slides)} slides of ten case studies; a hand-out of {told['pages']} pages.",)
    samples = {"slides": slides, "read": read, "opened": opened, "pdf": [told["pdf"]]}
    return Measured(figures, samples, notes=notes)
