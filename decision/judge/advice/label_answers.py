"""The labels a school could answer with: what each earns, whether it meets the must-have, and how likely it is.

The one rule: an answer is a label that the criteria name, or any other label; where points tell answers apart, each
share of the points is as likely as the next.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from decision.judge.eliminate import judge_readings
from decision.judge.shares import share_bounds
from decision.model import Fact, Kind, Rule, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.model import Criterion
    from decision.nouns.plans import Timetable

__all__ = ["LabelAnswer", "label_answers"]

_ANOTHER: frozenset[str] = frozenset({""})
"""A label that the criteria do not name."""


class LabelAnswer(NamedTuple):
    """One answer.

    Parameters
    ----------
    label
        As the criteria write it; ``None`` for any label that they do not name.
    share
        What it earns, 0..1.
    passes
        Whether it surely meets the must-have.
    chance
        How likely it is; what the chances leave to 1 is an answer that fails the must-have.
    """

    label: str | None
    share: float
    passes: bool
    chance: float


def label_answers(
    criterion: Criterion, held: frozenset[str] = frozenset(), *, table: Timetable | None = None
) -> tuple[LabelAnswer, ...]:
    """List the answers to a question about labels.

    Parameters
    ----------
    criterion
        Of a label kind.
    held
        What the school states already, where that does not settle the must-have; the answer is more of it.
    table
        What else is said of when the program runs; left out, an answer is held against words and free time alone.

    Returns
    -------
    tuple of LabelAnswer
        In the order in which the criteria name them.

    Notes
    -----
    Each distinct share is equally likely, and so is each label that earns it. Where there are no points to tell answers
    apart, the chance that the must-have is met is taken as one half; of labels that the user calls plausible each is
    equally likely.

    Examples
    --------
    >>> from decision.model import Criterion, MustHave
    >>> wanted = MustHave(rule=Rule.ANY_OF, labels=("evening",))
    >>> [(a.label, a.passes, a.chance) for a in label_answers(Criterion(name="s", kind=Kind.SCHEDULE, must=wanted))]
    [('evening', True, 0.5), (None, False, 0.0)]
    """
    offers = _offers(criterion, held)
    stated = _stated([labels for _, labels in offers])
    shares = [0.0] * len(offers) if criterion.scale is None else share_bounds(criterion, stated)[0].tolist()
    passes = [True] * len(offers)
    if criterion.must is not None:
        if table is None:
            criterion = replace(criterion, plan=None)
        else:
            stated = replace(stated, timetables=[replace(table, is_known=True)] * len(offers))
        passes = (judge_readings(criterion, stated)[0] == Verdict.PASS).tolist()
    chances = _chances(criterion, shares, passes, is_open=not held)
    names = [label for label, _ in offers]
    return tuple(map(LabelAnswer._make, zip(names, shares, passes, chances, strict=True)))


def _offers(criterion: Criterion, held: frozenset[str]) -> list[tuple[str | None, frozenset[str]]]:
    """Each label by its name, with all that the cell would then offer."""
    plausible = criterion.unknown.labels
    if plausible and not held:
        return [(label, frozenset({label})) for label in plausible]
    must, scale = criterion.must, criterion.scale
    named = [*(must.labels if must else ()), *(scale.shares if scale else ()), *criterion.aliases]
    if criterion.kind is Kind.YES_NO:
        named += ["yes", "no"]
    offers: list[tuple[str | None, frozenset[str]]] = [(x, held | {x}) for x in dict.fromkeys(named)]
    if must and must.rule is Rule.ALL_OF and len(must.labels) > 1:
        offers.append(("; ".join(must.labels), held.union(must.labels)))
    return offers if criterion.kind is Kind.YES_NO else [*offers, (None, held | _ANOTHER)]


def _chances(criterion: Criterion, shares: Sequence[float], passes: Sequence[bool], *, is_open: bool) -> list[float]:
    if is_open and criterion.scale is not None:
        by_share = Counter(shares)
        return [1 / len(by_share) / by_share[share] for share in shares]
    if is_open and criterion.unknown.labels:
        return [1 / len(shares)] * len(shares)
    return [0.5 / sum(passes) if is_met else 0.0 for is_met in passes]


def _stated(offers: Sequence[frozenset[str]]) -> Fact:
    """Lay out label sets as the readings of a fact."""
    length = len(offers)
    blank = np.full(length, np.nan)
    return Fact(
        codes=np.arange(length, dtype=np.int32),
        texts=[""] * length,
        unknown=np.zeros(length, dtype=np.int8),
        low=blank,
        high=blank,
        counted_low=blank,
        counted_high=blank,
        passed=blank,
        took=blank,
        labels=offers,
        is_suspect=np.zeros(length, dtype=np.bool_),
    )
