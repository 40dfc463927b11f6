"""The nouns of what can be said about a decision: how sure it is, what to ask, what would change it.

They stand beside `decision.model` and follow its rules: frozen, by column, unknown never a number by itself. Programs
are named by the row a spreadsheet shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.arrays import Flags, Floats, Whole

__all__ = [
    "Certainty",
    "End",
    "Interval",
    "Level",
    "Opinions",
    "OrderProof",
    "Readings",
    "Spread",
    "Standing",
    "Uncertain",
    "WeightKeeps",
]


class Spread(Enum):
    """How the values that a fact may have are spread."""

    SHARES = "unknown: every share of the points between its ends is as likely"
    VALUES = "a range: every value between its ends is as likely"
    COUNTED = "a rate: the beta distribution that its counts leave"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """The programs that fit, and what each can earn: the ground of everything said about certainty.

    Parameters
    ----------
    programs
        ``(n,)``, numbers of the programs that fit, in ranking order.
    rows
        ``(n,)``, their spreadsheet rows.
    names
        The weighted criteria, in the order of concern.
    weights
        ``(k,)``, as stated; they sum to 1.
    score
        ``(n,)``, the assured points, 0..100, rounded as for the ranking.
    groups
        Numbers into ``names``: criteria of equal concern together, the greatest concern first.
    low, high
        ``(k, n)``, the least and greatest share 0..1 each fact can earn; equal where it is known.
    shortlist
        How many programs the shortlist holds.
    """

    programs: Whole
    rows: Whole
    names: tuple[str, ...]
    weights: Floats
    score: Floats
    groups: tuple[tuple[int, ...], ...]
    low: Floats
    high: Floats
    shortlist: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Uncertain:
    """What the facts of one criterion may turn out to be, for the programs whose fact is not known for sure.

    Parameters
    ----------
    criterion
        Number into the names of the `Standing`.
    spread
        How the values are spread.
    programs
        ``(u,)``, places in the `Standing`, rising.
    first, second
        ``(u,)``: the two ends, shares 0..1 for ``SHARES``, values in the kind's unit for ``VALUES``; the two
        parameters of the beta distribution for ``COUNTED``, above 0.
    knots
        (value, share 0..1) of the scale that values go through; empty for ``SHARES``.
    """

    criterion: int
    spread: Spread
    programs: Whole
    first: Floats
    second: Floats
    knots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrderProof:
    """What the order of concern alone proves, for every weight set that respects it.

    Parameters
    ----------
    beats
        ``(n, n)``: the first surely stands above the second; ``None`` above 500 programs.
    never_first
        ``(n,)``: no weight set and no reading of the unknowns puts it first, alone or level. A rate from counts is
        taken as counted.
    rank_from, rank_to
        ``(n,)``: one more than how many surely beat it; n less how many it surely beats.
    """

    beats: Flags | None
    never_first: Flags
    rank_from: Whole
    rank_to: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of an interval of a weight, and who takes over past it.

    Parameters
    ----------
    at
        The weight, 0..1.
    row
        The program that takes over past it; ``None`` when the interval ends at 0 or 1.
    """

    at: float
    row: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The weights that keep something as it is, the other weights rescaled in proportion."""

    low: End
    high: End


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightKeeps:
    """How far one weight can move.

    Parameters
    ----------
    weight
        As stated, 0..1.
    first, shortlist
        The interval that keeps the first place, ``None`` where nobody holds it alone; and the shortlist as a set. Both
        are ``None`` with fewer than two weighted criteria or where no program fits.
    """

    weight: float
    first: Interval | None
    shortlist: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Readings:
    """Places over plausible readings: weights that respect the order, unknowns over what they can be.

    Parameters
    ----------
    draws, seed
        How many readings were drawn, and from which seed.
    error
        The largest half-width at 95 % that a share of so many draws can have; 0 when nothing varies.
    first, shortlist
        ``(n,)``: the share of readings in which each comes first (alone or level), and is on the shortlist.
    mean_rank
        ``(n,)``, among those looked at; 0 for the others.
    from_weights, from_unknowns
        ``(n,)``: the share of readings in which each comes first when only the weights vary (facts as assured), and
        when only the facts do (weights as stated).
    looked_at
        ``(n,)``: programs that were looked at; above 500 that fit only those that can come first. The others have 0
        everywhere.
    """

    draws: int
    seed: int
    error: float
    first: Floats
    shortlist: Floats
    mean_rank: Floats
    from_weights: Floats
    from_unknowns: Floats
    looked_at: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Programs that cannot be told apart, or hardly.

    Parameters
    ----------
    ties
        Rows that share a place, together.
    too_close
        Rows behind the first by less than one point; those level with it are ties.
    """

    ties: tuple[tuple[int, ...], ...]
    too_close: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """The first place by other methods, by row; of those level the one that ranks higher, ``None`` where nobody fits.

    Parameters
    ----------
    equal, rank_sum
        Under equal weights, and under weights that fall by equal steps.
    bands
        Keeping, concern by concern, those within 10 % of the scale of the best that is left.
    regret
        With the least of the largest shortfalls from the best over all weights that respect the order.
    """

    equal: int | None
    rank_sum: int | None
    bands: int | None
    regret: int | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Certainty:
    """How sure the decision is.

    Parameters
    ----------
    standing
        The programs that fit.
    order
        What the order alone proves.
    weights
        Name -> how far that weight can move.
    readings
        Shares of plausible readings, over weights that follow the order of concern.
    within_ranges
        The same over weights within the user's ranges; ``None`` where none were given, or more than 500 fit.
    level
        Ties and near ties.
    dominated
        Row -> a row that is at least as good everywhere and better somewhere, whatever the unknowns are.
    opinions
        Other methods.
    """

    standing: Standing
    order: OrderProof
    weights: Mapping[str, WeightKeeps]
    readings: Readings
    within_ranges: Readings | None
    level: Level
    dominated: Mapping[int, int]
    opinions: Opinions
