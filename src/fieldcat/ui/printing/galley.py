"""Slugs, and breaking them into pages.

A slug is what is never cut: a line of text, a row of a table, a picture with its caption. A galley
is all the slugs of an entry one below another, before they are made into pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QPainter

Paint = Callable[[QPainter, float], None]
"""Paints a slug with its upper edge at this height."""


@dataclass(frozen=True, slots=True)
class Slug:
    """Something of a certain ``height`` with space ``above`` it, which falls away at a page's head.

    ``joined`` to what follows: both stand on the same page. ``heads`` stand again at the head of
    a page that begins with this slug, as the headings of a table do. Lengths in units.
    """

    height: float
    paint: Paint
    above: float = 0
    joined: bool = False
    heads: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A slug and the height of its upper edge, from the head of the page."""

    slug: Slug
    y: float


PageOfSlugs = tuple[Placed, ...]


def kept_with_next(slugs: Sequence[Slug]) -> list[Slug]:
    """The slugs, the last of them joined to what follows."""
    return [*slugs[:-1], *(replace(slug, joined=True) for slug in slugs[-1:])]


def broken(slugs: Sequence[Slug], height: float) -> tuple[PageOfSlugs, ...]:
    """The slugs on pages of this height, each page as full as what is joined allows."""
    made: list[PageOfSlugs] = []
    start = 0
    while start < len(slugs):
        end = _end_of_page(slugs, start, height)
        made.append(tuple(_placed(slugs, start, end)))
        start = end
    return tuple(made)


def _end_of_page(slugs: Sequence[Slug], start: int, height: float) -> int:
    """Where the page that begins with slug ``start`` ends: one at least is on it."""
    used = sum(head.height for head in slugs[start].heads)
    fits = parts = start
    for at in range(start, len(slugs)):
        slug = slugs[at]
        used += slug.height + (slug.above if at > start else 0)
        if used > height:
            break
        fits = at + 1
        if not slug.joined or fits == len(slugs):
            parts = fits
    # What is joined over more than a page is parted all the same.
    return parts if parts > start else max(fits, start + 1)


def _placed(slugs: Sequence[Slug], start: int, end: int) -> Iterator[Placed]:
    y = 0.0
    for head in slugs[start].heads:
        yield Placed(head, y)
        y += head.height
    for at in range(start, end):
        y += slugs[at].above if at > start else 0
        yield Placed(slugs[at], y)
        y += slugs[at].height
