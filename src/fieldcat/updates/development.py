"""Roots that prove nothing: everybody who has the repository has their keys."""

from __future__ import annotations

from fieldcat.updates.verifying import root_keyids

# The public id of the release key in development-keys/, which a test compares.
_WORTHLESS = frozenset({"4a76dc3c13e6eedec46e8b9686bd1d4a2b331f94af9434f99348ff099b1eb7d3"})


def is_for_development(root: bytes) -> bool:
    """Whether editions under a root that is one are signed by a development key."""
    return not _WORTHLESS.isdisjoint(root_keyids(root))
