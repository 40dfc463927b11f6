"""Turns an outcome into pandas tables for a notebook.

One rule: rows are labelled by the row a spreadsheet shows, and what does not exist is ``<NA>``, never a number. pandas
is imported here only when a table is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import Status
from decision.report.files.ranked import POINTS_PREFIX
from decision.report.words.asked import asked, failures
from decision.report.words.reasons import reasons
from decision.report.words.wording import distance, found, wanted

if TYPE_CHECKING:
    import pandas as pd

    from decision.arrays import Floats
    from decision.model import Outcome, Programs
    from decision.report.words.asked import Failure

__all__ = [
    "eliminated_frame",
    "facts_frame",
    "filters_frame",
    "funnel_frame",
    "ranking_frame",
    "shortlist_frame",
    "table_frame",
]


def ranking_frame(outcome: Outcome) -> pd.DataFrame:
    """Give all programs in the order of the ranking.

    Returns
    -------
    DataFrame
        Index ``row`` (int64): the row a spreadsheet shows.

        ============== ======== ===================================================================
        column         dtype    meaning
        ============== ======== ===================================================================
        name           object   fit to read
        rank           Int64    1 is first; ``<NA>`` for programs that are out
        status         category ``fits``, ``ask`` or ``out``, in this order
        shortlist      bool     whether it is on the shortlist
        score          Float64  assured points, 0..100; ``<NA>`` for programs that are out
        score_high     Float64  possible points, 0..100; ``<NA>`` for programs that are out
        reason         object   the one line that says why
        ask            object   criteria to ask the school about, joined by ``; ``; empty for none
        points: *name* Float64  assured points of each weighted criterion; ``<NA>`` for programs out
        ============== ======== ===================================================================
    """
    import pandas as pd

    points, ranking, order = outcome.points, outcome.ranking, outcome.ranking.order
    status = outcome.elimination.status[order]
    is_out = status == Status.OUT
    words = [each.word for each in Status]
    why, to_ask = reasons(outcome), asked(outcome)

    def known(values: Floats) -> pd.Series[float]:
        return pd.Series(values[order], dtype="Float64").mask(is_out)

    columns = {
        "name": pd.Series([outcome.name(at) for at in order.tolist()], dtype=object),
        "rank": pd.Series(ranking.rank[order], dtype="Int64").mask(is_out),
        "status": pd.Series(pd.Categorical([words[code] for code in status.tolist()], words, ordered=True)),
        "shortlist": pd.Series(ranking.is_shortlisted[order], dtype=bool),
        "score": known(points.score),
        "score_high": known(points.score_high),
        "reason": pd.Series([why[at] for at in order.tolist()], dtype=object),
        "ask": pd.Series(["; ".join(to_ask[at]) for at in order.tolist()], dtype=object),
    }
    for name in points.weights:
        columns[POINTS_PREFIX + name] = known(points.low[name][outcome.facts[name].codes])
    table = pd.DataFrame(columns)
    table.index = pd.Index(outcome.programs.rows[order], dtype="int64", name="row")
    return table


def facts_frame(outcome: Outcome) -> pd.DataFrame:
    """Give what the file says of each criterion, and why it says nothing.

    Returns
    -------
    DataFrame
        Index ``row`` (int64): the row a spreadsheet shows, in the order of the ranking. Columns ``name``, then one per
        criterion in the order of concern (object): the fact fit to show, or the reason why it is not known.
    """
    import pandas as pd

    order = outcome.ranking.order.tolist()
    columns = {"name": pd.Series([outcome.name(at) for at in order], dtype=object)}
    for criterion in outcome.criteria.criteria:
        fact = outcome.facts[criterion.name]
        codes = fact.codes[outcome.ranking.order].tolist()
        columns[criterion.name] = pd.Series([found(criterion, fact, code) for code in codes], dtype=object)
    table = pd.DataFrame(columns)
    table.index = pd.Index(outcome.programs.rows[outcome.ranking.order], dtype="int64", name="row")
    return table


def shortlist_frame(outcome: Outcome) -> pd.DataFrame:
    """Give the programs on the shortlist, first to last.

    Returns
    -------
    DataFrame
        Index and columns of `ranking_frame`.
    """
    table = ranking_frame(outcome)
    return table[table["shortlist"]]


def eliminated_frame(outcome: Outcome) -> pd.DataFrame:
    """Give one line for every must-have that a program fails, in the order of the ranking.

    Returns
    -------
    DataFrame
        Index ``row`` (int64): the row a spreadsheet shows; a program that fails two must-haves has two lines.

        ========= ======= =================================================================================
        column    dtype   meaning
        ========= ======= =================================================================================
        name      object  as typed
        criterion object  the must-have, in the order of concern
        found     object  what the file says
        wanted    object  the rule
        margin    Float64 how far from the limit: dollars, months, the unit or share 0..1; ``<NA>`` for labels
        by        object  the same in words: ``$250``, ``14.2 points``; empty for labels
        only      bool    whether the program fails no other must-have
        ========= ======= =================================================================================
    """
    import pandas as pd

    failed = failures(outcome)
    lines = [(at, failure) for at in outcome.ranking.order.tolist() for failure in failed[at]]
    table = pd.DataFrame(
        {
            "name": pd.Series([outcome.name(at) for at, _ in lines], dtype=object),
            "criterion": pd.Series([failure.criterion for _, failure in lines], dtype=object),
            "found": pd.Series([failure.found for _, failure in lines], dtype=object),
            "wanted": pd.Series([failure.wanted for _, failure in lines], dtype=object),
            "margin": pd.Series([failure.margin for _, failure in lines], dtype="Float64"),
            "by": pd.Series([_margin_words(outcome, failure) for _, failure in lines], dtype=object),
            "only": pd.Series([failure.only for _, failure in lines], dtype=bool),
        }
    )
    rows = outcome.programs.rows.tolist()
    table.index = pd.Index([rows[at] for at, _ in lines], dtype="int64", name="row")
    return table


def _margin_words(outcome: Outcome, failure: Failure) -> str:
    return "" if failure.margin is None else distance(outcome.criteria[failure.criterion], failure.margin)


def filters_frame(outcome: Outcome) -> pd.DataFrame:
    """Give what the programs were chosen by: one line for each condition, in the order given.

    Returns
    -------
    DataFrame
        Index ``where`` (object): the condition, as it can be typed.

        ====== ===== ===================================================================
        column dtype meaning
        ====== ===== ===================================================================
        before int64 programs that reach this line
        left   int64 those that meet the condition
        blank  int64 among those that do not, how many say nothing in that column
        ====== ===== ===================================================================
    """
    import pandas as pd

    steps = outcome.programs.filters
    table = pd.DataFrame(
        {
            name: pd.Series([getattr(step, name) for step in steps], dtype="int64")
            for name in ("before", "left", "blank")
        }
    )
    table.index = pd.Index([step.where for step in steps], dtype=object, name="where")
    return table


def funnel_frame(outcome: Outcome) -> pd.DataFrame:
    """Give the funnel: one line for each must-have, in the order of concern.

    Returns
    -------
    DataFrame
        Index ``criterion`` (object): the name of the must-have.

        ====== ====== =============================================================
        column dtype  meaning
        ====== ====== =============================================================
        wanted object the must-have in words
        before int64  programs that reach this line
        out    int64  lost here: this is the first must-have they fail
        ask    int64  among those left, how many have no answer to this one
        left   int64  before less out
        ====== ====== =============================================================
    """
    import pandas as pd

    steps, must_haves = outcome.elimination.funnel, outcome.elimination.must_haves
    table = pd.DataFrame({"wanted": pd.Series([wanted(must) for must in must_haves], dtype=object)})
    for name in ("before", "out", "ask", "left"):
        table[name] = pd.Series([getattr(step, name) for step in steps], dtype="int64")
    table.index = pd.Index([step.criterion for step in steps], dtype=object, name="criterion")
    return table


def table_frame(programs: Programs) -> pd.DataFrame:
    """Give a table of programs as it is held.

    Parameters
    ----------
    programs
        The table.

    Returns
    -------
    DataFrame
        Index ``row`` (int64): the row of each program; a column of texts (object) for each header, ``""`` where blank.
    """
    import pandas as pd

    cells = [[column.texts[code] for code in column.codes.tolist()] for column in programs.columns]
    table = pd.DataFrame(dict(enumerate(cells)), dtype=object)
    table.columns = pd.Index(programs.header)
    table.index = pd.Index(programs.rows, dtype="int64", name="row")
    return table
