"""Links among bold words: the casebook's text sets no link bold, and a line would change within."""

from __future__ import annotations

from collections.abc import Sequence

from fieldcat.domain.entry import Citation, Emphasis, Text


def is_bold_link(spans: Sequence[object], at: int) -> bool:
    """Whether a span is a link that stands among bold words, or begins a line that goes on bold."""
    if isinstance(spans[at], Text | Emphasis | Citation):
        return False
    before = next((one for one in spans[at - 1 :: -1] if _counts(one)), None) if at else None
    behind = next((one for one in spans[at + 1 :] if _counts(one)), None)
    return _is_strong(behind) and (before is None or _is_strong(before))


def _counts(span: object) -> bool:
    return not isinstance(span, Citation)


def _is_strong(span: object) -> bool:
    return isinstance(span, Emphasis) and span.strong
