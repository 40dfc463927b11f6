"""Where each program stands in a table of a source: its row, and which program of that row it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from decision.intake.facts.headers import find_header
from decision.intake.table.columns import rows_with
from decision.nouns.source_map import at_number

if TYPE_CHECKING:
    from decision.arrays import Flags, Whole
    from decision.model import Programs
    from decision.nouns.source_map import Several, SourceMap

__all__ = ["Places", "find_places"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Places:
    """Where the programs stand, in the order of the file.

    Parameters
    ----------
    row
        ``(n_programs,)``, positions of rows in the source's table, rising.
    number
        ``(n_programs,)``, which program of its row each is, from 1.
    """

    row: Whole
    number: Whole

    @property
    def numbers(self) -> list[int]:
        """Every number that is there, rising."""
        return [int(number) for number in np.unique(self.number)]


def find_places(programs: Programs, source: SourceMap) -> Places:
    """Find the programs of a table.

    Parameters
    ----------
    programs
        As typed.
    source
        Which says whether a row holds several.

    Returns
    -------
    Places
        One for each row; or, with several, one for each that is there.
    """
    if source.several is None:
        everywhere = np.arange(len(programs), dtype=np.int64)
        return Places(row=everywhere, number=np.ones(len(programs), dtype=np.int64))
    is_there = [_are_there(programs, source.several, number) for number in range(1, source.several.most + 1)]
    row, number = np.nonzero(np.column_stack(is_there))
    return Places(row=row.astype(np.int64), number=number.astype(np.int64) + 1)


def _are_there(programs: Programs, several: Several, number: int) -> Flags:
    there = np.ones(len(programs), dtype=np.bool_)
    for header, nothing in several.none.items():
        found = find_header(programs.header, at_number(header, number))
        if found is None:
            return np.zeros(len(programs), dtype=np.bool_)
        there &= rows_with(programs.columns[found], lambda text, nothing=nothing: text.strip() not in ("", nothing))  # type: ignore[misc]
    return there
