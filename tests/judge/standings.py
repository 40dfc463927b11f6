"""Standings and whole certainties by hand, for tests of what is said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.certainty.certainty import certainty
from decision.judge.eliminate import eliminate
from decision.judge.points import score, total
from decision.judge.rank import rank
from decision.judge.weights.weights import rank_order_centroid, weigh
from decision.model import CriteriaSet, Criterion, Kind, Programs, Scale, TextColumn, WeightMethod, WeightRule
from decision.nouns.findings import Certainty, Standing
from tests.judge.build import criteria, facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision.arrays import Floats
    from decision.model import Fact

GRADE = Scale(knots=((0.0, 0.0), (1.0, 1.0)))
"""A number 0..1 that is its own share of the points."""


def standing_of(
    low: Sequence[Sequence[float]] | Floats,
    *,
    high: Sequence[Sequence[float]] | Floats | None = None,
    groups: Sequence[Sequence[int]] | None = None,
    weights: Sequence[float] | None = None,
    shortlist: int = 3,
) -> Standing:
    """One line of shares per program, in the order of concern; rows count from 2 as the programs are given."""
    least = np.array(low, dtype=np.float64)
    greatest = least if high is None else np.array(high, dtype=np.float64)
    n, k = least.shape
    together = (
        tuple(tuple(group) for group in groups) if groups is not None else tuple((number,) for number in range(k))
    )
    by_place = rank_order_centroid([len(group) for group in together])
    in_order = dict(zip([number for group in together for number in group], by_place, strict=True))
    stated = np.array([in_order[number] for number in range(k)] if weights is None else weights, dtype=np.float64)
    points = np.round(total([100 * stated[number] * least[:, number] for number in range(k)], n), 9)
    order = np.argsort(-points, kind="stable")
    return Standing(
        programs=order,
        rows=order + 2,
        names=tuple(f"concern {number + 1}" for number in range(k)),
        weights=stated,
        score=points[order],
        groups=together,
        low=least[order].T.copy(),
        high=greatest[order].T.copy(),
        shortlist=shortlist,
    )


def grades(*names: str) -> tuple[Criterion, ...]:
    """Criteria whose number is its own share of the points."""
    return tuple(Criterion(name=name, kind=Kind.NUMBER, column=name, scale=GRADE) for name in names)


def ordered(*groups: tuple[str, ...]) -> WeightRule:
    """An order of importance."""
    return WeightRule(method=WeightMethod.ORDER, groups=groups)


def weighed(points: Mapping[str, float]) -> WeightRule:
    """Weights by points; the order of concern is that of the mapping."""
    return WeightRule(method=WeightMethod.POINTS, groups=tuple((name,) for name in points), points=points)


def certainty_of(
    wanted: CriteriaSet | Sequence[Criterion], by_criterion: Mapping[str, Fact], *, draws: int = 2000, seed: int = 1
) -> Certainty:
    """Run the judging on facts made by hand; programs are called by their number, rows count from 2."""
    given = wanted if isinstance(wanted, CriteriaSet) else criteria(*wanted)
    known = facts(by_criterion)
    length = len(next(iter(by_criterion.values())).codes)
    numbers = TextColumn(codes=np.arange(length, dtype=np.int32), texts=[f"{number:05}" for number in range(length)])
    programs = Programs(file="test.csv", header=("program",), columns=[numbers], rows=np.arange(length) + 2)
    elimination, weights = eliminate(known, given), weigh(given)
    ranking = rank(programs, numbers, elimination, score(known, given, weights), shortlisted=given.shortlist)
    return certainty(known, given, elimination, weights, ranking, programs.rows, draws=draws, seed=seed)
