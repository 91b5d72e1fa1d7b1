"""What the start of the window waits for."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from fieldcat import wiring
from fieldcat.domain.query import Query
from fieldcat.storage.user_data import open_user_data
from fieldcat.ui.pages.asking import PAGE_SIZE


def test_the_first_page_is_painted_before_anything_is_loaded_that_it_does_not_need(
    tmp_path: Path, root: Path
) -> None:
    home = tmp_path / "home"
    with closing(open_user_data(home / "user.sqlite", home / "backups")) as data:
        data.set_preference("welcome.seen", "yes")
    with closing(wiring.open_workbench(str(home))) as workbench:
        wiring.window_services(workbench).find(Query(limit=PAGE_SIZE), lambda: False)
    done = subprocess.run(
        [sys.executable, str(root / "tests" / "e2e" / "painted_window.py")],
        env={
            **os.environ,
            "FIELDCAT_HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
            "LANGUAGE": "en",
            "LC_ALL": "C.UTF-8",
            "QT_STYLE_OVERRIDE": "windows",  # as a desktop may set it; the window has its own
        },
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["style:", "fusion"]


def test_a_casebook_is_searched_without_loading_what_writes_one(tmp_path: Path) -> None:
    with closing(wiring.open_workbench(str(tmp_path))) as workbench:
        workbench.searchable()
    run = [sys.executable, "-c", SEARCHED, str(tmp_path)]
    assert subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True).stdout == "True\n"


SEARCHED = """
import sys
from fieldcat import wiring
from fieldcat.domain.query import Query
workbench = wiring.open_workbench(sys.argv[1])
workbench.searchable()
found = wiring.window_services(workbench).find(Query("hotline"), lambda: False)
print(bool(found.hits), *(name for name in ("sqlalchemy", "alembic", "tuf") if name in sys.modules))
"""
