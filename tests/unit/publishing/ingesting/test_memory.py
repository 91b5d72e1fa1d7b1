"""Sources made to fill the memory: ingesting them holds less than 400 MB."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

# Of a process's own peak Linux tells here; what it tells elsewhere counts that of its parent, too.
if not Path("/proc/self/status").exists():
    pytest.skip("needs the system's account of memory, as Linux keeps it", allow_module_level=True)

MOST = 400_000_000

SETTINGS = """\
format: 1
collection: tales
title: Tales
publisher: The Tellers
description: Some tales.
language: en
licence: CC0
edition: 1
date: 2026-11-29
"""

MEASURED = """\
import json, re, sys
from pathlib import Path
from fieldcat.services.ingesting import ingest
done = ingest([Path(sys.argv[1])], workspace=Path(sys.argv[2]))
status = Path("/proc/self/status").read_text()
most = int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1]) * 1024
entries, told = sum(done.outcomes.values()), sum(done.remarks.values())
print(json.dumps({"most": most, "entries": entries, "told": told}))
"""

HEAD = '<rss version="2.0"><channel><title>Tales</title>'
ITEM = "<item><title>A</title><guid>1</guid><description>"


def one_long_item(path: Path) -> None:
    with path.open("w") as file:
        file.write(HEAD + ITEM)
        for _ in range(5_000):
            file.write("&lt;p&gt;a word &lt;b&gt;or two&lt;/b&gt; " * 250)
        file.write("</description></item></channel></rss>")


def many_elements(path: Path) -> None:
    with path.open("w") as file:
        file.write(HEAD + "<item>")
        for _ in range(250):
            file.write("<a>b</a>" * 12_500)
        file.write("</item></channel></rss>")


def words_outside(path: Path) -> None:
    with path.open("w") as file:
        file.write(HEAD)
        for _ in range(5_000):
            file.write("<a>" + "word " * 2_000 + "</a>\n")
        file.write("</channel></rss>")


def no_end_of_a_tag(path: Path) -> None:
    path.write_text(HEAD + "<item a='" + "x" * 50_000_000)


def a_document(path: Path) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("word/document.xml", "w") as part,
    ):
        for _ in range(100):
            part.write(b"<a>" * 333_333)


SOURCES = {
    "one long item": ("feed.xml", one_long_item),
    "many elements": ("feed.xml", many_elements),
    "words outside of items": ("feed.xml", words_outside),
    "a tag without an end": ("feed.xml", no_end_of_a_tag),
    "a zip bomb": ("x.docx", a_document),
}


@pytest.mark.parametrize(("name", "write"), SOURCES.values(), ids=SOURCES.keys())
def test_a_hostile_source_does_not_fill_the_memory(
    tmp_path: Path, name: str, write: Callable[[Path], None]
) -> None:
    write(tmp_path / name)
    workspace = tmp_path / "tales"
    workspace.mkdir()
    (workspace / "workspace.yaml").write_text(SETTINGS)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path / name), str(workspace)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2_000:]
    said = json.loads(done.stdout)
    assert said["most"] < MOST
    assert said["entries"] == 0
    assert said["told"] > 0
