"""The nouns of pay: wage tables by area and date, what one area pays, and how soon a cost is earned back.

One rule: a wage in a table is what people in the work earn, never what this person would gain; a gain comes only from
two wages that the user states. They stand beside the model, as the outcome of a run may hold them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.arrays import Floats

__all__ = ["HOURS_A_WEEK", "Older", "Outlook", "Pay", "Payback", "Paybacks", "StatedWages", "Wage", "WageTable", "Work"]

HOURS_A_WEEK = 40.0
"""Hours of work a week where the user states none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wage:
    """What people in one work earn in one area, in dollars an hour before tax.

    Parameters
    ----------
    area
        The area as its table names it.
    low, median, high
        A tenth earns less than ``low``, half less than ``median``, a tenth more than ``high``; NaN where the source
        does not release the figure.
    jobs
        How many people do this work there; NaN where it is not released or not given.
    now
        The area of a later table that this one became, or the nearest; empty where the name did not change.
    """

    area: str
    low: float
    median: float
    high: float
    jobs: float = math.nan
    now: str = ""

    @property
    def is_released(self) -> bool:
        """Whether the source gives any of the three wages."""
        return not all(map(math.isnan, (self.low, self.median, self.high)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A forecast of jobs, with its years: it expires.

    Parameters
    ----------
    area
        What it is of.
    first, last
        The years it runs from and to.
    jobs_first, jobs_last
        Jobs in these years.
    growth
        The change from first to last, as a share.
    openings
        Openings a year.
    but
        What the source names against it; empty for nothing.
    source
        Where it stands.
    """

    area: str
    first: int
    last: int
    jobs_first: float
    jobs_last: float
    growth: float
    openings: float
    but: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One occupation of a table.

    Parameters
    ----------
    code, title
        Its number in the federal classification, and its name.
    wages
        Area -> wage, in the order of the table.
    became
        The codes that later took its place; empty while it exists.
    outlook
        The forecast of its jobs, or ``None``.
    """

    code: str
    title: str
    wages: Mapping[str, Wage]
    became: tuple[str, ...] = ()
    outlook: Outlook | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WageTable:
    """Wages of one source and date.

    Parameters
    ----------
    name
        The bundled name or the path it was read from.
    title, by
        What it is called, and whose it is.
    as_of
        The month or year it is of, as ``2025-05``.
    as_of_why
        How the date is known where the source gives none; else empty.
    source, source_url
        Where it comes from.
    works
        Code -> occupation; the first is meant where none is named.
    also
        Another name of an area, or a place counted in it -> the area.
    """

    name: str
    title: str
    by: str
    as_of: str
    as_of_why: str
    source: str
    source_url: str
    works: Mapping[str, Work]
    also: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Older:
    """What an older table says of the same area: shown beside, marked old."""

    table: WageTable
    work: Work
    wage: Wage


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedWages:
    """What the user says of their own wages.

    Parameters
    ----------
    now, then
        Dollars an hour, before and after the training.
    hours
        Of work a week, more than 0.
    is_hours_assumed
        Whether the user stated no hours.
    given_up
        Dollars not earned while training, in all.
    """

    now: float
    then: float
    hours: float = HOURS_A_WEEK
    is_hours_assumed: bool = True
    given_up: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Payback:
    """How many months of the higher wage pay a cost back.

    Parameters
    ----------
    gain
        More dollars a month, before tax; 0 or less when the wages stated are no higher.
    low, high
        Months for the low and the high end of the cost; NaN where the cost is not known or nothing is gained.
    """

    gain: float
    low: float = math.nan
    high: float = math.nan

    @property
    def is_gain(self) -> bool:
        """Whether the wage stated for afterwards is the higher one."""
        return self.gain > 0

    @property
    def is_known(self) -> bool:
        """Whether it can be said in months."""
        return not math.isnan(self.low)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Paybacks:
    """How soon the cost of each program is paid back.

    Parameters
    ----------
    criterion
        The name of the criterion that holds the cost.
    gain
        More dollars a month, before tax; 0 or less when the wages stated are no higher.
    low, high
        ``(n_readings,)`` of that criterion's fact, months; NaN where the cost is not known or nothing is gained.
    """

    criterion: str
    gain: float
    low: Floats
    high: Floats

    def of(self, reading: int) -> Payback:
        """Give the payback of one reading of the cost."""
        return Payback(gain=self.gain, low=float(self.low[reading]), high=float(self.high[reading]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """What one area pays for one work, and the wages the user states.

    Parameters
    ----------
    asked
        The area as the user named it.
    table, work, wage
        The table, the occupation and the figure found.
    older
        Older tables that name the same area.
    stated
        The user's own wages; ``None`` when not stated.

    Notes
    -----
    ``print(pay("Worcester"))`` says it in words.
    """

    asked: str
    table: WageTable
    work: Work
    wage: Wage
    older: tuple[Older, ...] = ()
    stated: StatedWages | None = None

    @property
    def settings(self) -> dict[str, object]:
        """What is needed to look it up again, as plain JSON values."""
        wages: dict[str, object] = {}
        if self.stated is not None:
            hours = {} if self.stated.is_hours_assumed else {"hours": self.stated.hours}
            wages = {"now": self.stated.now, "then": self.stated.then, **hours, "given_up": self.stated.given_up}
        return {"area": self.asked, "wages": {**wages, "occupation": self.work.code, "table": self.table.name}}

    def __repr__(self) -> str:
        return f"Pay({self.wage.area}, {self.work.code}, {self.table.as_of})"
