"""The pictures that a session shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fieldcat.domain.entry import Picture
from fieldcat.domain.session import EntryPart, HelpPart, PicturePart, Session, TermPart
from fieldcat.ui.reader.decoding import MOST_TOGETHER, Photo, decoded

_LONGEST_SIDE = 2_560
"""Pixels: as many as a projector shows."""

Source = Callable[[str], bytes | None]
"""Gives the bytes of a picture by its SHA-256, or None."""


def pictures_of(session: Session, *sources: Source) -> dict[str, Photo]:
    """Every picture of a session that one of the sources has, by its SHA-256.

    They are decoded here, off the GUI thread, as far as memory allows.
    """
    found: dict[str, Photo] = {}
    left = MOST_TOGETHER
    for asset in _assets(session):
        for source in sources:
            content = source(asset)
            if content is not None:
                image = decoded(content, longest=_LONGEST_SIDE)
                fits = image is not None and image.sizeInBytes() <= left
                found[asset] = image if image is not None and fits else content
                left -= image.sizeInBytes() if image is not None and fits else 0
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
