"""Small outcomes for the views: facts written down by hand, judged by the real judge."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
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
    MustHave,
    Outcome,
    Programs,
    Rule,
    Scale,
    TextColumn,
    Unknown,
    WeightMethod,
    WeightRule,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ACCREDITATION = Criterion(
    name="accreditation",
    kind=Kind.CATEGORY,
    column="accreditation",
    must=MustHave(rule=Rule.ANY_OF, labels=("CAHIIM", "AAPC")),
    why="Employers look for it.",
    source="the guide, page 4",
)
PASS_RATE = Criterion(
    name="exam pass rate",
    kind=Kind.SHARE,
    column="pass_rate",
    passed="exam_passers",
    took="exam_takers",
    base_rate=0.62,
    base_takers=20.0,
    must=MustHave(rule=Rule.AT_LEAST, low=0.6),
    scale=Scale(knots=((0.4, 0.0), (1.0, 1.0))),
)
SCHEDULE = Criterion(
    name="schedule",
    kind=Kind.SCHEDULE,
    column="schedule",
    must=MustHave(rule=Rule.ANY_OF, labels=("evening", "weekend", "online")),
    scale=Scale(shares={"online": 1.0, "evening": 0.5, "weekend": 0.5}),
)
COST = Criterion(
    name="cost",
    kind=Kind.MONEY,
    column="total_cost",
    parts=("tuition", "fees"),
    must=MustHave(rule=Rule.AT_MOST, high=6000.0),
    scale=Scale(knots=((0.0, 1.0), (8000.0, 0.0))),
)


def criteria_of(*criteria: Criterion, shortlist: int = 3) -> CriteriaSet:
    """A set of criteria, weighted by their order."""
    weighted = tuple((criterion.name,) for criterion in criteria if criterion.scale is not None)
    return CriteriaSet(
        title="Medical coding and billing",
        name="medical-coding",
        criteria=criteria,
        weights=WeightRule(method=WeightMethod.ORDER, groups=weighted),
        shortlist=shortlist,
    )


FOUR = criteria_of(PASS_RATE, COST, SCHEDULE, ACCREDITATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell says, written down."""

    text: str
    low: float = math.nan
    high: float = math.nan
    labels: frozenset[str] = frozenset()
    passed: float = math.nan
    took: float = math.nan
    unknown: Unknown = Unknown.STATED


def dollars(amount: float) -> Cell:
    return Cell(text=f"${amount:,.0f}", low=amount, high=amount)


def passed(passers: float, takers: float) -> Cell:
    rate = passers / takers
    return Cell(text=f"{passers:g} of {takers:g}", low=rate, high=rate, passed=passers, took=takers)


def label(*labels: str) -> Cell:
    return Cell(text=", ".join(labels), labels=frozenset(labels))


def unknown(reason: Unknown = Unknown.NOT_PUBLISHED) -> Cell:
    return Cell(text="", unknown=reason)


def text_column(texts: Sequence[str]) -> TextColumn:
    """A column of cells as typed."""
    distinct = list(dict.fromkeys(texts))
    codes = np.array([distinct.index(text) for text in texts], dtype=np.int32)
    return TextColumn(codes=codes, texts=distinct)


def fact_of(criterion: Criterion, cells: Sequence[Cell]) -> Fact:
    """One criterion's fact, a reading for every program."""
    low = np.array([cell.low for cell in cells])
    high = np.array([cell.high for cell in cells])
    took = np.array([cell.took for cell in cells])
    passers = np.array([cell.passed for cell in cells])
    shrunk = (passers + criterion.base_rate * criterion.base_takers) / (took + criterion.base_takers)
    is_counted = ~np.isnan(shrunk)
    return Fact(
        codes=np.arange(len(cells), dtype=np.int32),
        texts=[cell.text for cell in cells],
        unknown=np.array([cell.unknown for cell in cells], dtype=np.int8),
        low=low,
        high=high,
        counted_low=np.where(is_counted, shrunk, low),
        counted_high=np.where(is_counted, shrunk, high),
        passed=passers,
        took=took,
        labels=[cell.labels for cell in cells],
        is_suspect=np.zeros(len(cells), dtype=np.bool_),
    )


