"""Turns an outcome into the ranked CSV: our columns, the user's own as typed, then the points of each criterion.

One rule: every program has its row, and the same outcome gives the same bytes. UTF-8 without mark, commas, line feeds,
quotes only where a cell needs them.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from decision.model import Status
from decision.report.asked import asked
from decision.report.guard import write_cell
from decision.report.reasons import reasons
from decision.report.user_cells import user_cells, user_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.arrays import Flags, Floats, Whole
    from decision.model import Outcome

__all__ = ["OWN_COLUMNS", "POINTS_PREFIX", "decimals", "ranked_csv"]

OWN_COLUMNS = ("rank", "status", "shortlist", "score", "score_high", "reason", "ask")
"""The columns before the user's own."""

POINTS_PREFIX = "points: "
"""What stands before a criterion's name in the header of its points."""

_ROWS = 4096
_REMEMBERED = 1 << 16


def decimals(value: float) -> str:
    """Write a number with at most 4 decimals and no needless zeros.

    Parameters
    ----------
    value
        A score or points.

    Examples
    --------
    >>> decimals(75.0), decimals(52.08333333), decimals(-0.0), decimals(0.00001), decimals(100)
    ('75', '52.0833', '0', '0', '100')
    """
    text = f"{round(value, 9):.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def ranked_csv(outcome: Outcome) -> Iterator[bytes]:
    """Write the ranked CSV, piece by piece.

    Parameters
    ----------
    outcome
        What was worked out.

    Yields
    ------
    bytes
        The header, then some thousand whole rows at a time, in the order of the ranking. Rank, scores and points are
        empty for programs that are out; points are the assured ones.
    """
    names = [*outcome.points.weights]
    own = ",".join(OWN_COLUMNS).encode()
    points = [write_cell(POINTS_PREFIX + name) for name in names]
    yield b",".join([own, *([user_header(outcome.programs)] if outcome.programs.header else []), *points]) + b"\n"
    write_user = user_cells(outcome.programs)
    columns = _OwnColumns(outcome)
    for start in range(0, len(outcome.programs), _ROWS):
        chosen = outcome.ranking.order[start : start + _ROWS]
        parts = [*columns.before(chosen), write_user(chosen), *columns.after(chosen)]
        yield b"\n".join(map(b",".join, zip(*parts, strict=True))) + b"\n"


class _OwnColumns:
    """Writes our own cells of some programs, each distinct content once."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.reasons = reasons(outcome)
        self.asked = asked(outcome)
        self.word = cache(write_cell)
        self.names = cache(_names)
        self.number = lru_cache(_REMEMBERED)(_number)

    def before(self, chosen: Whole) -> list[list[bytes]]:
        """Give the cells before the user's, a list for each column."""
        ranking, points = self.outcome.ranking, self.outcome.points
        status = self.outcome.elimination.status[chosen]
        is_in = status != Status.OUT
        words = {int(status): status.word.encode() for status in Status}
        programs = chosen.tolist()
        return [
            self._numbers(ranking.rank[chosen], is_in),
            [words[code] for code in status.tolist()],
            [b"yes" if is_listed else b"" for is_listed in ranking.is_shortlisted[chosen].tolist()],
            self._numbers(points.score[chosen], is_in),
            self._numbers(points.score_high[chosen], is_in),
            [self.word(self.reasons[program]) for program in programs],
            [self.names(self.asked[program]) for program in programs],
        ]

    def after(self, chosen: Whole) -> list[list[bytes]]:
        """Give the cells after the user's: points, a list for each criterion."""
        facts, points = self.outcome.facts, self.outcome.points
        is_in = self.outcome.elimination.status[chosen] != Status.OUT
        return [self._numbers(points.low[name][facts[name].codes[chosen]], is_in) for name in points.weights]

    def _numbers(self, values: Floats | Whole, is_in: Flags) -> list[bytes]:
        if not np.any(is_in):
            return [b""] * len(is_in)
        pairs = zip(values.tolist(), is_in.tolist(), strict=True)
        return [self.number(value) if is_written else b"" for value, is_written in pairs]


def _number(value: float) -> bytes:
    return decimals(value).encode()


def _names(names: tuple[str, ...]) -> bytes:
    return write_cell("; ".join(names))
