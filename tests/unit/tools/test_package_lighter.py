"""What a package loads less of."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from tools.package import lighter


@pytest.mark.parametrize("module", lighter.LINES)
def test_the_lines_are_in_the_versions_that_are_here(module: str) -> None:
    spec = find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    text = Path(spec.origin).read_text(encoding="utf-8")
    assert lighter.lightened(module, text) != text


def test_a_line_that_is_gone_stops_the_build() -> None:
    with pytest.raises(LookupError, match="cached_property"):
        lighter.lightened("cached_property", "import threading\n")


def test_a_package_stays_one(tmp_path: Path) -> None:
    spec = find_spec("tuf.ngclient")
    assert spec is not None
    assert spec.origin is not None
    assert Path(lighter.put_lighter("tuf.ngclient", spec.origin, tmp_path)).name == "__init__.py"


SCRIPT = """
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import PathFinder
from importlib.util import spec_from_file_location
from pathlib import Path
from tools.package import lighter

class Lighter(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        found = PathFinder.find_spec(name, path, target)
        if name not in lighter.LINES or found is None:
            return None
        place = lighter.put_lighter(name, found.origin, Path(sys.argv[1]))
        inside = found.submodule_search_locations
        return spec_from_file_location(name, place, submodule_search_locations=inside)

sys.meta_path.insert(0, Lighter())
import sqlalchemy, sqlalchemy.util.queue, whoosh.index, whoosh.reading, tuf.ngclient
from sqlalchemy import create_engine, text
with create_engine("sqlite://").connect() as connection:
    assert connection.execute(text("SELECT 1")).scalar_one() == 1
print(*(name for name in ("asyncio", "ssl", "http.client", "urllib3") if name in sys.modules))
from sqlalchemy.util.concurrency import is_exit_exception
import asyncio
assert is_exit_exception(asyncio.CancelledError()) and not is_exit_exception(ValueError())
"""


def test_nothing_of_networks_is_loaded_with_what_reads_and_searches(
    root: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")
