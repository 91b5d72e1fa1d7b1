"""How a window stands: what another one needs that takes its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect


@dataclass(frozen=True, slots=True)
class Standing:
    """A window's place on the screen, the page that is open, and how each of its pages stands.

    ``place`` is None where the window fills the screen; ``geometry`` says so, in Qt's form.
    ``before`` is the page that a side page leads back to.
    """

    geometry: bytes
    place: QRect | None
    page: str
    before: str
    pages: Mapping[str, object]
