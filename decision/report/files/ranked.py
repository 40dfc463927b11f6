"""Turns an outcome into the ranked CSV: our columns, the user's own as typed, then the points of each criterion.

One rule: every program has its row, and the same outcome gives the same bytes. UTF-8 without mark, commas, line feeds,
quotes only where a cell needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.arrays import renumbered
from decision.model import Status
from decision.report.files.guard import write_cell
from decision.report.files.pieces import Piece, rows_of_pieces
from decision.report.files.user_cells import user_cells, user_header
from decision.report.words.asked import asked_by_kind
from decision.report.words.reasons import reasons_by_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from decision.arrays import Floats, Whole
    from decision.model import Outcome

__all__ = ["OWN_COLUMNS", "POINTS_PREFIX", "decimals", "ranked_csv", "score_pieces"]

OWN_COLUMNS = ("rank", "status", "shortlist", "score", "score_high", "reason", "ask")
"""The columns before the user's own."""

POINTS_PREFIX = "points: "
"""What stands before a criterion's name in the header of its points."""


_UNITS = 10_000
_MOST_POINTS = 101
_SURE = 0.49
"""Of a last decimal: what is nearer than this to a whole number of them is surely written as that."""


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
    order = outcome.ranking.order
    n_in = int(np.count_nonzero(outcome.elimination.status != Status.OUT))  # those that are out come last
    why, cells = _why(outcome), user_cells(outcome.programs)
    yield from rows_of_pieces([*_before(outcome, why), cells, *_after(outcome, order[:n_in])], order[:n_in])
    yield from rows_of_pieces([_before_out(why), cells, _after_out(outcome)], order[n_in:])


def _why(outcome: Outcome) -> Piece:
    kinds = reasons_by_kind(outcome)
    return Piece(codes=kinds.codes, texts=[write_cell(reason) + b"," for reason in kinds.made])


def _before(outcome: Outcome, why: Piece) -> list[Piece]:
    """Give our own cells before the user's, of programs that are not out."""
    points, ranking, asked = outcome.points, outcome.ranking, asked_by_kind(outcome)
    standing = [f"{status.word},{listed},".encode() for status in Status for listed in ("", "yes")]
    return [
        _numbered(ranking.rank, len(ranking.rank) + 1, lambda rank: b"%d," % rank),
        Piece(codes=2 * outcome.elimination.status + ranking.is_shortlisted, texts=standing),
        *score_pieces(points.score),
        *score_pieces(points.score_high),
        why,
        Piece(codes=asked.codes, texts=[write_cell("; ".join(names)) + b"," for names in asked.made]),
    ]


def _after(outcome: Outcome, programs: Whole) -> list[Piece]:
    """Give the points of programs that are not out, and the end of the line."""
    pieces = []
    for name in outcome.points.weights:
        codes = outcome.facts[name].codes
        is_used = np.zeros(len(outcome.points.low[name]), dtype=np.bool_)
        is_used[codes[programs]] = True
        earned = zip(outcome.points.low[name].tolist(), is_used.tolist(), strict=True)
        texts = [b"," + decimals(value).encode() if is_wanted else b"" for value, is_wanted in earned]
        pieces.append(Piece(codes=codes, texts=texts))
    return [*pieces, Piece(codes=outcome.elimination.status, texts=[b"\n"] * len(Status))]


def _before_out(why: Piece) -> Piece:
    """Give our own cells before the user's, of programs that are out: all are empty but the status and the reason."""
    start = f",{Status.OUT.word},,,,".encode()
    return Piece(codes=why.codes, texts=[start + reason + b"," for reason in why.texts])


def _after_out(outcome: Outcome) -> Piece:
    return Piece(codes=outcome.elimination.status, texts=[b"," * len(outcome.points.weights) + b"\n"] * len(Status))


def score_pieces(scores: Floats) -> list[Piece]:
    """Write scores as `decimals` does, in two pieces: whole points, then four decimals and a comma.

    Parameters
    ----------
    scores
        ``(n_programs,)``.

    Examples
    --------
    >>> whole, part = score_pieces(np.array([52.08333, 75.0]))
    >>> whole.of(np.array([0, 1])), part.of(np.array([0, 1]))
    ([b'52', b'75'], [b'.0833,', b','])
    """
    units = np.round(scores * _UNITS)
    # A score midway between two last digits, and any that is no score, is written by `decimals` itself.
    is_sure = (np.abs(scores * _UNITS - units) < _SURE) & (scores >= 0) & (scores < _MOST_POINTS)
    decimal_units: Whole = np.where(is_sure, units, 0).astype(np.int64)
    whole = _numbered(decimal_units // _UNITS, _MOST_POINTS + 1, lambda number: b"%d" % number)
    part = _numbered(decimal_units % _UNITS, _UNITS, lambda number: decimals(number / _UNITS)[1:].encode() + b",")
    odd, numbers = np.unique(scores[~is_sure], return_inverse=True)
    whole.codes[~is_sure] = len(whole.texts) + numbers
    return [Piece(codes=whole.codes, texts=[*whole.texts, *(decimals(score).encode() for score in odd.tolist())]), part]


def _numbered(numbers: Whole, size: int, write: Callable[[int], bytes]) -> Piece:
    """Write each distinct number once."""
    codes, first = renumbered(numbers, size)
    return Piece(codes=codes, texts=[write(number) for number in numbers[first].tolist()])
