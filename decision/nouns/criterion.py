"""The noun of one concern: where its fact stands, what must hold, what earns points, and what an unknown means.

`decision.model.CriteriaSet` holds them in the order of concern. Limits and values are in the unit of the kind.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from decision.kinds import spell, spell_range
from decision.nouns.costs import NO_COSTING, Costing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.kinds import Kind
    from decision.nouns.plans import Plan

__all__ = ["Criterion", "MustHave", "Rule", "Scale", "WhenUnknown", "Words"]


class Rule(Enum):
    """The rule of a must-have."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    ANY_OF = "any_of"
    ALL_OF = "all_of"
    NONE_OF = "none_of"
    IS = "is"
    AVAILABLE = "available"


@dataclass(frozen=True, slots=True, kw_only=True)
class MustHave:
    """What a program must meet to stay.

    Parameters
    ----------
    rule
        Which rule.
    low, high
        The limits of a numeric rule, inclusive, in the kind's unit; infinite on an open side.
    labels
        The labels of a label rule, as the criteria file writes them; blocks of time for ``available``.
    """

    rule: Rule
    low: float = -math.inf
    high: float = math.inf
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How a fact earns its share of the points.

    Parameters
    ----------
    knots
        Of a numeric scale: (value, share 0..1), by rising value, at least two; straight between them, flat outside.
    shares
        Of a label scale: label -> share 0..1.
    other
        What a label that is not named earns, 0..1.
    """

    knots: tuple[tuple[float, float], ...] = ()
    shares: Mapping[str, float] = field(default_factory=dict)
    other: float = 0.0

    @property
    def best(self) -> float:
        """The greatest share anyone can earn."""
        return max([share for _, share in self.knots] or [*self.shares.values(), self.other])


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenUnknown:
    """What the user says of a fact that is not known.

    Parameters
    ----------
    out
        Whether an unknown fails the must-have (else its answer is to ask).
    low, high
        The user's own plausible values for a numeric kind; NaN when the user named none.
    labels
        The user's own plausible labels for a label kind; empty when none.
    assumed
        Whether it was one assumed value rather than a range.
    """

    out: bool = False
    low: float = math.nan
    high: float = math.nan
    labels: tuple[str, ...] = ()
    assumed: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the user named plausible values."""
        return bool(self.labels) or not math.isnan(self.low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a vocabulary adds to a criterion.

    Parameters
    ----------
    vocabulary
        Its bundled name, or its path.
    spellings
        Label -> other spellings of it, without those that the criterion's own aliases claim.
    also
        Label -> labels it counts as as well.
    takes_back
        Words beside a label after which it is no plain fact.
    """

    vocabulary: str
    spellings: Mapping[str, tuple[str, ...]]
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    takes_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One concern of the user: where its fact stands, what must hold, and what earns points.

    Parameters
    ----------
    name
        The user's word for it.
    kind
        What it measures.
    column
        The header of the column that states it; empty when only counts or parts do.
    unit
        The unit of a plain number; empty for none.
    passed, took
        Headers of the counts behind a share; both or neither.
    base_rate, base_takers
        A small class is pulled toward this share, as if by this many earlier takers; NaN when never.
    parts, less
        Headers whose sum states the fact when the column is blank, and headers taken off that sum.
    costing
        Of money: the user's own figure, prices for a credit or a year, added lines and grants.
    must
        The must-have, or ``None``.
    scale
        How it earns points, or ``None``: then it has no weight.
    unknown
        What an unknown means.
    aliases
        Label -> other spellings of it.
    words
        What its vocabulary adds to its labels; ``None`` where it has none.
    plan
        What the user can take on beside the hours that are free; ``None`` where nothing of it is said.
    why, source
        Why this rule, and where it comes from.
    """

    name: str
    kind: Kind
    column: str = ""
    unit: str = ""
    passed: str = ""
    took: str = ""
    base_rate: float = math.nan
    base_takers: float = math.nan
    parts: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    costing: Costing = NO_COSTING
    must: MustHave | None = None
    scale: Scale | None = None
    unknown: WhenUnknown = WhenUnknown()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Words | None = None
    plan: Plan | None = None
    why: str = ""
    source: str = ""

    @property
    def is_shrunk(self) -> bool:
        """Whether small classes are pulled toward the base rate."""
        return not math.isnan(self.base_rate)

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that states it, the most direct first."""
        own_figure = "" if self.column or self.parts else self.costing.override
        planned = self.plan.named if self.plan else ()
        named = (self.column, self.passed, self.took, *self.parts, *self.less, own_figure, *planned)
        return tuple(dict.fromkeys(header for header in named if header))

    def spell(self, value: float) -> str:
        """Write a value of this criterion with its unit."""
        return spell(self.kind, value, self.unit)

    def spell_range(self, low: float, high: float) -> str:
        """Write both ends of a range of this criterion's values, or the one value that both are."""
        return spell_range(self.kind, low, high, self.unit)

    @property
    def taken_as(self) -> str:
        """What the user takes an unknown for, in words: ``taken as 62 %``; empty where nothing was named."""
        named = self.unknown
        if not named.is_named:
            return ""
        return f"taken as {' or '.join(named.labels) or self.spell_range(named.low, named.high)}"
