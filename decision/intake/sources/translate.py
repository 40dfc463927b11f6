"""A table of a source -> the same programs with our columns first, then the source's own as typed.

Each distinct combination of cells is read once and mapped back, so that a national file costs what its distinct texts
cost. A row that holds several programs becomes several.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from decision.arrays import renumbered
from decision.intake.facts.combos import combine
from decision.intake.facts.headers import find_header, folded
from decision.intake.sources.cell import Cell, read_ways
from decision.intake.sources.columns import BECAUSE, OURS, SOURCE_ROW
from decision.intake.sources.places import Places, find_places
from decision.intake.sources.reasons import written
from decision.intake.sources.said import stranger_notes, translated_note
from decision.model import Column, Programs, TextColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Codes, Whole
    from decision.nouns.source_map import SourceMap

__all__ = ["KEPT", "translate"]

KEPT = "source: "
"""What stands before a header of the source that is one of our names and says something else."""
_OF_THE_FILE = ("as_of", "source_url")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Ours:
    """One of our columns: its cells, and which of them each program has."""

    cells: Sequence[Cell]
    codes: Codes

    @property
    def column(self) -> TextColumn:
        return _recoded([cell.text for cell in self.cells], self.codes)

    @property
    def reasons(self) -> TextColumn:
        return _recoded([cell.reason for cell in self.cells], self.codes)

    @property
    def strangers(self) -> Counter[str]:
        """Codes that the map does not name, with the number of programs that have them."""
        counts = np.bincount(self.codes, minlength=len(self.cells)).tolist()
        found: Counter[str] = Counter()
        for cell, count in zip(self.cells, counts, strict=True):
            if cell.stranger and count:
                found[cell.stranger] += count
        return found


def translate(programs: Programs, source: SourceMap) -> Programs:
    """Translate a table.

    Parameters
    ----------
    programs
        As typed; it has the headers by which the map knows its source.
    source
        What its columns mean.

    Returns
    -------
    Programs
        All of `decision.intake.sources.columns.OURS`, further columns that the map names, then the table's own. Where
        a row holds several programs, ``rows`` counts as the written table would (its header is row 1).
    """
    places = find_places(programs, source)
    further = [name for name in source.columns if name not in OURS and _is_there(programs, source, name)]
    read = {
        name: _read(programs, source, places, name) for name in (*OURS, *further) if name not in (SOURCE_ROW, BECAUSE)
    }
    ours = {name: one.column for name, one in read.items()}
    ours |= {SOURCE_ROW: _numbers(programs.rows[places.row]), BECAUSE: _because(read, len(places.row))}
    order = (*OURS, *further)
    kept = _kept(programs, ours, places.row)
    return replace(
        programs,
        header=(*order, *(header for header, _ in kept)),
        columns=[*(ours[name] for name in order), *(column for _, column in kept)],
        rows=programs.rows if source.several is None else np.arange(2, len(places.row) + 2, dtype=np.int64),
        lines=None,
        notes=(
            *programs.notes,
            translated_note(programs, source, places),
            *stranger_notes(programs, {name: one.strangers for name, one in read.items()}),
        ),
        source=source.name,
        source_digest=source.digest,
    )


def _read(programs: Programs, source: SourceMap, places: Places, name: str) -> _Ours:
    """Read one of our columns, each distinct combination of the cells behind it once."""
    codes = np.zeros(len(places.row), dtype=np.int32)
    cells: list[Cell] = []
    for number in places.numbers:
        found, codes_of_rows = _read_number(programs, source, name, number)
        is_meant = places.number == number
        codes[is_meant] = codes_of_rows[places.row[is_meant]] + len(cells)
        cells += found
    if name not in _OF_THE_FILE:
        return _Ours(cells=cells, codes=codes)
    of_the_file = source.as_of if name == "as_of" else source.source_url
    return _Ours(cells=[cell if cell.text else replace(cell, text=of_the_file) for cell in cells], codes=codes)


def _read_number(programs: Programs, source: SourceMap, name: str, number: int) -> tuple[list[Cell], Codes]:
    """Read one of our columns for the programs of one number."""
    ways = [way.at(number) for way in source.columns.get(name, ()) if way.number in (0, number)]
    wanted = dict.fromkeys(header for way in ways for header in way.all_headers)
    found = {header: at for header in wanted if (at := find_header(programs.header, header)) is not None}
    columns = [programs.columns[at] for at in found.values()]
    if not columns:
        return [read_ways(ways, {}, unknown={}, flags={})], np.zeros(len(programs), dtype=np.int32)
    codes, combinations = combine(columns)
    cells = []
    for numbers in combinations:
        texts = {header: column.texts[at] for header, column, at in zip(found, columns, numbers, strict=True)}
        cells.append(read_ways(ways, texts, unknown=source.unknown, flags=source.flags))
    return cells, codes


def _is_there(programs: Programs, source: SourceMap, name: str) -> bool:
    """Whether a further column can be read: the table has a header that it is read from, or it needs none."""
    headers = [at for way in source.columns[name] for header in way.headers for at in source.numbered(header)]
    return not headers or any(find_header(programs.header, header) is not None for header in headers)


def _because(read: dict[str, _Ours], n_programs: int) -> TextColumn:
    """Write why cells are blank, each distinct combination of reasons once."""
    reasons = {name: column for name, one in read.items() if any((column := one.reasons).texts)}
    if not reasons:
        return TextColumn(codes=np.zeros(n_programs, dtype=np.int32), texts=("",))
    codes, combinations = combine(list(reasons.values()))
    texts = []
    for numbers in combinations:
        pairs = [(name, column.texts[at]) for (name, column), at in zip(reasons.items(), numbers, strict=True)]
        texts.append(written((name, reason) for name, reason in pairs if reason))
    return _recoded(texts, codes)


def _kept(programs: Programs, ours: dict[str, TextColumn], rows: Whole) -> list[tuple[str, Column]]:
    """Keep the source's own columns; one that says what ours of its name says is not repeated."""
    kept: list[tuple[str, Column]] = []
    of_name = {folded(name): column for name, column in ours.items()}
    is_every_row_once = len(rows) == len(programs) and bool((rows == np.arange(len(rows))).all())
    for header, typed in zip(programs.header, programs.columns, strict=True):
        column = typed if is_every_row_once else TextColumn(codes=typed.codes[rows], texts=typed.texts)
        same = of_name.get(folded(header))
        if same is None:
            kept.append((header, column))
        elif not _say_the_same(same, column):
            kept.append((KEPT + header, column))
    return kept


def _say_the_same(ours: Column, typed: Column) -> bool:
    _, combinations = combine([ours, typed])
    return all(ours.texts[one] == typed.texts[other] for one, other in combinations)


def _numbers(rows: Whole) -> TextColumn:
    texts, codes = np.unique(rows, return_inverse=True)
    return TextColumn(codes=codes.astype(np.int32), texts=[str(row) for row in texts.tolist()])


def _recoded(texts: Sequence[str], codes: Codes) -> TextColumn:
    """Hold each distinct text once, and only those that some program has."""
    numbering: dict[str, int] = {}
    numbers = np.array([numbering.setdefault(text, len(numbering)) for text in texts], dtype=np.int64)
    distinct = list(numbering)
    used, first = renumbered(numbers[codes], len(distinct))
    chosen = numbers[codes[first]].tolist()
    return TextColumn(codes=used.astype(np.int32), texts=[distinct[number] for number in chosen])
