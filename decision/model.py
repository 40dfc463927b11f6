"""The nouns. Read this file first: everything else turns one of these into the next.

    file -> Programs -> Facts ─┐
                               ├─> Elimination -> Points -> Ranking   all held together in an Outcome
    file -> CriteriaSet ───────┘

All are frozen. Facts are kept by column: a column of cells is a short list of *distinct* readings and, for every
program, the number of the reading it has. So a distinct text is understood once, judged once and worded once, however
many programs share it, and a million rows cost what the arrays cost.

Numbers are in one unit per kind: dollars, share 0..1, months, or the criterion's own unit. Unknown is a reason
(`Unknown`), never a number by itself. The parts that these nouns are made of have a file each in `decision.nouns`;
those named below can be had from here too.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Protocol

from decision.kinds import Kind, Status, Unknown, Verdict, plain, spell, spell_range
from decision.nouns.account import Entry, Ledger
from decision.nouns.costs import Bills, SharedBills
from decision.nouns.criterion import Criterion, MustHave, Rule, Scale, WhenUnknown, Words
from decision.nouns.freshness import FreshRule
from decision.nouns.reading import Basis, Reading
from decision.nouns.weight_rule import WeightMethod, WeightRule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision.arrays import Codes, Flags, Floats, Small, Whole
    from decision.errors import Fault
    from decision.nouns.freshness import Freshness
    from decision.nouns.plans import Finding, Timetable
    from decision.nouns.wages import Pay, Paybacks

__all__ = [
    "Basis",
    "Bills",
    "Chosen",
    "Column",
    "CriteriaSet",
    "Criterion",
    "Elimination",
    "Entry",
    "Fact",
    "Facts",
    "Joined",
    "Kind",
    "Ledger",
    "Lines",
    "MustHave",
    "Outcome",
    "Points",
    "Programs",
    "Ranking",
    "Reading",
    "Rule",
    "Scale",
    "SharedBills",
    "Status",
    "Step",
    "TextColumn",
    "Unknown",
    "Verdict",
    "WeightMethod",
    "WeightRule",
    "WhenUnknown",
    "Words",
    "plain",
    "spell",
    "spell_range",
]


# ── what the user wants ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSet:
    """What the user wants, in the order of concern.

    Parameters
    ----------
    title
        What the set is for.
    name
        The bundled name or the path it was read from.
    criteria
        In the order of concern; names are unique.
    weights
        How the weights were given.
    shortlist
        How many programs the shortlist holds, at least 1.
    digest
        SHA-256 of the file's bytes, as hexadecimal.
    overrides
        What options changed, as given: ``{"cost.at_most": "5000"}``, with ``order``, ``weights``, ``shortlist``.
    text
        The file's own text, so that other options can be laid over it.
    scales_before
        Name -> the scale the file gives, where an option changed it.
    fresh
        From when on facts are wanted, and which columns date them.
    vocabularies
        Name or path of each vocabulary it uses -> SHA-256 of that file's bytes.
    """

    title: str
    name: str
    criteria: tuple[Criterion, ...]
    weights: WeightRule
    shortlist: int = 3
    digest: str = ""
    overrides: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    scales_before: Mapping[str, Scale] = field(default_factory=dict)
    fresh: FreshRule = field(default_factory=FreshRule)
    vocabularies: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Criterion:
        return next(criterion for criterion in self.criteria if criterion.name == name)

    @property
    def lists(self) -> Mapping[str, str]:
        """The lists that its costs name, ``costs/medical-coding``, with the SHA-256 of their bytes."""
        return {name: digest for criterion in self.criteria for name, digest in criterion.costing.lists.items()}

    @property
    def files(self) -> tuple[str, ...]:
        """The name or path of its own file and of the lists that it names."""
        return (self.name, *(name.split("/", 1)[1] for name in self.lists))

    @property
    def must_haves(self) -> tuple[Criterion, ...]:
        """The criteria with a must-have, in the order of concern."""
        return tuple(criterion for criterion in self.criteria if criterion.must is not None)

    @property
    def weighted(self) -> tuple[Criterion, ...]:
        """The criteria that earn points, in the order of concern."""
        return tuple(criterion for criterion in self.criteria if criterion.scale is not None)


# ── what the file says ────────────────────────────────────────────────────────────────────────────────────────────────


class Column(Protocol):
    """The cells of one column as typed: the distinct texts, and which of them each program has."""

    @property
    def codes(self) -> Codes:
        """``(n_programs,)``, numbers into ``texts``."""

    @property
    def texts(self) -> Sequence[str]:
        """``(n_texts,)``, distinct, as typed."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TextColumn:
    """A `Column` held in memory."""

    codes: Codes
    texts: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lines:
    """The user's own text of every row, to be copied untouched.

    Parameters
    ----------
    data
        UTF-8 bytes of the file.
    starts, ends
        ``(n_programs,)``, where each row's own cells begin and end in ``data`` (no line end, no cell that is not
        the user's).
    """

    data: bytes | memoryview
    starts: Whole
    ends: Whole

    def typed(self, program: int) -> bytes:
        """Give the row's cells as they stand in the file."""
        return bytes(self.data[self.starts[program] : self.ends[program]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One filter: what was wanted of a column, and how many programs it left.

    Parameters
    ----------
    where
        As it can be typed: ``state=MA,RI``.
    header
        The column, as the user names it.
    values
        What it must say, or must not: at least one, with shell wildcards; empty for a blank cell.
    is_not
        Whether programs with one of the values are left aside, and the others chosen.
    before, left
        Programs before it, and left by it.
    blank
        Among those that it left aside, how many say nothing in that column.
    """

    where: str
    header: str
    values: tuple[str, ...]
    is_not: bool
    before: int
    left: int
    blank: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Joined:
    """A second table, brought beside the programs: which of its rows each program has.

    Parameters
    ----------
    on
        The columns that tell which row is whose: header among the programs, header in the other table.
    programs
        As they were before.
    other
        The other table.
    row_of
        ``(n_programs,)``, the number of the row in ``other`` of each of ``programs``; -1 where it has none.
    brought
        The columns that were brought: number in ``other``, number in the table that came of it.
    """

    on: tuple[tuple[str, str], ...]
    programs: Programs
    other: Programs
    row_of: Whole
    brought: tuple[tuple[int, int], ...]

    @property
    def matched(self) -> int:
        """How many programs have a row in the other table."""
        return int((self.row_of >= 0).sum())

    @property
    def used(self) -> int:
        """How many rows of the other table belong to a program."""
        return len({*self.row_of[self.row_of >= 0].tolist()})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Programs:
    """The user's table as typed: every row is a program.

    Parameters
    ----------
    file
        The file as the user named it; ``<table>`` for a DataFrame, ``<stdin>`` for standard input.
    header
        Column names, white space at the ends removed, as many as there are columns.
    columns
        ``(n_columns,)``, the cells.
    rows
        ``(n_programs,)``, the row a spreadsheet shows: preamble, header, blank lines and rows set aside count, and a
        quoted line break inside a cell does not start a new row.
    lines
        The rows as they stand in the file; ``None`` when it is a spreadsheet, its separator is not a comma or its
        encoding not UTF-8.
    notes
        What was accepted and should be said: encoding, lines skipped, rows set aside.
    set_aside
        Rows that are not programs (totals), by number.
    encoding, separator, header_row
        How it was read; a spreadsheet has neither encoding nor separator.
    sheet
        The name of the sheet it was read from; empty when the file has none.
    digest
        SHA-256 of the bytes (unpacked), as hexadecimal.
    is_own_output
        Whether it was a ranked file of ours, whose own columns were left out.
    source
        The name or the path of the map that it was translated by; empty when it is as the file stands.
    source_digest
        SHA-256 of that map's bytes, as hexadecimal.
    joined
        The tables whose columns were brought beside the file's own, in order; before any filter.
    filters
        What these programs were chosen by, in order; all have been applied.
    whole
        The table before any filter: what a column as a whole says (92 or 0.92 for a share) does not depend on who is
        left. ``None`` where nothing was chosen.
    """

    file: str
    header: tuple[str, ...]
    columns: Sequence[Column]
    rows: Whole
    lines: Lines | None = None
    notes: tuple[Fault, ...] = ()
    set_aside: tuple[int, ...] = ()
    encoding: str = "UTF-8"
    separator: str = ","
    header_row: int = 1
    sheet: str = ""
    digest: str = ""
    is_own_output: bool = False
    source: str = ""
    source_digest: str = ""
    joined: tuple[Joined, ...] = ()
    filters: tuple[Chosen, ...] = ()
    whole: Programs | None = None

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def files(self) -> tuple[str, ...]:
        """All that it was made from, maps too: none of them may be written over."""
        tables = (self, *(each.other for each in self.joined))
        return tuple(name for table in tables for name in (table.file, table.source) if name)

    def __repr__(self) -> str:
        return f"Programs({self.file}: {len(self):,} programs, {len(self.header)} columns)"

    def cell(self, program: int, column: int) -> str:
        """Give one cell as typed."""
        found = self.columns[column]
        return found.texts[int(found.codes[program])]

    def cells(self, program: int) -> list[str]:
        """Give one row's cells as typed."""
        return [self.cell(program, column) for column in range(len(self.header))]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fact:
    """One criterion's fact for every program: distinct readings, and which of them each program has.

    Parameters
    ----------
    codes
        ``(n_programs,)``, numbers into the readings.
    texts
        ``(n_readings,)``, what the file says, fit to show (``28 of 37``, ``$3,450``).
    unknown
        ``(n_readings,)``, `Unknown` codes; 0 where stated.
    low, high
        ``(n_readings,)``, the value as stated, which must-haves judge; NaN where unknown, but for the ``low`` of a sum
        of which only some parts are stated.
    counted_low, counted_high
        ``(n_readings,)``, the value that earns points: a rate shrunk by its number of takers, a bare claim as a
        range; else as stated. NaN where unknown.
    passed, took
        ``(n_readings,)``, the counts behind a rate; NaN where none.
    labels
        ``(n_readings,)``, label sets; empty sets for numeric kinds and where unknown.
    is_suspect
        ``(n_readings,)``, stated, used as stated, and odd.
    timetables
        ``(n_readings,)``, what more is said of when it runs; empty for criteria without a plan.
    old
        ``(n_readings,)``, of when a fact is that is older than the user's limit, ``in 2021-22``; empty for one that
        is not. No entries where no fact is old.
    assumed
        ``(n_readings,)``, how much of a cost is assumed, in words, empty for none; or empty where nothing ever is.
    bills
        ``(n_readings,)``, what a cost is made of, or ``None`` where nothing is stated; empty for all other facts.
    """

    codes: Codes
    texts: Sequence[str]
    unknown: Small
    low: Floats
    high: Floats
    counted_low: Floats
    counted_high: Floats
    passed: Floats
    took: Floats
    labels: Sequence[frozenset[str]]
    is_suspect: Flags
    timetables: Sequence[Timetable] = ()
    old: Sequence[str] = ()
    assumed: Sequence[str] = ()
    bills: Bills = ()

    def is_old(self, code: int) -> bool:
        """Whether a reading is older than the user's limit."""
        return bool(self.old and self.old[code])

    def taken(self, readings: Whole) -> Fact:
        """Give the fact with other readings in place of its own: those with these numbers, some twice or not at all.

        Parameters
        ----------
        readings
            Numbers of readings; the numbers of programs' readings stay as they are.
        """
        numbers = readings.tolist()
        apart = ("codes", "bills")
        parts: dict[str, Any] = {part.name: getattr(self, part.name) for part in fields(self) if part.name not in apart}
        kept: dict[str, Any] = {
            name: part[readings] if hasattr(part, "dtype") else [part[number] for number in numbers]
            for name, part in parts.items()
            if len(part)
        }
        return replace(self, **kept, bills=SharedBills(self.bills, numbers) if len(self.bills) else ())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Facts:
    """Everything the file states about the criteria.

    Parameters
    ----------
    by_criterion
        Name -> fact, one for every criterion of the set.
    read_from
        Name -> the numbers of the columns it was read from, the most direct first.
    doubts
        Odd cells, each with its row: read as not known, or used as stated and suspect.
    absent
        Headers that the criteria name and the file lacks.
    notes
        What was accepted and should be said: blank and repeated names, rows repeated whole.
    freshness
        Of when the facts are and where they stand; ``None`` where neither is told and no limit is stated.
    outside
        Name of a criterion with a vocabulary -> words that the vocabulary does not have, and how many programs state
        each, the most frequent first.
    """

    by_criterion: Mapping[str, Fact]
    read_from: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    doubts: tuple[Fault, ...] = ()
    absent: tuple[str, ...] = ()
    notes: tuple[Fault, ...] = ()
    freshness: Freshness | None = None
    outside: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Fact:
        return self.by_criterion[name]


# ── what follows from it ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the funnel: a must-have, applied to what the ones before it left.

    Parameters
    ----------
    criterion
        Its name.
    before, out, left
        Programs before, lost here (their first failed must-have), and left: ``before - out``.
    ask
        Among those left, how many have no answer to this must-have.
    """

    criterion: str
    before: int
    out: int
    ask: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Elimination:
    """Every must-have applied to every program.

    Parameters
    ----------
    must_haves
        The criteria, in the order of concern.
    verdicts
        ``(n_must_haves, n_programs)``, `Verdict` codes.
    margins
        ``(n_must_haves, n_programs)``, how far a failing fact is from the limit, positive, in the kind's unit; NaN for
        labels, unknowns and where the must-have is met.
    status
        ``(n_programs,)``, `Status` codes.
    first_failed
        ``(n_programs,)``, the number of the first failed must-have; ``n_must_haves`` where none failed.
    funnel
        One step per must-have.
    findings
        Name of each must-have with a plan -> ``(n_readings,)``, what its checks found of each reading.
    """

    must_haves: tuple[Criterion, ...]
    verdicts: Small
    margins: Floats
    status: Small
    first_failed: Whole
    funnel: tuple[Step, ...]
    findings: Mapping[str, Sequence[tuple[Finding, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """What every fact earns, and the sums.

    Parameters
    ----------
    weights
        Name of each weighted criterion, in the order of concern -> weight; they sum to 1. Empty when none has points.
    low, high
        Name -> ``(n_readings,)``, the points (of 100) a reading surely earns, and can earn at most.
    score, score_high
        ``(n_programs,)``, the sums over the criteria, left to right in the order of concern; 0..100.
    """

    weights: Mapping[str, float]
    low: Mapping[str, Floats]
    high: Mapping[str, Floats]
    score: Floats
    score_high: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """The order of all programs.

    Parameters
    ----------
    order
        ``(n_programs,)``, programs from first to last: those that fit, those to ask, those out by how far they came.
    rank
        ``(n_programs,)``, shared where scores are equal after rounding; 0 for those out.
    is_shortlisted
        ``(n_programs,)``.
    """

    order: Whole
    rank: Whole
    is_shortlisted: Flags


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outcome:
    """Everything one run worked out: what every report reads.

    Parameters
    ----------
    programs, criteria, facts, elimination, points, ranking
        What went in, and the result of each step.
    names
        The column that names the programs; its texts are fit to read, and two of them may be alike.
    settings
        What is needed to run it again, as plain JSON values.
    pay
        What the user's area pays; ``None`` when no area was named.
    paybacks
        How soon each cost is paid back; ``None`` when no wages were stated, or nothing asked for is a cost.
    """

    programs: Programs
    criteria: CriteriaSet
    facts: Facts
    elimination: Elimination
    points: Points
    ranking: Ranking
    names: Column
    settings: Mapping[str, object]
    pay: Pay | None = None
    paybacks: Paybacks | None = None

    def name(self, program: int) -> str:
        """Give the program's name, fit to read."""
        return self.names.texts[int(self.names.codes[program])]
