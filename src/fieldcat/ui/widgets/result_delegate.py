"""The rows of results: how a hit, or a passage that may answer a question, fills a row."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from fieldcat.domain.head import EntryId
from fieldcat.domain.query import Excerpt, Hit
from fieldcat.domain.updating import How
from fieldcat.ui.icons import KIND_ICONS
from fieldcat.ui.labels import how_word
from fieldcat.ui.widgets.result_model import Index, ResultRole, sensitive_word
from fieldcat.ui.widgets.row_delegate import Bookmark, Content, RowDelegate, Tag

_PASSAGE_LINES = 5
"""Lines of a passage: enough for most paragraphs, and not the whole list."""


class ResultDelegate(RowDelegate):
    """The look of the results."""

    def key(self, index: Index) -> Hashable | None:
        excerpt: Excerpt | None = index.data(ResultRole.EXCERPT)
        if excerpt is not None:
            return excerpt.head.id, excerpt.text
        entry: EntryId | None = index.data(ResultRole.ENTRY)
        return None if entry is None else (entry, news_of(index))

    def content(self, index: Index) -> Content:
        excerpt: Excerpt | None = index.data(ResultRole.EXCERPT)
        if excerpt is not None:
            return _passage(excerpt, str(index.data(ResultRole.META)))
        hit: Hit = index.data(ResultRole.HIT)
        return Content(
            icon=KIND_ICONS[hit.head.kind],
            title=hit.head.title,
            title_marks=hit.title_marks,
            meta=str(index.data(ResultRole.META)),
            tags=tuple(_tags(hit, news_of(index))),
            words=hit.snippet.text,
            words_marks=hit.snippet.marks,
        )

    def bookmark(self, index: Index) -> Bookmark:
        if index.data(ResultRole.EXCERPT) is not None:
            return Bookmark.NONE
        return Bookmark.FILLED if index.data(ResultRole.KEPT) else Bookmark.OUTLINE


def _tags(hit: Hit, how: How | None) -> Iterator[Tag]:
    if how is not None:
        yield how_tag(how)
    if hit.head.sensitive:
        yield sensitive_tag()


def _passage(excerpt: Excerpt, section: str) -> Content:
    return Content(
        icon="quote",
        title=excerpt.head.title,
        title_lines=1,
        meta=section,
        tags=(sensitive_tag(),) if excerpt.head.sensitive else (),
        words=excerpt.text,
        words_marks=excerpt.marks,
        words_lines=_PASSAGE_LINES,
    )


def news_of(index: Index) -> How | None:
    """How the entry of a row is new since the last import, if it is."""
    how = index.data(ResultRole.NEWS)  # Qt makes plain text of it
    return None if how is None else How(how)


def how_tag(how: How) -> Tag:
    """The tag of what became of an entry."""
    icons = {How.NEW: "circle-plus", How.CHANGED: "file-pen", How.WITHDRAWN: "circle-x"}
    inks = {How.NEW: "ok", How.CHANGED: "changed", How.WITHDRAWN: "danger"}
    return Tag(icons[how], how_word(how), inks[how])


def sensitive_tag() -> Tag:
    """The tag of an entry that has sensitive parts."""
    return Tag("shield-alert", sensitive_word(), "caution")
