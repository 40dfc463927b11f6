"""One program that moved becomes where it stood, where it stands, and why.

The one rule: points are told with what changed them, the weight or the fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from decision.nouns.comparison import Cause
from decision.report.explain.standing_words import place_word
from decision.report.screen.layout import clean
from decision.report.words.amounts import spell_points
from decision.report.words.figures import figures
from decision.report.words.wording import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.nouns.comparison import Comparison, Moved, Part, Seen
    from decision.report.words.figures import Figures

__all__ = ["moved_words", "place_words", "points_words"]

_MOST_PARTS = 2
_HIDDEN = 0.05
"""Points; a part smaller than this is not worth a sentence while there is a larger one."""


def place_words(seen: Seen) -> str:
    """Say where a program stands.

    Returns
    -------
    str
        ``second``, ``fourth (to ask)``, or ``out``.
    """
    if seen.rank is None:
        return "out"
    return place_word(seen.rank) + (" (to ask)" if seen.status == "ask" else "")


def points_words(seen: Seen) -> str:
    """Say the points of a program; empty where it is out.

    Returns
    -------
    str
        ``46-91 points``.
    """
    if seen.score is None or seen.score_high is None:
        return ""
    return _counted(spell_points([(seen.score, seen.score_high)])[0])


def moved_words(move: Moved, comparison: Comparison) -> tuple[str, list[str]]:
    """Say what became of a program's points, and why it moved.

    Parameters
    ----------
    move
        How it moved.
    comparison
        What else differs.

    Returns
    -------
    tuple
        ``from 60 to 71 points`` or ``60 points as before``, empty where it is out; and at least one sentence, the
        strongest reason first. Points that are told add up.
    """
    answers = [_answer(move, name, comparison) for name in move.limits]
    if not move.parts:
        return points_words(move.after), answers or [_rest(move.causes[0])]
    shares = _shares(move, comparison)
    before = move.before.score or 0.0
    column = [before, *(points for points, _ in shares)]
    shown = figures([column, [0.0] * len(column)])
    units = shown.units(column)
    told = [why.format(_signed(shown, own)) for own, (_, why) in zip(units[1:], shares, strict=True)]
    ends = [_range(shown, start, seen) for start, seen in ((units[0], move.before), (sum(units), move.after))]
    points = f"from {ends[0]} to {_counted(ends[1])}" if ends[0] != ends[1] else f"{_counted(ends[1])} as before"
    return points, answers + told or [_rest(move.causes[0])]


def _range(shown: Figures, units: int, seen: Seen) -> str:
    low, high = seen.score or 0.0, seen.score_high or 0.0
    most = shown.units([high])[0]
    return shown.say(units) if round(high - low, 9) <= 0 or most <= units else f"{shown.say(units)}-{shown.say(most)}"


def _counted(points: str) -> str:
    return f"{points} point" if points == "1" else f"{points} points"


def _signed(shown: Figures, units: int) -> str:
    text = shown.signed(units)
    return f"{text} point" if text in ("+1", "-1") else f"{text} points"


def _answer(move: Moved, name: str, comparison: Comparison) -> str:
    """Say how the answer to one must-have changed, and because of what."""
    ruled = next((setting for setting in comparison.must_haves if setting.name == name), None)
    then = _verdict(move.before, name, is_asked_for=ruled is None or bool(ruled.before))
    now = _verdict(move.after, name, is_asked_for=ruled is None or bool(ruled.after))
    said = capital(clean(name))
    if Cause.LIMITS_OR_FACTS in move.causes:
        why = "your must-have and the file both changed"
    elif ruled or Cause.LIMITS in move.causes:
        why = "your must-have changed"
    else:
        why = "the file says something else now"
    return f"{said}: {then} before, {now} now; {why}."


def _verdict(seen: Seen, name: str, *, is_asked_for: bool) -> str:
    """Word an answer; of a program that is out it is not recorded what is known."""
    if not is_asked_for:
        return "no must-have"
    if name in seen.failed:
        return "failed"
    if seen.status == "out":
        return "not failed"
    return "not known" if name in seen.asked else "met"


def _shares(move: Moved, comparison: Comparison) -> list[tuple[float, str]]:
    """Give the points that moved the score, each with its sentence: the two largest criteria, then the rest."""
    falling = sorted(move.parts, key=lambda part: -abs(round(part.points, 9)))
    largest = [part for part in falling if abs(part.points) >= _HIDDEN][:_MOST_PARTS] or falling[:1]
    told = [share for part in largest for share in _of_part(part, move.causes, comparison)]
    others = round(sum(part.points for part in move.parts if part not in largest), 9)
    return told + ([(others, "All other criteria together: {}.")] if others else [])


def _of_part(part: Part, causes: Sequence[Cause], comparison: Comparison) -> list[tuple[float, str]]:
    """Tell one criterion by its weight and by its fact apart."""
    name = capital(clean(part.criterion)).replace("{", "{{").replace("}", "}}")
    was, now = next(((was, now) for of, was, now in comparison.weights if of == part.criterion), (0.0, 0.0))
    if was is None or now is None:
        sides = [(part.points, f"it earns {'points now' if was is None else 'none now'}")]
    else:
        fact = next((cause for cause in causes if cause in (Cause.SCALE, Cause.EITHER)), Cause.FACTS)
        sides = [(part.by_weight, _since(Cause.WEIGHTS, part.by_weight)), (part.by_fact, _since(fact, part.by_fact))]
    return [(points, f"{name}: {{}}, since {why}.") for points, why in sides if round(points, 9)]


def _since(cause: Cause, points: float) -> str:
    match cause:
        case Cause.WEIGHTS:
            return f"it counts for {'more' if points > 0 else 'less'}"
        case Cause.SCALE:
            return "you changed what earns points"
        case Cause.EITHER:
            return "the file or what earns points changed"
        case _:
            return "the file says something else now"


def _rest(cause: Cause) -> str:
    match cause:
        case Cause.OTHERS:
            return "Its own facts and points are the same; other programs moved around it."
        case Cause.SHORTLIST:
            return "The shortlist holds another number of programs."
        case Cause.WEIGHTS:
            return "The weights changed."
        case Cause.LIMITS | Cause.LIMITS_OR_FACTS:
            return "Your must-haves changed."
        case Cause.SCALE:
            return "You changed what earns points."
        case Cause.FACTS:
            return "The file says something else of it now."
        case Cause.EITHER:
            return "What is known of it, or what you take an unknown for, changed."
        case _:
            assert_never(cause)
