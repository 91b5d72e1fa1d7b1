"""That there is a newer fieldcat, as an edition of the program's own publisher may tell.

Nobody else is believed: whoever was added by a card could send people to a program of their own.
Nothing is fetched for it, and nothing is opened; it is only said.
"""

from __future__ import annotations

from fieldcat import __version__
from fieldcat.domain.edition import Program
from fieldcat.records.editions import decode_edition
from fieldcat.services.holdings import Holding


def newer_program(holding: Holding) -> Program | None:
    """The program that the newest edition here tells of; None where it is not newer than this."""
    if not holding.programs:
        return None
    known = {**holding.editions, holding.edition.number: holding.manifest}
    told = decode_edition(known[max(known)]).program
    return told if told is not None and told.is_newer_than(__version__) else None
