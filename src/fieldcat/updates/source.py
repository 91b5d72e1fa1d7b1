"""Where an edition is read from: a bundle on a stick now, a publisher's web host later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Source(Protocol):
    """Files of an edition by their paths in its tree. Nothing in them is to be trusted."""

    def holds(self, path: str) -> bool:
        """Whether there is such a file, as far as can be told without reading it."""
        ...

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file.

        Raises:
            LookupError: there is no such file; raised at once, not while reading.
            BundleDamagedError, BundleUnreadableError: it cannot be read.
        """
        ...
