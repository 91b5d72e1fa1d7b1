"""Previews: built by a process of their own, read one after the other."""

from __future__ import annotations

from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.publisher import Press

from fieldcat import wiring
from fieldcat.domain.entry import EntryId
from fieldcat.domain.previewing import Rebuilt
from fieldcat.domain.progress import unreported
from fieldcat.errors import RecordError
from fieldcat.records.rebuilt import MOST_LINES, decode_rebuilt, encode_rebuilt
from fieldcat.services.previews import files_of, rebuild_apart

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10" + b"\0" * 20
HAMMER = EntryId.parse("tales/tool/hammer")


@pytest.fixture
def press(tmp_path: Path) -> Press:
    made = Press(tmp_path / "press")
    made.write(1, {"hammer": "It hits."})
    return made


def test_a_saved_file_is_read_anew(press: Press, tmp_path: Path) -> None:
    catalogue = wiring.previewed_catalogue(tmp_path, 0)
    assert rebuild_apart(press.workspace, catalogue) == Rebuilt(1)
    data = str(tmp_path / "data")
    with closing(wiring.open_workbench(data, catalogue=catalogue)) as workbench:
        stamp, rebuild = wiring.preview_services(workbench, press.workspace, tmp_path)
        assert workbench.casebook.catalogue.entry(HAMMER).head.title == "HAMMER"
        before = stamp()
        press.write(1, {"hammer": "It hits.", "nail": "It is hit."})

        assert stamp() != before
        assert rebuild(unreported) == Rebuilt(2)
        assert workbench.casebook.size == 2


def test_faults_leave_what_was_read(press: Press, tmp_path: Path) -> None:
    catalogue = wiring.previewed_catalogue(tmp_path, 0)
    rebuild_apart(press.workspace, catalogue)
    data = str(tmp_path / "data")
    with closing(wiring.open_workbench(data, catalogue=catalogue)) as workbench:
        _, rebuild = wiring.preview_services(workbench, press.workspace, tmp_path)
        press.write(1, {"hammer": "It [hits](entry:tool/nothing)."})
        rebuilt = rebuild(unreported)

        assert [line.split(": ")[0] for line in rebuilt.faults] == ["entries/tool/hammer.md:10"]
        assert workbench.casebook.size == 1


def test_pictures_are_shown_as_an_edition_would_bring_them(press: Press, tmp_path: Path) -> None:
    press.write(1, {"hammer": "![A map](assets/map.png)"}, pictures={"map.png": PNG})
    catalogue = wiring.previewed_catalogue(tmp_path, 0)
    rebuild_apart(press.workspace, catalogue)
    data = str(tmp_path / "data")

    with closing(wiring.open_workbench(data, catalogue=catalogue)) as workbench:
        services = wiring.window_services(workbench)
        assert services.picture(sha256(PNG).hexdigest()) == PNG
        assert services.picture("0" * 64) is None


def test_what_a_draft_lacks_is_told_and_shown_all_the_same(press: Press, tmp_path: Path) -> None:
    file = press.workspace / "entries" / "tool" / "hammer.md"
    file.write_text(file.read_text().replace("title: HAMMER\n", "title: Hammer\nstatus: draft\n"))
    file.write_text(file.read_text().replace("summary: What the tool hammer is for.\n", ""))

    rebuilt = rebuild_apart(press.workspace, wiring.previewed_catalogue(tmp_path, 0))

    assert (rebuilt.entries, rebuilt.faults) == (1, ())
    assert [line.split(": ")[1] for line in rebuilt.warnings] == ["gap", "warning"]


def test_what_editors_leave_beside_a_file_is_no_change(press: Press) -> None:
    before = files_of(press.workspace)
    for name in (".hammer.md.swp", "~$hammer.md", "hammer.md~"):
        (press.workspace / "entries" / "tool" / name).write_text("x")

    assert files_of(press.workspace) == before


def test_a_workspace_that_went_is_a_change_and_no_fault(press: Press) -> None:
    assert files_of(press.workspace)
    assert files_of(press.workspace / "gone") == frozenset()


_line = st.text(max_size=50)


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.lists(_line, max_size=5), st.lists(_line, max_size=5))
def test_what_is_told_arrives(entries: int, faults: list[str], warnings: list[str]) -> None:
    told = Rebuilt(entries, tuple(faults), tuple(warnings))
    assert decode_rebuilt(encode_rebuilt(told)) == told


def test_of_very_many_lines_the_first_are_told() -> None:
    told = decode_rebuilt(encode_rebuilt(Rebuilt(0, ("x" * 9_000,) * 9_000)))
    assert len(told.faults) == MOST_LINES


@pytest.mark.parametrize("data", [b"", b"[]", b'{"entries": -1}', b'{"entries": "1"}', b"\xff"])
def test_what_is_no_such_document_is_refused(data: bytes) -> None:
    with pytest.raises(RecordError):
        decode_rebuilt(data)
