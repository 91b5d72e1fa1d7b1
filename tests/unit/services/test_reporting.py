"""The page about a workspace: whole in itself, and nothing in it runs."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.fakes.publisher import Press

from fieldcat.services.reporting import write_report

TODAY = date(2026, 11, 29)


class Seen(HTMLParser):
    """What a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words += f" {data.strip()} "


def seen(workspace: Path, output: Path) -> Seen:
    write_report(workspace, output, today=TODAY)
    found = Seen()
    found.feed(output.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def press(tmp_path: Path) -> Press:
    made = Press(tmp_path / "press")
    made.write(1, {"hammer": "It hits.", "nail": "Call +255 22 123 4567."})
    return made


def test_it_counts_what_there_is_and_lists_what_was_found(press: Press, tmp_path: Path) -> None:
    page = seen(press.workspace, tmp_path / "report.html")

    for words in (" 2  entries ", " Tool ", " English ", " 2024 ", " warning: personal-data "):
        assert words in page.words
    assert "entries/tool/nail.md:10" in page.words


def test_it_is_whole_in_itself_and_runs_nothing(press: Press, tmp_path: Path) -> None:
    press.write(1, {"hammer": "It <b>hits</b> & <script>alert(1)</script>."})
    page = seen(press.workspace, tmp_path / "report.html")

    assert page.tags.isdisjoint({"script", "b", "iframe", "img", "link"})
    assert page.addresses == []
    assert "raw HTML" in page.words


def test_a_workspace_that_cannot_be_read_has_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    assert " workspace.yaml " in seen(tmp_path / "w", tmp_path / "report.html").words


def test_the_casebook_is_counted_by_country_and_capability(root: Path, tmp_path: Path) -> None:
    words = seen(root / "resources" / "casebook", tmp_path / "report.html").words

    for said in (" Colombia ", " Hotline ", " Help services ", " nobody has said "):
        assert said in words
