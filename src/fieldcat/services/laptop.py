"""What updates work on: the casebooks that are here, and what of the person's own they touch."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from fieldcat.domain.belongings import Belongings
from fieldcat.services.holdings import Bundled, Holdings, read_holdings
from fieldcat.storage.clock import Clock, utc_now
from fieldcat.storage.generations import Generation, Generations


@dataclass(frozen=True, slots=True)
class Laptop:
    """What an import works on. ``index`` is that of the bundled casebook.

    ``own`` is what the person made, to tell what an edition touches; it is never written to.
    """

    generations: Generations
    bundled: Bundled
    index: Path
    own: Belongings = field(default_factory=Belongings)
    clock: Clock = utc_now
    index_key: Path | None = None

    @property
    def cards(self) -> Path:
        """The folder with the cards of publishers that were added."""
        return self.generations.root / "publishers"

    @property
    def live(self) -> Generation | None:
        """The generation that is read; None where it is the casebook of the program."""
        return next(iter(self.generations.live()), None)

    @property
    def catalogue(self) -> Path:
        """The catalogue that is read."""
        live = self.live
        return self.bundled.catalogue if live is None else live.catalogue

    def holdings(self) -> Holdings:
        """What is here of each collection.

        Raises:
            FieldcatError: what is here cannot be read.
        """
        return read_holdings(self.live, self.bundled)
