"""A name typed in an option becomes the criterion it means, or a fault that offers the nearest.

Names are looked up as typed, then ignoring case and with ``-``, ``_`` and space alike, then by the header of the column
where only one criterion reads it; what could mean two criteria means none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from decision.model import Criterion

__all__ = ["find_criterion"]


def find_criterion(typed: str, criteria: Sequence[Criterion], option: str, faults: list[Fault]) -> str:
    """Give the name of the criterion that is meant, or an empty text after a fault.

    Parameters
    ----------
    typed
        As the user named it.
    criteria
        Those there are.
    option
        The option as typed, for the fault.
    faults
        Where a fault is added.

    Examples
    --------
    >>> from decision.model import Criterion, Kind
    >>> criteria = [Criterion(name="exam pass rate", kind=Kind.SHARE, column="pass_rate")]
    >>> find_criterion("Exam-Pass-Rate", criteria, "--order", []), find_criterion("pass_rate", criteria, "--order", [])
    ('exam pass rate', 'exam pass rate')
    """
    ways: tuple[Callable[[Criterion], bool], ...] = (
        lambda criterion: criterion.name == typed,
        lambda criterion: _loose(criterion.name) == _loose(typed),
        lambda criterion: criterion.column == typed,
        lambda criterion: _loose(criterion.column) == _loose(typed),
    )
    for way in ways:
        found = [criterion.name for criterion in criteria if typed and way(criterion)]
        if len(found) == 1:
            return found[0]
        if found:
            problem = f"could be {' or '.join(found)}. Write the whole name."
            faults.append(Fault(code=Code.OPTION, path=option, found=typed, problem=problem))
            return ""
    names = [criterion.name for criterion in criteria]
    problem = f"is no criterion. {did_you_mean(typed, names)}"
    faults.append(Fault(code=Code.OPTION, path=option, found=typed, problem=problem))
    return ""


def _loose(name: str) -> str:
    return " ".join(name.replace("-", " ").replace("_", " ").split()).casefold()
