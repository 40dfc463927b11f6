"""Wages, gains and paybacks become sentences: every figure with its date, in plain words.

One rule: a table says what people in the work earn; what this person gains is said only of wages the person stated.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.model import Kind, plain, spell, spell_range
from decision.report.words.wording import joined

if TYPE_CHECKING:
    from decision.nouns.wages import Older, Outlook, Pay, Payback, StatedWages, Wage

__all__ = [
    "dated",
    "earned_words",
    "gain_words",
    "hourly",
    "jobs_words",
    "no_gain",
    "older_words",
    "outlook_words",
    "place_words",
    "price_words",
    "repaid",
    "then_words",
]

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_NOT_RELEASED = "not released"


def dated(as_of: str) -> str:
    """Write a date as a person does.

    Examples
    --------
    >>> dated("2025"), dated("2025-05"), dated("2025-05-31")
    ('2025', 'May 2025', 'May 31, 2025')
    """
    year, *rest = as_of.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {year}" if len(rest) == 1 else f"{month} {int(rest[1])}, {year}"


def hourly(wage: float) -> str:
    """Write a wage for an hour.

    Examples
    --------
    >>> hourly(22.0), hourly(float("nan"))
    ('$22.00', 'not released')
    """
    return _NOT_RELEASED if math.isnan(wage) else f"${wage:,.2f}"


def earned_words(wage: Wage) -> str:
    """Say what the percentiles mean, as one clause.

    Examples
    --------
    >>> from decision.nouns.wages import Wage
    >>> earned_words(Wage(area="Worcester, MA", low=18.02, median=24.54, high=36.33))
    'one person in ten earns less than $18.02 an hour, half earn more than $24.54, one in ten more than $36.33'
    """
    parts = [
        (wage.low, "one person in ten earns less than {} an hour"),
        (wage.median, "half earn more than {}"),
        (wage.high, "one in ten more than {}"),
    ]
    return ", ".join(words.format(hourly(value)) for value, words in parts if not math.isnan(value)) or _NOT_RELEASED


def place_words(pay: Pay) -> str:
    """Say where the figure is of, when the user named something else than the area itself.

    Examples
    --------
    >>> from decision.intake.wages.look_up import look_up
    >>> place_words(look_up("Lowell")), place_words(look_up("Worcester"))
    ('Lowell is counted in Boston-Cambridge-Newton, MA-NH.', '')
    >>> place_words(look_up("Northwest Massachusetts BOS"))
    'Northwest Massachusetts BOS is no longer published; the nearest area is Pittsfield, MA.'
    """
    also = {name.casefold(): name for name, area in pay.table.also.items() if area == pay.wage.area}
    asked = pay.asked.strip().casefold()
    is_short = asked in also and (also[asked].isupper() or pay.wage.area == "United States")
    if asked in also and not is_short:
        return f"{also[asked]} is counted in {pay.wage.area}."
    old = [older.wage.area for older in pay.older if older.wage.area.casefold() == asked]
    if old and asked not in pay.wage.area.casefold():
        return f"{old[0]} is no longer published; the nearest area is {pay.wage.area}."
    return ""


def jobs_words(pay: Pay) -> str:
    """Say how many people do this work there."""
    if math.isnan(pay.wage.jobs):
        return f"How many people do this work in {pay.wage.area} is not released."
    return f"{plain(pay.wage.jobs)} people do this work in {pay.wage.area} ({dated(pay.table.as_of)})."


def outlook_words(outlook: Outlook) -> str:
    """Say a forecast with its years, what is named against it, and its source."""
    change = spell(Kind.SHARE, abs(outlook.growth))
    side = "more" if outlook.growth >= 0 else "fewer"
    against = f" Named against it: {outlook.but}." if outlook.but else ""
    return (
        f"{outlook.area}: {plain(outlook.jobs_first)} jobs in {outlook.first}, {plain(outlook.jobs_last)} forecast for "
        f"{outlook.last} ({change} {side}), with {plain(outlook.openings)} openings a year.{against} "
        f"Source: {outlook.source}."
    )


def older_words(older: Older) -> str:
    """Say what an older table prints, and why it is old."""
    table, wage = older.table, older.wage
    figures = joined(f"{hourly(value)} ({name})" for name, value in _named(wage))
    when = table.as_of_why or dated(table.as_of)
    gone = f" Its occupation {older.work.code} no longer exists: it was split into {joined(older.work.became)}."
    who = table.by[:1].upper() + table.by[1:] if table.by else table.title
    return f"{who} prints {figures} an hour for {wage.area} ({when}).{gone if older.work.became else ''}"


def _named(wage: Wage) -> list[tuple[str, float]]:
    return [("low", wage.low), ("middle", wage.median), ("high", wage.high)]


def gain_words(stated: StatedWages, gain: float) -> str:
    """Say what two wages make a month.

    Examples
    --------
    >>> from decision.nouns.wages import StatedWages
    >>> gain_words(StatedWages(now=17.5, then=22.0), 780.0)
    'From $17.50 to $22.00 an hour, 40 hours a week (assumed), is $780 more a month before tax.'
    """
    assumed = " (assumed)" if stated.is_hours_assumed else ""
    return (
        f"From {hourly(stated.now)} to {hourly(stated.then)} an hour, {plain(stated.hours)} hours a week{assumed}, "
        f"is {spell(Kind.MONEY, gain)} more a month before tax."
    )


def no_gain(stated: StatedWages) -> str:
    """Say that nothing is gained.

    Examples
    --------
    >>> from decision.nouns.wages import StatedWages
    >>> no_gain(StatedWages(now=22.0, then=22.0))
    'Not at these wages: $22.00 an hour afterwards is no more than $22.00 now.'
    """
    then, now = hourly(stated.then), hourly(stated.now)
    return f"Not at these wages: {then} an hour afterwards is no more than {now} now."


def then_words(pay: Pay) -> str:
    """Hold the wage stated for afterwards against what people in the work earn; empty where it is a usual one."""
    if pay.stated is None:
        return ""
    then, wage = pay.stated.then, pay.wage
    if then > wage.high:
        return f"Check {hourly(then)}: nine in ten people in this work earn less in {wage.area}."
    if then > wage.median:
        return f"Check {hourly(then)}: half of the people in this work earn less in {wage.area}, beginners among them."
    return ""


def price_words(low: float, high: float, given_up: float) -> str:
    """Write what has to be earned back.

    Examples
    --------
    >>> price_words(4500.0, 4500.0, 0.0), price_words(4500.0, 5200.0, 300.0)
    ('$4,500', '$4,500 to $5,200 and $300 of wages given up')
    """
    cost = spell_range(Kind.MONEY, low, high)
    return f"{cost} and {spell(Kind.MONEY, given_up)} of wages given up" if given_up else cost


def repaid(payback: Payback) -> str:
    """Say how soon, without a full stop."""
    if payback.high <= 0:
        return "there is nothing to pay back"
    return f"paid back in {spell_range(Kind.DURATION, payback.low, payback.high)} of the higher wage"
