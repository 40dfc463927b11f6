"""A condition as it is written in a list of costs or grants becomes a `Condition`.

``exam is CPC or COC``, ``school has Community College``, ``hours at least 150``: a column, how to look at it, and what
for. There is no `not` and no `and`: several conditions are several entries.
"""

from __future__ import annotations

import re

from decision.intake.cells.cell import read_cell
from decision.model import Kind
from decision.nouns.costs import Check, Condition

__all__ = ["WANTED", "parse_condition"]

WANTED = "is no condition. Write a column, is, has, at least, at most, below or above, and a value: exam is CPC."
"""What is said of a text that is none."""

_CHECKS = "|".join(re.escape(check.value) for check in Check)
_CONDITION = re.compile(rf"(?P<column>\S.*?) (?P<check>{_CHECKS}) (?P<value>\S.*)", re.I)


def parse_condition(text: str) -> Condition | None:
    """Read a condition.

    Parameters
    ----------
    text
        As typed.

    Returns
    -------
    Condition or None
        Without the labels that other conditions on its column name; ``None`` when it is none.

    Examples
    --------
    >>> parse_condition("exam is CPC or COC").words, parse_condition("hours at least 150").limit
    (('CPC', 'COC'), 150.0)
    >>> parse_condition("hours is at least") is None, parse_condition("hours at least many") is None
    (False, True)
    """
    found = _CONDITION.fullmatch(" ".join(text.split()))
    if not found:
        return None
    column, check = found["column"], Check(found["check"].casefold())
    if check in (Check.IS, Check.HAS):
        words = tuple(dict.fromkeys(found["value"].split(" or ")))
        return Condition(column=column, check=check, words=words)
    number = read_cell(found["value"], Kind.NUMBER)
    is_one = number.is_stated and not number.fault and number.low == number.high
    return Condition(column=column, check=check, limit=number.low) if is_one else None
