"""The least changes that would bring a program up become sentences.

The one rule: a sentence is true as it stands: change what it says, rank again, and it comes true.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from decision.model import Kind, plain
from decision.nouns.advice import Effect, Lever
from decision.report.words.plan_words import setting_clause
from decision.report.words.safe_side import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.model import Criterion
    from decision.nouns.advice import Change
    from decision.report.view.sight import Sight

__all__ = ["change_sentences", "reach"]

_MOST = 3
_COSTS = ("cost", "total cost", "price")
"""Names of what a program costs as a whole."""


def change_sentences(sight: Sight, program: int, changes: Sequence[Change]) -> tuple[str, ...]:
    """Say what would bring a program to the first place, and what onto the shortlist.

    Parameters
    ----------
    sight
        Knows the program's name.
    program
        Its number.
    changes
        Rounded, the first place before the shortlist, the least first.

    Returns
    -------
    tuple of str
        At most three facts and limits, and three weights, for each of the two; what brings the first place is not
        told again for the shortlist.
    """
    told = []
    to_first = [replace(change, effect=Effect.SHORTLIST) for change in changes if change.effect is Effect.FIRST]
    for effect in Effect:
        wanted = [change for change in changes if change.effect is effect and change not in to_first]
        near = [change for change in wanted if change.what is not Lever.WEIGHT][:_MOST]
        weights = [change for change in wanted if change.what is Lever.WEIGHT][:_MOST]
        told += [_sentence(sight, program, effect, group) for group in (near, weights) if group]
    return tuple(told)


def _sentence(sight: Sight, program: int, effect: Effect, changes: Sequence[Change]) -> str:
    clauses = [_clause(sight, program, change) for change in changes]
    conditions = ", or ".join(f"if {clause}" for clause in clauses)
    place = "come first" if effect is Effect.FIRST else "be on the shortlist"
    weights = ", the rest in proportion" if changes[0].what is Lever.WEIGHT and _has_rest(sight) else ""
    return f"{sight.short[program]} would {place} {conditions}{weights}."


def _has_rest(sight: Sight) -> bool:
    """Whether more than one other weight is left to move in proportion."""
    return len(sight.outcome.points.weights) > 2


def _clause(sight: Sight, program: int, change: Change) -> str:
    criterion = sight.outcome.criteria[change.criterion]
    name = sight.say(change.criterion)
    match change.what:
        case Lever.FACT:
            return _fact(sight, program, criterion, change)
        case Lever.LIMIT if change.setting is not None:
            return setting_clause(change.setting, change.from_value, change.to_value)
        case Lever.LIMIT:
            now, then = float(change.from_value), float(change.to_value)
            moved = sight.say(safe(criterion, then, is_rising=then > now))
            return f"your limit for {name} were {moved} (now {sight.say(criterion.spell(now))})"
        case Lever.WEIGHT:
            share_now, share_then = _percents(float(change.from_value), float(change.to_value))
            return f"{name} counted for {share_then} (now {share_now})"
        case _:
            assert_never(change.what)


def _percents(now: float, then: float) -> tuple[str, str]:
    """Write two weights so that they differ, the second rounded away from the first."""
    exact = next((d for d in range(3) if abs(round(then, 2 + d) - then) < 1e-9), None)
    decimals = 2 if exact is None else exact
    unit = 10 ** (decimals + 2)
    moved = math.ceil(then * unit - 1e-6) if then > now else math.floor(then * unit + 1e-6)
    said = plain(100 * moved / unit, decimals)
    before = next((text for d in range(4) if (text := plain(100 * now, d)) != said), said)
    return f"{before} %", f"{said} %"


def _fact(sight: Sight, program: int, criterion: Criterion, change: Change) -> str:
    subject = f"its {sight.say(criterion.name)}"
    if isinstance(change.to_value, str) or isinstance(change.from_value, str):
        return _label(sight, subject, criterion, change)
    fact = sight.outcome.facts[criterion.name]
    took = float(fact.took[fact.codes[program]])
    is_rising = change.to_value > change.from_value
    value = sight.say(safe(criterion, change.to_value, is_rising=is_rising))
    if took > 0:
        passed = math.ceil(change.to_value * took - 1e-6) if is_rising else math.floor(change.to_value * took + 1e-6)
        value = f"{passed:,} of {plain(took)}"
    bound = reach(criterion, change.to_value, is_rising=is_rising)
    if criterion.kind is Kind.MONEY and criterion.name.casefold() in _COSTS:
        return f"it cost {value}{bound}"
    return f"{subject} were {value}{bound}"


def reach(criterion: Criterion, value: float, *, is_rising: bool) -> str:
    """Say whether every value past one that does it does it as well.

    Parameters
    ----------
    criterion
        Of a numeric kind.
    value
        Does it, in the kind's unit.
    is_rising
        Whether "past" means above.

    Returns
    -------
    str
        `` or more``, `` or less``, or nothing where that may not be so or no value lies past it.

    Examples
    --------
    >>> from decision.model import Criterion, Scale
    >>> target = Criterion(name="credits", kind=Kind.NUMBER, scale=Scale(knots=((10, 0.0), (20, 1.0), (40, 0.0))))
    >>> reach(target, 28.0, is_rising=False), reach(target, 12.0, is_rising=True)
    ('', '')
    >>> reach(Criterion(name="cost", kind=Kind.MONEY, scale=Scale(knots=((0, 1.0), (8000, 0.0)))), 3e3, is_rising=False)
    ' or less'
    """
    is_last = value >= 1 and criterion.kind is Kind.SHARE if is_rising else value == 0 and criterion.kind != Kind.NUMBER
    if is_last:
        return ""
    is_bounded = criterion.must is not None and math.isfinite(criterion.must.high if is_rising else criterion.must.low)
    return "" if is_bounded or not _goes_on(criterion, is_rising=is_rising) else " or more" if is_rising else " or less"


def _goes_on(criterion: Criterion, *, is_rising: bool) -> bool:
    """Whether the scale never turns back."""
    shares = [share for _, share in (criterion.scale.knots if criterion.scale else ())]
    onward = shares if is_rising else shares[::-1]
    return all(share <= after for share, after in pairwise(onward))


def _label(sight: Sight, subject: str, criterion: Criterion, change: Change) -> str:
    then, now = sight.say(str(change.to_value)), sight.say(str(change.from_value))
    if criterion.kind is Kind.YES_NO:
        return f"{subject.removeprefix('its ')} were {then} (now {now})"
    return f"{subject} were {then} as well as {now}" if now else f"{subject} were {then}"
