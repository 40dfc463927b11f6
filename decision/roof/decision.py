"""`Decision`, the object people hold: an outcome that shows itself, and is asked by name for tables, words and files.

It works nothing out itself: each answer is one call to the room that knows it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from decision.judge.again.compare import compare
from decision.judge.certainty.readings import DRAWS, SEED
from decision.judge.ledger import ledger
from decision.judge.lookup import find_program
from decision.model import Status
from decision.report.explain.compare import compare_text
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
from decision.roof.finding_out import explained, find_out
from decision.roof.settings import inputs

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from decision.model import Ledger, Outcome
    from decision.nouns.insight import Insight

__all__ = ["Decision"]


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
