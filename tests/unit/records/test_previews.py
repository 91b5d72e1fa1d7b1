"""What a bundle would change, as one process tells it to another."""

from __future__ import annotations

import json

import pytest

from fieldcat.domain.edition import Edition, Pack
from fieldcat.domain.entry import EntryId
from fieldcat.domain.taxonomy import Collection
from fieldcat.domain.updating import Change, How, InSession, Outcome, Preview, Touched
from fieldcat.errors import RecordError
from fieldcat.records.previews import (
    decode_outcome,
    decode_preview,
    encode_outcome,
    encode_preview,
)

NEW = Change(EntryId.parse("tales/tool/saw"), "A saw", How.NEW)
GONE = Change(EntryId.parse("tales/tool/axe"), "An axe", How.WITHDRAWN, "It broke.")
PREVIEW = Preview(
    edition=Edition(
        Collection("tales", "Tales", "The Tellers", "Some.", "en", "CC0", 2, "2026-11-22"),
        (Pack("a" * 64, 10, 20, 2, 1), Pack("b" * 64, 10, 20, 2, 2)),
    ),
    manifest="c" * 64,
    fingerprint="12345 67890",
    keys=("d" * 64,),
    here=1,
    size=4_000,
    changes=(NEW, GONE),
    touched=(Touched(GONE, 1, 2, ("Tools",), (InSession("e" * 32, "Sawing"),)),),
)


def test_a_preview_arrives_as_it_was() -> None:
    assert decode_preview(encode_preview(PREVIEW)) == PREVIEW


@pytest.mark.parametrize("generation", [None, 3])
def test_an_outcome_arrives_as_it_was(generation: int | None) -> None:
    outcome = Outcome(PREVIEW, generation)
    assert decode_outcome(encode_outcome(outcome)) == outcome


def test_titles_cannot_pass_for_something_else() -> None:
    data = encode_preview(PREVIEW).replace(b"A saw", "A \u202esaw".encode())
    assert decode_preview(data) == PREVIEW


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("changes", [["tales/tool/../x", "A saw", "new"]]),
        ("changes", [["tales/tool/saw", "A saw", "eaten"]]),
        ("changes", [["tales/tool/saw", "x" * 301, "new"]]),
        ("touched", [[2, 1, 1]]),
        ("touched", [[-1, 1, 1]]),
        ("touched", [[0, 1, 1, [], [["e", 1]]]]),
        ("manifest", "c"),
        ("here", -1),
        ("edition", {}),
        ("edition", None),
        ("keys", None),
    ],
)
def test_what_is_no_preview_is_refused(field: str, value: object) -> None:
    record = json.loads(encode_preview(PREVIEW))
    with pytest.raises(RecordError):
        decode_preview(json.dumps({**record, field: value}).encode())


@pytest.mark.parametrize("data", [b"", b"null", b"[" * 100_000, b"\xff"])
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(RecordError):
        decode_preview(data)
    with pytest.raises(RecordError):
        decode_outcome(data)
