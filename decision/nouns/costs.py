"""What a bill is made of: lines that every graduate pays, grants that pay some of them, and the bill of one reading.

Amounts are dollars; an end that nobody knows is infinite. A loan is no grant: it lowers nothing, so there is none here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "EVERYTHING",
    "NO_COSTING",
    "AddedLine",
    "Bill",
    "BillLine",
    "Bills",
    "Check",
    "Condition",
    "Costing",
    "Grant",
    "LineSource",
    "Paid",
    "SharedBills",
]

EVERYTHING = "everything"
"""What a grant covers that pays for any line."""


class Check(Enum):
    """How a condition looks at a cell."""

    IS = "is"
    HAS = "has"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition on one column: ``exam is CPC or COC``, ``hours at least 150``.

    Parameters
    ----------
    column
        The header it looks at.
    check
        How.
    words
        What ``is`` and ``has`` look for, any of them.
    limit
        What the others compare with.
    known, aliases
        The labels that a cell of this column may name, and their other spellings.
    """

    column: str
    check: Check
    words: tuple[str, ...] = ()
    limit: float = math.nan
    known: tuple[str, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The condition as it is written."""
        value = " or ".join(self.words) if self.words else f"{self.limit:g}"
        return f"{self.column} {self.check.value} {value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedLine:
    """A further line of the bill. Of lines with one name the first whose condition holds counts.

    Parameters
    ----------
    name
        What is paid for.
    low, high
        How much.
    when
        For whom; ``None`` for everyone.
    column
        The header that states it for a program, and then wins; or empty.
    included_in
        Headers of amounts that hold it already where they are stated.
    source, as_of
        Where the amount comes from, and from when it is.
    """

    name: str
    low: float
    high: float
    when: Condition | None = None
    column: str = ""
    included_in: tuple[str, ...] = ()
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Money that need not be paid back, for whom, and what it may pay.

    Parameters
    ----------
    name
        As its giver calls it.
    covers
        Headers or names of the lines it may pay, or `EVERYTHING`; empty when it takes nothing off the bill.
    low, high
        How much it gives; infinite for all of what it covers.
    is_last
        Whether it pays what other grants leave.
    not_with
        Grants that nobody has together with this one.
    person
        Question about the person -> the answer that it takes.
    program
        What must hold of the program, all of it.
    begins, ends
        First and last month in which a start counts, ``2026-07``; or empty.
    gives
        What it gives where that is not money off, in words.
    source, as_of
        Where this comes from, and from when it is.
    """

    name: str
    covers: tuple[str, ...]
    low: float = math.inf
    high: float = math.inf
    is_last: bool = False
    not_with: tuple[str, ...] = ()
    person: Mapping[str, bool] = field(default_factory=dict)
    program: tuple[Condition, ...] = ()
    begins: str = ""
    ends: str = ""
    gives: str = ""
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Costing:
    """How a price becomes what a person pays.

    Parameters
    ----------
    override
        The header of the user's own figure, which wins over all else; or empty.
    credits, length
        Headers that state how many credits and how long a program takes; or empty.
    lines
        What is added.
    grants
        What may be taken off.
    person
        The user's answers: question or grant -> ``yes``, ``no`` or an amount; ``start`` -> a month.
    questions
        Question about the person -> its whole sentence.
    lists
        File of a list of lines or grants -> SHA-256 of its bytes.
    """

    override: str = ""
    credits: str = ""
    length: str = ""
    lines: tuple[AddedLine, ...] = ()
    grants: tuple[Grant, ...] = ()
    person: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition on a column, those of the lines first."""
        of_lines = [line.when for line in self.lines if line.when is not None]
        return (*of_lines, *(condition for grant in self.grants for condition in grant.program))

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header it can be read from besides the criterion's own."""
        named = [self.override, self.credits, self.length]
        named += [line.column for line in self.lines]
        named += [condition.column for condition in self.conditions]
        return tuple(dict.fromkeys(header for header in named if header))


NO_COSTING = Costing()
"""A price as the file states it, nothing added and nothing taken off."""


class LineSource(Enum):
    """Where a line of a bill comes from; the value is the word that is shown."""

    STATED = "stated"
    WORKED_OUT = "worked out"
    ASSUMED = "assumed"
    OWN = "your own figure"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLine:
    """One line of a bill.

    Parameters
    ----------
    name
        What is paid for.
    low, high
        How much; infinite where nobody knows.
    source
        Where the amount comes from.
    note
        How it was worked out, or who says so; or empty.
    """

    name: str
    low: float
    high: float
    source: LineSource
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """What one grant pays of one bill.

    Parameters
    ----------
    name
        Of the grant.
    least, most
        What it surely pays of the dearest reading of the bill, and may pay of the cheapest.
    asked
        What nobody answered about the person, as sentences.
    open
        What the file does not say of the program, as conditions.
    note
        What it gives besides; or empty.
    instead
        The grant that is counted in its place where it is at its most, since nobody has both; or empty.
    """

    name: str
    least: float
    most: float
    asked: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    note: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What one reading comes to: lines add up to all-in, all-in less what the grants pay is what is left to pay.

    Parameters
    ----------
    lines
        In the order of the criteria.
    grants
        Those that cover something, in the order in which they pay; what one pays the next cannot.
    all_in_low, all_in_high
        The sums of the lines; the high one is infinite where a line is not known.
    net_low, net_high
        The least and the most that is left to pay: ``all_in_low`` less every ``most``, ``all_in_high`` less every
        ``least``.
    """

    lines: tuple[BillLine, ...]
    grants: tuple[Paid, ...]
    all_in_low: float
    all_in_high: float
    net_low: float
    net_high: float

    @property
    def assumed(self) -> tuple[float, float]:
        """The least and the most of it that is assumed."""
        lines = [line for line in self.lines if line.source is LineSource.ASSUMED]
        return sum(line.low for line in lines), sum(line.high for line in lines)

    @property
    def asked(self) -> tuple[str, ...]:
        """What the user could answer about the person, each once."""
        return tuple(dict.fromkeys(sentence for paid in self.grants for sentence in paid.asked))


class Bills(Protocol):
    """The bill of each reading of a cost."""

    def __len__(self) -> int: ...

    def __getitem__(self, reading: int, /) -> Bill | None: ...


class SharedBills:
    """The bills of readings that were set apart for another reason than what they cost.

    Parameters
    ----------
    bills
        Those of the readings before.
    readings
        For each reading, the number of the one before whose bill it has.
    """

    def __init__(self, bills: Bills, readings: Sequence[int]) -> None:
        self._bills, self._readings = bills, readings

    def __len__(self) -> int:
        return len(self._readings)

    def __getitem__(self, reading: int) -> Bill | None:
        return self._bills[self._readings[reading]]
