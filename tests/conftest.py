"""What all tests share: where things are, and the rule that nothing is skipped in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything of Qt is imported: tests need no display unless they start one themselves.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# How fast the machine is at the moment says nothing of what is tested, nor of what is drawn.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_MAY_LACK = "needs root, loop devices"
"""What the kernel of a machine may refuse, in CI too: such a test is skipped, and says so."""

_MAY_LACK_MUCH = "tests/packaging/"
"""What packages need besides (Wine, a Debian, rights to mount) is not had on every machine."""

_skipped: list[str] = []


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of source material beside the checkout, where there is one."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, the publisher's source material, which is not here")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def settings_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for this machine's settings, so that no test writes into the person's own."""
    folder = tmp_path_factory.mktemp("settings")
    with pytest.MonkeyPatch.context() as patch:
        # Processes that tests start inherit it.
        patch.setenv("XDG_CONFIG_HOME", str(folder))
        yield folder


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    counts = report.skipped and not hasattr(report, "wasxfail")
    named = _MAY_LACK in str(report.longrepr) or report.nodeid.startswith(_MAY_LACK_MUCH)
    if counts and not named:
        _skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI all is there that a test may need but what is named above: other skips hide faults."""
    if os.environ.get("CI") == "true" and _skipped:
        print("\nskipped in CI, which counts as failed:", *_skipped, sep="\n  ")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
