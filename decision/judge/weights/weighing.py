"""The criteria become a `Weighing`: the weights, the range each belongs to, and what to know about them.

Nothing is assumed in silence: an order without sizes, comparisons that do not agree, ranges that cannot be used up and
what counts twice are each said in a sentence.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, assert_never

from decision.judge.weights.double_counting import also_counted, same_columns
from decision.judge.weights.pairwise import AGREEABLE, agreement
from decision.judge.weights.reference_change import reference_notes
from decision.judge.weights.weight_ranges import reachable
from decision.judge.weights.weights import weigh
from decision.kinds import Kind, spell, spell_range
from decision.model import WeightMethod
from decision.nouns.weighing import Weighing, times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision.judge.weights.pairwise import Triple
    from decision.model import CriteriaSet, Criterion, Facts, Scale

__all__ = ["range_words", "weighing"]

_METHODS = {
    WeightMethod.ORDER: "assumed from your order of concern, the first by far the most",
    WeightMethod.RANK_SUM: "assumed from your order of concern, falling evenly",
    WeightMethod.EQUAL: "the same for every criterion",
    WeightMethod.POINTS: "your own points",
    WeightMethod.SWINGS: "your own answers to which improvement matters most",
    WeightMethod.PAIRWISE: "your own comparisons of two criteria at a time",
    WeightMethod.RANGES: "the middle of the ranges you gave",
}
_WIDE = 0.20
_ALMOST = 1e-9


def weighing(criteria: CriteriaSet, facts: Facts | None = None) -> Weighing:
    """Say how much each criterion counts, and what to know about it.

    Parameters
    ----------
    criteria
        What the user wants.
    facts
        What the file states, to tell which criteria rise and fall together; left out, that is not looked at.

    Returns
    -------
    Weighing
        Weights as `weigh` gives them.
    """
    weights, method = weigh(criteria), criteria.weights.method
    if not weights:
        return Weighing(weights={}, method="not needed: nothing earns points", is_assumed=False, notes=(), ranges={})
    own = _notes(criteria, weights) if len(weights) > 1 else ()
    return Weighing(
        weights=weights,
        method=_METHODS[method],
        is_assumed=method in (WeightMethod.ORDER, WeightMethod.RANK_SUM),
        notes=(
            *own,
            *same_columns(criteria),
            *(also_counted(facts, criteria) if facts is not None else ()),
            *reference_notes(criteria, weights),
        ),
        ranges={criterion.name: range_words(criterion) for criterion in criteria.weighted},
    )


def range_words(criterion: Criterion) -> str:
    """Write the range that a criterion's weight belongs to, from what earns least to what earns most.

    Parameters
    ----------
    criterion
        One that earns points.

    Examples
    --------
    >>> from decision.model import Criterion, Scale
    >>> range_words(Criterion(name="cost", kind=Kind.MONEY, scale=Scale(knots=((0, 1.0), (8000, 0.0)))))
    'cost: from $8,000 to $0'
    >>> range_words(Criterion(name="school", kind=Kind.CATEGORY, scale=Scale(shares={"CAHIIM": 1.0, "AAPC": 1.0})))
    'school: from any other to CAHIIM or AAPC'
    """
    assert criterion.scale is not None, "a criterion that earns no points"
    earned = _earned(criterion, criterion.scale)
    least, most = min(share for _, share in earned), max(share for _, share in earned)
    if least == most:
        return f"{criterion.name}: all values earn the same"
    worst, best = ([word for word, share in earned if share == end] for end in (least, most))
    return f"{criterion.name}: from {_listed(worst, 'or')} to {_listed(best, 'or')}"


def _earned(criterion: Criterion, scale: Scale) -> list[tuple[str, float]]:
    """Give what a scale names and the share each earns; what no label names only where it earns less or more."""
    if criterion.kind.is_numeric:
        return [(criterion.spell(value), share) for value, share in scale.knots]
    named = list(scale.shares.items())
    shares = list(scale.shares.values())
    is_beyond = not shares or not min(shares) <= scale.other <= max(shares)
    is_alone = criterion.kind is Kind.YES_NO and len(shares) == 1
    others = [("no" if "yes" in scale.shares else "yes", scale.other)] if is_alone else [("any other", scale.other)]
    return [*named, *(others if is_beyond else [])]


def _notes(criteria: CriteriaSet, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Say what to know about the way in which the weights were given."""
    match criteria.weights.method:
        case WeightMethod.ORDER | WeightMethod.RANK_SUM:
            shown = [f"{name} {spell(Kind.SHARE, weight)}" for name, weight in weights.items()]
            return (f"You gave an order and no sizes, so these weights are assumed: {_listed(shown, 'and')}.",)
        case WeightMethod.PAIRWISE:
            return _agreement_notes(criteria)
        case WeightMethod.RANGES:
            return _range_notes(criteria, weights)
        case WeightMethod.EQUAL | WeightMethod.POINTS | WeightMethod.SWINGS:
            return ()
        case _:
            assert_never(criteria.weights.method)


def _agreement_notes(criteria: CriteriaSet) -> tuple[str, ...]:
    names = [criterion.name for criterion in criteria.weighted]
    found = agreement(names, criteria.weights.comparisons)
    if math.isnan(found.ratio):
        return () if len(names) < 3 else ("No comparison checks another: one slip would change the weights unseen.",)
    ratio = f"{found.ratio:.2f}"
    if found.ratio <= AGREEABLE:
        return (f"Your comparisons agree well enough (consistency ratio {ratio}; up to 0.10 will do).",)
    worst = f" The least in agreement: {_triple(found.worst)}" if found.worst else ""
    return (f"Your comparisons do not agree well (consistency ratio {ratio}; up to 0.10 will do).{worst}",)


def _triple(worst: Triple) -> str:
    return (
        f"{worst.first} over {worst.second} {times(worst.one)}, {worst.second} over {worst.third} {times(worst.two)},"
        f" so {worst.first} over {worst.third} should be near {times(worst.one * worst.two)};"
        f" you said {times(worst.said)}."
    )


def _range_notes(criteria: CriteriaSet, weights: Mapping[str, float]) -> tuple[str, ...]:
    names = list(weights)
    given = [criteria.weights.ranges[name] for name in names]
    notes: list[str] = []
    for name, (low, high), (least, most) in zip(names, given, reachable(given), strict=True):
        if low < least - _ALMOST or most < high - _ALMOST:
            can = _span(least, most)
            notes.append(f"{name} was given {_span(low, high)}; with the other ranges it can only be {can}.")
        if most - least > _WIDE + _ALMOST:
            counted = spell(Kind.SHARE, weights[name])
            notes.append(f"The range of {name} is wide ({_span(least, most)}); it counts {counted}, the middle.")
    return tuple(notes)


def _span(low: float, high: float) -> str:
    return spell_range(Kind.SHARE, low, high)


def _listed(words: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
