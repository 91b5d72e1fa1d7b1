"""Lines as they come out of a source: joined, with single spaces, and divided at line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fieldcat.publishing.ingesting.cleaning import cleaned
from fieldcat.publishing.ingesting.items import Line, Span, plain

BREAK = "\x0b"
"""Stands for a line break within a paragraph until lines are made of it."""


def tidy(spans: Iterable[Span]) -> Line:
    """A line without white space around it, its neighbours of one sort joined."""
    joined: list[Span] = []
    spaced = True
    for span in spans:
        if not span.note:
            text = cleaned(span.text)
            if spaced:
                text = text.removeprefix(" ")
            if not text:
                continue
            spaced = text.endswith(" ")
            last = joined[-1] if joined else None
            if last is not None and _alike(last, span):
                joined[-1] = Span(last.text + text, span.strong, span.emphasis, span.url)
                continue
            if text != span.text:
                span = Span(text, span.strong, span.emphasis, span.url)
        else:
            spaced = False
        joined.append(span)
    while joined and not joined[-1].note and not joined[-1].text.strip():
        joined.pop()
    if joined and not joined[-1].note:
        last = joined[-1]
        joined[-1] = Span(last.text.rstrip(), last.strong, last.emphasis, last.url)
    return tuple(joined)


def _alike(one: Span, other: Span) -> bool:
    """Whether two spans without notes are of one sort."""
    return (
        not one.note
        and one.url == other.url
        and one.strong == other.strong
        and one.emphasis == other.emphasis
    )


def filled(line: Sequence[Span]) -> bool:
    """Whether there is anything in a line."""
    return any(span.note or span.text.strip() for span in line)


def divided_at(spans: Iterable[Span], mark: str) -> Iterator[list[Span]]:
    """The spans between marks, such as line breaks; also where there is nothing between them."""
    part: list[Span] = []
    for span in spans:
        first, *rest = span.text.split(mark)
        part.append(replace(span, text=first))
        for text in rest:
            yield part
            part = [replace(span, text=text)]
    yield part


def without_start(line: Line, start: re.Pattern[str]) -> Line | None:
    """A line without what matches at its start, or None where nothing does."""
    match = start.match(plain(line))
    return None if match is None else tidy(_dropped(line, match.end()))


def _dropped(line: Line, count: int) -> Iterator[Span]:
    for span in line:
        if count <= 0 or span.note:
            yield span
        elif len(span.text) > count:
            yield replace(span, text=span.text[count:])
        count -= 0 if span.note else len(span.text)


def together(lines: Iterable[Line], between: str = " ") -> Line:
    """Several lines as one."""
    joined: list[Span] = []
    for line in lines:
        if joined and line:
            joined.append(Span(between))
        joined += line
    return tidy(joined)
