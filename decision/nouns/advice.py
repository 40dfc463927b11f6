"""The nouns of advice: what to ask the schools, which must-haves to loosen, and what would change the result.

They stand beside `decision.nouns.findings` and follow its rules: frozen, programs named by the row a spreadsheet shows,
values in the kind's own unit (dollars, share 0..1, months, the criterion's unit) or a label.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = [
    "Change",
    "Contrast",
    "Difference",
    "Effect",
    "Lever",
    "Loosening",
    "NearMiss",
    "Price",
    "Question",
    "Questions",
    "RelaxedSet",
    "Setting",
    "Settling",
    "Slack",
    "Together",
]


# ── what to ask ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One fact that a school does not state, and what its answer could do.

    Parameters
    ----------
    row
        The program.
    criterion
        The name of the criterion.
    changes_first, changes_shortlist
        The share 0..1 of its possible answers after which other programs stand first, or on the shortlist.
    gain
        How many more points, of 100, the program put first is expected to have when the answer is known.
    break_even_first, break_even_shortlist
        The least favourable value that does it; ``None`` when no value does, or none that has a name.
    said, as_of
        Of a fact that is stated and old: what is stated, and of when that is (``in 2021-22``); else empty.
    """

    row: int
    criterion: str
    changes_first: float
    changes_shortlist: float
    gain: float
    break_even_first: float | str | None
    break_even_shortlist: float | str | None
    said: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What a program leaves open that only counts when all of it is answered: two or more must-haves.

    Parameters
    ----------
    row
        The program.
    criteria
        The names of its unanswered must-haves, in the order of concern.
    all_met
        The chance 0..1 that the answers meet all of them.
    changes_first, changes_shortlist
        The chance 0..1 that after the answers other programs stand first, or on the shortlist.
    """

    row: int
    criteria: tuple[str, ...]
    all_met: float
    changes_first: float
    changes_shortlist: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """The fewest questions that, put to every school, decide of most programs whether they fit.

    Parameters
    ----------
    criteria
        The names of the must-haves to ask about, in the order of concern.
    settles, of
        How many of the programs to ask about they decide, and how many there are.
    """

    criteria: tuple[str, ...]
    settles: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What to ask the schools, the most useful question first.

    Parameters
    ----------
    questions
        Those whose answer alone can change who stands first or on the shortlist.
    without_effect
        How many more unknowns there are whose answer alone changes neither.
    together
        What has to be asked together, the most useful first.
    settling
        The few questions that decide most; ``None`` when few do not.
    again
        Old facts to ask again, because the first place or the shortlist could change by them alone.
    """

    questions: tuple[Question, ...]
    without_effect: int
    together: tuple[Together, ...] = ()
    settling: Settling | None = None
    again: tuple[Question, ...] = ()


# ── what to loosen ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class RelaxedSet:
    """Must-haves that would be given up together.

    Parameters
    ----------
    drop
        Their names, in the order of concern.
    fits, ask
        How many programs would then fit, and how many would be left to ask about.
    """

    drop: tuple[str, ...]
    fits: int
    ask: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one must-have costs.

    Parameters
    ----------
    criterion
        Its name.
    only_loss
        How many programs fail this must-have and no other.
    regains_limit, regains_row
        The limit nearest to the present one with which another of them would fit, and which; ``None`` when no limit
        does.
    """

    criterion: str
    only_loss: int
    regains_limit: float | None
    regains_row: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A program that fails one must-have only, a number, by little; ``margin`` in the kind's unit."""

    row: int
    criterion: str
    margin: float


class Setting(Enum):
    """What a user says of a schedule that can be stretched."""

    EARLIER = "free earlier"
    """Every block of free time begins earlier; minutes."""
    LATER = "free later"
    """Every block of free time ends later; minutes."""
    TRAVEL = "travel"
    """Minutes to class."""
    HOURS_FREE = "hours_free"
    """Hours a week."""
    READY = "ready"
    """A day, as in ``2027-01-05``."""
    FINISH_BY = "finish_by"
    """A day, as in ``2027-12-31``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slack:
    """The least change of one such setting, everything else as it is, that lets in a program that fails nothing else.

    Parameters
    ----------
    criterion
        The name of the must-have.
    setting
        Which.
    from_value, to_value
        Now, and what it must become; for free time, 0 and by how many minutes.
    fits
        How many more programs would fit.
    row
        The first of them in the file.
    """

    criterion: str
    setting: Setting
    from_value: float | str
    to_value: float | str
    fits: int
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Loosening:
    """Ways to let more programs in.

    Parameters
    ----------
    sets
        Every smallest set of must-haves without which enough programs fit; empty when enough fit already.
    each
        What each must-have costs, in the order of concern.
    near_misses
        The nearest first.
    preferred
        What is given up when must-haves are kept in the order of concern as long as enough programs meet them.
    settings
        The least change of each setting of a schedule that helps by itself, in the order of `Setting`.
    """

    sets: tuple[RelaxedSet, ...]
    each: tuple[Price, ...]
    near_misses: tuple[NearMiss, ...]
    preferred: tuple[str, ...]
    settings: tuple[Slack, ...] = ()


# ── what would change the result ──────────────────────────────────────────────────────────────────────────────────────


class Lever(Enum):
    """What can be moved."""

    FACT = "fact"
    LIMIT = "limit"
    WEIGHT = "weight"


class Effect(Enum):
    """What a change brings a program."""

    FIRST = "first"
    SHORTLIST = "shortlist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The least change in one thing that brings a program to the first place or onto the shortlist.

    Parameters
    ----------
    what
        A fact of the program, a limit of the user, or a weight of the user.
    criterion
        The name of the criterion.
    from_value, to_value
        Now, and what it must become: in the kind's unit, a label, or a weight 0..1.
    effect
        What it brings.
    setting
        The setting of a schedule that is moved, which then gives the unit; ``None`` for everything else.
    """

    what: Lever
    criterion: str
    from_value: float | str
    to_value: float | str
    effect: Effect
    setting: Setting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one criterion adds to the difference of two scores, in points of 100; below 0 where it takes away."""

    criterion: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Why one program scores as it does beside another.

    Parameters
    ----------
    row, against
        The program, and the one it is held against.
    differences
        One per weighted criterion, in the order of concern; they add up to ``gap``.
    strongest_for
        At most two, the strongest first.
    strongest_against
        ``None`` when nothing speaks against it.
    gap
        The difference of the two scores, in points.
    """

    row: int
    against: int
    differences: tuple[Difference, ...]
    strongest_for: tuple[Difference, ...]
    strongest_against: Difference | None
    gap: float
