from __future__ import annotations

import pytest

from fieldcat.ui.layout import Width, layout_for


@pytest.mark.parametrize(
    ("width", "scale", "expected"),
    [
        (759, 1, Width.SINGLE),
        (760, 1, Width.PANEL),
        (1024, 1, Width.PANEL),
        (1199, 1, Width.PANEL),
        (1200, 1, Width.RAIL),
        (1366, 1, Width.RAIL),
        (1700, 1, Width.WIDE),
        (1920, 1, Width.WIDE),
        (1366, 1.5, Width.PANEL),
        (1366, 2, Width.SINGLE),
        (1920, 2, Width.PANEL),
    ],
)
def test_the_class_follows_the_width_divided_by_the_scale(
    width: int, scale: float, expected: Width
) -> None:
    assert layout_for(width, 768, scale).width is expected


def test_a_low_window_has_smaller_paddings() -> None:
    assert layout_for(1024, 600, 1).padded(8) == 6
    assert layout_for(1024, 768, 1).padded(8) == 8


def test_only_the_narrowest_shows_the_list_and_the_reader_in_turn() -> None:
    assert layout_for(700, 768, 1).single
    assert not layout_for(1024, 768, 1).single
