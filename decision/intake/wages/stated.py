"""Wages as the user states them become numbers: what is earned now, what is surely offered then, and for how long.

A gain needs both wages. Nothing is filled in from a wage table: a median is what people in the work earn, not what a
beginner gets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision.errors import BadOptions, Code, Fault
from decision.intake.criteria.words import did_you_mean
from decision.nouns.wages import HOURS_A_WEEK, StatedWages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["HOURS_IN_A_WEEK", "STATED", "read_dollars", "read_stated"]

STATED = ("now", "then", "hours", "given_up")
HOURS_IN_A_WEEK = 168.0
_MOST_AN_HOUR = 1000.0
_MOST = 1e9
_AMOUNT = re.compile(r"\$? ?([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,10}(?:\.[0-9]+)?)", re.A)


def read_stated(
    given: Mapping[str, object], options: Mapping[str, str], *, known: Sequence[str] = STATED
) -> StatedWages | None:
    """Read the user's own wages.

    Parameters
    ----------
    given
        Some of ``now``, ``then`` (dollars an hour), ``hours`` (a week, at most 168) and ``given_up`` (dollars in all),
        as numbers or text.
    options
        The name of each on the command line, for faults.
    known
        What else may stand beside these, named where a key is not known.

    Returns
    -------
    StatedWages or None
        ``None`` when nothing is stated.

    Raises
    ------
    BadOptions
        With every value that is wrong, and with a wage that lacks its other one.

    Examples
    --------
    >>> read_stated({"now": "17.50", "then": "$22"}, {}).then
    22.0
    >>> read_stated({}, {}) is None
    True
    """
    faults: list[Fault] = []
    stated = {key: value for key, value in given.items() if value is not None}
    names = {key: options.get(key, f"wages.{key}") for key in (*STATED, *stated)}
    for key in stated:
        if key not in STATED:
            problem = f"is not known. {did_you_mean(key, known)}"
            faults.append(Fault(code=Code.OPTION, path=names[key], problem=problem))
    values = {key: _read(key, stated[key], names[key], faults) for key in STATED if key in stated}
    if stated and not faults:
        for key, other in (("now", "then"), ("then", "now")):
            if key not in values:
                problem = f"is missing. A gain needs both wages: state {names[key]} beside {names[other]}."
                faults.append(Fault(code=Code.OPTION, path=names[key], problem=problem))
    if faults:
        raise BadOptions(faults)
    if not values:
        return None
    return StatedWages(
        now=values["now"],
        then=values["then"],
        hours=values.get("hours", HOURS_A_WEEK),
        is_hours_assumed="hours" not in values,
        given_up=values.get("given_up", 0.0),
    )


def read_dollars(value: object, option: str) -> float:
    """Read an amount of dollars, 0 or more.

    Raises
    ------
    BadOptions
        It is no amount.
    """
    faults: list[Fault] = []
    amount = _amount(value, 0.0, _MOST, option, "is no amount. Write 4500 or $4,500.", faults)
    if faults:
        raise BadOptions(faults)
    return amount


def _read(key: str, value: object, option: str, faults: list[Fault]) -> float:
    if key == "given_up":
        return _amount(value, 0.0, _MOST, option, "is no amount. Write 4500 or $4,500.", faults)
    if key == "hours":
        wanted = "is no number of hours a week. Write more than 0, at most 168."
        return _amount(value, 0.01, HOURS_IN_A_WEEK, option, wanted, faults)
    wanted = "is no wage for an hour. Write dollars such as 17.50, at most 1000."
    return _amount(value, 0.0, _MOST_AN_HOUR, option, wanted, faults)


def _amount(value: object, least: float, most: float, option: str, wanted: str, faults: list[Fault]) -> float:
    text = format(value, "f") if isinstance(value, float) else str(value).strip()
    found = _AMOUNT.fullmatch(text)
    amount = float(found[1].replace(",", "")) if found else -1.0
    if not least <= amount <= most:
        faults.append(Fault(code=Code.OPTION, path=option, found=text, problem=wanted))
    return amount
