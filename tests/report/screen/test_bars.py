from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.report.screen.bars import bar
from decision.report.screen.layout import display_width

POINTS = st.floats(0, 100)


@given(low=POINTS, more=POINTS, cells=st.integers(1, 40), is_unicode=st.booleans())
def test_a_bar_is_exactly_as_long_as_asked(low: float, more: float, cells: int, is_unicode: bool) -> None:
    drawn = bar(low, min(100.0, low + more), cells, unicode=is_unicode)

    assert display_width(drawn) == cells
    assert drawn.isascii() is not is_unicode


@given(low=POINTS, other=POINTS)
def test_more_assured_points_never_draw_a_shorter_bar(low: float, other: float) -> None:
    less, more = sorted([low, other])

    assert bar(less, less, 15).count("█") <= bar(more, more, 15).count("█")


@pytest.mark.parametrize(
    ("low", "high", "drawn"),
    [(0, 0, "...."), (0, 100, "////"), (50, 50, "##.."), (50, 75, "##/."), (100, 100, "####"), (99.9, 100, "####")],
)
def test_without_blocks_the_bar_is_ascii(low: float, high: float, drawn: str) -> None:
    assert bar(low, high, 4, unicode=False) == drawn
