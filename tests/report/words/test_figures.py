"""What is shown adds up, and no difference is hidden."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.report.words.figures import Figures, figures

POINTS = st.floats(0, 100, allow_nan=False)
COLUMNS = st.integers(1, 6).flatmap(
    lambda length: st.lists(st.lists(POINTS, min_size=length, max_size=length), min_size=1, max_size=4)
)


@given(st.lists(POINTS, min_size=1, max_size=9), st.integers(0, 3))
def test_units_add_up_to_the_rounded_sum(parts: list[float], decimals: int) -> None:
    units = Figures(decimals).units(parts)

    assert sum(units) == pytest.approx(sum(parts) * 10**decimals, abs=0.5 + 1e-6)
    off = sorted(abs(unit - part * 10**decimals) for unit, part in zip(units, parts, strict=True))
    assert off[-1] <= len(parts) / 2 + 1
    assert all(error <= 0.5 + 1e-6 for error in off[:-1])


@given(COLUMNS)
def test_what_is_shown_differs_where_it_differs_by_a_thousandth(columns: list[list[float]]) -> None:
    shown = figures(columns)
    pairs = [(a, b) for row in zip(*columns, strict=True) for a in row for b in row if abs(a - b) >= 0.003]

    assert all(shown.units([a])[0] != shown.units([b])[0] for a, b in pairs)


@pytest.mark.parametrize(
    ("columns", "texts"),
    [
        ([[75.0, 25.0]], ["75", "25"]),
        ([[53.125, 14.21875]], ["53", "14"]),
        ([[34.76, 10.49, 0.0, 6.25]], ["34.8", "10.5", "0", "6.2"]),
        ([[10.2, 20.0], [10.3, 20.0]], ["10.2", "20"]),
    ],
)
def test_no_finer_than_needed(columns: list[list[float]], texts: list[str]) -> None:
    shown = figures(columns)

    assert [shown.say(units) for units in shown.units(columns[0])] == texts
