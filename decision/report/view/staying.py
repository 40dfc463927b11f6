"""How far each weight can move becomes one sentence: until when the first stays first, and who takes over.

The one rule: a weight that is named is rounded so that the sentence holds, and never looks like the weight as it is.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from decision.model import plain
from decision.report.view.named import called

if TYPE_CHECKING:
    from decision.nouns.findings import Certainty
    from decision.report.view.sight import Sight

__all__ = ["stays_first"]

_MOST = 2
_FINEST = 4


class _Bound(NamedTuple):
    """One end of one weight's interval, with who takes over past it."""

    distance: float
    criterion: str
    now: float
    at: float
    row: int


def stays_first(sight: Sight, certainty: Certainty) -> list[str]:
    """Say how far weights can move before another program comes first.

    Parameters
    ----------
    sight
        Knows the names of those that take over.
    certainty
        The interval of each weight.

    Returns
    -------
    list of str
        One sentence, with the one or two tightest ends; none where no interval says anything.
    """
    known = {name: keeps for name, keeps in certainty.weights.items() if keeps.first is not None}
    if not known:
        return []
    name = called(sight, int(certainty.standing.rows[0]))
    bounds = _bounds(certainty)
    if not bounds:
        return [f"{name} stays first however much any single concern counts."]
    return [f"{name} stays first unless {_joined(sight, sorted(bounds)[:_MOST])}."]


def _joined(sight: Sight, bounds: list[_Bound]) -> str:
    """Join the ends, and name who takes over: once where it is the same program."""
    limits = [_words(sight, bound) for bound in bounds]
    names = [called(sight, bound.row) for bound in bounds]
    if len(set(names)) == 1:
        return f"{' or '.join(limits)}; then {names[0]}"
    return "; or ".join(f"{limit}, then {name}" for limit, name in zip(limits, names, strict=True))


def _bounds(certainty: Certainty) -> list[_Bound]:
    return [
        _Bound(round(abs(end.at - keeps.weight), 9), name, keeps.weight, end.at, end.row)
        for name, keeps in certainty.weights.items()
        if keeps.first is not None
        for end in (keeps.first.low, keeps.first.high)
        if end.row is not None
    ]


def _words(sight: Sight, bound: _Bound) -> str:
    is_more = bound.at > bound.now
    now, at = _percents(bound.now, bound.at)
    side = "more" if is_more else "less"
    if at == now:
        return f"{sight.say(bound.criterion)} counts for {side} than now ({now} %)"
    limit = "half" if at == "50" else f"{at} %"
    return f"{sight.say(bound.criterion)} counts for {side} than {limit} (now {now} %)"


def _percents(now: float, at: float) -> tuple[str, str]:
    """Write both no finer than needed to tell them apart, the end rounded toward the weight as it is."""
    written = [_at(now, at, decimals) for decimals in range(_FINEST + 1)]
    return next((pair for pair in written if _is_told_apart(*pair, is_more=at > now)), (written[-1][0],) * 2)


def _at(now: float, at: float, decimals: int) -> tuple[str, str]:
    size = 100 * 10.0**decimals
    toward = math.floor(at * size + 1e-6) if at > now else math.ceil(at * size - 1e-6)
    return plain(100 * now, decimals), plain(100 * toward / size, decimals)


def _is_told_apart(now: str, at: str, *, is_more: bool) -> bool:
    return float(at) > float(now) if is_more else float(at) < float(now)
