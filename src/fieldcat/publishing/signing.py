"""TUF metadata of one edition: what a laptop verifies before it reads anything else.

All versions but the root's are the edition's number, and nothing expires: the web copy and every
stick are the same bytes, however late they are read and whatever a laptop's clock says.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from securesystemslib.signer import Signer
from tuf.api.metadata import (
    Metadata,
    MetaFile,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

_EXPIRY = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


def signed_metadata(targets: Mapping[str, bytes], edition: int, signer: Signer) -> dict[str, bytes]:
    """Targets, snapshot and timestamp by their paths; equal targets give equal bytes."""
    named = {
        name: TargetFile(len(data), {"sha256": sha256(data).hexdigest()}, name)
        for name, data in sorted(targets.items())
    }
    listed = _signed(Targets(version=edition, expires=_EXPIRY, targets=named), signer)
    meta = {"targets.json": _meta(listed, edition)}
    snapshot = _signed(Snapshot(version=edition, expires=_EXPIRY, meta=meta), signer)
    timestamp = Timestamp(version=edition, expires=_EXPIRY, snapshot_meta=_meta(snapshot, edition))
    return {
        f"metadata/{edition}.targets.json": listed,
        f"metadata/{edition}.snapshot.json": snapshot,
        "metadata/timestamp.json": _signed(timestamp, signer),
    }


def target_path(name: str, data: bytes) -> str:
    """Where a target lies: TUF's consistent snapshots put its hash before its name."""
    return f"targets/{sha256(data).hexdigest()}.{name}"


def _signed(signed: Targets | Snapshot | Timestamp, signer: Signer) -> bytes:
    metadata: Metadata[Any] = Metadata(signed)
    metadata.sign(signer)
    return metadata.to_bytes(JSONSerializer(compact=True))


def _meta(data: bytes, version: int) -> MetaFile:
    return MetaFile(version, len(data), {"sha256": sha256(data).hexdigest()})
