"""The columns behind one fact, each distinct text of them read once.

A column that the file lacks is blank in every row. What only a cost looks at (credits, conditions) is left out where it
is absent or can say nothing, so that it costs nothing there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from decision.intake.cells.cell import read_cell
from decision.intake.cells.labels import Labels
from decision.intake.costs.layout import headers_of
from decision.intake.facts.because import with_reasons
from decision.intake.facts.headers import find_header
from decision.intake.facts.share_scale import settle_scale
from decision.intake.facts.source import DOLLARS, Source
from decision.intake.facts.timetables import read_role
from decision.model import Basis, Column, Criterion, Kind, Programs, Reading, TextColumn, Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.nouns.plans import Role

__all__ = ["labels_of", "read_column", "role_source", "sources_of"]

FOREIGN = "an amount in {currency}, and limits are in dollars. Convert it to dollars."


def sources_of(programs: Programs, criterion: Criterion) -> list[Source]:
    """Read the columns behind a fact.

    Parameters
    ----------
    programs
        The table.
    criterion
        What is read.

    Returns
    -------
    list of Source
        Its own column first, then the counts of a share or the parts and what is taken off them, blank where the file
        lacks them; then what else a cost looks at, where the file has it.
    """
    if criterion.kind is not Kind.MONEY:
        return [_source(programs, criterion, header, kind) for header, kind in _headers(criterion)]
    own = 1 + len(criterion.parts) + len(criterion.less)
    listed = headers_of(criterion)
    found = [item for item in listed[own:] if find_header(programs.header, item[0]) is not None]
    sources = [_source(programs, criterion, header, kind) for header, kind in (*listed[:own], *found)]
    return sources if _is_per_unit(sources) else _without_counts(criterion, sources)


def _headers(criterion: Criterion) -> list[tuple[str, Kind]]:
    """List the headers behind a fact in the order in which its sayer takes them; an empty one is always blank."""
    named = [(criterion.column, criterion.kind)]
    if criterion.kind is Kind.SHARE:
        named += [(criterion.passed, Kind.NUMBER), (criterion.took, Kind.NUMBER)]
    return named + [(header, criterion.kind) for header in (*criterion.parts, *criterion.less)]


def _is_per_unit(sources: Sequence[Source]) -> bool:
    """Whether any price is for a credit, a year or the like."""
    return any(reading.basis is not Basis.WHOLE for source in sources for reading in source.readings)


def _without_counts(criterion: Criterion, sources: Sequence[Source]) -> list[Source]:
    """Leave out the credits and the length where no price needs them, and no condition either."""
    costing = criterion.costing
    conditions = {condition.column for condition in costing.conditions}
    money = {header for header, kind in headers_of(criterion) if kind is not None}
    needless = {costing.credits, costing.length} - conditions - money
    return [source for source in sources if source.wanted not in needless]


def _source(programs: Programs, criterion: Criterion, header: str, kind: Kind | None) -> Source:
    found = find_header(programs.header, header) if header else None
    if found is None:
        blank = TextColumn(codes=np.zeros(len(programs), dtype=np.int32), texts=("",))
        is_lacking = not any(find_header(programs.header, name) is not None for name in criterion.headers)
        why = Unknown.NO_COLUMN if is_lacking else Unknown.BLANK
        return Source(wanted=header, header=header, column=blank, readings=[Reading(text="", unknown=why)])
    typed, name = programs.columns[found], programs.header[found]
    if kind is None:
        return Source(wanted=header, header=name, column=typed, readings=_as_typed(typed))
    before = (
        programs.whole.columns[found] if programs.whole is not None and found < len(programs.whole.columns) else None
    )
    read = read_column(typed, criterion, kind=kind, whole=before)
    column, readings = with_reasons(programs, name, typed, read)
    return Source(wanted=header, header=name, column=column, readings=readings)


def role_source(programs: Programs, role: Role, header: str) -> Source:
    """Give a column that says more about when a program runs.

    Parameters
    ----------
    programs
        The table.
    role
        What it says.
    header
        As the criteria name it, or as it usually is called.
    """
    found = find_header(programs.header, header)
    if found is None:
        blank = TextColumn(codes=np.zeros(len(programs), dtype=np.int32), texts=("",))
        return Source(
            wanted=header, header=header, column=blank, readings=[Reading(text="", unknown=Unknown.NO_COLUMN)]
        )
    column = programs.columns[found]
    readings = [read_role(text, role, header) for text in column.texts]
    return Source(wanted=header, header=programs.header[found], column=column, readings=readings)


def _as_typed(column: Column) -> list[Reading]:
    return [Reading(text=text, unknown=Unknown.BLANK) for text in column.texts]


def labels_of(criterion: Criterion) -> Labels:
    """Give the labels that a criterion names, in its own spelling."""
    named = [*(criterion.must.labels if criterion.must else ()), *(criterion.scale.shares if criterion.scale else ())]
    named += [*criterion.unknown.labels, *criterion.aliases]
    words = criterion.words
    if words is None:
        return Labels(known=tuple(dict.fromkeys(named)), aliases=criterion.aliases)
    return Labels(
        known=tuple(dict.fromkeys([*named, *words.spellings])),
        aliases={
            label: (*criterion.aliases.get(label, ()), *words.spellings.get(label, ()))
            for label in (*criterion.aliases, *words.spellings)
        },
        also=words.also,
        takes_back=words.takes_back,
        is_listed=True,
    )


def read_column(
    column: Column, criterion: Criterion, *, kind: Kind | None = None, whole: Column | None = None
) -> list[Reading]:
    """Read the distinct texts of one column.

    Parameters
    ----------
    column
        The cells.
    criterion
        Whose labels and unit are meant.
    kind
        What the cells measure, where it is not what the criterion does (the counts behind a share).
    whole
        The column before programs were chosen: its scale is that of the file, whoever is left.

    Returns
    -------
    list of Reading
        One per distinct text, shares on a scale of 0..1.
    """
    kind = kind or criterion.kind
    labels, unit = labels_of(criterion), criterion.unit if kind is criterion.kind else ""
    readings = [read_cell(text, kind, unit=unit, labels=labels) for text in column.texts]
    if kind is Kind.MONEY:
        return [_in_dollars(reading) for reading in readings]
    if kind is not Kind.SHARE:
        return readings
    others = () if whole is None else set(whole.texts).difference(column.texts)
    aside = [read_cell(text, kind, unit=unit, labels=labels) for text in others]
    return settle_scale([*readings, *aside])[: len(readings)]


def _in_dollars(reading: Reading) -> Reading:
    if reading.currency in DOLLARS or reading.fault:
        return reading
    return replace(reading, fault=FOREIGN.format(currency=reading.currency))
