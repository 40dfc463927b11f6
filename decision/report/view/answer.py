"""The ranking becomes the answer: one or two sentences, before anything else.

The one rule: what is said here holds for sure; what may be is said to be so.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from decision.model import Status
from decision.report.view.named import open_must_haves
from decision.report.words.amounts import count_word
from decision.report.words.wording import counted, joined

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.nouns.advice import Questions
    from decision.report.view.sight import Sight

__all__ = ["answer"]

_MOST_NAMED = 4
_FEW = 3
_MOST_OF_IT = 0.75
"""Of all that answers can change, one at a time."""
_CLOSE = 1.0
"""Points: the second is close behind the first by less than this."""


def answer(sight: Sight, questions: Questions | None = None) -> str:
    """Say which programs fit, which comes first, and how closely.

    Parameters
    ----------
    sight
        Of the first programs that fit or may, and of the near misses.
    questions
        What each answer can change; ``None`` when that was not found out.

    Returns
    -------
    str
        One to three sentences.
    """
    outcome = sight.outcome
    fits, ask = (int((outcome.elimination.status == status).sum()) for status in (Status.FITS, Status.ASK))
    if fits:
        return " ".join(part for part in (_who_fits(sight, fits), _who_else(ask)) if part)
    if ask:
        nothing = f"No program surely fits: {ask:,} of {len(outcome.programs):,} may, but what you need is not stated."
        return f"{nothing} {_what_settles_it(outcome, questions)}" if questions is not None else nothing
    return f"No program fits what you asked for. {_what_removed_most(outcome)}"


def _who_fits(sight: Sight, fits: int) -> str:
    by_place = _by_place(sight)
    first = by_place[0]
    if fits == 1:
        return f"One program fits what you asked for: {sight.short[first[0]]}."
    if not sight.outcome.points.weights:
        return f"{fits:,} programs fit; nothing was asked that would order them."
    has_must_haves = bool(sight.outcome.elimination.must_haves)
    many = f"{count_word(fits).capitalize()} programs " + ("fit what you asked for." if has_must_haves else "compared.")
    if len(first) > 1:
        return (
            f"{many} {_names(sight, first, _sharing(sight, 1))} share first place: on what you told us they are level."
        )
    return f"{many} {sight.short[first[0]]} comes first; {_who_is_second(sight, first[0], by_place[1])}."


def _who_is_second(sight: Sight, first: int, second: list[int]) -> str:
    scores = sight.outcome.points.score
    is_close = round(float(scores[first]), 9) - round(float(scores[second[0]]), 9) < _CLOSE
    names = _names(sight, second, _sharing(sight, 2))
    if len(second) > 1:
        return f"{names} {'are close behind' if is_close else 'share second place'}"
    return f"{names} is {'close behind' if is_close else 'second'}"


def _who_else(ask: int) -> str:
    if not ask:
        return ""
    return (
        "One more may: ask its school." if ask == 1 else f"{count_word(ask).capitalize()} more may: ask their schools."
    )


def _what_settles_it(outcome: Outcome, questions: Questions) -> str:
    """Say how many questions decide most of what answers can change, one at a time; or why that cannot be said."""
    open_counts = open_must_haves(outcome)
    several = sum(count > 1 for count in open_counts)
    if 2 * several >= len(open_counts) and (settling := questions.settling) is not None:
        much = "all" if settling.settles == settling.of else "most"
        many = count_word(len(settling.criteria)).capitalize()
        return f"{many} questions settle {much} of it: {joined(list(settling.criteria))}."
    if several == len(open_counts):
        return "No single answer settles it: each leaves two or more must-haves open."
    if 2 * several >= len(open_counts):
        leave = f"{count_word(several)} of them {'leaves' if several == 1 else 'leave'}"
        return f"No single answer settles it: {leave} two or more must-haves open."
    changes = [asked.changes_first + asked.changes_shortlist for asked in questions.questions]
    if not changes:
        return "No answer would change that."
    needed = 1 + sum(reached < _MOST_OF_IT * sum(changes) for reached in accumulate(changes))
    if needed > _FEW:
        return f"{count_word(len(changes)).capitalize()} questions are worth asking."
    return f"{count_word(needed).capitalize()} {'question settles' if needed == 1 else 'questions settle'} most of it."


def _what_removed_most(outcome: Outcome) -> str:
    """Name the must-have at which most programs fell, the first of equals."""
    worst = max(outcome.elimination.funnel, key=lambda step: step.out)
    return f"Most fell at {worst.criterion}: {worst.out:,} of {counted(len(outcome.programs), 'program')}."


def _by_place(sight: Sight) -> list[list[int]]:
    """Group the programs in sight that surely fit by their rank."""
    by_rank: dict[int, list[int]] = {}
    for program in sight.full:
        if sight.outcome.elimination.status[program] == Status.FITS:
            by_rank.setdefault(int(sight.outcome.ranking.rank[program]), []).append(program)
    return [by_rank[rank] for rank in sorted(by_rank)]


def _sharing(sight: Sight, place: int) -> int:
    """Count the programs on the first or second place, whether in sight or not."""
    return int((sight.outcome.ranking.rank == place).sum())


def _names(sight: Sight, programs: list[int], sharing: int) -> str:
    """Name those that share a place, or the first of them and how many more."""
    names = [sight.short[program] for program in programs]
    if sharing <= _MOST_NAMED:
        return joined(names)
    return joined([*names[: _MOST_NAMED - 1], f"{sharing - _MOST_NAMED + 1:,} more"])
