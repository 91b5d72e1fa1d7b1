"""Publishers as the window has them added and changed: in a process of its own.

A card may be a stranger's, and switching a publisher off makes a casebook without it.
"""

from __future__ import annotations

import time
from pathlib import Path

import msgspec

from fieldcat.domain.pacing import Pace
from fieldcat.domain.progress import Report, unreported
from fieldcat.domain.publishers import CardOffer
from fieldcat.errors import RecordError, WorkEndedError
from fieldcat.records.card_offers import decode_card_offer
from fieldcat.services.imports import STAGES, asked_apart

_STAGES = {stage: STAGES[stage] for stage in ("starting", "building", "indexing", "switching")}


def look_at_card_apart(file: Path, *, data_folder: Path) -> CardOffer:
    """What a card says; nothing is changed.

    Raises:
        WorkEndedError: the process ended before it was done.
        FieldcatError: what ``publishers.look_at_card`` raises.
    """
    result = _asked(("card", "--", str(file.absolute())), data_folder, unreported)
    try:
        return decode_card_offer(result)
    except RecordError as error:
        raise WorkEndedError(str(error), status=0) from error


def add_publisher_apart(file: Path, *, data_folder: Path, expecting: str) -> None:
    """Trust the publisher of a card whose fingerprint somebody confirmed.

    Raises:
        WorkEndedError: the process ended; look whether it was done.
        FieldcatError: what ``publishers.add_publisher`` raises.
    """
    arguments = ("card", "--add", expecting, "--", str(file.absolute()))
    _asked(arguments, data_folder, unreported)


def set_enabled_apart(
    collection: str, enabled: bool, *, data_folder: Path, report: Report = unreported
) -> int | None:
    """Switch a publisher on or off; gives the number of the casebook made, None if none was.

    Raises:
        WorkEndedError: the process ended before it was done.
        FieldcatError: what ``publishers.set_enabled`` raises.
    """
    return _turned(collection, "--enable" if enabled else "--disable", data_folder, report)


def remove_publisher_apart(
    collection: str, *, data_folder: Path, report: Report = unreported
) -> int | None:
    """Know a publisher no more; gives the number of the casebook made, None if none was.

    Raises what ``set_enabled_apart`` and ``publishers.remove_publisher`` raise.
    """
    return _turned(collection, "--remove", data_folder, report)


def use_edition_apart(
    collection: str, number: int, *, data_folder: Path, report: Report = unreported
) -> int | None:
    """Read another edition of a publisher; gives the number of the casebook made, None if none was.

    Raises what ``set_enabled_apart`` and ``publishers.use_edition`` raise.
    """
    return _turned(collection, f"--use={number}", data_folder, report)


def _turned(collection: str, how: str, data_folder: Path, report: Report) -> int | None:
    result = _asked(("publisher", how, "--", collection), data_folder, report)
    try:
        return msgspec.json.decode(result, type=int | None)
    except msgspec.DecodeError as error:
        raise WorkEndedError(str(error), status=0) from error


def _asked(arguments: tuple[str, ...], data_folder: Path, report: Report) -> bytes:
    return asked_apart(arguments, data_folder, report, Pace(_STAGES, time.monotonic))
