"""Small outcomes for the written answers: a file's bytes, and what each cell says, written down by hand."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from decision.judge.eliminate import eliminate
from decision.judge.points import score
from decision.judge.rank import rank
from decision.judge.weights.weights import weigh
from decision.model import (
    CriteriaSet,
    Criterion,
    Fact,
    Facts,
    Kind,
    Lines,
    MustHave,
    Outcome,
    Programs,
    Rule,
    Scale,
    TextColumn,
    Unknown,
    WeightMethod,
    WeightRule,
    WhenUnknown,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell says."""

    text: str = ""
    low: float = math.nan
    high: float = math.nan
    labels: tuple[str, ...] = ()
    unknown: Unknown = Unknown.STATED
    suspect: bool = False


def value(text: str, low: float, high: float | None = None, *, suspect: bool = False) -> Cell:
    return Cell(text=text, low=low, high=low if high is None else high, suspect=suspect)


def words(*labels: str) -> Cell:
    return Cell(text=", ".join(labels), labels=labels)


def silent(reason: Unknown = Unknown.NOT_PUBLISHED, text: str = "", low: float = math.nan) -> Cell:
    return Cell(text=text, unknown=reason, low=low)


def fact(cells: Sequence[Cell]) -> Fact:
    distinct = list(dict.fromkeys(cells))
    low = np.array([cell.low for cell in distinct], dtype=np.float64)
    high = np.array([cell.high for cell in distinct], dtype=np.float64)
    return Fact(
        codes=np.array([distinct.index(cell) for cell in cells], dtype=np.int32),
        texts=[cell.text for cell in distinct],
        unknown=np.array([cell.unknown for cell in distinct], dtype=np.int8),
        low=low,
        high=high,
        counted_low=low,
        counted_high=high,
        passed=np.full(len(distinct), np.nan),
        took=np.full(len(distinct), np.nan),
        labels=[frozenset(cell.labels) for cell in distinct],
        is_suspect=np.array([cell.suspect for cell in distinct], dtype=np.bool_),
    )


def table(data: bytes, *, copied: bool = True) -> Programs:
    """Read a CSV in UTF-8 with plain line ends; without ``copied``, as if its lines could not be copied."""
    header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    ends, is_quoted = [], False
    for at, byte in enumerate(data):
        is_quoted ^= byte == ord('"')
        ends += [at] if byte == ord("\n") and not is_quoted else []
    columns = [_column([row[at] for row in rows]) for at in range(len(header))]
    starts = np.array(ends[:-1], dtype=np.int64) + 1
    lines = Lines(data=data, starts=starts, ends=np.array(ends[1:], dtype=np.int64))
    return Programs(
        file="programs.csv",
        header=tuple(name.strip() for name in header),
        columns=columns,
        rows=np.arange(2, len(rows) + 2, dtype=np.int64),
        lines=lines if copied else None,
    )


def _column(texts: Sequence[str]) -> TextColumn:
    distinct = list(dict.fromkeys(texts))
    return TextColumn(codes=np.array([distinct.index(text) for text in texts], dtype=np.int32), texts=distinct)


def outcome(programs: Programs, criteria: Sequence[Criterion], cells: Mapping[str, Sequence[Cell]]) -> Outcome:
    """Judge a table; the first column names the programs."""
    weighted = tuple((criterion.name,) for criterion in criteria if criterion.scale is not None)
    wanted = CriteriaSet(
        title="Medical coding and billing",
        name="medical-coding",
        criteria=tuple(criteria),
        weights=WeightRule(method=WeightMethod.ORDER, groups=weighted),
        shortlist=1,
    )
    facts = Facts(by_criterion={criterion.name: fact(cells[criterion.name]) for criterion in criteria})
    elimination, points = eliminate(facts, wanted), score(facts, wanted, weigh(wanted))
    names = programs.columns[0]
    return Outcome(
        programs=programs,
        criteria=wanted,
        facts=facts,
        elimination=elimination,
        points=points,
        ranking=rank(programs, names, elimination, points, shortlisted=wanted.shortlist),
        names=names,
        settings={"version": "0", "options": {}, "shortlist": 1},
    )


COST = Criterion(
    name="cost",
    kind=Kind.MONEY,
    column="cost",
    must=MustHave(rule=Rule.AT_MOST, high=6000.0),
    scale=Scale(knots=((0.0, 1.0), (8000.0, 0.0))),
)
RATE = Criterion(
    name="exam pass rate",
    kind=Kind.SHARE,
    column="rate",
    must=MustHave(rule=Rule.AT_LEAST, low=0.6),
    scale=Scale(knots=((0.4, 0.0), (1.0, 1.0))),
)
RATE_ASSUMED = Criterion(
    name="exam pass rate",
    kind=Kind.SHARE,
    column="rate",
    scale=Scale(knots=((0.4, 0.0), (1.0, 1.0))),
    unknown=WhenUnknown(low=0.6, high=0.6, assumed=True),
)
SCHEDULE = Criterion(
    name="schedule",
    kind=Kind.SCHEDULE,
    column="when",
    must=MustHave(rule=Rule.ANY_OF, labels=("evening", "weekend", "online")),
)
SCHOOLS = b"""school ,cost,rate,when,=note
Harbor,"$3,450",28 of 37,evening,"said ""call"" us"
Linden,"$4,900",not published,online,-5
Quay,"$6,250",29 of 30,evening,=1+1
Mill,$9300,12 of 25,day,"two
lines"
"""
CELLS = {
    "cost": [value("$3,450", 3450), value("$4,900", 4900), value("$6,250", 6250), value("$9,300", 9300)],
    "exam pass rate": [
        value("28 of 37 (75.7 %)", 28 / 37),
        silent(),
        value("29 of 30 (96.7 %)", 29 / 30),
        value("12 of 25 (48 %)", 0.48),
    ],
    "schedule": [words("evening"), words("online"), words("evening"), words("day")],
}
FOUR_SCHOOLS = outcome(table(SCHOOLS), [COST, RATE, SCHEDULE], CELLS)
FOUR_SCHOOLS_TYPED_ANEW = outcome(table(SCHOOLS, copied=False), [COST, RATE, SCHEDULE], CELLS)


def one(criteria: Sequence[Criterion], cells: Sequence[Cell]) -> Outcome:
    """Judge a single program by its cells, in the order of the criteria."""
    named = {criterion.name: [cell] for criterion, cell in zip(criteria, cells, strict=True)}
    return outcome(table(b"program\nHarbor\n"), criteria, named)
