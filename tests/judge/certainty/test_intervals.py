"""How far weights can move, by ranking again just inside and just outside each end."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest

from decision.judge.certainty.intervals import scores_at, weight_keeps
from decision.nouns.findings import End, Interval, WeightKeeps
from tests.judge.standings import standing_of

if TYPE_CHECKING:
    from decision.nouns.findings import Standing

STEP = 1e-6


def listed_at(standing: Standing, criterion: int, weight: float, length: int) -> frozenset[int]:
    """Rows on a list of this length, with one weight set and the others rescaled, worked out one by one."""
    others = [Fraction(float(w)) for number, w in enumerate(standing.weights) if number != criterion]
    spread = [w / sum(others) if sum(others) else Fraction(1, len(others)) for w in others]
    given = Fraction(weight)
    weights = [share * (1 - given) for share in spread]
    weights.insert(criterion, given)
    scores = {
        int(row): round(float(100 * sum(w * Fraction(float(v)) for w, v in zip(weights, shares, strict=True))), 9)
        for row, shares in zip(standing.rows, standing.low.T, strict=True)
    }
    return frozenset(r for r, score in scores.items() if sum(other > score for other in scores.values()) < length)


def holds(standing: Standing, criterion: int, interval: Interval, length: int) -> dict[str, bool]:
    """Whether the list holds just inside both ends, and breaks with the row named just outside them."""
    weight = float(standing.weights[criterion])
    as_stated = listed_at(standing, criterion, weight, length)
    low, high = interval.low, interval.high
    room = high.at - low.at > 4 * STEP
    below = listed_at(standing, criterion, max(0.0, low.at - STEP), length)
    above = listed_at(standing, criterion, min(1.0, high.at + STEP), length)
    return {
        "around the weight": low.at <= weight <= high.at,
        "inside low": not room or listed_at(standing, criterion, low.at + STEP, length) == as_stated,
        "inside high": not room or listed_at(standing, criterion, high.at - STEP, length) == as_stated,
        "outside low": low.at < STEP or (below != as_stated and low.row in below),
        "outside high": high.at > 1 - STEP or (above != as_stated and high.row in above),
        "nobody past 0": low.row is not None or low.at == 0,
        "nobody past 1": high.row is not None or high.at == 1,
    }


def failures(standing: Standing) -> list[tuple[str, str, str]]:
    """Everything that does not hold."""
    found = []
    for criterion, (name, keeps) in enumerate(weight_keeps(standing).items()):
        for which, interval, length in (("first", keeps.first, 1), ("shortlist", keeps.shortlist, standing.shortlist)):
            checked = {} if interval is None else holds(standing, criterion, interval, length)
            found += [(name, which, what) for what, is_so in checked.items() if not is_so]
    return found


@pytest.mark.parametrize("seed", range(120))
def test_the_list_holds_inside_both_ends_and_breaks_outside(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, k = int(rng.integers(1, 9)), int(rng.integers(2, 5))

    assert failures(standing_of(rng.random((n, k)), shortlist=1 + seed % 4)) == []


@pytest.mark.parametrize("seed", range(200))
def test_the_same_where_many_share_a_place(seed: int) -> None:
    """Shares in halves, with twins, zero weights and ties at the edge of the shortlist."""
    rng = np.random.default_rng(1000 + seed)
    n, k = int(rng.integers(2, 8)), int(rng.integers(2, 4))
    points = rng.integers(0, 3, size=k) + np.eye(k)[seed % k]

    standing = standing_of(rng.integers(0, 3, size=(n, k)) / 2, weights=points / points.sum(), shortlist=1 + seed % 3)

    assert failures(standing) == []


def test_a_closed_form_by_hand() -> None:
    """Even at weight x where 0.9 x + 0.2 (1 - x) = 0.4 x + 0.8 (1 - x): x = 6/11."""
    keeps = weight_keeps(standing_of([[0.9, 0.2], [0.4, 0.8]], weights=[0.75, 0.25], shortlist=1))

    first = keeps["concern 1"].first
    assert first is not None
    assert math.isclose(first.low.at, 6 / 11, abs_tol=1e-12)
    assert (first.low.row, first.high) == (3, End(at=1.0, row=None))
    assert keeps["concern 1"].shortlist == first


def test_the_others_keep_their_proportion() -> None:
    standing = standing_of([[1.0, 0.5, 0.25]], weights=[0.5, 0.3, 0.2])

    assert scores_at(standing, 0, 0.2).tolist() == pytest.approx([100 * (0.2 + 0.8 * (0.6 * 0.5 + 0.4 * 0.25))])


def test_others_that_weigh_nothing_share_the_rest_alike() -> None:
    standing = standing_of([[1.0, 0.5, 0.25]], weights=[1.0, 0.0, 0.0])

    assert scores_at(standing, 0, 0.0).tolist() == pytest.approx([37.5])


def test_of_several_that_draw_level_at_once_the_one_that_leads_past_it_is_named() -> None:
    """All three meet at an even weight; below it the fourth row's program leads."""
    shares = [[0.8, 0.2], [0.6, 0.4], [0.1, 0.9]]

    first = weight_keeps(standing_of(shares, weights=[0.75, 0.25]))["concern 1"].first

    assert first is not None
    assert (round(first.low.at, 12), first.low.row) == (0.5, 4)


