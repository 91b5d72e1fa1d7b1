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
        ids = self._read()
        if ids is not None:
            self._ids = ids
        made = self._made
        if made is None or not _same(made[0], casebook) or made[1] != self._ids:
            made = self._made = (casebook, self._ids, casebook.with_saved(self._ids))
        return made[2]


def _same(one: Casebook, other: Casebook) -> bool:
    return (
        one.facets is other.facets
        and one.labels is other.labels
        and one.searcher is other.searcher
        and one.catalogue is other.catalogue
    )
