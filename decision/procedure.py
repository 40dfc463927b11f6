"""The whole procedure on one screen, and `Decision`, the object people hold.

read, eliminate, give points, rank, narrow: every step is a function from one noun of `decision.model` to the next, so
`decide` reads like the advice it follows: start with your main concern, eliminate what does not fit, go on to the
second, narrow down to a couple, then decide.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from decision.intake.choose.where import choose
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.facts.facts import read_facts
from decision.intake.facts.headers import name_column
from decision.intake.facts.names import name_notes, named, readable
from decision.intake.join import several
from decision.intake.join.on import written_on
from decision.intake.recorded import recorded_run
from decision.intake.sources.by_source import by_source
from decision.intake.table.programs import read_programs
from decision.intake.wages.look_up import look_up
from decision.judge.account import account
from decision.judge.advice.changes import find_changes
from decision.judge.advice.contrast import contrast
from decision.judge.advice.loosen import loosen
from decision.judge.advice.questions import find_questions
from decision.judge.advice.rounded import rounded
from decision.judge.again.compare import compare
from decision.judge.certainty.certainty import certainty
from decision.judge.certainty.readings import DRAWS, SEED
from decision.judge.eliminate import eliminate
from decision.judge.ledger import ledger
from decision.judge.lookup import find_program
from decision.judge.pay.paybacks import paybacks
from decision.judge.points import score
from decision.judge.rank import rank
from decision.judge.weights.weighing import weighing
from decision.judge.weights.weights import weigh
from decision.model import CriteriaSet, Ledger, Outcome, Programs, Status
from decision.nouns.insight import Insight
from decision.report.explain.compare import compare_text
from decision.report.explain.explanation import explain_text
from decision.report.files.bill_frame import bill_frame
from decision.report.files.document import document
from decision.report.files.frames import (
    eliminated_frame,
    facts_frame,
    filters_frame,
    funnel_frame,
    ranking_frame,
    shortlist_frame,
)
from decision.report.files.questions_csv import questions_csv
from decision.report.files.ranked import ranked_csv
from decision.report.files.save import save
from decision.report.files.unmatched_csv import unmatched_csv
from decision.report.screen.page import html
from decision.report.screen.terminal import terminal
from decision.report.sheets.ranked_workbook import ranked_workbook
from decision.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from decision.intake.choose.condition import Where
    from decision.intake.join.several import On, Others
    from decision.intake.recorded import RecordedJoin
    from decision.nouns.wages import Pay

__all__ = ["EXPLAINED", "Decision", "decide", "explained", "find_out", "inputs", "prepared", "replayed", "work_out"]

EXPLAINED = 50
"""Programs that are explained one by one, from the first."""


def decide(
    programs: str | Path | bytes | Programs | pd.DataFrame,
    criteria: str | Path | Mapping[str, object] | CriteriaSet | None = None,
    *,
    set: Mapping[str, object] | None = None,  # noqa: A002 -- the same word as on the command line
    order: Sequence[str] | str | None = None,
    weights: Mapping[str, object] | str | None = None,
    shortlist: int | str | None = None,
    source: str | Path | None = None,
    where: Where = (),
    join: Others = (),
    on: On = (),
    allow_missing: bool = False,
    strict: bool = False,
    sheet: str | int = "",
    fresh_since: str | None = None,
    area: str | None = None,
    wages: Mapping[str, object] | None = None,
) -> Decision:
    r"""Eliminate, rank and shortlist programs by what the user wants.

    Parameters
    ----------
    programs
        A CSV file or spreadsheet, its bytes, a DataFrame, or what `read_programs` gave.
    criteria
        The name of a bundled set, a YAML file, its content as a mapping, or what `read_criteria` gave; the set for
        medical coding when left out.
    set
        Single changes, ``{"cost.at_most": 5000, "schedule.any_of": ["evening", "online"]}``.
    order
        Criteria to move to the front of the order of concern.
    weights
        Name -> points for every weighted criterion; or ``"order"``, ``"rank_sum"``, ``"equal"``.
    shortlist
        How many programs the shortlist holds.
    source
        The map of the public source that the table is from, by name or path; ``"none"`` reads the table as it stands;
        left out, a table of a bundled source is recognised by its headers.
    where, join, on
        Which programs are looked at, and what other tables say of them; as for `prepared`.
    allow_missing
        Read a criterion that the table has no column for as not known, in every row.
    strict
        Make every odd cell a fault.
    sheet
        The sheet of a spreadsheet, by its name or its number from 1; empty to find out.
    fresh_since
        Facts from before this date are marked as old: ``2025-01-01``. They count as stated.
    area
        Where you want to work: what the work pays there is told beside the answer. It never counts in the ranking.
    wages
        ``now`` and ``then``, dollars an hour as you state them, and more; see `decision.paying.pay`.

    Returns
    -------
    Decision
        Every program with its place or the reason why it is out.

    Raises
    ------
    BadPrograms, BadCriteria, BadSource, BadOptions
        With every fault that was found; nothing is decided then.

    Examples
    --------
    >>> table = b"program,cost,when\nHarbor,$3450,evening\nMill,$9300,evening\nQuay,,online\n"
    >>> wanted = {"criteria": [
    ...     {"name": "cost", "kind": "money", "column": "cost", "must": {"at_most": 5000}, "worst": 8000, "best": 0},
    ...     {"name": "schedule", "kind": "schedule", "column": "when", "must": {"any_of": ["evening", "online"]}}]}
    >>> decision = decide(table, wanted)
    >>> decision
    Decision(1 of 3 fit, first Harbor; 1 to ask)
    >>> [program["status"] for program in decision.to_dict()["programs"]]
    ['fits', 'ask', 'out']
    """
    wanted = read_criteria(
        criteria, set=set, order=order, weights=weights, shortlist=shortlist, fresh_since=fresh_since
    )
    paid = look_up(area, wages)
    given = programs if isinstance(programs, Programs) else read_programs(programs, sheet=sheet)
    table = prepared(given, source=source, where=where, join=join, on=on)
    return Decision(work_out(table, wanted, allow_missing=allow_missing, strict=strict, pay=paid))


def prepared(
    programs: Programs,
    *,
    source: str | Path | None = None,
    where: Where = (),
    join: Others = (),
    on: On = (),
) -> Programs:
    r"""Make a table as it was read ready for criteria: translate it, join others to it, choose programs.

    Parameters
    ----------
    programs
        As `read_programs` gave it.
    source
        As for `decide`. Other tables are translated where they are recognised; ``"none"`` leaves them as they stand.
    where
        What a program's columns must say: ``["state=MA,RI", "cip=51.07*"]`` or ``{"state": ["MA", "RI"]}``; all of it
        must hold.
    join
        Another table that says more of the same programs (a path, bytes, a DataFrame or what `read_programs` gave), or
        a list of such tables.
    on
        The columns that tell which row is whose, ``"providerid,cipcode"`` or ``"unitid=UNITID"``; a list of such texts
        where ``join`` is a list.

    Returns
    -------
    Programs
        The programs that criteria are asked of, with notes on what was done, and counts in ``filters`` and ``joined``.

    Raises
    ------
    BadPrograms, BadSource, BadOptions
        A table cannot be read or does not go with the others, a map has faults, or no program is left.

    Examples
    --------
    >>> programs = read_programs(b"program,id\nHarbor,7\nQuay,8\n")
    >>> prepared(programs, join=b"id,state\n7,MA\n8,NH\n", on="id", where="state=MA").cells(0)
    ['Harbor', '7', 'MA']
    """
    return choose(several.joined(by_source(programs, source), join, on, source=source), where)


def work_out(
    programs: Programs,
    criteria: CriteriaSet,
    *,
    allow_missing: bool = False,
    strict: bool = False,
    pay: Pay | None = None,
) -> Outcome:
    """Run the procedure on what was read.

    Parameters
    ----------
    programs
        The table.
    criteria
        What the user wants.
    allow_missing, strict
        As for `decide`.
    pay
        What `look_up` gave.

    Returns
    -------
    Outcome
        The result of every step.

    Raises
    ------
    BadPrograms
        With every fault of the table.
    """
    facts = read_facts(programs, criteria, allow_missing=allow_missing, strict=strict)
    naming = name_column(programs, criteria)
    names = named(programs, naming)

    elimination = eliminate(facts, criteria)
    points = score(facts, criteria, weigh(criteria))
    ranking = rank(programs, names, elimination, points, shortlisted=criteria.shortlist)

    return Outcome(
        programs=programs,
        criteria=criteria,
        facts=replace(facts, notes=name_notes(programs, names, programs.header[naming])),
        elimination=elimination,
        points=points,
        ranking=ranking,
        names=readable(names),
        settings=_settings(programs, criteria, allow_missing=allow_missing, strict=strict, pay=pay),
        pay=pay,
        paybacks=None if pay is None else paybacks(facts, criteria, pay.stated),
    )


def find_out(
    outcome: Outcome,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    explained: Sequence[int] | None = None,
    whole: bool = True,
) -> Insight:
    """Find out how sure a ranking is, what to ask the schools, and what would change it.

    Parameters
    ----------
    outcome
        What `work_out` gave.
    draws
        How many plausible readings are looked at, at least 1.
    seed
        Where chance starts, at least 0; the same seed gives the same answer everywhere.
    explained
        The programs to explain one by one, by number; left out, the first 50 that fit or may.
    whole
        Whether everything that a document records is worked out, or what a person is shown of many programs.

    Returns
    -------
    Insight
        All that can be said about certainty, questions, loosening and reasons.
    """
    first = _first(outcome) if explained is None else explained
    return Insight(
        weighing=weighing(outcome.criteria, outcome.facts),
        certainty=certainty(
            outcome.facts,
            outcome.criteria,
            outcome.elimination,
            outcome.points.weights,
            outcome.ranking,
            outcome.programs.rows,
            draws=draws,
            seed=seed,
            whole=whole,
        ),
        questions=find_questions(outcome),
        loosening=loosen(outcome),
        contrasts={program: found for program in first if (found := contrast(outcome, program)) is not None},
        changes={program: rounded(outcome, program, find_changes(outcome, program)) for program in first},
    )


def replayed(recorded: Mapping[str, Any], *, file: str = "") -> dict[str, object]:
    """Run a recorded decision again.

    Parameters
    ----------
    recorded
        The document as `read_decision` gave it.
    file
        The file it was read from, for what is said of it.

    Returns
    -------
    dict
        The document of the new run, from the same settings.

    Raises
    ------
    BadInput
        When the record does not say what to run, or its inputs were not files.
    BadPrograms, BadCriteria, BadOptions
        When the inputs are no longer there or no longer right.
    """
    run = recorded_run(recorded, file=file)
    criteria = read_criteria(
        run.criteria,
        set=run.options,
        order=run.order,
        weights=run.weights,
        shortlist=run.shortlist,
        fresh_since=run.fresh_since,
    )
    given = read_programs(
        run.programs, encoding=run.encoding, separator=run.separator, header_row=run.header_row, sheet=run.sheet
    )
    programs = prepared(
        given,
        source=run.source,
        where=run.where,
        join=tuple(_read_again(other) for other in run.joined),
        on=[other.on for other in run.joined],
    )
    paid = look_up(run.area, run.wages)
    outcome = work_out(programs, criteria, allow_missing=run.allow_missing, strict=run.strict, pay=paid)
    if run.draws is None or run.seed is None:
        return document(outcome)
    return document(outcome, find_out(outcome, draws=run.draws, seed=run.seed))


def _read_again(other: RecordedJoin) -> Programs:
    read = read_programs(
        other.file,
        encoding=other.encoding,
        separator=other.separator,
        header_row=other.header_row,
        sheet=other.sheet,
    )
    return by_source(read, other.source)


def _first(outcome: Outcome) -> list[int]:
    """Give the first programs that fit or may."""
    leading = outcome.ranking.order[:EXPLAINED]
    return [int(program) for program in leading if outcome.elimination.status[program] != Status.OUT]


def _settings(
    programs: Programs, criteria: CriteriaSet, *, allow_missing: bool, strict: bool, pay: Pay | None
) -> dict[str, object]:
    """Give what is needed to run it again."""
    return {
        "version": VERSION,
        "programs": _read_how(programs),
        "join": [{**_read_how(joined.other), "on": written_on(joined.on)} for joined in programs.joined],
        "where": [chosen.where for chosen in programs.filters],
        "criteria": {
            "name": criteria.name,
            "sha256": criteria.digest,
            **({"vocabularies": dict(criteria.vocabularies)} if criteria.vocabularies else {}),
            **({"lists": dict(criteria.lists)} if criteria.lists else {}),
        },
        "options": dict(criteria.overrides),
        "shortlist": criteria.shortlist,
        "allow_missing": allow_missing,
        "strict": strict,
        **({} if pay is None else pay.settings),
    }


def _read_how(programs: Programs) -> dict[str, object]:
    """Give what is needed to read a table again, and to know it."""
    return {
        "file": programs.file,
        "sha256": programs.digest,
        "encoding": programs.encoding,
        "separator": programs.separator,
        "header_row": programs.header_row,
        **({"sheet": programs.sheet} if programs.sheet else {}),
        "source": programs.source,
        "source_sha256": programs.source_digest,
    }


class Decision:
    """A decision worked out: what fits, in which order, how sure that is, and why the rest does not.

    Hold it in a notebook: it shows itself. Everything else is asked for by name.

    Parameters
    ----------
    outcome
        Everything one run worked out, as nouns of `decision.model`.
    draws, seed
        How many plausible readings are looked at, and where chance starts.
    """

    def __init__(self, outcome: Outcome, *, draws: int = DRAWS, seed: int = SEED) -> None:
        self.outcome = outcome
        self.draws, self.seed = draws, seed

    @cached_property
    def insight(self) -> Insight:
        """How sure it is, what to ask and what to loosen; found out when first asked for."""
        return find_out(self.outcome, draws=self.draws, seed=self.seed)

    @property
    def ranking(self) -> pd.DataFrame:
        """Every program in order; see `decision.report.files.frames.ranking_frame` for the columns."""
        return ranking_frame(self.outcome)

    @property
    def shortlist(self) -> pd.DataFrame:
        """The couple of programs to decide among; the columns of `ranking`."""
        return shortlist_frame(self.outcome)

    @property
    def eliminated(self) -> pd.DataFrame:
        """One line per program and must-have that it failed; see `decision.report.files.frames.eliminated_frame`."""
        return eliminated_frame(self.outcome)

    @property
    def facts(self) -> pd.DataFrame:
        """What the table says of each criterion; see `decision.report.files.frames.facts_frame`."""
        return facts_frame(self.outcome)

    @property
    def filters(self) -> pd.DataFrame:
        """What the programs were chosen by, and counts; see `decision.report.files.frames.filters_frame`."""
        return filters_frame(self.outcome)

    @property
    def funnel(self) -> pd.DataFrame:
        """One line per must-have: how many it removed; see `decision.report.files.frames.funnel_frame`."""
        return funnel_frame(self.outcome)

    def ledger(self, program: str | int) -> Ledger:
        """Give the account behind one program's score.

        Parameters
        ----------
        program
            Its name, a part of it that no other name has, or the row a spreadsheet shows.

        Returns
        -------
        Ledger
            An entry per weighted criterion; they sum to the score.

        Raises
        ------
        BadOptions
            When no program, or more than one, is meant.
        """
        return ledger(self.outcome, find_program(self.outcome, str(program)))

    def bill(self, program: str | int) -> pd.DataFrame:
        """Give what a program's cost is made of; see `decision.report.files.bill_frame` for the columns.

        Parameters
        ----------
        program
            Its name, a part of it that no other name has, or the row a spreadsheet shows.

        Returns
        -------
        DataFrame
            A line per amount; empty where nothing is stated.

        Raises
        ------
        BadOptions
            When no program, or more than one, is meant.
        """
        return bill_frame(self.outcome, find_program(self.outcome, str(program)))

    def explain(self, program: str | int, *, against: str | int | None = None, width: int = 80) -> str:
        """Say why a program stands where it does, and what would change that.

        Parameters
        ----------
        program
            Its name, a part of it that no other name has, or the row a spreadsheet shows.
        against
            The program to hold it against; left out, the one next to it.
        width
            Columns to write for, at least 40.

        Returns
        -------
        str
            Lines, the last of them ended too.

        Raises
        ------
        BadOptions
            When no program, or more than one, is meant.
        """
        return explained(self.outcome, program, against=against, width=width)

    def compare(self, later: Decision, *, width: int = 80) -> str:
        """Say what moved between this decision and a later one, and why.

        Parameters
        ----------
        later
            Made after new data, weights or limits.
        width
            Columns to write for, at least 40.

        Returns
        -------
        str
            What moved, the biggest move first.
        """
        return compare_text(compare(self.to_dict(), later.to_dict()), width=width)

    def to_dict(self) -> dict[str, object]:
        """Give the whole decision as plain values: the object that ``--json`` prints."""
        return document(self.outcome, self.insight)

    def csv(self) -> bytes:
        """Give the ranked table as the bytes of a CSV file."""
        return b"".join(ranked_csv(self.outcome))

    def questions_csv(self) -> bytes:
        """Give the questions to the schools, the most useful first, as the bytes of a CSV file."""
        return b"".join(questions_csv(self.outcome, self.insight))

    def unmatched_csv(self) -> bytes:
        """Give the rows of joined tables that found no partner, of both sides, as the bytes of a CSV file."""
        return b"".join(unmatched_csv(self.outcome.programs))

    def to_csv(self, path: str | Path) -> None:
        """Write the ranked table to a file, whole or not at all.

        Parameters
        ----------
        path
            Where to; an existing file is replaced, the table it was read from is refused.

        Raises
        ------
        CannotWrite
            When it cannot be written; whatever stood there before still does.
        """
        save(path, ranked_csv(self.outcome), inputs=inputs(self.outcome))

    def xlsx(self) -> bytes:
        """Give the ranking, the funnel and how it was decided as the bytes of an Excel workbook."""
        return ranked_workbook(self.outcome)

    def to_xlsx(self, path: str | Path) -> None:
        """Write the ranking, the funnel and how it was decided to an Excel workbook, whole or not at all.

        Parameters
        ----------
        path
            Where to; an existing file is replaced, the table it was read from is refused.

        Raises
        ------
        CannotWrite
            When it cannot be written; whatever stood there before still does.
        """
        save(path, [self.xlsx()], inputs=inputs(self.outcome))

    def __repr__(self) -> str:
        status = self.outcome.elimination.status
        fits, asked = int((status == Status.FITS).sum()), int((status == Status.ASK).sum())
        first = f", first {self.outcome.name(int(self.outcome.ranking.order[0]))}" if fits else ""
        return f"Decision({fits:,} of {len(status):,} fit{first}; {asked:,} to ask)"

    def __str__(self) -> str:
        return terminal(self.outcome, self.insight)

    def _repr_html_(self) -> str:
        return html(self.outcome, self.insight)


def inputs(outcome: Outcome) -> tuple[str, ...]:
    """Name the files that an outcome was made from: none of them may be written over."""
    return (*outcome.programs.files, *outcome.criteria.files)


def explained(
    outcome: Outcome,
    program: str | int,
    *,
    against: str | int | None = None,
    width: int = 80,
    unicode: bool = True,
    draws: int = DRAWS,
    seed: int = SEED,
) -> str:
    """Explain one program; the words behind `Decision.explain`.

    Parameters
    ----------
    outcome
        What `work_out` gave.
    program, against
        The program, and the one it is held against, as `Decision.explain` takes them.
    width, unicode
        What the terminal can show.
    draws, seed
        As for `find_out`.

    Returns
    -------
    str
        Lines, the last of them ended too.

    Raises
    ------
    BadOptions
        When no program, or more than one, is meant.
    """
    number = find_program(outcome, str(program))
    other = None if against is None else find_program(outcome, str(against))
    return explain_text(
        outcome,
        find_out(outcome, draws=draws, seed=seed, explained=[number]),
        number,
        account=account(outcome, number),
        contrast=None if other is None else contrast(outcome, number, other),
        width=width,
        unicode=unicode,
    )
