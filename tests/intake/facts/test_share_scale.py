"""The whole column decides what a share without a sign means."""

from __future__ import annotations

import pytest

from decision.intake.cells.cell import read_cell
from decision.intake.facts.share_scale import MIXED, ONLY_ONES, settle_scale
from decision.model import Kind, Reading


def settled(*texts: str) -> list[Reading]:
    """The readings of one column."""
    return settle_scale([read_cell(text, Kind.SHARE) for text in texts])


@pytest.mark.parametrize(
    ("texts", "shares"),
    [
        (("0.92", "0.5", "1"), [0.92, 0.5, 1]),
        (("92", "50", "57.3"), [0.92, 0.5, 0.573]),
        (("92%", "0.5"), [0.92, 0.5]),
        (("0", "92"), [0, 0.92]),
        (("0", "0.4"), [0, 0.4]),
        (("0",), [0]),
        (("60-70",), [0.6]),
    ],
)
def test_fractions_if_none_exceeds_one_and_percent_if_all_do(texts: tuple[str, ...], shares: list[float]) -> None:
    assert [reading.low for reading in settled(*texts)] == shares


def test_only_ones_are_not_understood() -> None:
    readings = settled("1", "92%", "0")

    assert [reading.doubt for reading in readings] == [ONLY_ONES, "", ""]
    assert [reading.is_stated for reading in readings] == [False, True, True]


def test_mixed_scales_are_a_fault_of_the_rarer_sort() -> None:
    readings = settled("92", "88", "0.9", "70%")

    assert [reading.fault for reading in readings] == ["", "", MIXED, ""]


def test_a_one_among_percents_is_mixed() -> None:
    assert [reading.fault for reading in settled("92", "1", "80")] == ["", MIXED, ""]


def test_an_empty_column_is_settled() -> None:
    assert settled() == []
