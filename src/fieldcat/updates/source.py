"""Where an edition is read from: a bundle on a stick, or a publisher's web host."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from fieldcat.domain.edition import About


class Source(Protocol):
    """Files of an edition by their paths in its tree. Nothing in them is to be trusted.

    ``about`` is what it says of itself, ``name`` what errors call it: a file's path or an address;
    ``size`` its length in bytes, as far as it is known.
    """

    @property
    def about(self) -> About: ...  # noqa: D102  # told above

    @property
    def name(self) -> str: ...  # noqa: D102  # told above

    @property
    def size(self) -> int: ...  # noqa: D102  # told above

    def holds(self, path: str) -> bool:
        """Whether there is such a file, as far as can be told without reading it."""
        ...

    def chunks(self, path: str) -> Iterator[bytes]:
        """The bytes of a file.

        Raises:
            LookupError: there is no such file; raised at once, not while reading.
            FieldcatError: it cannot be read, or not to its end.
        """
        ...
