"""What must hold of any table, however odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from decision.judge.certainty.never_first import never_first, worst_lead
from decision.judge.certainty.order_proof import order_proof
from decision.judge.certainty.readings import readings
from decision.nouns.findings import Spread, Uncertain
from tests.judge.certainty.test_order_proof import corners_by_hand
from tests.judge.standings import standing_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.nouns.findings import Readings, Standing

DRAWS = 400


@st.composite
def standings(draw: st.DrawFn, *, has_unknowns: bool = True) -> Standing:
    """Up to seven programs on up to four concerns, shares in eighths, some of equal concern, some facts unknown."""
    k = draw(st.integers(1, 4))
    eighths = st.integers(0, 8).map(lambda number: number / 8)
    lows = draw(st.lists(st.lists(eighths, min_size=k, max_size=k), min_size=1, max_size=7))
    gains = st.sampled_from([0.0, 0.0, 0.25, 1.0]) if has_unknowns else st.just(0.0)
    highs = [[min(1.0, share + draw(gains)) for share in line] for line in lows]
    cut = draw(st.integers(1, k))
    groups = [*((number,) for number in range(cut - 1)), tuple(range(cut - 1, k))]
    return standing_of(lows, high=highs, groups=groups, shortlist=draw(st.integers(1, 3)))


def unknowns_of(standing: Standing) -> Sequence[Uncertain]:
    """Every fact with two ends, uniform between them."""
    return [
        Uncertain(
            criterion=number,
            spread=Spread.SHARES,
            programs=np.flatnonzero(high > low),
            first=low[high > low],
            second=high[high > low],
            knots=(),
        )
        for number, (low, high) in enumerate(zip(standing.low, standing.high, strict=True))
        if (high > low).any()
    ]


def read(standing: Standing, *, draws: int = DRAWS) -> Readings:
    return readings(standing, unknowns_of(standing), never_first(standing), draws=draws)


@given(standings())
def test_a_program_that_is_never_first_is_first_in_no_reading(standing: Standing) -> None:
    assert read(standing).first[never_first(standing)].tolist() == [0.0] * int(never_first(standing).sum())


@given(standings(has_unknowns=False))
def test_a_program_that_can_lead_by_a_good_way_is_first_in_some_reading(standing: Standing) -> None:
    """A lead of a quarter at some weights lasts over a hundredth of them or more, which 4,000 draws do not miss."""
    scores = np.array(corners_by_hand(standing)) @ standing.low
    others = [np.delete(scores, program, axis=1) for program in range(scores.shape[1])]
    leads = [
        worst_lead(scores[:, [program]] - rivals)[0] if rivals.size else 1.0 for program, rivals in enumerate(others)
    ]

    assert (read(standing, draws=4000).first[np.array(leads) >= 0.25] > 0).all()


@given(standings())
def test_the_mean_rank_lies_between_the_places_that_are_sure(standing: Standing) -> None:
    proof, found = order_proof(standing), read(standing)

    assert (proof.rank_from <= found.mean_rank).all()
    assert (found.mean_rank <= proof.rank_to).all()


@given(standings(), st.integers(0, 1000))
def test_every_single_reading_lies_between_the_places_that_are_sure(standing: Standing, seed: int) -> None:
    proof = order_proof(standing)

    found = readings(standing, unknowns_of(standing), proof.never_first, draws=1, seed=seed)

    assert (proof.rank_from <= found.mean_rank).all()
    assert (found.mean_rank <= proof.rank_to).all()


@given(standings())
def test_who_surely_beats_another_has_the_better_mean_rank(standing: Standing) -> None:
    beats, ranks = order_proof(standing).beats, read(standing).mean_rank

    assert beats is not None
    assert (ranks[:, np.newaxis] < ranks)[beats].all()
    assert not (beats & beats.T).any()


@given(standings())
def test_somebody_is_first_and_the_shortlist_is_filled(standing: Standing) -> None:
    found, proof = read(standing), order_proof(standing)

    assert found.first.sum() >= 1 - 1e-12
    assert found.shortlist.sum() >= min(standing.shortlist, len(standing.rows)) - 1e-9
    assert (found.first <= found.shortlist).all()
    assert not proof.never_first.all()


@given(standings())
def test_the_same_seed_gives_the_same_bytes(standing: Standing) -> None:
    one, other = read(standing), read(standing)

    assert one.mean_rank.tobytes() + one.first.tobytes() == other.mean_rank.tobytes() + other.first.tobytes()


@given(standings())
def test_a_program_added_below_all_moves_nobody(standing: Standing) -> None:
    """It is worse at its best than anybody at their worst, so no sure place and no share of first places changes."""
    shares = np.vstack([standing.low.T + 1, np.zeros((1, standing.low.shape[0]))]) / 2
    highs = np.vstack([standing.high.T + 1, np.zeros((1, standing.low.shape[0]))]) / 2
    without = standing_of(shares[:-1], high=highs[:-1], groups=standing.groups)
    added = standing_of(shares, high=highs, groups=standing.groups)

    before, after = order_proof(without), order_proof(added)

    assert after.rank_from[:-1].tolist() == before.rank_from.tolist()
    assert after.rank_to[:-1].tolist() == before.rank_to.tolist()
    assert after.never_first.tolist() == [*before.never_first.tolist(), True]
    assert read(added).first[:-1].tolist() == read(without).first.tolist()
