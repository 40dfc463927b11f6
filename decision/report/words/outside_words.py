"""Programs that are out for a word their criterion's vocabulary does not have are counted, and a look is advised.

The one rule: such a word may be another spelling of one that is wanted, so it never puts a program out unsaid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.model import Rule, Verdict
from decision.report.words.wording import counted

if TYPE_CHECKING:
    from decision.arrays import Small
    from decision.model import Criterion, Outcome

__all__ = ["outside_sentences"]

_WANTING = (Rule.ANY_OF, Rule.ALL_OF)


def outside_sentences(outcome: Outcome) -> tuple[str, ...]:
    """Say how many programs fail a must-have with a word that its vocabulary does not have.

    Parameters
    ----------
    outcome
        Everything one run worked out.

    Returns
    -------
    tuple of str
        One sentence for each must-have where that happens.
    """
    elimination = outcome.elimination
    pairs = zip(elimination.must_haves, elimination.verdicts, strict=True)
    counts = [(criterion, _count(outcome, criterion, verdicts)) for criterion, verdicts in pairs]
    return tuple(_told(criterion, count) for criterion, count in counts if count)


def _count(outcome: Outcome, criterion: Criterion, verdicts: Small) -> int:
    """Count the programs that fail and state such a word; each distinct reading is looked at once."""
    words = {word.casefold() for word, _ in outcome.facts.outside.get(criterion.name, ())}
    if not words or criterion.must is None or criterion.must.rule not in _WANTING:
        return 0
    fact = outcome.facts[criterion.name]
    found = [any(label.casefold() in words for label in labels) for labels in fact.labels]
    is_outside = np.array(found, dtype=np.bool_)
    return int(((verdicts == Verdict.FAIL) & is_outside[fact.codes]).sum())


def _told(criterion: Criterion, count: int) -> str:
    named = f"the vocabulary {criterion.words.vocabulary}" if criterion.words else "its vocabulary"
    fails = "fails" if count == 1 else "fail"
    failed = f"{counted(count, 'program')} {fails} {criterion.name}"
    return f"{failed} with a word that {named} does not have; decide check lists such words."
