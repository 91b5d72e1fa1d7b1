"""fieldcat's own command line that comes to a standstill in the middle of its work.

Whoever stops work in another process stops it wherever it has got to, which may be its end. Here it
gets as far as a test says, and no further, however fast or slow either of the two is.
"""

from __future__ import annotations

import sys

import pytest
from tests.good_time import LONG

from fieldcat.services import children


def standing_at(stage: str, *, after: int = -1) -> tuple[str, ...]:
    """How it is started, to stand still once it told of a stage, more than ``after`` of it done.

    At ``starting`` nothing of the work is begun. Stopped there, it clears up, however long that
    takes.
    """
    return (sys.executable, "-P", "-c", _STANDING.format(stage=stage, after=after, long=LONG))


def stand_at(monkeypatch: pytest.MonkeyPatch, stage: str, *, after: int = -1) -> None:
    """Have every process of ours stand still there, and waited for as long as it clears up."""
    command = standing_at(stage, after=after)
    monkeypatch.setattr(children, "program", lambda: command)
    monkeypatch.setattr(children, "_GRACE", LONG)


_STANDING = """
import json, sys, time
from fieldcat.cli import working

working._GRACE = {long}
working._BETWEEN = 0.0
tell, telling = working._tell, working._telling

def stand_where(stage, done):
    while stage == {stage!r} and done > {after}:
        time.sleep(0.01)

def tell_and_stand(line):
    tell(line)
    told = json.loads(line)
    stand_where(told.get("stage"), told.get("done", 0))

def stand_before_telling():
    stand_where("starting", 0)
    return telling()

working._tell, working._telling = tell_and_stand, stand_before_telling

from fieldcat.__main__ import main
sys.exit(main())
"""
