"""Facts and criteria by hand, for tests of the judging alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.intake.facts.sayings import Saying, as_fact
from decision.model import (
    CriteriaSet,
    Criterion,
    Fact,
    Facts,
    Kind,
    MustHave,
    Rule,
    Scale,
    Unknown,
    WeightMethod,
    WeightRule,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

AT_MOST_6000 = MustHave(rule=Rule.AT_MOST, high=6000.0)
EIGHT_TO_NOTHING = Scale(knots=((0.0, 1.0), (8000.0, 0.0)))


def amount(low: float, high: float | None = None) -> Saying:
    """A stated number, or a range."""
    return Saying(text=f"{low}", low=low, high=low if high is None else high)


def unknown(why: Unknown = Unknown.BLANK, *, at_least: float = float("nan")) -> Saying:
    """A fact that is not known, perhaps with a sum that it cannot be below."""
    return Saying(text=why.words, unknown=why, low=at_least)


def labelled(*labels: str) -> Saying:
    """A cell that offers labels."""
    return Saying(text="; ".join(labels), labels=frozenset(labels))


def fact(*sayings: Saying) -> Fact:
    """One program per saying."""
    return as_fact(np.arange(len(sayings), dtype=np.int32), sayings)


def cost(*, must: MustHave | None = AT_MOST_6000, scale: Scale | None = EIGHT_TO_NOTHING) -> Criterion:
    """The criterion of most examples."""
    return Criterion(name="cost", kind=Kind.MONEY, column="total_cost", must=must, scale=scale)


def criteria(*members: Criterion, shortlist: int = 3, weights: WeightRule | None = None) -> CriteriaSet:
    """A set in the order given, weighed by that order."""
    groups = tuple((member.name,) for member in members if member.scale is not None)
    return CriteriaSet(
        title="Test",
        name="test",
        criteria=members,
        weights=weights or WeightRule(method=WeightMethod.ORDER, groups=groups),
        shortlist=shortlist,
    )


def facts(by_criterion: Mapping[str, Fact]) -> Facts:
    """Facts of several criteria over the same programs."""
    return Facts(by_criterion=by_criterion)


def words(values: Iterable[int]) -> list[str]:
    """Codes of verdicts as words, for reading a failure."""
    return [("pass", "ask", "fail")[value] for value in values]