def outcome_of(criteria: CriteriaSet, table: Sequence[tuple[str, Mapping[str, Cell]]]) -> Outcome:
    """Judge a table of programs: a name, and a cell for each criterion."""
    names = text_column([name for name, _ in table])
    facts = Facts(
        by_criterion={
            criterion.name: fact_of(criterion, [cells[criterion.name] for _, cells in table])
            for criterion in criteria.criteria
        }
    )
    columns = [names, *(text_column([cells[c.name].text for _, cells in table]) for c in criteria.criteria)]
    programs = Programs(
        file="programs.csv",
        header=("program", *(criterion.column for criterion in criteria.criteria)),
        columns=columns,
        rows=np.arange(2, len(table) + 2, dtype=np.int64),
    )
    elimination = eliminate(facts, criteria)
    points = score(facts, criteria, weigh(criteria))
    return Outcome(
        programs=programs,
        criteria=criteria,
        facts=facts,
        elimination=elimination,
        points=points,
        ranking=rank(programs, names, elimination, points, shortlisted=criteria.shortlist),
        names=names,
        settings={},
    )


def program(
    name: str, exam: Cell, cost: Cell, schedule: Cell, accreditation: str = "AAPC"
) -> tuple[str, dict[str, Cell]]:
    """One line of the table that most tests use."""
    accredited = label(accreditation) if accreditation else unknown()
    return name, {"exam pass rate": exam, "cost": cost, "schedule": schedule, "accreditation": accredited}


HARBOR = program("Harbor Community College", passed(47, 52), dollars(3450), label("evening"))
LINDEN = program("Linden Institute", passed(380, 470), dollars(4900), label("online"))
QUABBIN = program("Quabbin Career Center", passed(17, 20), dollars(5200), label("weekend"))
BLUE_HILLS = program("Blue Hills Technical", unknown(), dollars(4100), label("evening"))
MYSTIC = program("Mystic Adult School", passed(9, 9), dollars(2800), label("evening"), "")
QUAY = program("Quay College", passed(40, 50), dollars(6250), label("evening"))
MILL = program("Mill School", passed(20, 40), dollars(9300), label("day"), "none")
TARN = program("Tarn Institute", passed(29, 50), dollars(5000), label("online"))

SOME_FIT = outcome_of(FOUR, [HARBOR, LINDEN, QUABBIN, BLUE_HILLS, MYSTIC, QUAY, MILL, TARN])
NOTHING_PUBLISHED = outcome_of(
    FOUR,
    [
        *(
            program(f"{town} Community College", unknown(), unknown(), unknown(), "")
            for town in ("Bay", "Cape", "Hill")
        ),
        program("Fells Academy", unknown(), unknown(), label("online"), ""),
        program("Gore Institute", unknown(), dollars(16250), unknown(), ""),
        *(
            program(f"Town {number}", unknown(Unknown.BLANK), unknown(Unknown.CONTACT_SCHOOL), label("evening"), "")
            for number in range(1, 10)
        ),
    ],
)
NOBODY_FITS = outcome_of(FOUR, [QUAY, MILL, TARN])
TIE = outcome_of(FOUR, [HARBOR, ("Linden Institute", HARBOR[1]), QUABBIN])
ONE_PROGRAM = outcome_of(FOUR, [HARBOR])
ASK_ONLY = outcome_of(FOUR, [BLUE_HILLS, MYSTIC])
NO_WEIGHTS = outcome_of(
    criteria_of(*(replace(criterion, scale=None) for criterion in FOUR.criteria)), [HARBOR, LINDEN, QUAY]
)
OUTCOMES = {
    "some_fit": SOME_FIT,
    "nothing_published": NOTHING_PUBLISHED,
    "nobody_fits": NOBODY_FITS,
    "tie": TIE,
    "one_program": ONE_PROGRAM,
    "ask_only": ASK_ONLY,
    "no_weights": NO_WEIGHTS,
}
