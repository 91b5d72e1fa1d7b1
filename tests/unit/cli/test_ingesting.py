"""Taking in what is there already, on the command line."""

from __future__ import annotations

import re
import shlex
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from fieldcat.exporting.xlsx import xlsx_of

from .conftest import Program

FEED = """\
<rss version="2.0"><channel><title>Tales</title><link>https://example.org</link>
<item><title>A hotline</title><link>https://example.org/a-hotline/</link><guid>1</guid>
<pubDate>Fri, 11 Oct 2024 13:05:36 +0000</pubDate>
<description><![CDATA[<h2>The problem</h2><p>Nobody could report. Write to
info [at] example [dot] org</p><iframe src="https://example.org/film"></iframe>]]></description></item>
</channel></rss>
"""

EXPORT = """\
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tales</title>
<item><title>A project</title><link>https://example.org/?p=2</link><guid>2</guid>
<content:encoded><![CDATA[What was done.]]></content:encoded>
<wp:post_date>2024-10-11 10:00:00</wp:post_date><wp:post_type>project</wp:post_type>
<wp:status>publish</wp:status></item></channel></rss>
"""


@pytest.fixture
def desk(tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a workspace and sources, which commands are run in."""
    monkeypatch.chdir(tmp_path)
    done = program.run(
        *("publish", "init", "tales", "--collection", "tales", "--title", "Tales"),
        *("--publisher", "The Tellers"),
    )
    assert done.returncode == 0
    (tmp_path / "feed.xml").write_text(FEED)
    (tmp_path / "export.xml").write_text(EXPORT)
    (tmp_path / "organisations.xlsx").write_bytes(
        xlsx_of([["Name", "Country"], ["Red PaPaz", "Colombia"], ["Nobody", "Atlantis"]], "All")
    )
    (tmp_path / "list.csv").write_text("Wie heisst es?;No.\nHammer;7\n")
    (tmp_path / "list.yaml").write_text("kind: tool\nkey: No.\ncolumns:\n  Wie heisst es?: title\n")
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a-study.md").write_text("# A study\n\n## Method\n\nWe asked.\n")
    (tmp_path / "pictures").mkdir()
    return tmp_path


def test_every_command_of_the_guide_runs(root: Path, desk: Path, program: Program) -> None:
    guide = (root / "docs" / "publishing" / "ingesting.md").read_text(encoding="utf-8")
    commands = re.findall(r"^fieldcat (.+)$", guide, re.M)
    assert desk
    assert len(commands) >= 3
    for command in commands:
        done = program.run(*shlex.split(command))
        assert done.returncode == 0, f"{command}\n{done.stderr}"


def test_what_was_done_and_what_was_left_out_is_told(desk: Path, program: Program) -> None:
    done = program.run("publish", "ingest", "feed.xml", "--into", "tales")

    assert (done.returncode, done.stderr) == (0, "")
    assert "1 entry: 1 new." in done.stdout
    assert "1 embedded page" in done.stdout
    assert "1 obfuscated e-mail address" in done.stdout
    report = (desk / "tales" / "ingest-report.txt").read_text()
    assert "https://example.org/film" in report
    assert "info [at] example [dot] org" in report


def test_what_was_edited_and_has_changed_is_named(desk: Path, program: Program) -> None:
    program.run("publish", "ingest", "feed.xml", "--into", "tales")
    entry = desk / "tales" / "entries" / "case-study" / "a-hotline.md"
    entry.write_text(entry.read_text().replace("draft", "ready"))
    (desk / "feed.xml").write_text(FEED.replace("Nobody", "No child"))

    done = program.run("publish", "ingest", "feed.xml", "--into", "tales")

    assert "1 edited by hand while the source changed too" in done.stdout
    assert (
        f"compare {Path('tales') / 'ingest-conflicts' / 'case-study' / 'a-hotline.md'}"
        in done.stdout
    )
    again = program.run("publish", "ingest", "feed.xml", "--into", "tales")
    assert "1 edited by hand since, and left so" in again.stdout
    assert "wait to be looked at" in again.stdout


def test_a_source_that_breaks_off_is_told_with_its_line(desk: Path, program: Program) -> None:
    (desk / "feed.xml").write_text(FEED.replace("</channel>", "<item><title>B"))

    done = program.run("publish", "ingest", "feed.xml", "--into", "tales")

    assert done.returncode == 1
    assert "feed.xml: line" in done.stderr
    assert "1 entry: 1 new." in done.stdout


def test_a_source_of_no_known_format_writes_nothing(desk: Path, program: Program) -> None:
    (desk / "x.bin").write_bytes(b"\x00\x01")

    done = program.run("publish", "ingest", "feed.xml", "x.bin", "--into", "tales")

    assert done.returncode == 1
    assert "x.bin holds nothing that can be taken in" in done.stderr
    assert not (desk / "tales" / "ingest-report.txt").exists()


def test_a_folder_that_is_no_workspace_is_told(desk: Path, program: Program) -> None:
    (desk / "empty").mkdir()

    done = program.run("publish", "ingest", "feed.xml", "--into", "empty")

    assert done.returncode == 1
    assert "is no workspace to write into" in done.stderr


def test_a_wrong_table_of_ones_own_is_told_with_its_line(desk: Path, program: Program) -> None:
    (desk / "tales" / "ingest.yaml").write_text("headings:\n  problms: [x]\ntypes:\n  a: b\n")

    done = program.run("publish", "ingest", "feed.xml", "--into", "tales")

    assert done.returncode == 1
    assert "ingest.yaml:2: fault: headings.problms: is not known here" in done.stderr
    assert "ingest.yaml:4: fault: types.a" in done.stderr


def test_a_table_of_ones_own_is_followed(desk: Path, program: Program) -> None:
    (desk / "tales" / "ingest.yaml").write_text(
        "headings:\n  background: [the problem]\ntypes:\n  project: tool\n"
    )

    program.run("publish", "ingest", "feed.xml", "export.xml", "--into", "tales")

    entries = desk / "tales" / "entries"
    assert "role=background" in (entries / "case-study" / "a-hotline.md").read_text()
    assert (entries / "tool" / "a-project.md").exists()


@pytest.mark.parametrize("given", ["project", "=tool", "project=thing"])
def test_a_type_is_given_with_its_kind(desk: Path, program: Program, given: str) -> None:
    assert desk
    done = program.run("publish", "ingest", "feed.xml", "--into", "tales", "--type", given)

    assert done.returncode == 2
    assert "TYPE=KIND" in done.stderr


def test_good_rows_are_taken_and_bad_ones_kept_aside_to_be_mended(
    desk: Path, program: Program
) -> None:
    done = program.run("publish", "ingest", "organisations.xlsx", "--into", "tales")

    assert (done.returncode, done.stderr) == (0, "")
    assert "organisations.xlsx: not taken: 1 row (3)." in done.stdout
    entry = desk / "tales" / "entries" / "organisation" / "red-papaz.md"
    assert 'countries: ["CO"]' in entry.read_text().replace("[CO]", '["CO"]')
    aside = desk / "tales" / "ingest-conflicts" / "organisations.bad-rows.csv"
    text = aside.read_text(encoding="utf-8-sig")
    assert text == "Name,Country,why it was not taken\nNobody,Atlantis,countries\n"
    aside.write_text(text.replace("Atlantis", "Kenya"), encoding="utf-8")
    again = program.run(
        "publish", "ingest", str(aside), "--into", "tales", "--kind", "organisation"
    )
    assert "1 entry: 1 new." in again.stdout


def test_rows_kept_aside_take_no_others_place(desk: Path, program: Program) -> None:
    (desk / "lists").mkdir()
    for name, row in (("a/list.csv", "A,Atlantis"), ("b/list.csv", "B,Utopia")):
        (desk / name).parent.mkdir()
        (desk / name).write_text(f"Name,Country\n{row}\n")
    command = ("publish", "ingest", "a/list.csv", "b/list.csv", "--into", "tales")
    program.run(*command, "--kind", "organisation")
    aside = desk / "tales" / "ingest-conflicts" / "list.bad-rows.csv"
    aside.write_text(aside.read_text().replace("Atlantis", "Kenya"))

    done = program.run(*command, "--kind", "organisation")

    assert "Kenya" in aside.read_text()
    assert aside.with_name("list-2.bad-rows.csv").name in done.stdout
    kept = "".join(path.read_text() for path in aside.parent.glob("*.csv"))
    assert ("A,Atlantis" in kept, "B,Utopia" in kept) == (True, True)


def test_a_number_with_a_plus_comes_back_from_aside_as_it_was(desk: Path, program: Program) -> None:
    (desk / "list.csv").write_text("Name,Country,Phone\nHelp,Atlantis,+255 116\n")
    kind = ("--kind", "help-service")
    program.run("publish", "ingest", "list.csv", "--into", "tales", *kind)
    aside = desk / "tales" / "ingest-conflicts" / "list.bad-rows.csv"
    aside.write_text(aside.read_text().replace("Atlantis", "Tanzania"))

    program.run("publish", "ingest", str(aside), "--into", "tales", *kind)

    entry = desk / "tales" / "entries" / "help-service" / "help.md"
    assert 'value: "+255 116"' in entry.read_text()


def test_of_a_table_whose_kind_nobody_said_nothing_is_taken(desk: Path, program: Program) -> None:
    assert desk
    done = program.run("publish", "ingest", "list.csv", "--into", "tales")

    assert done.returncode == 1
    assert "list.csv: nobody said of what kind its rows are" in done.stderr


def test_a_mapping_with_faults_writes_nothing(desk: Path, program: Program) -> None:
    (desk / "list.yaml").write_text("kind: hammer\n")
    done = program.run("publish", "ingest", "list.csv", "--into", "tales", "--mapping", "list.yaml")

    assert done.returncode == 1
    assert "list.yaml:1: fault: kind: “hammer” is not known here" in done.stderr
    assert not (desk / "tales" / "entries" / "tool").exists()


def test_references_become_research(desk: Path, program: Program) -> None:
    (desk / "a.bib").write_text("@book{a, title={A study}, author={Ali, Sana}, year=2023}")
    program.run("publish", "ingest", "a.bib", "--into", "tales")

    text = (desk / "tales" / "entries" / "research" / "a-study.md").read_text()
    assert 'authors: ["Sana Ali"]' in text


class _Host(BaseHTTPRequestHandler):
    """A host with one feed."""

    def do_GET(self) -> None:
        there = self.path == "/feed/?x=1"
        self.send_response(200 if there else 404)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(FEED.encode() if there else b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_feed_is_fetched_where_its_address_is_given(
    desk: Path, program: Program, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    done = program.run("publish", "ingest", f"{host}/feed/?x=1", "--into", "tales")

    assert (done.returncode, done.stderr) == (0, "")
    assert (desk / "tales" / "entries" / "case-study" / "a-hotline.md").exists()


def test_an_address_where_nothing_is_is_told(
    desk: Path, program: Program, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    done = program.run("publish", "ingest", f"{host}/none", "--into", "tales")

    assert done.returncode == 1
    assert f"What is at {host}/none" in done.stderr
    assert not (desk / "tales" / "ingest-report.txt").exists()


def test_a_file_that_is_not_there_is_wrong_usage(desk: Path, program: Program) -> None:
    assert desk
    done = program.run("publish", "ingest", "none.xml", "--into", "tales")

    assert done.returncode == 2
    assert "there is no file or folder none.xml" in done.stderr
