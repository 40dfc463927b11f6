"""The key columns of two tables -> which row of the second one each program has.

Keys are compared as text with white space folded, codes of programs as codes. A blank key, or one that says that it is
not known, is never the same as another: unknown is no match.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from decision.intake.cells.unknowns import unknown_reason
from decision.intake.choose.cip import cip_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Whole
    from decision.model import Column

__all__ = ["KeyPair", "Match", "key_text", "match_rows"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KeyPair:
    """Two columns that say the same.

    Parameters
    ----------
    left, right
        The cells among the programs, and in the other table.
    is_code
        Whether they hold CIP codes.
    """

    left: Column
    right: Column
    is_code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Match:
    """Which rows belong together.

    Parameters
    ----------
    row_of
        ``(n_programs,)``, the number of the first row of the other table with the same key; -1 where there is none.
    repeated
        The numbers of the rows of the other table that share a key, one group for each such key, by their first row.
    """

    row_of: Whole
    repeated: tuple[tuple[int, ...], ...]


def key_text(text: str, *, is_code: bool) -> str:
    """Give what is compared of a key.

    Parameters
    ----------
    text
        A cell, as typed.
    is_code
        Whether its column holds CIP codes.

    Returns
    -------
    str
        Empty when nothing is known.

    Examples
    --------
    >>> key_text("  Bunker  Hill ", is_code=False), key_text("51.0713", is_code=True), key_text("N/A", is_code=False)
    ('Bunker Hill', '510713', '')
    """
    folded = " ".join(text.split())
    known = "" if unknown_reason(folded) else folded
    return cip_code(known) or known if is_code else known


def match_rows(pairs: Sequence[KeyPair]) -> Match:
    """Find the row of the other table that has the same keys.

    Parameters
    ----------
    pairs
        At least one; all must be the same for two rows to belong together.

    Returns
    -------
    Match
        Each distinct text is read once.

    Examples
    --------
    >>> from decision.model import TextColumn
    >>> left = TextColumn(codes=np.array([0, 1, 0, 2]), texts=["7", "8", ""])
    >>> right = TextColumn(codes=np.array([0, 1]), texts=["9", " 7"])
    >>> match_rows([KeyPair(left=left, right=right)]).row_of.tolist()
    [1, -1, 1, -1]
    """
    ours, theirs = _numbered(pairs[0])
    for pair in pairs[1:]:
        ours, theirs = _combined((ours, theirs), _numbered(pair))
    known = np.flatnonzero(theirs >= 0)
    n_keys = 1 + max(int(theirs.max(initial=-1)), int(ours.max(initial=-1)))
    first = np.full(n_keys + 1, -1, dtype=np.int64)  # one more: that of no key, -1
    first[theirs[known[::-1]]] = known[::-1]
    return Match(row_of=first[ours], repeated=_groups(theirs, known, n_keys))


def _numbered(pair: KeyPair) -> tuple[Whole, Whole]:
    """Give the keys of both columns numbers, the same for the same key; -1 for one that is not known."""
    numbers: dict[str, int] = {"": -1}
    sides = []
    for column in (pair.right, pair.left):
        keys = (key_text(text, is_code=pair.is_code) for text in column.texts)
        of_text = np.array([numbers.setdefault(key, len(numbers) - 1) for key in keys], dtype=np.int64)
        sides.append(of_text[column.codes])
    return sides[1], sides[0]


def _combined(first: tuple[Whole, Whole], second: tuple[Whole, Whole]) -> tuple[Whole, Whole]:
    """Give numbers to the pairs of keys that stand in the same row."""
    span = 1 + max(int(side.max(initial=-1)) for side in second)
    whole = [np.where((a >= 0) & (b >= 0), a * span + b, -1) for a, b in zip(first, second, strict=True)]
    distinct, numbers = np.unique(np.concatenate(whole), return_inverse=True)
    numbers = numbers.reshape(-1) - int(bool(len(distinct)) and distinct[0] < 0)
    return numbers[: len(first[0])], numbers[len(first[0]) :]


def _groups(theirs: Whole, known: Whole, n_keys: int) -> tuple[tuple[int, ...], ...]:
    """Gather the rows that share a key."""
    counts = np.bincount(theirs[known], minlength=n_keys)
    if not (counts > 1).any():
        return ()
    shared = known[counts[theirs[known]] > 1]
    groups: dict[int, list[int]] = {}
    for row, key in zip(shared.tolist(), theirs[shared].tolist(), strict=True):
        groups.setdefault(key, []).append(row)
    return tuple(map(tuple, groups.values()))
