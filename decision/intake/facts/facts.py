"""The table of text and the criteria become facts.

Each distinct text is read once; what needs a whole column (the scale of shares, one currency) is settled here.
Impossible cells are gathered and raised together; odd ones are told beside the facts, and the work goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from decision.errors import BadPrograms, Fault
from decision.intake.costs.cost_sayer import BillsOnDemand, CostSayer
from decision.intake.facts.combos import combine
from decision.intake.facts.far_off import far_off
from decision.intake.facts.freshness import date_doubts, date_headers, mark_old, missing_dates, read_freshness
from decision.intake.facts.headers import columns_behind, find_header, missing_columns, repeated_headers
from decision.intake.facts.outside import count_outside
from decision.intake.facts.rates import say_rate
from decision.intake.facts.sayings import Saying, as_fact, unstated
from decision.intake.facts.source import tell_cells, tell_odd_cells, tell_sayings
from decision.intake.facts.sources import read_column, role_source, sources_of
from decision.intake.facts.sums import say_amount
from decision.intake.facts.timetables import role_headers, say_timetable
from decision.model import CriteriaSet, Criterion, Fact, Facts, Kind, Programs, Reading, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from decision.model import Column
    from decision.nouns.plans import Role

__all__ = ["fact_of", "read_facts"]


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
    others = [header for criterion in criteria.criteria for header in criterion.costing.headers]
    faults = repeated_headers(programs, [*headers, *others, *usual, *date_headers(criteria.fresh)])
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
        read_from={criterion.name: columns_behind(programs.header, criterion) for criterion in criteria.criteria},
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
    blank, say = Reading(text="", unknown=Unknown.BLANK), _sayer(replace(criterion, parts=(), less=()))
    return as_fact(column.codes, [say([reading, blank, blank]) for reading in read_column(column, criterion)])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Read:
    fact: Fact
    faults: list[Fault]
    doubts: list[Fault]
    outside: tuple[tuple[str, int], ...]


def _read_criterion(programs: Programs, criterion: Criterion) -> _Read:
    sources = sources_of(programs, criterion)
    roles = role_headers(programs.header, criterion.plan) if criterion.plan else []
    sources += [role_source(programs, role, header) for role, header in roles]
    codes, combinations = combine([source.column for source in sources])
    cost = CostSayer(criterion, [source.wanted for source in sources]) if criterion.kind is Kind.MONEY else None
    say = cost.say if cost else _planned([role for role, _ in roles]) if criterion.plan else _sayer(criterion)
    sayings = [
        say([source.readings[n] for source, n in zip(sources, numbers, strict=True)]) for numbers in combinations
    ]
    sayings = sayings if cost is None else far_off(criterion, codes, sayings)
    faults, doubts = tell_cells(programs, sources), tell_odd_cells(programs, sources)
    for number, source in enumerate(sources):
        faults += tell_sayings(programs, source, number, codes, sayings, lambda saying: saying.fault)
        doubts += tell_sayings(programs, source, number, codes, sayings, lambda saying: saying.doubt)
    outside = count_outside(sources[0].column.codes, sources[0].readings)
    readings = [source.readings for source in sources]
    bills = BillsOnDemand(cost, readings, combinations) if cost is not None and cost.has_bills else ()
    return _Read(fact=as_fact(codes, sayings, bills), faults=faults, doubts=doubts, outside=outside)


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


def _once(faults: Iterable[Fault]) -> list[Fault]:
    """Keep each fault once: two criteria may read one column."""
    return list(dict.fromkeys(faults))
