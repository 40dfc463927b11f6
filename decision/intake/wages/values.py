"""One value of a wage table is understood: dollars an hour, a number of jobs, a date.

Every reader adds a fault where it cannot, and gives an empty answer then: all faults of a file are found at once.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.tree import Leaf, Node, Table, below, fault_at

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MOST_AN_HOUR", "NOT_RELEASED", "read_count", "read_date", "read_growth", "read_hourly", "refuse_missing"]

NOT_RELEASED = "-"
"""What stands where the source does not release a figure."""

MOST_AN_HOUR = 1000.0
"""Dollars; more than this is a yearly wage."""

_HOURLY = re.compile(r"\$? ?([0-9]{1,9}(?:,[0-9]{3})*(?:\.[0-9]{1,4})?)", re.A)
_COUNT = re.compile(r"[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3}", re.A)
_SHARE = re.compile(r"(-?[0-9]{1,4}(?:\.[0-9]+)?) ?%", re.A)
_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?", re.A)


def read_hourly(node: Node | None, faults: list[Fault]) -> float:
    """Read dollars an hour; NaN where not released, absent or not understood.

    Examples
    --------
    >>> read_hourly(Leaf(text="18.02"), []), read_hourly(Leaf(text="-"), [])
    (18.02, nan)
    >>> faults = []
    >>> read_hourly(Leaf(text="37,480", path="low"), faults), str(faults[0])
    (nan, 'low  "37,480"  is over $1,000, so no wage for an hour. Write dollars an hour.')
    """
    text = _text(node)
    if node is None or text == NOT_RELEASED:
        return math.nan
    found = _HOURLY.fullmatch(text)
    value = float(found[1].replace(",", "")) if found else math.nan
    if 0 < value <= MOST_AN_HOUR:
        return value
    problem = "is no wage. Write dollars an hour, such as 18.02, or - where it is not released."
    if value > MOST_AN_HOUR:
        problem = "is over $1,000, so no wage for an hour. Write dollars an hour."
    faults.append(fault_at(node, Code.WRONG_VALUE, problem))
    return math.nan


def read_count(node: Node | None, faults: list[Fault]) -> float:
    """Read a whole number, with or without commas; NaN where not released, absent or not understood."""
    text = _text(node)
    if node is None or text == NOT_RELEASED:
        return math.nan
    if _COUNT.fullmatch(text):
        return float(text.replace(",", ""))
    faults.append(fault_at(node, Code.WRONG_VALUE, "is no whole number. Write digits, or - where it is not released."))
    return math.nan


def read_growth(node: Node | None, faults: list[Fault]) -> float:
    """Read a percentage, which may be negative, as a share; NaN where absent or not understood."""
    if node is None:
        return math.nan
    found = _SHARE.fullmatch(_text(node))
    if found:
        return float(found[1]) / 100
    faults.append(fault_at(node, Code.WRONG_VALUE, "is no percentage. Write it with its sign, such as 7.1%."))
    return math.nan


def read_date(node: Node | None, faults: list[Fault]) -> str:
    """Read a year, a month or a day, as ``2025``, ``2025-05`` or ``2025-05-31``."""
    if node is None or _DATE.fullmatch(_text(node)):
        return "" if node is None else _text(node)
    faults.append(fault_at(node, Code.WRONG_VALUE, "is no date. Write 2025, 2025-05 or 2025-05-31."))
    return ""


def refuse_missing(table: Table, needed: Iterable[str], faults: list[Fault]) -> None:
    """Add a fault for every key that is needed and absent or empty."""
    for key in needed:
        node = table.entries.get(key)
        if node is None or (isinstance(node, Leaf) and not node.text.strip()):
            missing = Leaf(text="", path=below(table.path, key), line=node.line if node is not None else table.line)
            faults.append(fault_at(missing, Code.MISSING_KEY, "is missing."))


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Leaf) else ""
