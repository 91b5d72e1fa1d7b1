"""Work in processes of their own: how they are followed, stopped and outlived."""

from __future__ import annotations

import json
import logging
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.good_time import LONG

from fieldcat.cli.working import _BETWEEN
from fieldcat.domain.progress import Progress, unreported
from fieldcat.errors import (
    BundleOlderError,
    CancelledError,
    EnvironmentFaultError,
    OverloadedError,
    WorkEndedError,
)
from fieldcat.services import children
from fieldcat.services.children import program, run_child

WORKING = """
import json, os, sys, time
from fieldcat.cli.working import carry_out
from fieldcat.domain.progress import Progress
from fieldcat.errors import BundleOlderError

def work(report):
{work}

try:
    carry_out(work)
except KeyboardInterrupt:
    sys.exit(130)
except Exception as exit:
    sys.exit(exit.exit_code)
"""


def working(work: str) -> list[str]:
    """A command that carries out this work as fieldcat's own commands do."""
    indented = "\n".join(f"    {line}" for line in work.splitlines())
    return [sys.executable, "-c", WORKING.format(work=indented)]


def saying(script: str) -> list[str]:
    """A command that is none of ours, and says what it likes."""
    return [sys.executable, "-c", f"import os, sys, time\n{script}"]


def has_ended(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    # One that nobody has asked after yet is there, but does nothing any more.
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(") ")[2].startswith("Z")


def stopping_at(stage: str) -> Callable[[Progress], None]:
    def report(progress: Progress) -> None:
        if progress.stage == stage:
            raise CancelledError

    return report


# --- following --------------------------------------------------------------------------------


def test_each_step_is_told_and_the_result_is_given() -> None:
    told: list[Progress] = []
    command = working(
        "report(Progress('reading', 1, 2))\nreport(Progress('reading', 2, 2))\nreturn b'[1, 2]'"
    )
    assert json.loads(run_child((), told.append, command=command)) == [1, 2]
    steps = [step for n, step in enumerate(told) if n == 0 or told[n - 1] != step]
    assert steps[0] == Progress("starting")
    assert steps[1:] == [Progress("reading", 1, 2), Progress("reading", 2, 2)]


def test_of_many_steps_a_few_are_told() -> None:
    told: list[Progress] = []
    command = working(
        "for n in range(100_000):\n    report(Progress('reading', n, 0))\nreturn b'0'"
    )
    began = time.monotonic()
    run_child((), told.append, command=command)
    steps = len({step for step in told if step.stage == "reading"})
    # So many at most, however long a busy machine takes.
    assert 1 <= steps < 2 + (time.monotonic() - began) / _BETWEEN


def test_what_the_work_raises_is_raised_here() -> None:
    command = working("raise BundleOlderError('older', path='x', here=3)")
    with pytest.raises(BundleOlderError) as caught:
        run_child((), unreported, command=command)
    assert caught.value.data == {"path": "x", "here": 3}


@pytest.mark.skipif(sys.platform == "win32", reason="there the system is asked for it")
def test_everything_else_goes_before_the_work() -> None:
    here = os.nice(0)
    result = run_child((), unreported, command=working("return str(os.nice(0)).encode()"))
    assert int(result) == min(here + 10, 19)


# --- ends that nobody asked for ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("pass", 0),
        ("sys.exit(3)", 3),
        ("os.kill(os.getpid(), 9)", -9),
        ("print('nonsense', flush=True); time.sleep(600)", None),
        ("print('x' * (65 << 20), flush=True); time.sleep(600)", None),
        ("while True: print('nonsense')", None),
    ],
)
def test_a_process_that_ends_without_a_word_or_talks_nonsense(
    monkeypatch: pytest.MonkeyPatch, script: str, status: int | None
) -> None:
    monkeypatch.setattr(children, "_GRACE", 0.2)
    with pytest.raises(WorkEndedError) as caught:
        run_child((), unreported, command=saying(script))
    if status is not None:
        assert caught.value.data == {"status": status}


def test_a_defect_of_the_work_is_its_end_and_is_logged_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    command = working("raise ZeroDivisionError('a title')")
    with caplog.at_level(logging.WARNING, "fieldcat"), pytest.raises(WorkEndedError):
        run_child((), unreported, command=command)
    [logged] = caplog.records
    assert "ZeroDivisionError" in logged.getMessage()
    assert "a title" not in caplog.text


