"""Opening a casebook for a measurement, and taking the time of a question."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import building
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.indexing import ensure_index
from fieldcat.storage.catalogue import open_catalogue


@contextmanager
def opened(catalogue: Path, folder: Path) -> Iterator[Casebook]:
    """A casebook with its index, which is built first where there is none that fits."""
    entries = open_catalogue(catalogue)
    searcher = ensure_index(entries, folder, key_file=building.key_of(folder))
    try:
        yield open_casebook(entries, searcher)
    finally:
        searcher.close()
        entries.close()


def timed(ask: Callable[[], object]) -> float:
    """What it took the processor, in milliseconds."""
    begun = time.process_time_ns()
    ask()
    return (time.process_time_ns() - begun) / 1e6
