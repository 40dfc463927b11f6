"""What a schedule criterion says of travel, hours, dates and aid becomes a `Plan`.

Every key is optional and none is guessed: a number of hours or minutes, a day, a load with its unit, or a fault.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.cells.dates import parse_day
from decision.intake.criteria.keys import PLAN_KEYS
from decision.intake.criteria.tree import Leaf, Node, Table, fault_at
from decision.intake.criteria.words import read_text
from decision.nouns.plans import Plan, Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["build_plan"]

_NUMBER = r"([0-9]{1,4}(?:\.[0-9]{1,2})?)"
_A_WEEK = r"(?: ?(?:(?:a|per|each|every) |/ ?)week| weekly)?"
_TRAVEL = re.compile(rf"{_NUMBER}(?: ?-?(minutes?|mins?|hours?|hrs?|h))?", re.I | re.A)
_HOURS = re.compile(rf"{_NUMBER}(?: ?(?:hours?|hrs?|h))?{_A_WEEK}", re.I | re.A)
_STUDY = re.compile(rf"{_NUMBER}(?: ?(?:hours?|hrs?|h))?", re.I | re.A)
_LOAD = re.compile(rf"{_NUMBER} ?-?(?:(credits?|credit hours?)|hours?|hrs?){_A_WEEK}", re.I | re.A)
_LONGEST_TRAVEL = 12 * 60
_WEEK_HOURS = 168
_MOST_STUDY = 20

_WANTED_TRAVEL = "is not a travel time. Write the minutes to class one way, such as 30 minutes."
_WANTED_STUDY = "is not a number of study hours. Write how many for each class hour, such as 2."
_WANTED_HOURS = "is not a number of hours a week. Write it in digits, such as 25."
_WANTED_DAY = "is not a day. Write year, month and day, such as 2027-01-05."
_WANTED_LOAD = "is not a load. Write credits or hours a week, such as 6 credits or 20 hours."
_NEEDS_HOURS = "needs `hours_free:`, the hours a week that you have for it."
_NEEDS_MUST = "goes with a must-have. Add `must:`, such as {available: [Mon-Fri 17:30-22:00]} or {any_of: [evening]}."


def build_plan(table: Table, faults: list[Fault]) -> Plan | None:
    """Build what a user can take on, or ``None`` where nothing of it is said.

    Parameters
    ----------
    table
        The criterion as typed.
    faults
        Where faults are added.
    """
    entries = {key: table.entries[key] for key in PLAN_KEYS if key in table.entries}
    if not entries:
        return None
    if "must" not in table.entries:
        faults.extend(fault_at(node, Code.MISSING_KEY, _NEEDS_MUST) for node in entries.values())
    if "aid_load" in entries and "hours_free" not in entries:
        faults.append(fault_at(entries["aid_load"], Code.MISSING_KEY, _NEEDS_HOURS))
    study = _number(entries.get("study"), _STUDY, _MOST_STUDY, _WANTED_STUDY, faults)
    ready, finish_by = (_day(entries.get(key), faults) for key in ("ready", "finish_by"))
    if ready and finish_by and ready > finish_by:
        problem = f"is before the day you are ready, {ready.isoformat()}."
        faults.append(fault_at(entries["finish_by"], Code.WRONG_VALUE, problem))
    per_class_hour = 2.0 if math.isnan(study) else study
    return Plan(
        travel=_travel(entries.get("travel"), faults),
        study=per_class_hour,
        is_study_named="study" in entries,
        hours_free=_number(entries.get("hours_free"), _HOURS, _WEEK_HOURS, _WANTED_HOURS, faults),
        ready=ready,
        finish_by=finish_by,
        aid_hours=_load(entries.get("aid_load"), per_class_hour, faults),
        aid=read_text(entries.get("aid_load"), []),
        columns=_columns(entries, faults),
    )


def _number(node: Node | None, pattern: re.Pattern[str], most: float, wanted: str, faults: list[Fault]) -> float:
    if node is None:
        return math.nan
    found = pattern.fullmatch(" ".join(node.text.split())) if isinstance(node, Leaf) else None
    if found and float(found[1]) <= most:
        return float(found[1])
    faults.append(fault_at(node, Code.WRONG_VALUE, wanted))
    return math.nan


def _travel(node: Node | None, faults: list[Fault]) -> int:
    if node is None:
        return 0
    found = _TRAVEL.fullmatch(" ".join(node.text.split())) if isinstance(node, Leaf) else None
    minutes = float(found[1]) * (60 if (found[2] or "m")[0].casefold() == "h" else 1) if found else -1.0
    if 0 <= minutes <= _LONGEST_TRAVEL:
        return math.ceil(minutes)
    faults.append(fault_at(node, Code.WRONG_VALUE, _WANTED_TRAVEL))
    return 0


def _day(node: Node | None, faults: list[Fault]) -> date | None:
    if node is None:
        return None
    day = parse_day(node.text) if isinstance(node, Leaf) else None
    if day is None:
        faults.append(fault_at(node, Code.WRONG_VALUE, _WANTED_DAY))
    return day


def _load(node: Node | None, study: float, faults: list[Fault]) -> float:
    """Give hours a week: a credit is one class hour a week with its study, hours are as the aid counts them."""
    if node is None:
        return math.nan
    found = _LOAD.fullmatch(" ".join(node.text.split())) if isinstance(node, Leaf) else None
    if found:
        return float(found[1]) * (1 + study if found[2] else 1)
    faults.append(fault_at(node, Code.WRONG_VALUE, _WANTED_LOAD))
    return math.nan


def _columns(entries: Mapping[str, Node], faults: list[Fault]) -> dict[Role, str]:
    named = {role: read_text(entries.get(role.value), faults) for role in Role}
    return {role: header for role, header in named.items() if header}
