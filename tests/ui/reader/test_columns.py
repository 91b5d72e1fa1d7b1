from __future__ import annotations

import pytest

from fieldcat.ui.layout import layout_for
from fieldcat.ui.reader.columns import columns_for


@pytest.mark.parametrize(
    ("width", "scale", "enlarged", "contents", "notes"),
    [
        (1366, 1.0, True, 228, 288),
        (1920, 1.0, True, 228, 288),
        (1199, 1.0, True, 0, 0),
        (1200, 1.0, True, 228, 288),
        (1024, 1.0, True, 0, 0),
        (1366, 2.0, True, 0, 0),
        (1366, 1.0, False, 0, 0),
        (1699, 1.0, False, 0, 0),
        (1700, 1.0, False, 0, 288),
        (1920, 1.5, True, 285, 360),
    ],
)
def test_contents_and_notes_are_columns_where_there_is_room(
    width: int, scale: float, enlarged: bool, contents: int, notes: int
) -> None:
    columns = columns_for(layout_for(width, 768, scale), scale, enlarged=enlarged)
    assert (columns.contents, columns.notes) == (contents, notes)


@pytest.mark.parametrize(
    ("width", "enlarged", "measure", "large"),
    [(1366, True, 592, True), (1366, False, 648, False), (1920, False, 680, True)],
)
def test_a_longer_line_has_larger_letters(
    width: int, enlarged: bool, measure: int, large: bool
) -> None:
    columns = columns_for(layout_for(width, 768, 1), 1, enlarged=enlarged)
    assert (columns.measure, columns.large_type) == (measure, large)
