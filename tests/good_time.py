"""Whether something ends: a guard against what never would, not a measurement."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

_SECONDS = 20
"""Of the processor, many times what is needed: a machine may be slow, and counts lines beside."""

LONG = 500.0
"""Seconds by the clock that end only a wait which never would; a whole test has a hundred more."""


@contextmanager
def in_good_time() -> Iterator[None]:
    """Fails where the work within took what only happens if it grows with the square of its input.

    How long something takes is measured in ``bench/``. This stands where a stranger's text once
    took minutes, or never ended.
    """
    before = process_time()
    yield
    assert process_time() - before < _SECONDS
