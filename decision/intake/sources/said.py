"""What is said aloud of a translation: by which map, how many programs, and what the map did not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.errors import Code, Fault

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping

    from decision.intake.sources.places import Places
    from decision.model import Programs
    from decision.nouns.source_map import SourceMap

__all__ = ["already_note", "stranger_notes", "tie_note", "translated_note"]

AS_IT_STANDS = "--source none reads it as it stands."
_MOST_STRANGERS = 5


def translated_note(programs: Programs, source: SourceMap, places: Places) -> Fault:
    """Say by which map a table was read, and how its rows are counted where that is not plain."""
    size = f"{len(places.row):,} program{'' if len(places.row) == 1 else 's'}"
    problem = f"Read as {source.title}: {size}; {AS_IT_STANDS}"
    if source.several is not None:
        empty = len(programs) - len(np.unique(places.row))
        without = f" {empty:,} of them without a program" if empty else ""
        problem = (
            f"Read as {source.title}: {size} in {len(programs):,} rows{',' * bool(empty)}{without}; {AS_IT_STANDS} "
            "A row here holds several programs: they are counted from row 2 on, and source_row is the file's row."
        )
    return Fault(code=Code.TRANSLATED, file=programs.file, problem=problem)


def stranger_notes(programs: Programs, strangers: Mapping[str, Counter[str]]) -> list[Fault]:
    """Say which codes the map does not name."""
    return [
        Fault(code=Code.NOT_UNDERSTOOD, file=programs.file, column=name, problem=_strangers(found))
        for name, found in strangers.items()
        if found
    ]


def tie_note(programs: Programs, tied: Iterable[SourceMap]) -> Fault:
    """Say that a table may be of more than one source, and is read as it stands."""
    names = [one.name for one in tied]
    problem = f"This may be {' or '.join(names)}, and is read as it stands. Say which: --source {names[0]}."
    return Fault(code=Code.TRANSLATED, file=programs.file, problem=problem)


def already_note(programs: Programs, name: str) -> Fault:
    """Say that a table has our columns already."""
    problem = f"It has our columns already and is read as it stands, without --source {name}."
    return Fault(code=Code.TRANSLATED, file=programs.file, problem=problem)


def _strangers(found: Counter[str]) -> str:
    told = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = [f'"{text}" ({count:,})' for text, count in told[:_MOST_STRANGERS]]
    more = [f"{len(told) - _MOST_STRANGERS:,} more"] if len(told) > _MOST_STRANGERS else []
    one = "one code that its map does not name is" if len(told) == 1 else "codes that its map does not name are"
    return f"{one} not understood: {', '.join([*shown, *more])}."
