"""The nouns of a true schedule: what a user can take on, what a program asks for, and what holding them together finds.

They stand beside `decision.nouns.blocks`. Six checks are made, each only where the user has said what it is held
against; the worst answer wins, and what is not known is never taken for "none".
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from decision.kinds import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from decision.nouns.blocks import Block

__all__ = ["ROLE_KEYS", "SETTING_KEYS", "Answer", "Check", "Finding", "Missing", "Plan", "Role", "Timetable", "worst"]


class Role(Enum):
    """A column that says more about when a program runs; the value is the key that names it."""

    DELIVERY = "delivery"
    """On site or online, live or at any time."""
    BLOCKS = "blocks"
    """One-off blocks in the daytime, such as an internship week."""
    WEEKLY_HOURS = "weekly_hours"
    """Class hours a week."""
    STARTS = "starts"
    """When it starts."""
    LENGTH = "length"
    """How long it takes."""
    CLASS_HOURS = "class_hours"
    """Class hours in all."""
    PREREQUISITES = "prerequisites"
    """What must be met before; shown, never judged."""


ROLE_KEYS = tuple(role.value for role in Role)
SETTING_KEYS = ("travel", "study", "hours_free", "ready", "finish_by", "aid_load")
"""The keys of what the user can take on."""

_USUAL = {
    Role.DELIVERY: ("delivery",),
    Role.BLOCKS: ("daytime_blocks",),
    Role.WEEKLY_HOURS: ("weekly_hours",),
    Role.STARTS: ("start_date",),
    Role.LENGTH: ("months", "weeks"),
    Role.CLASS_HOURS: ("hours",),
    Role.PREREQUISITES: ("prerequisites",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the user can take on beside the hours that are free, and where a file says what a program asks for.

    Parameters
    ----------
    travel
        Minutes to a class on site, and as many back.
    study
        Hours of study for each class hour.
    is_study_named
        Whether the user gave it.
    hours_free
        Hours a week for class and study together; NaN where not said.
    ready
        The first day on which the user can start.
    finish_by
        The day by which it must be over.
    aid_hours
        Hours a week that aid requires, study included; NaN where not said.
    aid
        The same as the user wrote it: ``6 credits``.
    columns
        The headers that the user named; others are looked for under their usual names.
    """

    travel: int = 0
    study: float = 2.0
    is_study_named: bool = False
    hours_free: float = math.nan
    ready: date | None = None
    finish_by: date | None = None
    aid_hours: float = math.nan
    aid: str = ""
    columns: Mapping[Role, str] = field(default_factory=dict)

    @property
    def has_load(self) -> bool:
        """Whether the weekly load is checked."""
        return not math.isnan(self.hours_free)

    @property
    def has_dates(self) -> bool:
        """Whether start and finish are checked."""
        return self.ready is not None or self.finish_by is not None

    @property
    def roles(self) -> tuple[Role, ...]:
        """The columns that its checks need."""
        is_needed = {
            Role.DELIVERY: True,
            Role.BLOCKS: True,
            Role.WEEKLY_HOURS: self.has_load,
            Role.STARTS: self.has_dates,
            Role.LENGTH: self.finish_by is not None or self.has_load,
            Role.CLASS_HOURS: self.has_load,
            Role.PREREQUISITES: True,
        }
        return tuple(role for role in Role if is_needed[role])

    def names(self, role: Role) -> tuple[str, ...]:
        """Give the headers of a column, the first the file has is taken: the user's own, else the usual ones."""
        named = self.columns.get(role, "")
        return (named,) if named else _USUAL[role]

    @property
    def named(self) -> tuple[str, ...]:
        """The headers that the user named and that a check needs."""
        return tuple(self.columns[role] for role in self.roles if self.columns.get(role))

    @property
    def usual(self) -> tuple[str, ...]:
        """The headers that are read where the file has them."""
        return tuple(name for role in self.roles if not self.columns.get(role) for name in _USUAL[role])


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """What a file says of when one program runs. Columns that are not read are ``None`` or leave their part untold.

    Parameters
    ----------
    is_known
        Whether the schedule column states anything.
    delivery
        Labels such as ``online`` or ``in person``; empty where it is not known.
    is_delivery_read
        Whether the file has such a column, or the user named one.
    block_hours
        Least and most hours of one-off blocks; (0, 0) where there are none, NaN where not known, ``None`` where no such
        column is read.
    block_labels
        When they are: ``day``, ``evening``, ``weekend``; empty where that is not said.
    blocks
        The same as typed.
    weekly
        Least and most class hours a week; NaN where not known.
    weekly_source
        Where they come from, in words: empty for their own column.
    starts
        First and last possible day of each start, by date; ``None`` where not known.
    is_rolling
        Whether one can start at any time.
    yearly
        Months 1..12 in which it starts every year.
    months
        Least and most months from start to finish; NaN where not known.
    prerequisites
        As typed; empty where none are stated.
    """

    is_known: bool = True
    delivery: frozenset[str] = frozenset()
    is_delivery_read: bool = False
    block_hours: tuple[float, float] | None = None
    block_labels: frozenset[str] = frozenset()
    blocks: str = ""
    weekly: tuple[float, float] = (math.nan, math.nan)
    weekly_source: str = ""
    starts: tuple[tuple[date, date], ...] | None = None
    is_rolling: bool = False
    yearly: tuple[int, ...] = ()
    months: tuple[float, float] = (math.nan, math.nan)
    prerequisites: str = ""


class Check(Enum):
    """What is held against what."""

    CLASSES = "classes"
    """Words or sessions against what the user wants; live or at any time; travel."""
    BLOCKS = "blocks"
    LOAD = "load"
    START = "start"
    FINISH = "finish"
    PREREQUISITES = "prerequisites"
    AID = "aid"


class Answer(IntEnum):
    """The four answers, the worst the greatest."""

    FITS = 0
    ON_CONDITION = 1
    NOT_KNOWN = 2
    FAILS = 3

    @property
    def verdict(self) -> Verdict:
        """What it means for a must-have: a pass on a condition is a pass."""
        return {Answer.NOT_KNOWN: Verdict.ASK, Answer.FAILS: Verdict.FAIL}.get(self, Verdict.PASS)


class Missing(Enum):
    """What the school must be asked for."""

    HOURS = "hours"
    """On which days, and from when to when, classes meet."""
    WAY = "way"
    """On site or online, live or at any time."""
    BLOCKS = "blocks"
    LOAD = "load"
    START = "start"
    LENGTH = "length"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found.

    Parameters
    ----------
    check
        Which one.
    answer
        One of the four.
    low, high
        What the program asks for: hours of blocks, or hours a week with study; NaN where not known.
    class_low, class_high
        Class hours a week behind these.
    text
        What it is about, as stated: blocks or prerequisites; or empty.
    session, free
        The session that does not fit, on one day, and the free time that it meets there; ``None`` where none does.
    travel
        Minutes on each side of the session.
    first, last
        Between which days it starts or ends; or, alike, by which day one must start.
    missing
        What is not known; ``None`` unless that is the answer.
    """

    check: Check
    answer: Answer
    low: float = math.nan
    high: float = math.nan
    class_low: float = math.nan
    class_high: float = math.nan
    text: str = ""
    session: Block | None = None
    free: Block | None = None
    travel: int = 0
    first: date | None = None
    last: date | None = None
    missing: Missing | None = None


def worst(findings: tuple[Finding, ...]) -> Answer:
    """Give the answer that wins; what nothing speaks against fits."""
    return max((finding.answer for finding in findings), default=Answer.FITS)
