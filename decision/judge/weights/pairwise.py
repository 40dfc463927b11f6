"""Criteria compared two at a time become weights, and a measure of how well the comparisons agree.

Missing answers are allowed as long as the others connect all criteria; nothing is put in their place. Plain Python, not
a linear algebra library: the same digits on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

__all__ = ["AGREEABLE", "Agreement", "Triple", "agreement", "weights_from_comparisons"]

AGREEABLE = 0.10
"""Up to this consistency ratio comparisons agree well enough (Saaty)."""

_RANDOM_INDEX = {3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}
_SQUARINGS = 24  # the power of 16 million settles a chain of a hundred criteria
_DECIMALS = 9

Comparisons = Mapping[tuple[str, str], float]
"""(name, other name) -> how many times as much the first counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    """Three criteria, compared with one another, whose comparisons do not agree.

    Parameters
    ----------
    first, second, third
        Their names, by falling weight.
    one
        How many times as much the first counts as the second.
    two
        How many times as much the second counts as the third.
    said
        How many times as much the first counts as the third, as given; ``one * two`` would agree.
    """

    first: str
    second: str
    third: str
    one: float
    two: float
    said: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How well comparisons agree.

    Parameters
    ----------
    index
        The consistency index, 0 or more; 0 is perfect agreement.
    ratio
        The index beside that of random answers; NaN when no answer checks another.
    worst
        The three criteria whose comparisons are the furthest from agreeing; ``None`` when all threes agree.
    """

    index: float
    ratio: float
    worst: Triple | None


def weights_from_comparisons(names: Sequence[str], comparisons: Comparisons) -> list[float]:
    """Give the weights that fit comparisons best.

    Parameters
    ----------
    names
        The criteria, at least one.
    comparisons
        Each pair once or never; they connect all names.

    Returns
    -------
    list of float
        One weight per name; they sum to 1.

    Notes
    -----
    The principal eigenvector of the matrix of comparisons. Where answers are missing, their cells hold 0 and the
    diagonal of a row holds 1 plus the number it misses: the same as to put for each the answer that the weights give.

    References
    ----------
    Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill, New York.

    Harker, P. T. (1987). Alternative modes of questioning in the analytic hierarchy process. Mathematical Modelling 9,
    353-360.

    Examples
    --------
    >>> [round(w, 6) for w in weights_from_comparisons("abc", {("a", "b"): 3, ("b", "c"): 2, ("a", "c"): 6})]
    [0.666667, 0.222222, 0.111111]

    One answer fewer changes nothing here, since the others agree with it:

    >>> [round(w, 6) for w in weights_from_comparisons("abc", {("a", "b"): 3, ("b", "c"): 2})]
    [0.666667, 0.222222, 0.111111]
    >>> weights_from_comparisons("a", {})
    [1.0]
    """
    return _principal(_matrix(names, comparisons))


def agreement(names: Sequence[str], comparisons: Comparisons) -> Agreement:
    """Say how well comparisons agree.

    Parameters
    ----------
    names
        The criteria, at least one.
    comparisons
        Each pair once or never; they connect all names.

    Notes
    -----
    The index is ``(largest eigenvalue - n) / (n - 1)``. The ratio divides it by Saaty's index of random answers, 0.58
    for three criteria to 1.49 for ten (also taken above ten). With m answers missing that index falls in proportion,
    by the factor ``1 - 2m / ((n - 1)(n - 2))``: down to nothing, where each answer stands alone.

    References
    ----------
    Saaty, T. L. (1980). The Analytic Hierarchy Process. McGraw-Hill, New York.

    Ágoston, K. Cs. and Csató, L. (2022). Inconsistency thresholds for incomplete pairwise comparison matrices. Omega
    108, 102576.

    Examples
    --------
    >>> found = agreement("abc", {("a", "b"): 3, ("b", "c"): 2, ("a", "c"): 1})
    >>> round(found.ratio, 2), found.worst.said
    (0.32, 1.0)
    >>> agreement("abc", {("a", "b"): 3, ("b", "c"): 2}).ratio
    nan
    """
    matrix, n = _matrix(names, comparisons), len(names)
    weights = _principal(matrix)
    largest = math.fsum(cell * weight for row in matrix for cell, weight in zip(row, weights, strict=True))
    index = max(0.0, (largest - n) / (n - 1)) if n > 1 else 0.0
    missing = n * (n - 1) // 2 - len(comparisons)
    checks = (n - 1) * (n - 2) - 2 * missing
    random = _RANDOM_INDEX[min(n, 10)] * checks / ((n - 1) * (n - 2)) if checks else math.nan
    return Agreement(index=index, ratio=index / random, worst=_worst(names, weights, comparisons))


def _matrix(names: Sequence[str], comparisons: Comparisons) -> list[list[float]]:
    """Give the matrix of comparisons, 0 where an answer is missing, the diagonal making up for it."""
    place = {name: at for at, name in enumerate(names)}
    matrix = [[0.0] * len(names) for _ in names]
    for (first, second), ratio in comparisons.items():
        matrix[place[first]][place[second]] = float(ratio)
        matrix[place[second]][place[first]] = 1 / ratio
    for at, row in enumerate(matrix):
        row[at] = float(row.count(0.0))
    return matrix


def _principal(matrix: list[list[float]]) -> list[float]:
    """Give the principal eigenvector of a connected matrix: the sums of the rows of a very high power of it."""
    for _ in range(_SQUARINGS):
        columns = list(zip(*matrix, strict=True))
        squared = [[math.fsum(map(float.__mul__, row, column)) for column in columns] for row in matrix]
        greatest = max(map(max, squared))
        matrix = [[cell / greatest for cell in row] for row in squared]
    sizes = [math.fsum(row) for row in matrix]
    total = math.fsum(sizes)
    return [size / total for size in sizes]


def _worst(names: Sequence[str], weights: Sequence[float], comparisons: Comparisons) -> Triple | None:
    """Find the three that are the furthest from agreeing; of equals the first by weight, then as named."""
    by_weight = sorted(range(len(names)), key=lambda at: -round(weights[at], _DECIMALS))
    ratios = {**comparisons, **{(second, first): 1 / ratio for (first, second), ratio in comparisons.items()}}
    worst, furthest = None, 0.0
    for first, second, third in combinations([names[at] for at in by_weight], 3):
        pairs = (first, second), (second, third), (first, third)
        if not all(pair in ratios for pair in pairs):
            continue
        one, two, said = (float(ratios[pair]) for pair in pairs)
        distance = round(abs(math.log(one * two / said)), _DECIMALS)
        if distance > furthest:
            worst, furthest = Triple(first=first, second=second, third=third, one=one, two=two, said=said), distance
    return worst
