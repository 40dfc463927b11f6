"""The conditions on which the programs that are shown fit become a remark.

The one rule: every condition of a program that is named here is told, and programs with the same ones stand together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.view.panels import Item, Remark
from decision.report.words.conditions import conditions_of_program
from decision.report.words.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from decision.report.view.sight import Sight

__all__ = ["only_if_remark"]

_MOST = 3


def only_if_remark(sight: Sight, shown: Iterable[int]) -> list[Remark]:
    """Name the conditions.

    Parameters
    ----------
    sight
        Knows the names of the programs.
    shown
        Their numbers, in the order of the ranking.

    Returns
    -------
    list of Remark
        One, or none where nothing hangs on a condition.
    """
    names: dict[tuple[str, ...], list[str]] = {}
    for program in shown:
        clauses = tuple(sight.say(clause) for clause in conditions_of_program(sight.outcome, program))
        if clauses:
            names.setdefault(clauses, []).append(sight.short[program])
    items = [Item(term=joined(of), sentences=tuple(map(_sentence, clauses))) for clauses, of in names.items()]
    more = len(items) - _MOST
    rest = [Item(sentences=("And other conditions for other programs: see the reason of each.",))] if more > 0 else []
    return [Remark(label="Only if", items=(*items[:_MOST], *rest))] if items else []


def _sentence(clause: str) -> str:
    return clause[:1].upper() + clause[1:] + ("" if clause.endswith('."') else ".")