def test_a_program_that_only_draws_level_at_the_very_end_takes_nothing_over() -> None:
    first = weight_keeps(standing_of([[0.9, 0.5], [0.4, 0.5]]))["concern 1"].first

    assert first == Interval(low=End(at=0.0, row=None), high=End(at=1.0, row=None))


def test_a_shared_first_place_has_no_interval_and_the_shortlist_has() -> None:
    keeps = weight_keeps(standing_of([[0.8, 0.2], [0.2, 0.8], [0.1, 0.1]], weights=[0.5, 0.5], shortlist=2))

    assert keeps["concern 1"].first is None
    assert keeps["concern 1"].shortlist is not None
    assert [round(end.at, 3) for end in (keeps["concern 1"].shortlist.low, keeps["concern 1"].shortlist.high)] == [0, 1]


def test_a_tie_at_the_edge_of_the_shortlist_breaks_at_once() -> None:
    keeps = weight_keeps(standing_of([[0.8, 0.2], [0.2, 0.8]], weights=[0.5, 0.5], shortlist=1))

    assert keeps["concern 1"].shortlist == Interval(low=End(at=0.5, row=3), high=End(at=0.5, row=2))


def test_twins_at_the_edge_of_the_shortlist_stay_there_together() -> None:
    shares = [[0.9, 0.2], [0.9, 0.2], [0.4, 0.8]]

    shortlist = weight_keeps(standing_of(shares, weights=[0.75, 0.25], shortlist=1))["concern 1"].shortlist

    assert shortlist is not None
    assert math.isclose(shortlist.low.at, 6 / 11, abs_tol=1e-12)
    assert (shortlist.low.row, shortlist.high) == (4, End(at=1.0, row=None))


def test_one_criterion_and_nobody_have_no_interval() -> None:
    alone = weight_keeps(standing_of([[0.8], [0.2]]))
    nobody = weight_keeps(standing_of(np.zeros((0, 2)), weights=[0.75, 0.25]))

    assert alone == {"concern 1": WeightKeeps(weight=1.0, first=None, shortlist=None)}
    assert nobody == {
        "concern 1": WeightKeeps(weight=0.75, first=None, shortlist=None),
        "concern 2": WeightKeeps(weight=0.25, first=None, shortlist=None),
    }


def test_one_program_keeps_its_place_whatever_the_weights() -> None:
    whole = Interval(low=End(at=0.0, row=None), high=End(at=1.0, row=None))

    keeps = weight_keeps(standing_of([[0.1, 0.2]], weights=[1.0, 0.0]))

    assert keeps == {
        "concern 1": WeightKeeps(weight=1.0, first=whole, shortlist=whole),
        "concern 2": WeightKeeps(weight=0.0, first=whole, shortlist=whole),
    }


def test_several_that_meet_at_one_point_are_one_change_of_the_list() -> None:
    """At an even weight four programs are level with the last place of three; below it the last row's program is in."""
    thirds = [[3, 3], [2, 0], [2, 0], [1, 2], [1, 1], [0, 2]]
    standing = standing_of(np.array(thirds) / 3, weights=[2 / 3, 1 / 3])

    shortlist = weight_keeps(standing)["concern 1"].shortlist

    assert shortlist is not None
    assert (round(shortlist.low.at, 9), shortlist.low.row) == (0.5, 7)
    assert (round(shortlist.high.at, 9), shortlist.high.row) == (0.666666667, 3)
