"""The rows of results: how a hit, or a passage that may answer a question, fills a row."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from fieldcat.domain.how import How
from fieldcat.domain.query import Excerpt, Hit
from fieldcat.ui.icons import KIND_ICONS
from fieldcat.ui.labels import how_word
from fieldcat.ui.widgets.result_model import Index, ResultModel, Shown, sensitive_word
from fieldcat.ui.widgets.row_delegate import Bookmark, Content, RowDelegate, Tag

_PASSAGE_LINES = 5
"""Lines of a passage: enough for most paragraphs, and not the whole list."""


class ResultDelegate(RowDelegate):
    """The look of the results."""

    def key(self, index: Index) -> Hashable | None:
        shown = _shown(index)
        return None if shown is None else shown.key

    def content(self, index: Index) -> Content:
        shown = _shown(index)
        assert shown is not None, "a header has no content"
        if isinstance(shown.row, Excerpt):
            return _passage(shown.row, shown.meta)
        hit = shown.row
        return Content(
            icon=KIND_ICONS[hit.head.kind],
            title=hit.head.title,
            title_marks=hit.title_marks,
            meta=shown.meta,
            tags=tuple(_tags(hit, shown.how)),
            words=hit.snippet.text,
            words_marks=hit.snippet.marks,
        )

    def bookmark(self, index: Index) -> Bookmark:
        shown = _shown(index)
        if shown is None or isinstance(shown.row, Excerpt):
            return Bookmark.NONE
        return Bookmark.FILLED if shown.kept else Bookmark.OUTLINE


def _shown(index: Index) -> Shown | None:
    # Straight from the model: to ask by roles takes as long as to paint.
    model = index.model()
    assert isinstance(model, ResultModel)
    return model.shown(index.row())


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


def how_tag(how: How) -> Tag:
    """The tag of what became of an entry."""
    icons = {How.NEW: "circle-plus", How.CHANGED: "file-pen", How.WITHDRAWN: "circle-x"}
    inks = {How.NEW: "ok", How.CHANGED: "changed", How.WITHDRAWN: "danger"}
    return Tag(icons[how], how_word(how), inks[how])


def sensitive_tag() -> Tag:
    """The tag of an entry that has sensitive parts."""
    return Tag("shield-alert", sensitive_word(), "caution")
