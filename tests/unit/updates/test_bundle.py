"""A bundle may have been made to harm: each known way is refused before it costs anything."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from bench.memory import memory_from_now_on, own_memory
from hypothesis import given
from hypothesis import strategies as st
from tests.good_time import in_good_time

from fieldcat.domain.edition import PIECE_BYTES, About
from fieldcat.errors import (
    BundleDamagedError,
    BundleUnreadableError,
    FieldcatError,
    NewerFormatError,
)
from fieldcat.records.editions import encode_about
from fieldcat.updates.bundle import Bundle

ABOUT = encode_about(About("tales", "Tales", "The Tellers", 1, "2026-11-22"))
PIECE = f"targets/{'a' * 64}.{'b' * 32}-00001"
END = struct.Struct("<4s4H2LH")


def zipped(
    members: list[tuple[str, bytes]],
    *,
    method: int = zipfile.ZIP_STORED,
    comment: bytes = b"",
    change: Callable[[zipfile.ZipInfo], None] = lambda _: None,
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as bundle:
        bundle.comment = comment
        for name, data in members:
            member = zipfile.ZipInfo(name)
            member.compress_type = method
            member.create_system = 3
            change(member)
            bundle.writestr(member, data)
    return out.getvalue()


GOOD = zipped([("about.json", ABOUT), ("metadata/1.root.json", b"{}"), (PIECE, b"x" * 100)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tales.fieldcat"


def refused(file: Path, content: bytes) -> str:
    file.write_bytes(content)
    with pytest.raises(BundleDamagedError) as caught:
        Bundle(file)
    return str(caught.value)


def directory(content: bytes) -> int:
    start: int = END.unpack(content[-22:])[6]
    return start


def test_a_good_bundle_gives_its_members(file: Path) -> None:
    file.write_bytes(GOOD)
    with Bundle(file) as bundle:
        assert bundle.about.title == "Tales"
        assert b"".join(bundle.chunks(PIECE)) == b"x" * 100
        assert bundle.holds(PIECE)
        assert not bundle.holds("targets/other")


def test_what_is_not_there_is_told_at_once(file: Path) -> None:
    file.write_bytes(GOOD)
    with Bundle(file) as bundle, pytest.raises(LookupError):
        bundle.chunks("metadata/2.root.json")


@pytest.mark.parametrize("count", [65_535, 20_001])
def test_a_huge_count_of_members_is_refused_before_they_are_read(file: Path, count: int) -> None:
    claim = END.pack(b"PK\5\6", 0, 0, count, count, count * 80, 0, 0)
    file.write_bytes(b"")
    with file.open("r+b") as sparse:
        sparse.truncate(count * 80)
        sparse.seek(0, 2)
        sparse.write(claim)
    before = memory_from_now_on()
    with pytest.raises(BundleDamagedError, match="claims"):
        Bundle(file)
    assert own_memory() - before < 4_000_000


def test_a_directory_larger_than_its_members_need_is_refused(file: Path) -> None:
    claim = END.pack(b"PK\5\6", 0, 0, 1, 1, 10**6, 0, 0)
    assert "claims 1 members" in refused(file, bytes(10**6) + claim)


def test_compressed_members_are_refused(file: Path) -> None:
    members = [("about.json", ABOUT), (PIECE, b"x" * 100_000)]
    assert "form" in refused(file, zipped(members, method=zipfile.ZIP_DEFLATED))


@pytest.mark.parametrize(
    "name",
    [
        "../about.json",
        "/etc/passwd",
        "metadata/../../x.json",
        "metadata\\1.root.json",
        "targets/CON",
        f"targets/{'a' * 64}.CON",
        f"targets/{'a' * 64}.{'b' * 32}-00001.exe",
        f"targets/{'A' * 64}.{'b' * 32}-00001",
        "assets/" + "g" * 64,
        "assets/" + "a" * 64 + "/",
        "metadata/0.root.json",
        "metadata/1.other.json",
        "about.json ",
        "About.json",
        "about.jsön",
        "",
    ],
)
def test_names_that_bundles_do_not_have_are_refused(file: Path, name: str) -> None:
    assert refused(file, zipped([("about.json", ABOUT), (name, b"x")]))


def test_links_are_refused(file: Path) -> None:
    def link(member: zipfile.ZipInfo) -> None:
        member.external_attr = (0o120777 if member.filename == PIECE else 0o100644) << 16

    members = [("about.json", ABOUT), (PIECE, b"/etc/passwd")]
    assert "no file" in refused(file, zipped(members, change=link))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(file: Path) -> None:
    assert "twice" in refused(file, zipped([("about.json", ABOUT), ("about.json", ABOUT)]))


def test_members_that_overlap_are_refused(file: Path) -> None:
    content = bytearray(GOOD)
    start = directory(GOOD)
    second = content.index(b"PK\1\2", start + 1)
    content[second + 42 : second + 46] = struct.pack("<L", 0)
    assert "out of its place" in refused(file, bytes(content))


def test_what_is_hidden_between_members_is_refused(file: Path) -> None:
    start = directory(GOOD)
    content = GOOD[:start] + b"hidden" + GOOD[start:-22]
    end = list(END.unpack(GOOD[-22:]))
    end[6] += 6
    assert refused(file, content + END.pack(*end))


def test_what_follows_the_end_is_refused(file: Path) -> None:
    assert refused(file, GOOD + b"\0")
    assert refused(file, zipped([("about.json", ABOUT)], comment=b"a comment"))


def test_extra_fields_are_refused(file: Path) -> None:
    def extra(member: zipfile.ZipInfo) -> None:
        member.extra = b"\x75\x70\x04\x00abcd"

    assert "form" in refused(file, zipped([("about.json", ABOUT)], change=extra))


def test_a_piece_that_is_too_long_is_refused(file: Path) -> None:
    assert refused(file, zipped([("about.json", ABOUT), (PIECE, bytes(PIECE_BYTES + 1))]))


def test_a_member_whose_own_header_says_otherwise_is_refused(file: Path) -> None:
    content = bytearray(GOOD)
    at = content.index(PIECE.encode())
    content[at : at + 8] = b"targetz/"
    file.write_bytes(content)
    with Bundle(file) as bundle, pytest.raises(BundleDamagedError):
        list(bundle.chunks(PIECE))


@pytest.mark.parametrize("about", [b"", b"[]", b'{"format":1}', b"\xff", b"[" * 60_000])
def test_what_says_nothing_of_itself_is_refused(file: Path, about: bytes) -> None:
    assert refused(file, zipped([("about.json", about)]))
    assert refused(file, zipped([("metadata/1.root.json", b"{}")]))


def test_a_bundle_for_a_newer_fieldcat_is_told_from_a_damaged_one(file: Path) -> None:
    file.write_bytes(zipped([("about.json", ABOUT.replace(b'"format":1', b'"format":2'))]))
    with pytest.raises(NewerFormatError) as caught:
        Bundle(file)
    assert caught.value.data["path"] == str(file)


@pytest.mark.parametrize("content", [b"", b"PK", b"x" * 22, b"SQLite format 3\0" + bytes(1000)])
def test_what_is_no_zip_is_refused(file: Path, content: bytes) -> None:
    assert refused(file, content)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BundleDamagedError):
        Bundle(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_does_not_keep_us_waiting(file: Path) -> None:
    os.mkfifo(file)
    with pytest.raises(BundleDamagedError):
        Bundle(file)


def test_a_file_that_is_gone_is_told_as_that(file: Path) -> None:
    with pytest.raises(BundleUnreadableError):
        Bundle(file)


def test_a_stick_that_is_pulled_while_it_is_read_is_told_as_that(file: Path) -> None:
    file.write_bytes(zipped([("about.json", ABOUT), (PIECE, bytes(PIECE_BYTES))]))
    with Bundle(file) as bundle:
        os.truncate(file, 1_000)
        with pytest.raises(BundleUnreadableError):
            list(bundle.chunks(PIECE))


@given(st.data())
def test_whatever_the_bytes_nothing_else_is_raised(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    file = tmp_path_factory.getbasetemp() / "mutated.fieldcat"
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))
    file.write_bytes(bytes(content[:end]) if data.draw(st.booleans()) else bytes(content))
    with in_good_time(), suppress(FieldcatError), Bundle(file) as bundle:
        for name in ("about.json", PIECE):
            if bundle.holds(name):
                list(bundle.chunks(name))
