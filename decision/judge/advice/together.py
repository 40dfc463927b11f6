"""Programs that leave several must-haves open become sets of questions, each to be asked of one school at once.

The one rule: such a program comes to fit only by all of these answers, so they are weighed together, never one by one.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.advice.answers import Stretch, possible_answers
from decision.judge.advice.sums import chance_to_reach
from decision.judge.points import DECIMALS, total
from decision.model import Criterion, Outcome, Status, Verdict
from decision.nouns.advice import Settling, Together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Floats, Whole

__all__ = ["MOST_WEIGHED", "find_settling", "find_together"]

MOST_WEIGHED = 500
"""So many programs are weighed at most: those that could earn the most points."""

_MOST_CRITERIA = 3
_MOST_OF_IT = 0.75


def find_together(outcome: Outcome, falling: Floats) -> tuple[Together, ...]:
    """Weigh the questions that only count together.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    falling
        ``(n_fits,)``, rounded scores of the programs that fit, from best to worst.

    Returns
    -------
    tuple of Together
        One for each program that may fit and leaves two or more must-haves open; at most `MOST_WEIGHED`, those that
        could earn the most. Ordered by how likely the answers change the first place, then the shortlist, then by what
        the program could earn, then as the programs stand.

    Notes
    -----
    The answers are independent, each distributed as when it is asked alone, with everything else as assured. They
    change the first place when all meet their must-haves and the score then comes to that of the best program that
    fits; the shortlist, when it comes to that of the last on it.
    """
    weighed = _candidates(outcome)
    bars = [_bar(falling, places) for places in (1, outcome.criteria.shortlist)]
    found: list[tuple[tuple[float, ...], Together]] = []
    place = np.argsort(outcome.ranking.order)
    for programs, criteria in _alike(outcome, weighed):
        met, (first, shortlist) = _chances(outcome, programs, criteria, bars)
        for at, program in enumerate(programs.tolist()):
            together = Together(
                row=int(outcome.programs.rows[program]),
                criteria=tuple(criterion.name for criterion in criteria),
                all_met=met,
                changes_first=float(first[at]),
                changes_shortlist=float(shortlist[at]),
            )
            could = float(outcome.points.score_high[program])
            usefulness = (-round(value, DECIMALS) for value in (first[at], shortlist[at], could))
            found.append(((*usefulness, int(place[program])), together))
    return tuple(together for _, together in sorted(found, key=lambda item: item[0]))


def find_settling(outcome: Outcome) -> Settling | None:
    """Find the fewest questions that, put to every school, decide of most programs whether they fit.

    Parameters
    ----------
    outcome
        Everything one run worked out.

    Returns
    -------
    Settling or None
        At most three criteria, the first such set in the order of concern; ``None`` when three are not enough for
        three quarters of the programs to ask about, or there are none.
    """
    is_open = (outcome.elimination.verdicts == Verdict.ASK)[:, outcome.elimination.status == Status.ASK]
    patterns, counts = np.unique(is_open, axis=1, return_counts=True)
    asked = np.flatnonzero(patterns.any(axis=1)).tolist()
    for size in range(1, min(_MOST_CRITERIA, len(asked)) + 1):
        for chosen in combinations(asked, size):
            others = np.delete(patterns, chosen, axis=0)
            settled = int(counts[~others.any(axis=0)].sum())
            if settled >= _MOST_OF_IT * int(counts.sum()):
                names = tuple(outcome.elimination.must_haves[number].name for number in chosen)
                return Settling(criteria=names, settles=settled, of=int(counts.sum()))
    return None


def _candidates(outcome: Outcome) -> Whole:
    """Pick the programs with several open must-haves that could earn the most points; ties by their place."""
    several = (outcome.elimination.verdicts == Verdict.ASK).sum(axis=0) > 1
    in_order = outcome.ranking.order[(several & (outcome.elimination.status == Status.ASK))[outcome.ranking.order]]
    could = np.round(outcome.points.score_high[in_order], DECIMALS)
    best: Whole = in_order[np.argsort(-could, kind="stable")[:MOST_WEIGHED]]
    return best


def _bar(falling: Floats, places: int) -> float:
    """Give the score that changes who holds the top places; any does where they are not all taken."""
    return float(falling[places - 1]) if len(falling) >= places else -np.inf


def _alike(outcome: Outcome, programs: Whole) -> list[tuple[Whole, list[Criterion]]]:
    """Set programs together that leave the same must-haves open with the same readings."""
    must_haves, verdicts = outcome.elimination.must_haves, outcome.elimination.verdicts
    groups: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for program in programs.tolist():
        is_open = np.flatnonzero(verdicts[:, program] == Verdict.ASK).tolist()
        key = tuple((number, int(outcome.facts[must_haves[number].name].codes[program])) for number in is_open)
        groups.setdefault(key, []).append(program)
    return [
        (np.array(members, dtype=np.int64), [must_haves[number] for number, _ in key])
        for key, members in groups.items()
    ]


def _chances(
    outcome: Outcome, programs: Whole, criteria: Sequence[Criterion], bars: Sequence[float]
) -> tuple[float, list[Floats]]:
    """Give the chance that all must-haves are met, and that the score then also comes to each bar."""
    passing = [_passing(outcome, criterion, int(programs[0])) for criterion in criteria]
    met = float(np.prod([sum(stretch.chance for stretch in stretches) for stretches in passing]))
    rest = _without(outcome, {criterion.name for criterion in criteria}, programs)
    sizes = [100 * outcome.points.weights.get(criterion.name, 0.0) for criterion in criteria]
    return min(met, 1.0), [_reached(passing, sizes, bar - rest, met) for bar in bars]


def _passing(outcome: Outcome, criterion: Criterion, program: int) -> list[Stretch]:
    """List the answers that meet the must-have, those that earn the same points as one."""
    fact = outcome.facts[criterion.name]
    chances: dict[tuple[float, float], float] = {}
    for stretch in possible_answers(criterion, fact, int(fact.codes[program])):
        if stretch.passes:
            ends = (min(stretch.start, stretch.end), max(stretch.start, stretch.end))
            chances[ends] = chances.get(ends, 0.0) + stretch.chance
    return [Stretch(chance, *ends, passes=True) for ends, chance in chances.items()]


def _reached(passing: Sequence[Sequence[Stretch]], sizes: Sequence[float], needs: Floats, met: float) -> Floats:
    if np.isneginf(needs).all():
        return np.full(len(needs), min(met, 1.0))
    chance = np.zeros(len(needs))
    for answers in product(*passing):
        ends = [(size * answer.start, size * answer.end) for size, answer in zip(sizes, answers, strict=True)]
        chance += np.prod([answer.chance for answer in answers]) * chance_to_reach(ends, needs)
    return np.minimum(chance, 1.0)


def _without(outcome: Outcome, left_out: set[str], programs: Whole) -> Floats:
    """Give the assured points of all that is not asked."""
    points = outcome.points
    parts = [points.low[name][outcome.facts[name].codes[programs]] for name in points.weights if name not in left_out]
    return total(parts, len(programs))
