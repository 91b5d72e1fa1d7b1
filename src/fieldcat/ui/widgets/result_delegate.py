"""The rows of results: how a hit fills a row."""

from __future__ import annotations

from fieldcat.domain.entry import EntryId
from fieldcat.domain.query import Hit
from fieldcat.ui.icons import KIND_ICONS
from fieldcat.ui.widgets.result_model import Index, ResultRole, sensitive_word
from fieldcat.ui.widgets.row_delegate import Bookmark, Content, RowDelegate, Tag


class ResultDelegate(RowDelegate):
    """The look of the results."""

    def key(self, index: Index) -> EntryId | None:
        hit: Hit | None = index.data(ResultRole.HIT)
        return None if hit is None else hit.head.id

    def content(self, index: Index) -> Content:
        hit: Hit = index.data(ResultRole.HIT)
        return Content(
            icon=KIND_ICONS[hit.head.kind],
            title=hit.head.title,
            title_marks=hit.title_marks,
            meta=str(index.data(ResultRole.META)),
            tags=(sensitive_tag(),) if hit.head.sensitive else (),
            words=hit.snippet.text,
            words_marks=hit.snippet.marks,
        )

    def bookmark(self, index: Index) -> Bookmark:
        return Bookmark.FILLED if index.data(ResultRole.KEPT) else Bookmark.OUTLINE


def sensitive_tag() -> Tag:
    """The tag of an entry that has sensitive parts."""
    return Tag("shield-alert", sensitive_word(), "caution")
