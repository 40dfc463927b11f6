"""Of when facts are, and where they stand, becomes plain values for the JSON document.

One rule: dates and addresses are as typed; old is told criterion by criterion, where a limit is stated.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from decision.report.words.dates import old_by_criterion

if TYPE_CHECKING:
    from decision.model import Outcome

__all__ = ["dates_of_programs", "freshness_document"]


def dates_of_programs(outcome: Outcome) -> list[dict[str, object]]:
    """Give for each program what its entry says of dates.

    Returns
    -------
    list of dict
        ``(n_programs,)``: ``as_of`` and ``source_url`` where the file has the columns, and, where a limit is stated,
        ``stale``, the names of the criteria whose facts are older.
    """
    freshness, count = outcome.facts.freshness, len(outcome.programs)
    if freshness is None:
        return [{}] * count
    old = old_by_criterion(outcome)
    names, flags = [*old], np.column_stack([*old.values()]).tolist() if old else [[]] * count
    return [
        {
            **({"as_of": freshness.date(at).text} if freshness.column else {}),
            **({"source_url": freshness.address(at)} if freshness.url else {}),
            **({"stale": [*itertools.compress(names, flags[at])]} if freshness.has_limit else {}),
        }
        for at in range(count)
    ]


def freshness_document(outcome: Outcome) -> dict[str, object]:
    """Give the key ``freshness`` with the columns, the limit and the counts; nothing where no dates are told."""
    freshness, count = outcome.facts.freshness, len(outcome.programs)
    if freshness is None:
        return {}
    is_old = np.zeros(count, dtype=np.bool_)
    for flags in old_by_criterion(outcome).values():
        is_old |= flags
    dates = np.array([0 if date.is_known else 2 if date.problem else 1 for date in freshness.dates])[freshness.codes]
    return {
        "freshness": {
            "column": freshness.column or None,
            "url": freshness.url or None,
            "since": _day(freshness.rule.since) if freshness.has_limit else None,
            "stale": int(is_old.sum()),
            "undated": int((dates == 1).sum()),
            "not_understood": int((dates == 2).sum()),
        }
    }


def _day(day: int) -> str:
    return f"{day // 10_000:04d}-{day // 100 % 100:02d}-{day % 100:02d}"
