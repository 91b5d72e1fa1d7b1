"""What the system tells of this computer's line to the web. It is asked; nothing is sent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtNetwork import QNetworkInformation


@dataclass(frozen=True, slots=True)
class Reach:
    """``metered``: every byte may be paid for. ``portal``: a log-in page stands in the way.

    Where the system does not tell, it is none of them.
    """

    metered: bool = False
    portal: bool = False
    offline: bool = False

    @property
    def is_free(self) -> bool:
        """Whether something may be asked of the web that nobody waits for."""
        return not (self.metered or self.portal or self.offline)


def reach() -> Reach:
    """How it is at this moment."""
    if not QNetworkInformation.loadDefaultBackend():
        return Reach()
    told = QNetworkInformation.instance()
    if told is None:
        return Reach()
    offline = told.reachability() is QNetworkInformation.Reachability.Disconnected
    return Reach(told.isMetered(), told.isBehindCaptivePortal(), offline)
