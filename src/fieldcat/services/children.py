"""Work in a process of its own: its memory goes back to the system, and it can be ended at once.

The process is fieldcat's own command line (``fieldcat work …``). It tells how far it is in lines
(``records.work_lines``), and it ends by itself once its standard input does: where whoever started
it closed that, or is no more. What it makes is put in place whole, so it may be ended at any time.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO

from fieldcat.domain.progress import Progress, Report
from fieldcat.errors import EnvironmentFaultError, OverloadedError, RecordError, WorkEndedError
from fieldcat.records.work_lines import (
    MAX_LINE_BYTES,
    DoneLine,
    FailedLine,
    decode_line,
    error_of,
)
from fieldcat.services.logbook import without_messages

COMMAND_LINE = "-cli"
"""How the name ends of the program with a terminal that lies beside one whose window has none."""

_LISTEN = 0.1
"""Seconds between two looks whether the work is still wanted."""
_GRACE = 2.0
"""Seconds in which a process that is no longer wanted may clear up after itself."""
_SAID_LINES, _SAID_BYTES = 200, 1_000
"""How much of what it says on standard error is kept for the log: the last lines, and of each."""

_log = logging.getLogger(__name__)


def program() -> tuple[str, ...]:
    """How fieldcat's own command line is started in another process."""
    if getattr(sys, "frozen", False):
        executable = Path(sys.executable)
        beside = executable.with_name(executable.stem + COMMAND_LINE + executable.suffix)
        return (str(beside if beside.is_file() else executable),)
    # -P: whatever lies in the folder that fieldcat was started in is none of its modules.
    return (sys.executable, "-P", "-m", "fieldcat")


def run_child(
    arguments: Sequence[str], report: Report, *, command: Sequence[str] | None = None
) -> bytes:
    """Have ``fieldcat ARGUMENTS`` done in a process of low priority; gives its result, JSON.

    ``report`` is called with each step, the first of them ``starting``, and several times a second
    with the last one, so that it can stop the work at any moment by raising ``CancelledError``.
    ``command`` is how the command line is started, None as ``program`` says.

    Raises:
        CancelledError: ``report`` stopped it.
        EnvironmentFaultError: the process could not be started.
        WorkEndedError: it ended before it was done.
        FieldcatError: whatever the work raised in its process, as if it had been done here.
    """
    child = _Child([*(program() if command is None else command), *arguments])
    try:
        return _followed(child, report)
    finally:
        child.end()


def _followed(child: _Child, report: Report) -> bytes:
    last = Progress("starting")
    while True:
        report(last)
        line = child.line()
        if line is None:
            continue
        if not line:
            raise child.ended("ended without a word")
        try:
            told = decode_line(line)
        except RecordError as error:
            raise child.ended(f"said what nobody understands: {error}") from error
        if isinstance(told, DoneLine):
            return bytes(told.result)
        if isinstance(told, FailedLine):
            raise error_of(told)
        last = Progress(told.stage, told.done, told.total)


class _Child:
    """The process and the threads that listen to it."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=_QUIETLY,
            )
        except OSError as error:
            raise EnvironmentFaultError(str(error), path=command[0]) from error
        # Few, so that a process which talks without end waits rather than fills the memory.
        self._lines: Queue[bytes] = Queue(maxsize=20)
        self._said: deque[str] = deque(maxlen=_SAID_LINES)
        self._wanted = True
        self._over = False
        self._listening = [
            Thread(target=self._listen, args=(self._process.stdout,), daemon=True),
            Thread(target=self._hear, args=(self._process.stderr,), daemon=True),
        ]
        try:
            for thread in self._listening:
                thread.start()
        except RuntimeError as error:  # the system gives no further thread
            self.end()
            raise OverloadedError(str(error)) from error

    def line(self) -> bytes | None:
        """The next line, waited for a moment; None where none came, empty where none will come."""
        try:
            return self._lines.get(timeout=_LISTEN)
        except Empty:
            return None

    def ended(self, how: str) -> WorkEndedError:
        """The error for a process that did not do its work; ends it."""
        self.end()
        return WorkEndedError(how, status=self._process.returncode)

    def end(self) -> None:
        """Have the process end, and wait for that; one that is done is only waited for."""
        if self._over:
            return
        process, self._wanted = self._process, False
        with suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        while any(thread.is_alive() for thread in self._listening):
            self.line()  # one of them may wait for room
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
        self._over = True
        self._note()

    def _listen(self, stream: IO[bytes]) -> None:
        # A line that is too long is cut, and so is no line that anybody understands.
        while self._wanted and (line := stream.readline(MAX_LINE_BYTES + 1)):
            self._lines.put(line)
        self._lines.put(b"")

    def _hear(self, stream: IO[bytes]) -> None:
        while said := stream.readline(_SAID_BYTES):
            self._said.append(said.decode("utf-8", "replace").rstrip())

    def _note(self) -> None:
        """Log what it said on standard error, as discreetly as any fault."""
        said = list(without_messages(self._said))
        if said or self._process.returncode not in (0, None):
            _log.warning(
                "a process ended with status %s%s",
                self._process.returncode,
                "".join(f"\n{line}" for line in said),
            )


if sys.platform == "win32":
    _QUIETLY = subprocess.BELOW_NORMAL_PRIORITY_CLASS | subprocess.CREATE_NO_WINDOW
else:
    _QUIETLY = 0  # there the process lowers its own priority: `lower_priority`

_POLITENESS = 10


def lower_priority() -> None:
    """Let everything else on the machine go before this process."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.nice(_POLITENESS)
