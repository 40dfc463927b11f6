"""A recorded decision is run again: the settings of its document, read back, go through the same procedure.

The same inputs give the same document; a record that does not say what to run is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.recorded import recorded_run
from decision.intake.sources.by_source import by_source
from decision.intake.table.programs import read_programs
from decision.intake.wages.look_up import look_up
from decision.procedure import work_out
from decision.report.files.document import document
from decision.roof.finding_out import find_out
from decision.roof.preparing import prepared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.intake.recorded import RecordedJoin
    from decision.model import Programs

__all__ = ["replayed"]


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
