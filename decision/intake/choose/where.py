"""Programs and conditions on their columns -> the programs that meet them all, and the count of each condition.

A condition only chooses: cells, lines and row numbers stay as they are, and who is left does not depend on the order.
Each distinct text is looked at once. A file in which nothing is left is refused, with what its column says instead.
"""

from __future__ import annotations

import fnmatch
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from decision.errors import BadPrograms
from decision.intake.choose.cip import cip_code, cip_glob, is_cip_header
from decision.intake.choose.condition import read_conditions
from decision.intake.choose.nothing_left import no_column, nothing_left
from decision.intake.facts.headers import find_header, repeated_headers
from decision.intake.table.columns import rows_with
from decision.intake.table.kept import kept_programs
from decision.model import Chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from decision.arrays import Flags
    from decision.intake.choose.condition import Condition, Where
    from decision.model import Column, Programs

__all__ = ["choose"]


def choose(programs: Programs, where: Where) -> Programs:
    r"""Keep the programs that meet every condition.

    Parameters
    ----------
    programs
        The table.
    where
        ``"state=MA,RI"``, several such texts, or a mapping from header to values, as `read_conditions` takes them.
        Shell wildcards (``*``, ``?``, ``[..]``) stand for other text; capitals and runs of white space do not count. In
        a column of CIP codes a code means all below it, in any spelling.

    Returns
    -------
    Programs
        Those chosen, with one `Chosen` for each condition.

    Raises
    ------
    BadOptions
        A text is no condition.
    BadPrograms
        A column is not there or not the only one of its name, or no program is left.

    Examples
    --------
    >>> from decision.intake.table.programs import read_programs
    >>> programs = read_programs(b"program,state,cip\nHarbor,MA,51.0713\nQuay, ri ,5107\nMill,,520101\n")
    >>> choose(programs, ["state=MA,RI", "cip=51.07*"]).rows.tolist()
    [2, 3]
    >>> [(step.where, step.before, step.left, step.blank) for step in choose(programs, "state=M?").filters]
    [('state=M?', 3, 1, 1)]
    """
    conditions = read_conditions(where)
    if not conditions:
        return programs
    looked = _looked_at(programs, conditions)
    meets = [
        rows_with(column.cells, column.is_wanted) != condition.is_not
        for condition, column in zip(conditions, looked, strict=True)
    ]
    left = np.logical_and.accumulate([np.ones(len(programs), dtype=np.bool_), *meets])
    if not left[-1].any():
        raise BadPrograms(nothing_left(programs, conditions, [column.cells for column in looked], meets))
    steps = map(_step, conditions, looked, left, left[1:])
    kept = kept_programs(programs, left[-1])
    return replace(kept, filters=(*programs.filters, *steps), whole=programs.whole or programs)


class _Looked(NamedTuple):
    """The column of a condition, and whether a text of it has one of the values."""

    cells: Column
    is_wanted: Callable[[str], bool]


def _looked_at(programs: Programs, conditions: Sequence[Condition]) -> list[_Looked]:
    """Find the columns; all that are not there are told at once."""
    numbers = [find_header(programs.header, condition.header) for condition in conditions]
    faults = [no_column(programs, condition) for condition, at in zip(conditions, numbers, strict=True) if at is None]
    faults += repeated_headers(programs, (condition.header for condition in conditions))
    if faults:
        raise BadPrograms(faults)
    at_hand = [number for number in numbers if number is not None]
    return [
        _Looked(programs.columns[at], _has_value(condition.values, is_code=is_cip_header(programs.header[at])))
        for condition, at in zip(conditions, at_hand, strict=True)
    ]


def _has_value(values: Sequence[str], *, is_code: bool) -> Callable[[str], bool]:
    """Give what says whether a text is one of the values."""
    texts = _any_of(fnmatch.translate(_folded(value)) for value in values)
    globs = [glob for value in values if is_code and (glob := cip_glob(value))]
    if not globs:
        return lambda text: texts.match(_folded(text)) is not None
    codes = _any_of(glob.pattern for glob in globs)
    words = _any_of(fnmatch.translate(_folded(value)) for value in values if not cip_glob(value))

    def is_wanted(text: str) -> bool:
        code = cip_code(text)
        if code and codes.match(code):
            return True
        return (words if code else texts).match(_folded(text)) is not None

    return is_wanted


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Join patterns; none at all match nothing."""
    return re.compile("|".join(patterns) or r"(?!)")


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _step(condition: Condition, column: _Looked, before: Flags, left: Flags) -> Chosen:
    is_blank = rows_with(column.cells, lambda text: not text.strip())
    return Chosen(
        where=condition.text,
        header=condition.header,
        values=condition.values,
        is_not=condition.is_not,
        before=int(before.sum()),
        left=int(left.sum()),
        blank=int((before & ~left & is_blank).sum()),
    )
