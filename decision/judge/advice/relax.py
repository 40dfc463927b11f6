"""Patterns of failed must-haves become every smallest set of must-haves to give up.

The one rule: the answer equals trying all sets. Few must-haves: all sets are tried at once, in a table with one entry
each. Many: only unions of what programs fail are tried. A must-have is a bit, a pattern a whole number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["IN_A_TABLE", "smallest_sets"]

IN_A_TABLE = 20
"""With at most so many must-haves that some program does not meet, all sets are tried in a table."""


def smallest_sets(patterns: Mapping[int, int], enough: int, *, in_a_table: int = IN_A_TABLE) -> list[int]:
    """Find all smallest sets of must-haves without which enough programs fit.

    Parameters
    ----------
    patterns
        Which must-haves are not met, as bits -> how many programs have that pattern; 0 is a program that fits.
    enough
        How many programs must fit, at least 1.
    in_a_table
        How many must-haves a table may have; its size doubles with each.

    Returns
    -------
    list of int
        Sets as bits, rising; none contains another. Empty when enough fit already, or too few programs exist.

    Notes
    -----
    Giving up more never costs a program, so a set is smallest when it is enough and no set with one must-have less is.

    References
    ----------
    Junker, U. (2004). QuickXplain: preferred explanations and relaxations for over-constrained problems. AAAI 2004,
    167-172. Liffiton, M. H. and Sakallah, K. A. (2008). Algorithms for computing minimal unsatisfiable subsets of
    constraints. Journal of Automated Reasoning 40, 1-33.

    Examples
    --------
    Two programs fail only the first must-have, one only the second, one both.

    >>> smallest_sets({0b01: 2, 0b10: 1, 0b11: 1}, 2)
    [1]
    >>> smallest_sets({0b01: 2, 0b10: 1, 0b11: 1}, 3)
    [3]
    >>> smallest_sets({0: 3, 0b01: 1}, 3), smallest_sets({0b01: 1}, 2)
    ([], [])
    """
    if patterns.get(0, 0) >= enough or sum(patterns.values()) < enough:
        return []
    used = [at for at in range(max(patterns).bit_length()) if any(pattern >> at & 1 for pattern in patterns)]
    if len(used) > in_a_table:
        return _by_unions(patterns, enough)
    packed = {_moved(pattern, used): count for pattern, count in patterns.items()}
    return [_moved_back(union, used) for union in _by_table(packed, len(used), enough)]


def _moved(pattern: int, used: list[int]) -> int:
    """Close the gaps that unused bits leave."""
    return sum((pattern >> at & 1) << to for to, at in enumerate(used))


def _moved_back(union: int, used: list[int]) -> int:
    """Open the gaps again."""
    return sum((union >> to & 1) << at for to, at in enumerate(used))


def _by_table(patterns: Mapping[int, int], size: int, enough: int) -> list[int]:
    """Count for every set how many programs fail nothing outside it, by adding up one must-have after the other."""
    fits = np.zeros(1 << size, dtype=np.int64)
    fits[list(patterns)] = list(patterns.values())
    for at in range(size):
        halves = fits.reshape(-1, 2, 1 << at)
        halves[:, 1] += halves[:, 0]
    is_enough = fits >= enough
    is_smallest = is_enough.copy()
    for at in range(size):
        is_smallest.reshape(-1, 2, 1 << at)[:, 1] &= ~is_enough.reshape(-1, 2, 1 << at)[:, 0]
    found: list[int] = np.flatnonzero(is_smallest).tolist()
    return found


def _by_unions(patterns: Mapping[int, int], enough: int) -> list[int]:
    """Build unions one pattern at a time, never beyond a set that is enough: what contains it is not smallest."""
    useful = {pattern for pattern in patterns if pattern}
    found: list[int] = []
    seen, tips = {0}, {0}
    for _ in range(min(enough - patterns.get(0, 0), len(useful))):
        new = {tip | pattern for tip in tips for pattern in useful} - seen
        seen |= new
        new = {union for union in new if not _holds_any(union, found)}
        reached = {union for union in new if _covered(union, patterns) >= enough}
        found += reached
        useful -= reached
        tips = new - reached
    return [union for union in sorted(found) if not _holds_any(union, (other for other in found if other != union))]


def _covered(union: int, patterns: Mapping[int, int]) -> int:
    """Count the programs that fail nothing outside a set."""
    return sum(count for pattern, count in patterns.items() if not pattern & ~union)


def _holds_any(union: int, others: Iterable[int]) -> bool:
    return any(not other & ~union for other in others)
