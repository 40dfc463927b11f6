"""The nouns of what differs between two decisions: what the user changed, which programs moved, and why.

They follow the rules of `decision.nouns.advice`: frozen, programs named as typed with the row a spreadsheet shows,
points of 100.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Cause", "Comparison", "Moved", "Part", "Seen", "Setting"]


class Cause(Enum):
    """Why a program moved."""

    FACTS = "facts"
    """What the file says of it."""
    SCALE = "scale"
    """What a fact earns, by the user's reference points."""
    EITHER = "facts or scale"
    """The file and the criteria both changed, so it may be either."""
    WEIGHTS = "weights"
    """What the criteria count for."""
    LIMITS = "limits"
    """What the user requires."""
    LIMITS_OR_FACTS = "limits or facts"
    """The limit and the file both changed, so it may be either."""
    SHORTLIST = "shortlist"
    """How many programs the shortlist holds."""
    OTHERS = "others"
    """Other programs moved around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One program in one decision.

    Parameters
    ----------
    row
        The row a spreadsheet shows.
    status
        ``fits``, ``ask`` or ``out``.
    rank
        ``None`` when out.
    is_shortlisted
        Whether it is on the shortlist.
    score, score_high
        Assured and possible points; ``None`` when out.
    failed, asked
        Names of the must-haves it fails, and of the criteria whose facts are to be asked for.
    """

    row: int
    status: str
    rank: int | None
    is_shortlisted: bool
    score: float | None
    score_high: float | None
    failed: tuple[str, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one criterion adds to the change of a program's score, in points.

    Parameters
    ----------
    criterion
        Its name.
    by_weight
        Because it counts for more, or for less.
    by_fact
        Because the fact, or what it earns, is another.
    """

    criterion: str
    by_weight: float
    by_fact: float

    @property
    def points(self) -> float:
        """Both together."""
        return self.by_weight + self.by_fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One program that stands otherwise than before.

    Parameters
    ----------
    name
        As typed.
    before, after
        Where it stood, and where it stands.
    parts
        Per criterion; they add up to the change of its score. Empty where it had or has no score.
    causes
        Why it moved, the first the strongest; at least one.
    limits
        Must-haves that decided its status, and decide it no more or anew.
    """

    name: str
    before: Seen
    after: Seen
    parts: tuple[Part, ...]
    causes: tuple[Cause, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing the user set otherwise: ``before`` and ``after`` in words, empty where it was not set."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between two decisions.

    Parameters
    ----------
    first_before, first_after
        Names of the programs that fit and come first; more than one where they are level, none where nobody fits.
    must_haves
        Must-haves that are new, gone, or have another rule, in the order of concern.
    weights
        Name -> weight 0..1 before and after, where they differ; ``None`` where the criterion had or has none.
    settings
        What else was set otherwise.
    is_same_file, is_same_join, is_same_version
        Whether the table of programs is the same to the byte, the tables joined to it, and the program that decided.
    moved
        The programs that moved, the largest move first.
    stayed
        How many stand as before.
    new, gone
        Programs that only one of the two knows: name and where it stands or stood.
    """

    first_before: tuple[str, ...]
    first_after: tuple[str, ...]
    must_haves: tuple[Setting, ...]
    weights: tuple[tuple[str, float | None, float | None], ...]
    settings: tuple[Setting, ...]
    is_same_file: bool
    is_same_join: bool
    is_same_version: bool
    moved: tuple[Moved, ...]
    stayed: int
    new: tuple[tuple[str, Seen], ...]
    gone: tuple[tuple[str, Seen], ...]
