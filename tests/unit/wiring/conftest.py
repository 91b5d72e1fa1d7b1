"""A workbench on the bundled casebook, and the window's services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldcat import wiring
from fieldcat.services.offered import Services


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[wiring.Workbench]:
    opened = wiring.open_workbench(str(tmp_path / "home"))
    yield opened
    opened.close()


@pytest.fixture
def services(workbench: wiring.Workbench) -> Services:
    return wiring.window_services(workbench)
