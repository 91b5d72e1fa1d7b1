"""A bundle that is written again has the publisher's bytes, and is as long as was said."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.damaging import members as members_of
from tests.fakes.publisher import BASE, Press

from fieldcat.updates.bundle import Bundle
from fieldcat.updates.writing import Member, bundle_chunks, bundle_length


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    content = Press(tmp_path).make_keys().release(1, BASE).full.read_bytes()
    files = [
        Member(name, len(data), lambda data=data: data)
        for name, data in members_of(content).items()
    ]
    assert b"".join(bundle_chunks(files)) == content
    assert bundle_length(files) == len(content)
    again = tmp_path / "again.fieldcat"
    again.write_bytes(b"".join(bundle_chunks(files)))
    with Bundle(again) as bundle:
        assert bundle.about.edition == 1
