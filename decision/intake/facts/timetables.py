"""The columns that say more about when a program runs become one `Timetable` for each distinct combination of cells.

What is not stated stays unknown: hours a week follow from sessions, or from hours and length, only where both ends are
stated.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from decision.intake.cells.cell import read_cell
from decision.intake.cells.dates import ROLLING, read_starts
from decision.intake.cells.one_off import read_one_off
from decision.intake.cells.remarks import impossible
from decision.intake.cells.schedule_words import schedule_words, spaced
from decision.intake.facts.headers import find_header
from decision.model import Kind, Reading, Unknown
from decision.nouns.blocks import EVENING_START, Block, parse_block
from decision.nouns.plans import Plan, Role, Timetable

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["read_role", "role_headers", "say_timetable"]

_WEEKS_A_MONTH = 52 / 12
_HOURS_A_WEEK = 168
_DELIVERY = frozenset({"online", "online any time", "online live", "hybrid", "in person"})
_PLAIN_WORDS = frozenset({"day", "evening", "weekend"})
_WEEKLY = re.compile(r"\s*(?:\b(?:a|per|each|every)\s+|/\s*)(?:week|wk)\b\.?|\s*\bweekly\b", re.I)
_BARE = re.compile(r"\s*[0-9]+(?:\.[0-9]+)?(?:\s*[-–]\s*[0-9]+(?:\.[0-9]+)?)?\s*")
_NO_MORE = frozenset({"none", "no", "nil"})
_TOO_LONG = "a week has 168 hours. Correct it, or leave the cell blank if it is not known."


def role_headers(header: Sequence[str], plan: Plan) -> list[tuple[Role, str]]:
    """List the columns that a plan reads from a file, in the order in which they are said together.

    Parameters
    ----------
    header
        The file's header.
    plan
        What the user can take on.

    Returns
    -------
    list of tuple
        A column's role and its header as wanted; one that the user named is listed though the file lacks it.

    Examples
    --------
    >>> role_headers(["program", "delivery", "start_date"], Plan(columns={Role.BLOCKS: "internship"}))
    [(<Role.DELIVERY: 'delivery'>, 'delivery'), (<Role.BLOCKS: 'blocks'>, 'internship')]
    """
    return [
        (role, name)
        for role in plan.roles
        for name in plan.names(role)
        if role in plan.columns or find_header(header, name) is not None
    ]


def read_role(text: str, role: Role, header: str) -> Reading:
    """Read one cell of such a column.

    Parameters
    ----------
    text
        As typed.
    role
        What the column says.
    header
        Its name: a bare number in a column of weeks is weeks.

    Examples
    --------
    >>> read_role("36", Role.LENGTH, "weeks").low < 9, read_role("12 hours per week", Role.WEEKLY_HOURS, "h").low
    (True, 12.0)
    """
    match role:
        case Role.DELIVERY:
            return read_cell(text, Kind.SCHEDULE)
        case Role.BLOCKS:
            return read_one_off(text)
        case Role.STARTS:
            return read_starts(text)
        case Role.LENGTH:
            is_weeks = _BARE.fullmatch(text) is not None and "week" in header.casefold()
            return _sure(replace(read_cell(f"{text.strip()} weeks" if is_weeks else text, Kind.DURATION), text=text))
        case Role.WEEKLY_HOURS:
            return _weekly(text)
        case Role.CLASS_HOURS:
            return _sure(read_cell(text, Kind.NUMBER, unit="hours"))
        case _:
            return replace(read_cell(text, Kind.CATEGORY), doubt="", fault="")


def _weekly(text: str) -> Reading:
    reading = replace(read_cell(_WEEKLY.sub("", text), Kind.NUMBER, unit="hours"), text=text)
    is_too_long = reading.is_stated and reading.high > _HOURS_A_WEEK
    is_negative = reading.is_stated and reading.low < 0
    return impossible(text, _TOO_LONG) if is_too_long or is_negative else _sure(reading)


def _sure(reading: Reading) -> Reading:
    """Read what is odd, such as a length of 0, as not known: its doubt is told."""
    if not reading.is_stated or not reading.doubt:
        return reading
    return replace(reading, unknown=Unknown.NOT_UNDERSTOOD, low=math.nan, high=math.nan)


def say_timetable(schedule: Reading, roles: Sequence[Role], readings: Sequence[Reading]) -> Timetable:
    """Say what a program's cells state together.

    Parameters
    ----------
    schedule
        When classes meet.
    roles, readings
        The further columns and what each says; of one role, the first that states something counts.

    Returns
    -------
    Timetable
        What is stated, the rest not known.
    """
    by_role: dict[Role, Reading] = {}
    for role, reading in zip(roles, readings, strict=True):
        if role not in by_role or not by_role[role].is_stated:
            by_role[role] = reading
    silent = Reading(text="", unknown=Unknown.BLANK)
    blocks, delivery = by_role.get(Role.BLOCKS), by_role.get(Role.DELIVERY, silent).labels & _DELIVERY
    is_way_open = Role.DELIVERY in by_role and not delivery
    months = _ends(by_role.get(Role.LENGTH, silent))
    told = schedule.labels | (delivery & {"hybrid", "online any time"}) | ({"hybrid"} if is_way_open else set())
    in_all = _ends(by_role.get(Role.CLASS_HOURS, silent))
    weekly, source = _class_hours(told, by_role.get(Role.WEEKLY_HOURS, silent), in_all, months)
    starts = by_role.get(Role.STARTS, silent)
    return Timetable(
        is_known=schedule.is_stated,
        delivery=delivery,
        is_delivery_read=Role.DELIVERY in by_role,
        block_hours=None if blocks is None else _ends(blocks),
        block_labels=frozenset() if blocks is None else blocks.labels,
        blocks="" if blocks is None or not blocks.is_stated else " ".join(blocks.text.split()),
        weekly=weekly,
        weekly_source=source,
        starts=_starts(starts.labels) if starts.is_stated else None,
        is_rolling=ROLLING in starts.labels,
        yearly=tuple(sorted(int(label[2:]) for label in starts.labels if label.startswith("--"))),
        months=months,
        prerequisites=_prerequisites(by_role.get(Role.PREREQUISITES, silent)),
    )


def _ends(reading: Reading) -> tuple[float, float]:
    return reading.low, reading.high


def _prerequisites(reading: Reading) -> str:
    text = " ".join(reading.text.split()).rstrip(".")
    return text if reading.is_stated and text.casefold() not in _NO_MORE else ""


def _starts(labels: frozenset[str]) -> tuple[tuple[date, date], ...]:
    """Give the first and last day of each start that has a year."""
    days = [label for label in sorted(labels) if label[:1].isdigit()]
    return tuple((_edge(label, is_last=False), _edge(label, is_last=True)) for label in days)


def _edge(label: str, *, is_last: bool) -> date:
    if len(label) > len("2027-01"):
        return date.fromisoformat(label)
    year, month = int(label[:4]), int(label[5:])
    return date(year, month, monthrange(year, month)[1] if is_last else 1)


def _class_hours(
    labels: frozenset[str], stated: Reading, in_all: tuple[float, float], months: tuple[float, float]
) -> tuple[tuple[float, float], str]:
    """Give class hours a week and where they come from: their own column, sessions, or hours and length."""
    if stated.is_stated:
        return _ends(stated), ""
    sessions = _session_hours(labels)
    if not math.isnan(sessions[0]):
        return sessions, "sessions"
    weeks = (months[0] * _WEEKS_A_MONTH, months[1] * _WEEKS_A_MONTH)
    if math.isnan(in_all[0]) or not weeks[0] > 0:
        return (math.nan, math.nan), ""
    return (in_all[0] / weeks[1], in_all[1] / weeks[0]), "hours and length"


def _session_hours(labels: frozenset[str]) -> tuple[float, float]:
    """Add up sessions; of several listed apart one may be enough, and what is online adds an unknown amount."""
    blocks = {label: block for label in labels - _PLAIN_WORDS if (block := parse_block(label)) is not None}
    implied, words = {_plain(block) for block in blocks.values()}, schedule_words().phrases
    others = {(words.get(spaced(label)) or (label,))[0] for label in labels - set(blocks)}
    if not blocks or not all(block.has_hours for block in blocks.values()) or "online any time" in others:
        return math.nan, math.nan
    hours = sorted(len(block.days) * (block.end - block.start) / 60 for block in blocks.values())
    is_open = bool(others & ((_PLAIN_WORDS | {"hybrid", "online"}) - implied))
    return hours[0], math.inf if is_open else sum(hours)


def _plain(block: Block) -> str:
    return "weekend" if block.is_weekend else ("evening" if block.start >= EVENING_START else "day")
