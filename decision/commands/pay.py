"""`decide pay`: what an area pays for this work, with its date, and how soon a price is paid back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.commands.inputs import option_fault
from decision.commands.voice import has_unicode, terminal_width
from decision.errors import BadOptions
from decision.intake.wages.look_up import NO_AREA, look_up, works_for
from decision.intake.wages.stated import read_dollars
from decision.paying import AreaPay
from decision.report.pay.pay_text import pay_list

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]

_OPTIONS = {
    "area": "AREA",
    "now": "--now",
    "then": "--then",
    "hours": "--hours",
    "given_up": "--given-up",
}


def run(options: argparse.Namespace) -> int:
    """Say what an area pays; without one, list the areas."""
    stated = {key: getattr(options, key) for key in ("now", "then", "hours", "given_up")}
    if options.area is None and not any(stated.values()) and options.cost is None:
        table, work = works_for(options.wage_table, options.occupation)
        print(pay_list(table, work, width=terminal_width(), unicode=has_unicode()), end="")
        return 0
    wages = {**stated, "occupation": options.occupation, "table": options.wage_table}
    cost = math.nan if options.cost is None else read_dollars(options.cost, "--cost")
    found = look_up(options.area, wages, options=_OPTIONS)
    if found is None:
        raise BadOptions([option_fault("AREA", None, NO_AREA)])
    print(AreaPay(figures=found, cost=cost).text(width=terminal_width(), unicode=has_unicode()), end="")
    return 0
