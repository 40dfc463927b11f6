"""Must-haves that leave too few programs become ways to let more in.

The one rule: giving up a must-have gives up its questions too, so a program then fits when all it fails or leaves
unanswered is given up.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.advice.relax import smallest_sets
from decision.judge.advice.slack import find_slack
from decision.model import Criterion, Fact, Outcome, Verdict
from decision.nouns.advice import Loosening, NearMiss, Price, RelaxedSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Floats, Small

__all__ = ["NEAR", "limits_for", "loosen"]

NEAR = 0.1
"""A near miss is off by at most this part of the limit."""


def loosen(outcome: Outcome) -> Loosening:
    """Work out what letting more programs in would take.

    Parameters
    ----------
    outcome
        Everything one run worked out.

    Returns
    -------
    Loosening
        Sets with the fewest must-haves first, then those that spare the greater concerns; near misses by their part
        of the limit, then by row.
    """
    return Loosening(
        sets=_sets(outcome),
        each=tuple(_price(outcome, number) for number in range(len(outcome.elimination.must_haves))),
        near_misses=_near_misses(outcome),
        preferred=_preferred(outcome),
        settings=tuple(slack for must in outcome.elimination.must_haves for slack in find_slack(outcome, must)),
    )


def limits_for(criterion: Criterion, fact: Fact) -> tuple[Floats, Floats]:
    """Give the limit that each reading fails, and the nearest one that it would surely meet.

    Parameters
    ----------
    criterion
        One with a must-have.
    fact
        Its readings.

    Returns
    -------
    tuple of arrays
        ``(n_readings,)`` each, in the kind's unit: now and then. NaN for labels and where the must-have is not
        failed; the second also where the fact is not known. A range must be met whole.
    """
    must = criterion.must
    assert must is not None, "only a must-have has limits"
    if not criterion.kind.is_numeric:
        return np.full(len(fact.texts), np.nan), np.full(len(fact.texts), np.nan)
    is_over, is_short = fact.low > must.high, fact.high < must.low
    now = np.where(is_over, must.high, np.where(is_short, must.low, np.nan))
    then = np.where(is_over, fact.high, np.where(is_short, fact.low, np.nan))
    return now, then


def _sets(outcome: Outcome) -> tuple[RelaxedSet, ...]:
    must_haves = outcome.elimination.must_haves
    distinct, counts = np.unique(outcome.elimination.verdicts, axis=1, return_counts=True)
    kinds = list(zip(_bits(distinct, Verdict.FAIL), _bits(distinct, Verdict.ASK), counts.tolist(), strict=True))
    patterns: Counter[int] = Counter()
    for failed, asked, count in kinds:
        patterns[failed | asked] += count
    found = []
    for union in smallest_sets(patterns, outcome.criteria.shortlist):
        places = [at for at in range(len(must_haves)) if union >> at & 1]
        left = [(asked & ~union, count) for failed, asked, count in kinds if not failed & ~union]
        relaxed = RelaxedSet(
            drop=tuple(must_haves[at].name for at in places),
            fits=sum(count for still_asked, count in left if not still_asked),
            ask=sum(count for still_asked, count in left if still_asked),
        )
        found.append((len(places), [-at for at in places], relaxed))
    return tuple(relaxed for *_, relaxed in sorted(found, key=lambda item: item[:2]))


def _bits(verdicts: Small, wanted: Verdict) -> list[int]:
    """Give each column's verdicts of one kind as a whole number, the first must-have the lowest bit."""
    columns: list[Sequence[bool]] = (verdicts == wanted).T.tolist()
    return [sum(1 << at for at, is_wanted in enumerate(column) if is_wanted) for column in columns]


def _price(outcome: Outcome, number: int) -> Price:
    elimination = outcome.elimination
    criterion, verdicts = elimination.must_haves[number], elimination.verdicts
    is_only = (verdicts[number] == Verdict.FAIL) & ((verdicts == Verdict.FAIL).sum(axis=0) == 1)
    is_near = is_only & ((verdicts == Verdict.PASS).sum(axis=0) == len(verdicts) - 1)
    fact = outcome.facts[criterion.name]
    now, then = (ends[fact.codes] for ends in limits_for(criterion, fact))
    programs = np.flatnonzero(is_near & ~np.isnan(then))
    limit, row = None, None
    if len(programs):
        rows = outcome.programs.rows[programs]
        nearest = programs[np.lexsort((rows, np.abs(then - now)[programs]))[0]]
        limit, row = float(then[nearest]), int(outcome.programs.rows[nearest])
    return Price(criterion=criterion.name, only_loss=int(is_only.sum()), regains_limit=limit, regains_row=row)


def _near_misses(outcome: Outcome) -> tuple[NearMiss, ...]:
    elimination = outcome.elimination
    is_single = (elimination.verdicts == Verdict.FAIL).sum(axis=0) == 1
    found = []
    for criterion, margins in zip(elimination.must_haves, elimination.margins, strict=True):
        fact = outcome.facts[criterion.name]
        limits = np.abs(limits_for(criterion, fact)[0])[fact.codes]
        for program in np.flatnonzero(is_single & (margins <= (NEAR + 1e-9) * limits)).tolist():
            row, margin = int(outcome.programs.rows[program]), float(margins[program])
            miss = NearMiss(row=row, criterion=criterion.name, margin=margin)
            found.append((round(margin / float(limits[program]), 9), row, miss))
    return tuple(miss for *_, miss in sorted(found, key=lambda item: item[:2]))


def _preferred(outcome: Outcome) -> tuple[str, ...]:
    elimination = outcome.elimination
    is_left = np.ones(elimination.verdicts.shape[1], dtype=np.bool_)
    given_up = []
    for criterion, verdicts in zip(elimination.must_haves, elimination.verdicts, strict=True):
        would_be_left = is_left & (verdicts == Verdict.PASS)
        if would_be_left.sum() >= outcome.criteria.shortlist:
            is_left = would_be_left
        else:
            given_up.append(criterion.name)
    return tuple(given_up)
