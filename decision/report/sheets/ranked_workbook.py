"""Turns an outcome into a workbook: the ranking, the funnel, and how it was decided.

One rule: the first sheet holds the columns of the ranked CSV, in its order, and reads again as the same table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.model import Status
from decision.report.files.ranked import OWN_COLUMNS, POINTS_PREFIX, decimals
from decision.report.sheets.how_sheet import how_sheet
from decision.report.sheets.sheet import Shape, Sheet, SheetColumn, column_of
from decision.report.sheets.users_columns import users_columns
from decision.report.sheets.xlsx import xlsx
from decision.report.words.asked import asked_by_kind
from decision.report.words.choosing import where_words
from decision.report.words.reasons import reasons_by_kind
from decision.report.words.wording import wanted

if TYPE_CHECKING:
    from decision.arrays import Floats, Small, Whole
    from decision.model import Chosen, Outcome, Step
    from decision.report.sheets.sheet import Cell

__all__ = ["ranked_workbook"]


def ranked_workbook(outcome: Outcome) -> bytes:
    """Write the ranking as an Excel workbook.

    Parameters
    ----------
    outcome
        What was worked out.

    Returns
    -------
    bytes
        The file, with the sheets ``ranking``, ``funnel`` and ``how it was decided``.

    Raises
    ------
    CannotWrite
        The library is absent, or there is more than such a file can hold.
    """
    return xlsx([_ranking(outcome), _funnel(outcome), how_sheet(outcome)])


def _ranking(outcome: Outcome) -> Sheet:
    order = outcome.ranking.order
    users = users_columns(outcome.programs, order)
    return Sheet(name="ranking", columns=[*_before(outcome, order), *users, *_points(outcome, order)])


def _before(outcome: Outcome, order: Whole) -> list[SheetColumn]:
    """Give our own columns before the user's."""
    rank, status, shortlist, score, score_high, reason, ask = OWN_COLUMNS
    points, ranking, states = outcome.points, outcome.ranking, outcome.elimination.status[order]
    ranks: list[Cell] = [place or None for place in ranking.rank[order].tolist()]  # those that are out have rank 0
    listed = ranking.is_shortlisted[order].astype(np.int8).tolist()
    why, asked = reasons_by_kind(outcome), asked_by_kind(outcome)
    questions: list[Cell] = ["; ".join(names) or None for names in asked.made]
    return [
        column_of(rank, ranks),
        SheetColumn(name=status, codes=states.tolist(), cells=[each.word for each in Status], shape=Shape.STATUS),
        SheetColumn(name=shortlist, codes=listed, cells=[None, "yes"]),
        _scores(score, points.score[order], states),
        _scores(score_high, points.score_high[order], states),
        SheetColumn(name=reason, codes=why.codes[order].tolist(), cells=why.made, shape=Shape.LONG),
        SheetColumn(name=ask, codes=asked.codes[order].tolist(), cells=questions),
    ]


def _scores(name: str, values: Floats, states: Small) -> SheetColumn:
    """Give points to four decimals, as the CSV does; none for programs that are out."""
    is_in = (states != Status.OUT).tolist()
    cells: list[Cell] = [
        float(decimals(value)) if kept else None for value, kept in zip(values.tolist(), is_in, strict=True)
    ]
    return column_of(name, cells, Shape.POINTS)


def _points(outcome: Outcome, order: Whole) -> list[SheetColumn]:
    """Give the assured points of each weighted criterion."""
    states = outcome.elimination.status[order]
    return [
        _scores(POINTS_PREFIX + name, outcome.points.low[name][outcome.facts[name].codes[order]], states)
        for name in outcome.points.weights
    ]


def _funnel(outcome: Outcome) -> Sheet:
    """Give a line for each filter of the file, then one for each must-have."""
    filters = outcome.programs.filters
    steps, must_haves = outcome.elimination.funnel, outcome.elimination.must_haves
    lines: list[Chosen | Step] = [*filters, *steps]
    no_questions: list[Cell] = [None] * len(filters)
    return Sheet(
        name="funnel",
        columns=[
            column_of("must-have", [*(each.header for each in filters), *(step.criterion for step in steps)]),
            column_of("rule", [*map(where_words, filters), *map(wanted, must_haves)], Shape.LONG),
            column_of("programs before", [each.before for each in lines]),
            column_of("out", [each.before - each.left for each in lines]),
            column_of("left", [each.left for each in lines]),
            column_of("of these to ask", [*no_questions, *(step.ask for step in steps)]),
        ],
    )
