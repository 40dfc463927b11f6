"""A changed reference point changes what a weight means: said, with the weight that would mean the same.

A weight of 30 % for a range from $8,000 to $0 is what $8,000 is worth. Over half the range the same 30 % would make
every dollar count twice as much.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.kinds import Kind, plain, spell
from decision.model import WeightMethod

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.model import CriteriaSet, Criterion, Scale

__all__ = ["reference_notes", "rescaled"]

_STEPS = {Kind.MONEY: "dollar", Kind.SHARE: "percent", Kind.DURATION: "month", Kind.NUMBER: "step"}
_TIMES = {0.5: "half as long", 2.0: "twice as long"}


def rescaled(weights: Mapping[str, float], longer: Mapping[str, float]) -> dict[str, float]:
    """Give the weights that mean the same per dollar, month or percent once ranges have changed.

    Parameters
    ----------
    weights
        Name -> weight, given for the old ranges; they sum to 1.
    longer
        Name -> how many times as long its new range is; a range that did not change may be left out.

    Returns
    -------
    dict
        Name -> weight, in the same order; they sum to 1.

    Notes
    -----
    ``w'`` is in proportion to ``w * new range / old range``.

    References
    ----------
    Fischer, G. W. (1995). Range sensitivity of attribute weights in multiattribute value models. Organizational
    Behavior and Human Decision Processes 62, 252-266.

    Examples
    --------
    >>> {name: round(w, 3) for name, w in rescaled({"cost": 0.3, "length": 0.7}, {"cost": 0.5}).items()}
    {'cost': 0.176, 'length': 0.824}
    """
    sizes = {name: weight * longer.get(name, 1.0) for name, weight in weights.items()}
    total = math.fsum(sizes.values())
    return {name: size / total for name, size in sizes.items()}


def reference_notes(criteria: CriteriaSet, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Say what changed reference points do to the weights.

    Parameters
    ----------
    criteria
        What the user wants; ``scales_before`` holds what options changed.
    weights
        Name -> weight, as they stand.

    Returns
    -------
    tuple of str
        Two sentences for every criterion whose range has another length now: the weight that would mean the same, or,
        where the weights follow an order, that the order compares these ranges. None where all weigh the same, or where
        an option gave weights or order beside the change.
    """
    if criteria.weights.method is WeightMethod.EQUAL or {"weights", "order"} & set(criteria.overrides):
        return ()
    is_ordered = criteria.weights.method in (WeightMethod.ORDER, WeightMethod.RANK_SUM)
    changed = [criterion for criterion in criteria.weighted if criterion.name in criteria.scales_before]
    longer = {criterion.name: _times(criterion, criteria.scales_before[criterion.name]) for criterion in changed}
    longer = {name: times for name, times in longer.items() if times > 0 and not math.isclose(times, 1)}
    meant = rescaled(weights, longer)
    return tuple(
        f"{_change(criterion, criteria.scales_before[name])} {advice}"
        for criterion in changed
        if (name := criterion.name) in longer and weights[name] > 0 and len(weights) > 1
        for advice in [_check(name) if is_ordered else _same(criterion, weights[name], meant[name])]
    )


def _times(criterion: Criterion, before: Scale) -> float:
    """Give how many times as long the range is now; 0 or less where it is another line altogether."""
    scale = criterion.scale
    assert scale is not None, "a criterion that earns no points"
    if len(scale.knots) != 2 or len(before.knots) != 2:
        return 0.0
    now, then = _length(scale), _length(before)
    return now / then if then and math.isfinite(now / then) else 0.0


def _length(scale: Scale) -> float:
    """Give how far the value must go for all of the points, below 0 where less is better; 0 for a flat scale."""
    (low, at_low), (high, at_high) = scale.knots
    return (high - low) / (at_high - at_low) if at_high != at_low else 0.0


def _change(criterion: Criterion, before: Scale) -> str:
    assert criterion.scale is not None, "a criterion that earns no points"
    times = _times(criterion, before)
    long = _TIMES.get(round(times, 9), f"{plain(times)} times as long")
    then, now = (_from_to(criterion, scale) for scale in (before, criterion.scale))
    return f"The range of {criterion.name} is now {long} ({now}; it was {then})."


def _same(criterion: Criterion, weight: float, meant: float) -> str:
    new, old = spell(Kind.SHARE, meant), spell(Kind.SHARE, weight)
    return f"To mean the same per {_STEPS[criterion.kind]}, its weight would be {new}, not {old}."


def _check(name: str) -> str:
    return f"Your order compares these ranges: does {name} still stand at its place?"


def _from_to(criterion: Criterion, scale: Scale) -> str:
    worst, best = sorted(scale.knots, key=lambda knot: knot[1])
    return criterion.spell_range(worst[0], best[0])
