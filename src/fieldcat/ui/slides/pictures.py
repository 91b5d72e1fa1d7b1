"""The pictures that a session shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fieldcat.domain.entry import Picture
from fieldcat.domain.session import EntryPart, HelpPart, PicturePart, Session, TermPart

Source = Callable[[str], bytes | None]
"""Gives the bytes of a picture by its SHA-256, or None."""


def pictures_of(session: Session, *sources: Source) -> dict[str, bytes]:
    """The bytes of every picture of a session that one of the sources has, by their SHA-256."""
    found: dict[str, bytes] = {}
    for asset in _assets(session):
        for source in sources:
            content = source(asset)
            if content is not None:
                found[asset] = content
                break
    return found


def _assets(session: Session) -> Iterator[str]:
    for step in session.steps:
        match step.content:
            case PicturePart(asset=asset):
                yield asset
            case (
                EntryPart(sections=sections)
                | TermPart(sections=sections)
                | HelpPart(sections=sections)
            ):
                for section in sections:
                    yield from (
                        block.asset for block in section.blocks if isinstance(block, Picture)
                    )
