"""The value at which an answer begins to matter becomes words, with its side and its unit.

The one rule: what is said does it. A value that is rounded is rounded to the safe side.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from decision.model import Kind, Rule
from decision.report.words.questions import rate_name, speaks_of
from decision.report.words.safe_side import safe
from decision.report.words.wording import joined

if TYPE_CHECKING:
    from decision.model import Criterion
    from decision.nouns.advice import Question

__all__ = ["condition", "turning_point"]

_MOST_LABELS = 4
_WHOLE_DOLLARS = 10.0
"""Dollars from which cents say nothing."""
_NEARLY = 1e-6


def condition(criterion: Criterion, value: float | str) -> str:
    """Write the answers that do it: those from a value on, or labels.

    Parameters
    ----------
    criterion
        What is asked for.
    value
        The least favourable answer that does it: in the kind's unit, or a label.

    Examples
    --------
    >>> from decision.model import Criterion, MustHave, Scale
    >>> cost = Criterion(name="cost", kind=Kind.MONEY, scale=Scale(knots=((0.0, 1.0), (8000.0, 0.0))))
    >>> condition(cost, 4150.7)
    'at most $4,150'
    >>> rate = Criterion(name="exam pass rate", kind=Kind.SHARE, must=MustHave(rule=Rule.AT_LEAST, low=0.6))
    >>> condition(rate, 0.84125)
    'at least 84.2 %'
    >>> times = Scale(shares={"online": 1.0, "evening": 0.5, "day": 0.0})
    >>> condition(Criterion(name="schedule", kind=Kind.SCHEDULE, scale=times), "evening")
    'online or evening'
    """
    if isinstance(value, str):
        return _labels(criterion, value)
    is_least = _is_least(criterion, value)
    if criterion.kind is Kind.MONEY and value >= _WHOLE_DOLLARS:
        value = float(math.ceil(value - _NEARLY) if is_least else math.floor(value + _NEARLY))
    return f"at {'least' if is_least else 'most'} {safe(criterion, value, is_rising=is_least)}"


def turning_point(criterion: Criterion, question: Question) -> str:
    """Say from which answer on a program comes first, or is on the shortlist.

    Parameters
    ----------
    criterion
        What is asked for.
    question
        Its break-evens.

    Returns
    -------
    str
        A sentence; empty where no answer has a name that does it.
    """
    evens = (question.break_even_first, question.break_even_shortlist)
    first, listed = ("" if value is None else condition(criterion, value) for value in evens)
    few = _for_few(criterion, [value for value in evens if isinstance(value, float)])
    if not first:
        return f"It makes the shortlist if {_clause(criterion, listed)}{few}." if listed else ""
    also = f", and makes the shortlist with {listed}" if listed and listed != first else ""
    return f"It comes first if {_clause(criterion, first)}{also}{few}."


def _clause(criterion: Criterion, words: str) -> str:
    if not criterion.kind.is_numeric:
        return f"the answer is {words}"
    if criterion.kind is Kind.MONEY and speaks_of(criterion.name, "cost", "price", "tuition"):
        return f"it costs {words}"
    if criterion.kind is Kind.SHARE and speaks_of(criterion.name, "exam", "pass"):
        return f"{words} passed"
    name = rate_name(criterion.name) if criterion.kind is Kind.SHARE else criterion.name
    return f"its {name} is {words}"


def _for_few(criterion: Criterion, values: list[float]) -> str:
    """Say that a rate of few people is pulled down to the base rate, where that matters."""
    limit = criterion.must.low if criterion.must is not None else -math.inf
    is_pulled = criterion.is_shrunk and any(value > max(criterion.base_rate, limit) + _NEARLY for value in values)
    return " (more in a small class)" if is_pulled else ""


def _is_least(criterion: Criterion, value: float) -> bool:
    """Whether greater values are better there: by the scale, and where it is flat by the must-have."""
    must = criterion.must
    rise = _rise(criterion, value)
    if rise or must is None:
        return rise >= 0
    return math.isfinite(must.low) and abs(value - must.high) > _NEARLY


def _rise(criterion: Criterion, value: float) -> float:
    """How steeply the scale rises around a value, falls below 0."""
    knots = criterion.scale.knots if criterion.scale is not None else ()
    steps = [high - low for (start, low), (end, high) in pairwise(knots) if start - _NEARLY <= value <= end + _NEARLY]
    return max(steps, key=abs, default=0.0)


def _labels(criterion: Criterion, label: str) -> str:
    """List the labels that do it as well as this one; too many are told by what they have in common."""
    must, scale = criterion.must, criterion.scale
    if criterion.kind is Kind.YES_NO:
        return label
    is_listed = must is not None and must.rule is Rule.ANY_OF
    if scale is None:
        names = must.labels if must is not None and is_listed else (label,)
        return joined(names, "or") if len(names) <= _MOST_LABELS else "one that you accept"
    least = scale.shares.get(label, scale.other)
    named = dict.fromkeys((*scale.shares, *(must.labels if must is not None and is_listed else ()), label))
    enough = [
        name
        for name in named
        if scale.shares.get(name, scale.other) >= least and (must is None or not is_listed or name in must.labels)
    ]
    is_plain = (must is None or is_listed) and len(enough) <= _MOST_LABELS
    return joined(enough, "or") if is_plain else f"{label} or better"
