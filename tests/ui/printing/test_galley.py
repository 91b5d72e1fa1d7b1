from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPainter

from fieldcat.ui.printing.galley import Slug, broken, kept_with_next

HEIGHT = 100.0


def nothing(_painter: QPainter, _y: float) -> None:
    """A slug that paints nothing."""


def slug(height: float = 10, *, above: float = 0, joined: bool = False) -> Slug:
    return Slug(height, nothing, above=above, joined=joined)


slugs = st.lists(
    st.builds(
        slug,
        st.floats(1, 60),
        above=st.floats(0, 20),
        joined=st.booleans(),
    ),
    max_size=60,
)


@given(slugs)
def test_every_slug_is_on_one_page_in_order_and_within_it(galley: list[Slug]) -> None:
    pages = broken(galley, HEIGHT)
    assert [placed.slug for page in pages for placed in page] == galley
    for page in pages:
        assert page[0].y == 0
        for one, other in pairwise(page):
            assert other.y >= one.y + one.slug.height
        assert page[-1].y + page[-1].slug.height <= HEIGHT + 1e-6


@given(slugs)
def test_joined_slugs_are_parted_only_where_together_they_fill_more_than_a_page(
    galley: list[Slug],
) -> None:
    at = 0
    for page in broken(galley, HEIGHT)[:-1]:
        at += len(page)
        if galley[at - 1].joined:
            assert all(one.joined for one in galley[at - len(page) : at])


def test_the_space_above_falls_away_at_the_head_of_a_page() -> None:
    pages = broken([slug(90), slug(90, above=20)], HEIGHT)
    assert [[placed.y for placed in page] for page in pages] == [[0], [0]]


def test_a_slug_higher_than_a_page_has_one_of_its_own() -> None:
    assert [len(page) for page in broken([slug(), slug(300), slug()], HEIGHT)] == [1, 1, 1]


def test_headings_stand_again_over_the_rows_that_follow() -> None:
    head = slug(10, joined=True)
    rows = [Slug(40, nothing, heads=(head,)) for _ in range(4)]
    pages = broken([head, *rows], HEIGHT)
    assert [[placed.slug.height for placed in page] for page in pages] == [[10, 40, 40]] * 2
    assert [placed.y for placed in pages[1]] == [0, 10, 50]


def test_no_slugs_make_no_pages() -> None:
    assert broken([], HEIGHT) == ()


def test_only_the_last_slug_is_kept_with_what_follows() -> None:
    assert [one.joined for one in kept_with_next([slug(), slug()])] == [False, True]
    assert kept_with_next([]) == []
