"""Questions about what is not known and about old facts become one list, and each its words.

One rule: the most useful comes first, whichever of the two it is.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from decision.report.words.conditions import question_about
from decision.report.words.questions import ask_again

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from decision.model import Outcome
    from decision.nouns.advice import Question, Questions

__all__ = ["by_usefulness", "effect_words", "question_words"]

_DECIMALS = 9


def by_usefulness(questions: Questions) -> Iterator[Question]:
    """Give the questions that matter by themselves, old facts among them, each list in the order it has."""
    return heapq.merge(questions.questions, questions.again, key=_usefulness)


def _usefulness(asked: Question) -> tuple[float, float, float]:
    parts = (asked.changes_first, asked.gain, asked.changes_shortlist)
    first, gain, shortlist = (-round(part, _DECIMALS) for part in parts)
    return first, gain, shortlist


def question_words(outcome: Outcome, asked: Question, program: int) -> str:
    """Word a question about one program, by number: what a fact is, or whether an old one still holds."""
    criterion = outcome.criteria[asked.criterion]
    if asked.as_of:
        return ask_again(criterion, asked.said, asked.as_of)
    return question_about(outcome, criterion, program)


def effect_words(asked: Sequence[Question]) -> str:
    """Say what another answer about one of a program's old facts could do.

    Examples
    --------
    >>> from decision.nouns.advice import Question
    >>> effect_words([Question(row=2, criterion="cost", changes_first=0.4, changes_shortlist=0.1, gain=0.0,
    ...     break_even_first=None, break_even_shortlist=None, said="$4,900", as_of="in 2021-22")])
    'Another answer could change the first place and the shortlist.'
    """
    named = ["the first place"] * any(each.changes_first > 0 for each in asked)
    named += ["the shortlist"] * any(each.changes_shortlist > 0 for each in asked)
    return f"Another answer could change {' and '.join(named)}."
