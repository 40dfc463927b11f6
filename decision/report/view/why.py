"""The points of the first and the second program become the reasons for the first, and the one against it.

The one rule: every reason is a fact with the points it earns, beside what the other's fact earns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import Status
from decision.report.view.panels import Item, Remark
from decision.report.words.amounts import spell_points
from decision.report.words.wording import before_verb, capital

if TYPE_CHECKING:
    from decision.report.view.sight import Sight

__all__ = ["why"]

_MOST_REASONS = 2
_LONGEST_LABEL = 12


def why(sight: Sight) -> list[Remark]:
    """Say what speaks for the program that comes first, and what against it.

    Parameters
    ----------
    sight
        Of the first programs that fit or may.

    Returns
    -------
    list of Remark
        Empty when none fits, nothing earns points or the first place is shared.
    """
    outcome = sight.outcome
    fits = [program for program in sight.full if outcome.elimination.status[program] == Status.FITS]
    is_shared = len(fits) > 1 and outcome.ranking.rank[fits[0]] == outcome.ranking.rank[fits[1]]
    if not fits or not outcome.points.weights or is_shared:
        return []
    return _alone(sight, fits[0]) if len(fits) == 1 else _against(sight, fits[0], fits[1])


def _alone(sight: Sight, program: int) -> list[Remark]:
    """Give what earns the most where there is nothing to compare with."""
    best = sorted(sight.outcome.points.weights, key=lambda name: -sight.earned(name, program))
    told = [_earns(sight, name, program) for name in best[:_MOST_REASONS] if sight.earned(name, program) > 0]
    return _remarks(sight, program, told, [])


def _against(sight: Sight, first: int, second: int) -> list[Remark]:
    """Give the two largest leads of the first over the second, and its largest lag."""
    leads = {name: sight.earned(name, first) - sight.earned(name, second) for name in sight.outcome.points.weights}
    ahead = sorted((name for name in leads if round(leads[name], 9) > 0), key=lambda name: -leads[name])
    behind = sorted((name for name in leads if round(leads[name], 9) < 0), key=lambda name: leads[name])
    told = [_compares(sight, name, first, second) for name in ahead[:_MOST_REASONS]]
    return _remarks(sight, first, told, [_compares(sight, name, second, first) for name in behind[:1]])


def _remarks(sight: Sight, program: int, reasons: list[str], doubts: list[str]) -> list[Remark]:
    name = sight.short[program]
    label = f"Why {name}" if len(name) <= _LONGEST_LABEL - len("Why ") else "Why first"
    both = ((label, reasons), ("but", doubts))
    return [Remark(label=label, items=(Item(sentences=tuple(told)),)) for label, told in both if told]


def _earns(sight: Sight, criterion: str, program: int) -> str:
    own, possible = sight.earned(criterion, program), 100 * sight.outcome.points.weights[criterion]
    earned, most = spell_points([(own, own), (possible, possible)])
    fact = before_verb(sight.found(criterion, program))
    return f"{capital(sight.say(criterion))}: {fact} earns {earned} of {most} points."


def _compares(sight: Sight, criterion: str, better: int, worse: int) -> str:
    """Say what one earns and what the other does, the better one first."""
    possible = 100 * sight.outcome.points.weights[criterion]
    amounts = (sight.earned(criterion, better), sight.earned(criterion, worse), possible)
    more, less, most = spell_points([(points, points) for points in amounts])
    other = sight.short[worse]
    fact = sight.found(criterion, worse)
    rest = f"{other} has {before_verb(fact)} and earns {less}"
    if sight.is_unknown(criterion, worse):
        rest = f"for {other} it is not known ({fact}), which earns {less} for sure"
    own = f"{sight.short[better]} has {before_verb(sight.found(criterion, better))} and earns {more} of {most} points"
    return f"{capital(sight.say(criterion))}: {own}; {rest}."
