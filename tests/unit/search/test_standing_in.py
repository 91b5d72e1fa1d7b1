"""What Whoosh asks for and nobody calls is loaded when somebody does."""

from __future__ import annotations

import subprocess
import sys


def told(program: str) -> list[str]:
    run = [sys.executable, "-c", program]
    return subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def test_search_is_loaded_without_the_web_and_without_waiting_for_many() -> None:
    program = """
import sys
import fieldcat.search.searching
import fieldcat.search.fields
import whoosh.reading
parts = ("http.client", "email.parser", "ssl", "asyncio.events", "asyncio.base_events")
print(*(name for name in parts if name in sys.modules))
"""
    assert told(program) == []


def test_whoever_asks_for_more_gets_the_real_thing() -> None:
    program = """
import fieldcat.search
import urllib.request
from urllib.request import Request, getproxies
import asyncio
import asyncio.subprocess
import asyncio.events
async def three():
    await asyncio.sleep(0)
    return 3
print(asyncio.run(three()), Request("file:///there").full_url, asyncio.subprocess.PIPE)
print(urllib.request.Request is Request, asyncio.events.__name__)
import sys
print(type(sys.modules["asyncio"]).__name__, type(sys.modules["urllib.request"]).__name__)
"""
    assert told(program) == [
        *("3", "file:///there", "-1"),
        *("True", "asyncio.events"),
        *("module", "module"),
    ]


def test_a_part_that_is_asked_for_first_is_loaded_once() -> None:
    program = """
import fieldcat.search
import asyncio.events as first
import asyncio.base_events
import asyncio
print(asyncio.base_events.events is first, asyncio.AbstractEventLoop is first.AbstractEventLoop)
print(first.__spec__.origin == first.__file__, asyncio.events is first)
"""
    assert told(program) == ["True"] * 4


def test_what_is_known_is_right() -> None:
    program = """
import fieldcat.search
import asyncio, pathlib, sys, tempfile
from urllib.request import urlretrieve
async def waited(): pass
with tempfile.TemporaryDirectory() as folder:
    here = pathlib.Path(folder, "here")
    here.write_text("words")
    there, _ = urlretrieve(here.as_uri(), str(pathlib.Path(folder, "there")))
    print(pathlib.Path(there).read_text())
print(asyncio.iscoroutinefunction(waited), asyncio.iscoroutinefunction(len))
"""
    assert told(program) == ["words", "True", "False"]


def test_what_is_loaded_already_stays() -> None:
    program = """
import asyncio, urllib.request
before = asyncio, urllib.request
import sys
import fieldcat.search
print(sys.modules["asyncio"] is before[0], sys.modules["urllib.request"] is before[1])
"""
    assert told(program) == ["True", "True"]


def test_many_threads_may_ask_at_once() -> None:
    program = """
import fieldcat.search
from concurrent.futures import ThreadPoolExecutor
import asyncio, urllib.request
with ThreadPoolExecutor(8) as pool:
    asked = [pool.submit(lambda: (urllib.request.Request, asyncio.sleep)) for _ in range(32)]
    print(len({each.result() for each in asked}))
"""
    assert told(program) == ["1"]
