"""The cost of every program becomes the months in which it is paid back, each distinct cost worked out once.

One rule: it is shown beside the ranking and never counts in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.judge.pay.payback import monthly_gain
from decision.kinds import Kind, Unknown
from decision.model import Rule
from decision.nouns.wages import Paybacks

if TYPE_CHECKING:
    from decision.model import CriteriaSet, Criterion, Facts
    from decision.nouns.wages import StatedWages

__all__ = ["cost_criterion", "paybacks"]


def cost_criterion(criteria: CriteriaSet) -> Criterion | None:
    """Find the criterion that holds the cost: the first amount of money of which less is better.

    Examples
    --------
    >>> from decision.model import CriteriaSet, Criterion, MustHave, WeightMethod, WeightRule
    >>> cost = Criterion(name="cost", kind=Kind.MONEY, must=MustHave(rule=Rule.AT_MOST, high=6000.0))
    >>> rule = WeightRule(method=WeightMethod.ORDER, groups=())
    >>> cost_criterion(CriteriaSet(title="", name="", criteria=(cost,), weights=rule)).name
    'cost'
    >>> cost_criterion(CriteriaSet(title="", name="", criteria=(), weights=rule)) is None
    True
    """
    return next(filter(_is_cost, criteria.criteria), None)


def _is_cost(criterion: Criterion) -> bool:
    if criterion.kind is not Kind.MONEY:
        return False
    if criterion.scale is not None:
        return criterion.scale.knots[0][1] > criterion.scale.knots[-1][1]
    return criterion.must is not None and criterion.must.rule is Rule.AT_MOST


def paybacks(facts: Facts, criteria: CriteriaSet, stated: StatedWages | None) -> Paybacks | None:
    """Work out how soon each cost is paid back.

    Parameters
    ----------
    facts
        What the table states.
    criteria
        Among which the cost is found.
    stated
        The user's own wages.

    Returns
    -------
    Paybacks or None
        ``None`` when no wages are stated, or no criterion is a cost.
    """
    cost = cost_criterion(criteria)
    if stated is None or cost is None:
        return None
    fact, gain = facts[cost.name], monthly_gain(stated)
    is_known = (fact.unknown == Unknown.STATED) & (gain > 0)
    per_month = gain if gain > 0 else 1.0
    low, high = (np.where(is_known, (end + stated.given_up) / per_month, np.nan) for end in (fact.low, fact.high))
    return Paybacks(criterion=cost.name, gain=gain, low=low, high=high)
