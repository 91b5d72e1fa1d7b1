"""Roots that prove nothing: everybody who has the repository has their keys."""

from __future__ import annotations

import json

# The public id of the release key in development-keys/, which a test compares.
_WORTHLESS = frozenset({"4a76dc3c13e6eedec46e8b9686bd1d4a2b331f94af9434f99348ff099b1eb7d3"})


def is_for_development(root: bytes) -> bool:
    """Whether editions under a root that is one are signed by a development key.

    A window asks at its start, which is why the root is read without TUF: loading that takes as
    long as opening a casebook, and tries whether this machine has an IPv6 socket.
    """
    return not _WORTHLESS.isdisjoint(json.loads(root)["signed"]["roles"]["targets"]["keyids"])
