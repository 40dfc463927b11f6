"""The whole procedure on one screen; `Decision` is the object people hold.

read, eliminate, give points, rank, narrow: every step is a function from one noun of `decision.model` to the next, so
`decide` reads like the advice it follows: start with your main concern, eliminate what does not fit, go on to the
second, narrow down to a couple, then decide.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.facts.facts import read_facts
from decision.intake.facts.headers import name_column
from decision.intake.facts.names import name_notes, named, readable
from decision.intake.table.programs import read_programs
from decision.intake.wages.look_up import look_up
from decision.judge.eliminate import eliminate
from decision.judge.pay.paybacks import paybacks
from decision.judge.points import score
from decision.judge.rank import rank
from decision.judge.weights.weights import weigh
from decision.model import Outcome, Programs
from decision.roof.decision import Decision
from decision.roof.finding_out import find_out
from decision.roof.preparing import prepared
from decision.roof.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from decision.intake.choose.condition import Where
    from decision.intake.join.several import On, Others
    from decision.model import CriteriaSet
    from decision.nouns.wages import Pay

__all__ = ["Decision", "decide", "find_out", "work_out"]


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
        settings=settings_of(programs, criteria, allow_missing=allow_missing, strict=strict, pay=pay),
        pay=pay,
        paybacks=None if pay is None else paybacks(facts, criteria, pay.stated),
    )
