"""The table of text and the criteria become facts.

Each distinct text is read once; what needs a whole column (the scale of shares, one currency) is settled here.
Impossible cells are gathered and raised together; odd ones are told beside the facts, and the work goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from decision.errors import BadPrograms, Fault
from decision.intake.cells.cell import read_cell
from decision.intake.cells.labels import Labels
from decision.intake.facts.because import with_reasons
from decision.intake.facts.combos import combine
from decision.intake.facts.freshness import date_doubts, date_headers, mark_old, missing_dates, read_freshness
from decision.intake.facts.headers import columns_of, find_header, missing_columns, repeated_headers
from decision.intake.facts.outside import count_outside
from decision.intake.facts.rates import say_rate
from decision.intake.facts.sayings import Saying, as_fact, unstated
from decision.intake.facts.share_scale import settle_scale
from decision.intake.facts.source import DOLLARS, Source, tell_cells, tell_odd_cells, tell_sayings
from decision.intake.facts.sums import say_amount
from decision.intake.facts.timetables import read_role, role_headers, say_timetable
from decision.model import Column, CriteriaSet, Criterion, Fact, Facts, Kind, Programs, Reading, TextColumn, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from decision.plans import Role

__all__ = ["fact_of", "labels_of", "read_column", "read_facts"]

FOREIGN = "an amount in {currency}, and limits are in dollars. Convert it to dollars."


def read_facts(
    programs: Programs, criteria: CriteriaSet, *, allow_missing: bool = False, strict: bool = False
) -> Facts:
    """Read from the table what the criteria ask for.

    Parameters
    ----------
    programs
        The table as typed.
    criteria
        What the user wants.
    allow_missing
        Read a criterion that the file has no column for as not known, in every row.
    strict
        Make every odd cell a fault.

    Returns
    -------
    Facts
        One fact for every criterion, and the odd cells.

    Raises
    ------
    BadPrograms
        With every impossible cell, every needed column that is missing or repeated; with ``strict``, every odd
        cell too.
    """
    headers = [header for criterion in criteria.criteria for header in criterion.headers]
    usual = [header for criterion in criteria.criteria if criterion.plan for header in criterion.plan.usual]
    faults = repeated_headers(programs, [*headers, *usual, *date_headers(criteria.fresh)])
    faults += [] if allow_missing else missing_columns(programs, criteria) + missing_dates(programs, criteria.fresh)
    if faults:
        raise BadPrograms(faults)
    read = {criterion.name: _read_criterion(programs, criterion) for criterion in criteria.criteria}
    faults = _once(fault for part in read.values() for fault in part.faults)
    freshness = read_freshness(programs, criteria.fresh)
    doubts = _once(doubt for part in read.values() for doubt in part.doubts) + date_doubts(programs, freshness)
    if faults or (strict and doubts):
        raise BadPrograms(sorted(faults + (doubts if strict else []), key=lambda fault: fault.row or 0))
    absent = dict.fromkeys(header for header in headers if find_header(programs.header, header) is None)
    return Facts(
        by_criterion={name: mark_old(part.fact, freshness) for name, part in read.items()},
        read_from={criterion.name: columns_of(programs.header, criterion) for criterion in criteria.criteria},
        doubts=tuple(doubts),
        absent=tuple(absent),
        freshness=freshness,
        outside={name: part.outside for name, part in read.items() if part.outside},
    )


def fact_of(column: Column, criterion: Criterion) -> Fact:
    """Read one column by itself.

    Parameters
    ----------
    column
        The cells.
    criterion
        What they measure; its other columns are not looked at.

    Returns
    -------
    Fact
        What the column states.
    """
    blank, say = Reading(text="", unknown=Unknown.BLANK), _sayer(criterion)
    others = [blank] * (len(_headers(criterion)) - 1)
    return as_fact(column.codes, [say([reading, *others]) for reading in read_column(column, criterion)])


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Read:
    fact: Fact
    faults: list[Fault]
    doubts: list[Fault]
    outside: tuple[tuple[str, int], ...]


def _read_criterion(programs: Programs, criterion: Criterion) -> _Read:
    sources = [_source(programs, criterion, header, kind) for header, kind in _headers(criterion)]
    roles = role_headers(programs.header, criterion.plan) if criterion.plan else []
    sources += [_role_source(programs, role, header) for role, header in roles]
    codes, combinations = combine([source.column for source in sources])
    say = _planned([role for role, _ in roles]) if criterion.plan else _sayer(criterion)
    sayings = [
        say([source.readings[n] for source, n in zip(sources, numbers, strict=True)]) for numbers in combinations
    ]
    faults, doubts = tell_cells(programs, sources), tell_odd_cells(programs, sources)
    for number, source in enumerate(sources):
        faults += tell_sayings(programs, source, number, codes, sayings, lambda saying: saying.fault)
        doubts += tell_sayings(programs, source, number, codes, sayings, lambda saying: saying.doubt)
    outside = count_outside(sources[0].column.codes, sources[0].readings)
    return _Read(fact=as_fact(codes, sayings), faults=faults, doubts=doubts, outside=outside)


def _headers(criterion: Criterion) -> list[tuple[str, Kind]]:
    """List the headers behind a fact in the order in which its sayer takes them; an empty one is always blank."""
    named = [(criterion.column, criterion.kind)]
    if criterion.kind is Kind.SHARE:
        named += [(criterion.passed, Kind.NUMBER), (criterion.took, Kind.NUMBER)]
    return named + [(header, criterion.kind) for header in (*criterion.parts, *criterion.less)]


def _source(programs: Programs, criterion: Criterion, header: str, kind: Kind) -> Source:
    found = find_header(programs.header, header) if header else None
    if found is None:
        blank = TextColumn(codes=np.zeros(len(programs), dtype=np.int32), texts=("",))
        is_lacking = not any(find_header(programs.header, name) is not None for name in criterion.headers)
        why = Unknown.NO_COLUMN if is_lacking else Unknown.BLANK
        return Source(header=header, column=blank, readings=[Reading(text="", unknown=why)])
    typed, whole = programs.columns[found], programs.whole
    before = whole.columns[found] if whole is not None and found < len(whole.columns) else None
    read = read_column(typed, criterion, kind=kind, whole=before)
    column, readings = with_reasons(programs, programs.header[found], typed, read)
    return Source(header=programs.header[found], column=column, readings=readings)


def _role_source(programs: Programs, role: Role, header: str) -> Source:
    """Give a column that says more about when a program runs."""
    found = find_header(programs.header, header)
    if found is None:
        blank = TextColumn(codes=np.zeros(len(programs), dtype=np.int32), texts=("",))
        return Source(header=header, column=blank, readings=[Reading(text="", unknown=Unknown.NO_COLUMN)])
    column = programs.columns[found]
    return Source(
        header=programs.header[found], column=column, readings=[read_role(text, role, header) for text in column.texts]
    )


def _planned(roles: Sequence[Role]) -> Callable[[Sequence[Reading]], Saying]:
    """How a schedule and the columns that say more about it are put together."""
    return lambda readings: replace(_say_labels(readings[0]), timetable=say_timetable(readings[0], roles, readings[1:]))


def _sayer(criterion: Criterion) -> Callable[[Sequence[Reading]], Saying]:
    """How the readings behind one fact are put together."""
    split = 1 + len(criterion.parts)
    if criterion.kind is Kind.SHARE:
        return lambda readings: say_rate(criterion, *readings[:3])
    if criterion.kind.is_numeric:
        return lambda readings: say_amount(criterion, readings[0], readings[1:split], readings[split:])
    return lambda readings: _say_labels(readings[0])


def _say_labels(reading: Reading) -> Saying:
    if not reading.is_stated:
        return unstated(reading)
    shown = " ".join(reading.text.split())
    return Saying(text=shown, labels=reading.labels, doubt=reading.doubt, is_suspect=bool(reading.doubt))


def _in_dollars(reading: Reading) -> Reading:
    if reading.currency in DOLLARS or reading.fault:
        return reading
    return replace(reading, fault=FOREIGN.format(currency=reading.currency))


def _once(faults: Iterable[Fault]) -> list[Fault]:
    """Keep each fault once: two criteria may read one column."""
    return list(dict.fromkeys(faults))
