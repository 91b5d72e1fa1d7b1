"""Time as it is written down: UTC, ISO 8601."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Tells the time, aware of its zone."""


def utc_now() -> datetime:
    """The time of this machine, in UTC."""
    return datetime.now(UTC)


def iso(moment: datetime) -> str:
    """``2026-11-22T16:03:00Z``."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def iso_exact(moment: datetime) -> str:
    """``2026-11-22T16:03:00.250Z``: where what came first within a second matters."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_milliseconds(moment: datetime) -> datetime:
    """The moment as ``iso_exact`` writes it, in UTC."""
    moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def file_stamp(moment: datetime) -> str:
    """``20261122-160300``: sorts by time and is allowed in a file name everywhere."""
    return moment.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
