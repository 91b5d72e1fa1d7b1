"""The casebook as one person has it: with what they keep as one more facet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.storage.saved_ids import SavedIds

if TYPE_CHECKING:
    from fieldcat.services.casebook import Casebook


class Saved:
    """Adds what is saved in a file of user data to a casebook, anew only where it changed."""

    def __init__(self, user_sqlite: Path) -> None:
        self._read = SavedIds(user_sqlite).read
        self._ids: Mapping[str, frozenset[str]] = {}
        self._made: tuple[Casebook, Mapping[str, frozenset[str]], Casebook] | None = None

    def over(self, casebook: Casebook) -> Casebook:
        """The casebook with ``Facet.SAVED``; while the file cannot be read, as it was read last."""
        read = self._read()
        # Looked at once: another thread may read others meanwhile.
        ids = self._ids = self._ids if read is None else read
        made = self._made
        if made is None or not _same(made[0], casebook) or made[1] != ids:
            made = self._made = (casebook, ids, casebook.with_saved(ids))
        return made[2]


def _same(one: Casebook, other: Casebook) -> bool:
    return (
        one.facets is other.facets
        and one.labels is other.labels
        and one.searcher is other.searcher
        and one.catalogue is other.catalogue
    )
