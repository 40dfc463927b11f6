"""What is not known becomes the questions to ask the schools, the most useful first.

The one rule: each question is weighed by itself, with everything else as assured; a question whose answer alone changes
nothing is counted, and asked only together with the others of its program (`together`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.advice.again import find_again
from decision.judge.advice.answers import possible_answers
from decision.judge.advice.bars import Bars, bars, best_of_others, falling_scores, own_scores
from decision.judge.advice.break_even import Need, break_even
from decision.judge.advice.chances import chance_to_reach, scored_answers, usefulness
from decision.judge.advice.gain import expected_gain
from decision.judge.advice.needs import need_for
from decision.judge.advice.together import find_settling, find_together
from decision.model import Criterion, Outcome, Status, Unknown, Verdict
from decision.nouns.advice import Question, Questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.arrays import Flags, Floats, Whole

__all__ = ["find_questions"]

_LEAST = 1e-12
"""A smaller chance, or gain, is a rounding error."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Field:
    """What an answer is measured against: the scores now, and the bar for each of the two changes."""

    own: Floats
    first: Bars
    shortlist: Bars
    best: Floats


def find_questions(outcome: Outcome) -> Questions:
    """Find what to ask the schools.

    Parameters
    ----------
    outcome
        Everything one run worked out.

    Returns
    -------
    Questions
        One for each unknown that can matter by itself: an unanswered must-have or an unknown weighted criterion of a
        program that fits or may fit. Ordered by how likely the answer changes the first place, then by the gain, then
        by how likely it changes the shortlist; those level stand as their programs do. Beside them what has to be
        asked together, since a program with several unanswered must-haves comes to fit only by all the answers, and
        the old facts to ask again.

    Notes
    -----
    A program with another unanswered must-have cannot come to fit by this answer alone. The gain is that of
    `decision.judge.advice.gain.expected_gain`.
    """
    field = _field(outcome)
    can_matter = (outcome.elimination.verdicts == Verdict.ASK).sum(axis=0) <= 1
    found: list[tuple[tuple[float, ...], Question]] = []
    asked = 0
    place = np.argsort(outcome.ranking.order)
    for number, criterion in enumerate(outcome.criteria.criteria):
        is_open, is_unanswered = _open(outcome, criterion)
        asked += int(is_open.sum())
        is_alone = is_unanswered | (outcome.elimination.status == Status.FITS)
        programs = np.flatnonzero(is_open & is_alone & can_matter)
        for program, question in _questions(outcome, criterion, programs, field):
            found.append(((*usefulness(question), int(place[program]), number), question))
    found.sort(key=lambda item: item[0])
    return Questions(
        questions=tuple(question for _, question in found),
        without_effect=asked - len(found),
        together=find_together(outcome, falling_scores(outcome)),
        settling=find_settling(outcome),
        again=find_again(outcome),
    )


def _field(outcome: Outcome) -> _Field:
    falling, own = falling_scores(outcome), own_scores(outcome)
    return _Field(
        own=own,
        first=bars(falling, own, 1),
        shortlist=bars(falling, own, outcome.criteria.shortlist),
        best=np.maximum(best_of_others(falling, own), 0.0),
    )


def _open(outcome: Outcome, criterion: Criterion) -> tuple[Flags, Flags]:
    """Which programs have this question, and for which it is an unanswered must-have."""
    fact, elimination = outcome.facts[criterion.name], outcome.elimination
    is_in = elimination.status != Status.OUT
    is_unanswered = np.zeros(len(is_in), dtype=np.bool_)
    if criterion.must is not None:
        is_unanswered = is_in & (elimination.verdicts[elimination.must_haves.index(criterion)] == Verdict.ASK)
    is_unknown = is_in & (fact.unknown != Unknown.STATED)[fact.codes]
    return (is_unanswered | is_unknown if criterion.scale is not None else is_unanswered), is_unanswered


def _questions(
    outcome: Outcome, criterion: Criterion, programs: Whole, field: _Field
) -> Iterator[tuple[int, Question]]:
    """Weigh one criterion's questions, all programs with the same reading together."""
    fact = outcome.facts[criterion.name]
    readings = fact.codes[programs]
    for reading in np.unique(readings).tolist():
        group = programs[readings == reading]
        stretches = possible_answers(criterion, fact, reading)
        scored = scored_answers(outcome, criterion, group, stretches)
        first, shortlist = (chance_to_reach(scored, bar, group) for bar in (field.first, field.shortlist))
        gain = expected_gain([(s.chance, low, high) for s, low, high in scored], field.best[group])
        for at in np.flatnonzero((first > _LEAST) | (shortlist > _LEAST)).tolist():
            program = int(group[at])
            evens = [
                break_even(criterion, fact, reading, _need(outcome, criterion, program, kind))
                for kind in (field.first, field.shortlist)
            ]
            yield (
                program,
                Question(
                    row=int(outcome.programs.rows[program]),
                    criterion=criterion.name,
                    changes_first=float(first[at]),
                    changes_shortlist=float(shortlist[at]),
                    gain=float(gain[at]),
                    break_even_first=evens[0],
                    break_even_shortlist=evens[1],
                ),
            )


def _need(outcome: Outcome, criterion: Criterion, program: int, bar: Bars) -> Need:
    return need_for(outcome, criterion, program, float(bar.at[program]), is_strict=bool(bar.is_strict[program]))
