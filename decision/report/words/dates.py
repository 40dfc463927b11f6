"""Of when facts are becomes words and counts: which programs rest on old facts, of which the date is not known.

One rule: a program rests on old facts when one that is stated and asked for is older than the limit; one without a
date is counted apart, as neither old nor new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.report.words.wording import counted

if TYPE_CHECKING:
    from decision.arrays import Flags
    from decision.model import Outcome
    from decision.nouns.freshness import Freshness

__all__ = ["date_words", "old_by_criterion", "old_sentences"]


def old_by_criterion(outcome: Outcome) -> dict[str, Flags]:
    """Say for each criterion which programs' facts are old: ``(n_programs,)``; criteria without any are left out."""
    found = {}
    for criterion in outcome.criteria.criteria:
        fact = outcome.facts[criterion.name]
        if fact.old:
            found[criterion.name] = np.array([bool(words) for words in fact.old], dtype=np.bool_)[fact.codes]
    return found


def old_sentences(outcome: Outcome) -> list[str]:
    """Count the programs that rest on old facts, and those whose date is not known; none where no limit is stated."""
    freshness = outcome.facts.freshness
    if freshness is None or not freshness.has_limit:
        return []
    count = len(outcome.programs)
    is_old = np.zeros(count, dtype=np.bool_)
    for flags in old_by_criterion(outcome).values():
        is_old |= flags
    old = int(is_old.sum())
    rest = "rests" if old == 1 else "rest"
    return [
        f"{old:,} of {counted(count, 'program')} {rest} on facts from {freshness.rule.limit}.",
        *_not_known(freshness),
    ]


def _not_known(freshness: Freshness) -> list[str]:
    """Count the programs whose date is blank or not understood: they are neither old nor new."""
    kinds = np.array([0 if date.is_known else 2 if date.problem else 1 for date in freshness.dates])[freshness.codes]
    blank, odd = int((kinds == 1).sum()), int((kinds == 2).sum())
    told = [
        (blank, "gives no date" if blank == 1 else "give no date"),
        (odd, "gives a date that is not understood" if odd == 1 else "give dates that are not understood"),
    ]
    return [f"{counted(number, 'program')} {words}: neither old nor new." for number, words in told if number]


def date_words(freshness: Freshness, program: int) -> str:
    """Say of when one program's facts are, as a sentence; empty where the file has no column of dates."""
    if not freshness.column:
        return ""
    date = freshness.date(program)
    if date.problem:
        return f'Of when these facts are is not understood: "{date.text}".'
    if not date.is_known:
        return "The file gives no date for these facts."
    old = f", which is {freshness.rule.limit}: old" if freshness.is_old[program] else ""
    return f"The file's facts are as of {' '.join(date.text.split())}{old}."
