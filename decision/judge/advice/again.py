"""Old facts that the first place or the shortlist rests on become questions to ask again.

The one rule: an old fact is weighed as if it were not known; one whose answer alone could change nothing is not asked
again. The fact itself counts as stated everywhere else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from decision.judge.advice.answers import possible_answers
from decision.judge.advice.bars import Bars, bars, best_of_others, falling_scores, own_scores, staying_bars
from decision.judge.advice.chances import Scored, chance_to_reach, scored_answers, usefulness
from decision.judge.advice.gain import expected_gain
from decision.model import Outcome, Status, Unknown, Verdict
from decision.nouns.advice import Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.arrays import Flags, Floats, Whole
    from decision.model import Criterion, Fact

__all__ = ["find_again"]

_LEAST = 1e-12
"""A smaller chance is a rounding error."""


def find_again(outcome: Outcome) -> tuple[Question, ...]:
    """Find which old facts to ask again.

    Parameters
    ----------
    outcome
        Everything one run worked out.

    Returns
    -------
    tuple of Question
        One for each old fact of a program that fits, or that is out by this fact alone, whose answer could by itself
        change who stands first or on the shortlist: because the program holds that place by it, or would come to hold
        it. In the order of other questions. Break-evens are ``None``: either side of the stated value could matter.
    """
    found: list[tuple[tuple[float, ...], Question]] = []
    place = np.argsort(outcome.ranking.order)
    for number, criterion in enumerate(outcome.criteria.criteria):
        fact = outcome.facts[criterion.name]
        if not fact.old:
            continue
        programs = np.flatnonzero(_is_old(fact) & _can_matter(outcome, criterion))
        for program, question in _weighed(outcome, criterion, programs):
            found.append(((*usefulness(question), int(place[program]), number), question))
    return tuple(question for _, question in sorted(found, key=lambda item: item[0]))


def _is_old(fact: Fact) -> Flags:
    return np.array([bool(words) for words in fact.old], dtype=np.bool_)[fact.codes]


def _can_matter(outcome: Outcome, criterion: Criterion) -> Flags:
    """Which programs this fact alone can move: those that fit, and those that it alone keeps out."""
    elimination = outcome.elimination
    fits: Flags = elimination.status == Status.FITS
    if criterion.must is None:
        return fits
    own: Flags = elimination.verdicts[elimination.must_haves.index(criterion)] == Verdict.FAIL
    is_alone: Flags = (elimination.verdicts != Verdict.PASS).sum(axis=0) == 1
    return fits | (own & is_alone)


def _weighed(outcome: Outcome, criterion: Criterion, programs: Whole) -> Iterator[tuple[int, Question]]:
    """Weigh one criterion's old facts, all programs with the same reading together."""
    fact = outcome.facts[criterion.name]
    falling, own = falling_scores(outcome), own_scores(outcome)
    best = np.maximum(best_of_others(falling, own), 0.0)
    blank = _with_blank(fact)
    stretches = possible_answers(criterion, blank, len(fact.texts))
    scored = scored_answers(outcome, criterion, programs, stretches)
    first, shortlist = (_changes(scored, top, programs) for top in _tops(outcome, falling, own))
    gain = expected_gain([(s.chance, low, high) for s, low, high in scored], best[programs])
    for at in np.flatnonzero((first > _LEAST) | (shortlist > _LEAST)).tolist():
        program = int(programs[at])
        reading = int(fact.codes[program])
        yield (
            program,
            Question(
                row=int(outcome.programs.rows[program]),
                criterion=criterion.name,
                changes_first=float(first[at]),
                changes_shortlist=float(shortlist[at]),
                gain=float(gain[at]),
                break_even_first=None,
                break_even_shortlist=None,
                said=fact.texts[reading].replace(f" {fact.old[reading]} (old)", "", 1),
                as_of=fact.old[reading],
            ),
        )


class _Top(NamedTuple):
    """The first place or the shortlist: who holds it, the bar to come to it, and the bar to stay there alone."""

    holds: Flags
    rising: Bars
    staying: Bars


def _tops(outcome: Outcome, falling: Floats, own: Floats) -> Iterator[_Top]:
    listed = outcome.ranking.is_shortlisted
    for places, holds in ((1, outcome.ranking.rank == 1), (outcome.criteria.shortlist, listed)):
        yield _Top(holds & ~np.isnan(own), bars(falling, own, places), staying_bars(falling, own, places))


def _changes(scored: list[Scored], top: _Top, programs: Whole) -> Floats:
    """Give how likely another answer changes who is on top: by leaving it, or by coming to it."""
    leaves = 1.0 - chance_to_reach(scored, top.staying, programs)
    comes = chance_to_reach(scored, top.rising, programs)
    return np.where(top.holds[programs], np.clip(leaves + comes, 0.0, 1.0), comes)


def _with_blank(fact: Fact) -> Fact:
    """Give the fact with one more reading, which is not known."""
    grown = fact.taken(np.append(np.arange(len(fact.texts)), 0))
    for numbers in (grown.low, grown.high, grown.counted_low, grown.counted_high, grown.passed, grown.took):
        numbers[-1] = np.nan
    grown.unknown[-1], grown.is_suspect[-1] = Unknown.BLANK, False
    return replace(grown, labels=[*grown.labels[:-1], frozenset()])
