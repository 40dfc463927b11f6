"""One column behind a fact: its cells, what each says, and what is odd or impossible about them.

Cells are told at the rows where they stand; what several columns say together is told at the one that is to blame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.facts.doubts import tell
from decision.intake.facts.share_scale import MIXED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from decision.arrays import Codes
    from decision.intake.facts.sayings import Saying
    from decision.model import Column, Programs, Reading

__all__ = ["DOLLARS", "Source", "tell_cells", "tell_odd_cells", "tell_sayings"]

DOLLARS = ("", "USD")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Source:
    """One column behind a fact, or a blank one that the file lacks.

    Parameters
    ----------
    wanted
        The header as the criteria name it.
    header
        As the file writes it.
    column
        The cells.
    readings
        One per distinct text; only the text of those that are looked at as they stand.
    """

    wanted: str
    header: str
    column: Column
    readings: Sequence[Reading]


def tell_cells(programs: Programs, sources: Sequence[Source]) -> list[Fault]:
    """Tell the impossible cells."""
    return [
        fault
        for source in sources
        for fault in tell(
            programs,
            source.header,
            source.column.codes,
            source.readings,
            lambda reading: reading.fault,
            _typed(source),
            _fault_code,
        )
    ]


def tell_odd_cells(programs: Programs, sources: Sequence[Source]) -> list[Fault]:
    """Tell the cells that are not understood; those stated and odd are told by what the cells say together."""
    return [
        doubt
        for source in sources
        for doubt in tell(
            programs,
            source.header,
            source.column.codes,
            source.readings,
            lambda reading: "" if reading.is_stated or reading.fault else reading.doubt,
            _typed(source),
            lambda _: Code.NOT_UNDERSTOOD,
        )
    ]


def tell_sayings(
    programs: Programs,
    source: Source,
    number: int,
    codes: Codes,
    sayings: Sequence[Saying],
    words: Callable[[Saying], str],
) -> list[Fault]:
    """Tell what the cells say together, where this column is to blame."""
    return tell(
        programs,
        source.header,
        codes,
        sayings,
        lambda saying: words(saying) if saying.blamed == number else "",
        _typed(source),
        lambda saying: Code.IMPOSSIBLE if saying.fault else Code.SUSPECT,
    )


def _typed(source: Source) -> Callable[[int], str]:
    return lambda program: source.column.texts[source.column.codes[program]]


def _fault_code(reading: Reading) -> Code:
    if reading.currency not in DOLLARS:
        return Code.MIXED_CURRENCY
    return Code.MIXED_SCALE if reading.fault == MIXED else Code.IMPOSSIBLE
