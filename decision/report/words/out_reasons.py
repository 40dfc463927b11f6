"""Turns the failed must-haves of programs that are out into sentences, many at once.

One rule: programs that fail the same must-haves have sentences of one pattern, so a pattern is worked out once and
filled with the clause of each reading.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from decision.report.words.wording import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from decision.arrays import Whole

    Clause = Callable[[int, int], str]

__all__ = ["OPEN", "out_reasons"]

OPEN = -2
"""Stands for a must-have that is not settled, where a reading would stand that fails."""

_PASSED, _OPEN, _FAILED = 0, 1, 2


def out_reasons(
    answers: Sequence[Whole], names: Sequence[str], *, failing: Clause, named: Clause, odd: Clause
) -> list[str]:
    """Word why programs are out.

    Parameters
    ----------
    answers
        For each must-have ``(n,)``: the reading that fails it, `OPEN`, or another negative number where it is met.
        Something fails in each of the ``n`` places.
    names
        Of the must-haves.
    failing, named, odd
        Take the number of a must-have and of a reading that fails it. They give the sentence that it fails, what stands
        in a list of further failures, and a sentence if the reading is suspect, with a space before it, else nothing.

    Returns
    -------
    list of str
        ``(n,)``.

    Examples
    --------
    >>> answers = [np.array([3, -1]), np.array([5, 5]), np.array([-1, OPEN])]
    >>> fails, named = "{} {} fails.".format, "{} {}".format
    >>> out_reasons(answers, ["a", "b", "c"], failing=fails, named=named, odd=lambda at, code: "")
    ['0 3 fails. It also fails 1 5.', '1 5 fails. Not settled: c.']
    """
    patterns = np.zeros(len(answers[0]), dtype=np.int64)
    for codes in answers:
        patterns = 3 * patterns + np.where(codes >= 0, _FAILED, np.where(codes == OPEN, _OPEN, _PASSED))
    reasons = np.empty(len(patterns), dtype=object)
    for pattern in np.unique(patterns).tolist():
        alike = np.flatnonzero(patterns == pattern)
        answered = [pattern // 3**place % 3 for place in reversed(range(len(answers)))]
        failed = [at for at, answer in enumerate(answered) if answer == _FAILED]
        codes_of = {at: answers[at][alike].tolist() for at in failed}
        parts = [
            _clauses(failing, failed[0], codes_of[failed[0]]),
            *_also({at: _clauses(named, at, codes_of[at]) for at in failed[1:]}),
            itertools.repeat(_rest(answered, names)),
            *(_clauses(odd, at, codes_of[at]) for at in failed),
        ]
        reasons[alike] = list(map("".join, zip(*parts, strict=False)))
    return list(reasons)


def _clauses(clause: Clause, at: int, codes: list[int]) -> Iterable[str]:
    made = {code: clause(at, code) for code in set(codes)}
    return map(made.__getitem__, codes)


def _also(more: dict[int, Iterable[str]]) -> list[Iterable[str]]:
    """Put further failures in a row, as `joined` does."""
    if not more:
        return []
    marks = [" It also fails ", *[", "] * (len(more) - 2), *([" and "] if len(more) > 1 else [])]
    pairs = zip(map(itertools.repeat, marks), more.values(), strict=True)
    return [*itertools.chain.from_iterable(pairs), itertools.repeat(".")]


def _rest(answered: Sequence[int], names: Sequence[str]) -> str:
    """Say what holds of all programs of a pattern: what is not settled, or that all else is met."""
    unknown = [name for name, answer in zip(names, answered, strict=True) if answer == _OPEN]
    if unknown:
        return f" Not settled: {joined(unknown)}."
    return " It meets all else." if answered.count(_FAILED) == 1 < len(answered) else ""
