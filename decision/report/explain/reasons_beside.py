"""What one fact earns becomes a sentence, by itself or beside what another program's fact earns.

The one rule: every reason is the points that a fact earns, with the fact; points that may grow are said to be sure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.words.wording import capital, in_brackets

if TYPE_CHECKING:
    from decision.report.view.sight import Sight
    from decision.report.words.figures import Figures

__all__ = ["alone", "beside"]


def beside(sight: Sight, name: str, programs: tuple[int, int], points: tuple[int, int], shown: Figures) -> str:
    """Say what one criterion earns a program, beside another.

    Parameters
    ----------
    sight
        Knows both.
    name
        Of the criterion.
    programs
        The program, and the other.
    points
        What their facts surely earn, in units of ``shown``.
    shown
        How points are written.

    Returns
    -------
    str
        One sentence: ``Cost earns 10 points ($4,900); Harbor earns 14 ($3,450).``
    """
    program, other = programs
    mine, theirs = points
    fact, its = sight.found(name, program), sight.found(name, other)
    own = f"{_earns(sight, name, program)} {_points(mine, shown)} {in_brackets(fact)}"
    rest = f"{sight.short[other]} {_earns(sight, name, other)} {shown.say(theirs)} {in_brackets(its)}"
    return f"{capital(sight.say(name))} {own}; {rest}."


def alone(sight: Sight, name: str, program: int, points: tuple[int, int], shown: Figures) -> str:
    """Say what one criterion earns a program that nothing is held against.

    Parameters
    ----------
    sight
        Knows the program.
    name
        Of the criterion.
    program
        Its number.
    points
        What its fact surely earns, and what any can earn, in units of ``shown``.
    shown
        How points are written.

    Returns
    -------
    str
        One sentence: ``Cost earns 10 of 25 points ($4,900).``
    """
    earned, possible = points
    fact = in_brackets(sight.found(name, program))
    told = f"{_earns(sight, name, program)} {shown.say(earned)} of {_points(possible, shown)} {fact}"
    return f"{capital(sight.say(name))} {told}."


def _points(units: int, shown: Figures) -> str:
    said = shown.say(units)
    return f"{said} point" if said == "1" else f"{said} points"


def _earns(sight: Sight, name: str, program: int) -> str:
    points, reading = sight.outcome.points, sight.outcome.facts[name].codes[program]
    may_grow = round(float(points.high[name][reading] - points.low[name][reading]), 9) > 0
    return "surely earns" if may_grow else "earns"
