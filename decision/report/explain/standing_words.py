"""Where a program stands becomes the first line of its explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import Status, Verdict
from decision.report.words.amounts import count_word, spell_points
from decision.report.words.wording import counted

if TYPE_CHECKING:
    from decision.report.view.sight import Sight

__all__ = ["place_word", "standing_line"]

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def place_word(rank: int) -> str:
    """Write a rank as a word.

    Examples
    --------
    >>> place_word(1), place_word(11), place_word(22), place_word(103)
    ('first', '11th', '22nd', '103rd')
    """
    if rank <= len(_PLACES):
        return _PLACES[rank - 1]
    ending = "th" if 11 <= rank % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank:,}{ending}"


def standing_line(sight: Sight, program: int, other: int | None) -> str:
    """Say where a program stands, with its points and those of the one it is held against.

    Parameters
    ----------
    sight
        Knows both.
    program
        Its number.
    other
        The number of the other; ``None`` when there is none.

    Returns
    -------
    str
        ``Linden Institute: second, 60 points (Harbor 67).``
    """
    outcome = sight.outcome
    status = outcome.elimination.status[program]
    if status == Status.OUT:
        return f"{sight.full[program]}: out. {_how_many_failed(sight, program)}"
    rank = int(outcome.ranking.rank[program])
    sharing = int((outcome.ranking.rank == rank).sum()) - 1
    place = place_word(rank)
    if sharing:
        place = f"shares {place} place with {counted(sharing, 'other')}"
    if status == Status.ASK:
        is_led = bool((outcome.elimination.status == Status.FITS).any())
        place = f"may fit; {place}, {'after all that surely fit' if is_led else 'as none surely fits'}"
    return f"{sight.full[program]}: {place}{_points(sight, program, other)}."


def _how_many_failed(sight: Sight, program: int) -> str:
    verdicts = sight.outcome.elimination.verdicts[:, program]
    failed, count = int((verdicts == Verdict.FAIL).sum()), len(verdicts)
    if failed == 1:
        return "It fails one must-have." if count > 1 else "It fails the must-have."
    if failed == count:
        return f"It fails {'both' if count == 2 else f'all {count_word(count)}'} must-haves."
    return f"It fails {count_word(failed)} of {count_word(count)} must-haves."


def _points(sight: Sight, program: int, other: int | None) -> str:
    points = sight.outcome.points
    if not points.weights:
        return "; nothing was asked that earns points"
    shown = [program] if other is None else [program, other]
    texts = spell_points([(float(points.score[at]), float(points.score_high[at])) for at in shown])
    unit = "point" if texts[0] == "1" else "points"
    return f", {texts[0]} {unit}" + (f" ({sight.short[other]} {texts[1]})" if other is not None else "")