def test_a_process_that_cannot_be_started_is_a_fault_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError):
        run_child((), unreported, command=[str(tmp_path / "missing")])


# --- stopping ---------------------------------------------------------------------------------


def test_a_process_that_no_thread_is_there_to_listen_to_is_ended_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def seen(*args: Any, **how: Any) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **how))
        return started[0]

    def refused(_thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(subprocess, "Popen", seen)
    monkeypatch.setattr(Thread, "start", refused)
    with pytest.raises(OverloadedError):
        run_child((), unreported, command=saying("sys.stdin.read()"))
    assert started[0].returncode is not None


def test_work_that_is_silent_is_stopped_at_once_and_clears_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # As long as a busy machine may need: how long it is waited for is not what is told here.
    monkeypatch.setattr(children, "_GRACE", LONG)
    mark = tmp_path / "mark"
    command = working(
        "from fieldcat.cli import working\n"
        f"working._GRACE = {LONG}\n"
        "try:\n"
        f"    open({str(mark)!r}, 'w').close()\n"
        "    report(Progress('silent'))\n"
        "    while True: time.sleep(0.01)\n"
        "finally:\n"
        f"    os.remove({str(mark)!r})"
    )
    told: list[Progress] = []

    def report(progress: Progress) -> None:
        told.append(progress)
        # Its own step, again and again: stopped sooner, it may have nothing to clear up yet.
        if told.count(Progress("silent")) == 3:
            assert mark.exists()
            raise CancelledError

    with pytest.raises(CancelledError):
        run_child((), report, command=command)
    assert not mark.exists()


def test_a_process_that_does_not_let_itself_be_stopped_is_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(children, "_GRACE", 0.2)
    pid = tmp_path / "pid"
    script = (
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"open({str(pid)!r}, 'w').write(str(os.getpid()))\n"
        'print(\'{"line":"progress","stage":"stubborn"}\', flush=True)\n'
        "time.sleep(600)"
    )
    with pytest.raises(CancelledError):
        run_child((), stopping_at("stubborn"), command=saying(script))
    assert has_ended(int(pid.read_text()))


_PARENT = """
import sys
from fieldcat.services.children import run_child
run_child((), lambda progress: print(progress.done, flush=True), command=sys.argv[1:])
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for processes as Linux does")
@pytest.mark.parametrize(
    "work",
    [
        "time.sleep(600)",
        "while True: pass",
        "while True:\n    try: time.sleep(600)\n    except BaseException: pass",
    ],
    ids=["asleep", "busy", "stubborn"],
)
def test_the_process_ends_by_itself_once_nobody_waits_for_it(work: str) -> None:
    command = working(f"report(Progress('waiting', os.getpid()))\n{work}")
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT, *command], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = next(int(line) for line in parent.stdout if line != "0\n")
        process = os.pidfd_open(child)
        parent.kill()
    ended, _, _ = select.select([process], [], [], LONG)
    os.close(process)
    assert ended


# --- which program ----------------------------------------------------------------------------


def test_the_command_line_is_this_python_and_no_module_of_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fieldcat.py").write_text("print('a stranger', flush=True)")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WorkEndedError) as caught:
        run_child(("work", "nonsense"), unreported)
    assert caught.value.data == {"status": 2}


@pytest.mark.parametrize("name", ["fieldcat", "fieldcat-publisher"])
def test_a_packaged_program_has_its_command_line_beside_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = tmp_path / f"{name}.exe"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(window))
    assert program() == (str(window),)
    beside = tmp_path / f"{name}-cli.exe"
    beside.touch()
    assert program() == (str(beside),)
    monkeypatch.setattr(sys, "executable", str(beside))
    assert program() == (str(beside),)


def test_the_work_loads_nothing_of_the_window(root: Path, tmp_path: Path) -> None:
    python, *module = program()
    paths = [str(root / "data" / "casebook.sqlite"), str(tmp_path / "index")]
    imported = tmp_path / "imported"
    with (
        imported.open("wb") as log,
        subprocess.Popen(
            [python, "-X", "importtime", *module, "work", "index", *paths],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
        ) as process,
    ):
        assert process.stdout is not None
        assert b'"done"' in process.stdout.read()
    assert "fieldcat.search.building" in imported.read_text()
    assert "PySide6" not in imported.read_text()
    assert "shiboken" not in imported.read_text()
