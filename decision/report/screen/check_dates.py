"""The columns that date facts and say where they stand are told as such when a table is checked.

The one rule: a date that is blank or not understood is counted, as neither old nor new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from decision.nouns.freshness import Dated, Freshness

__all__ = ["DATES", "SOURCES", "date_texts"]

DATES, SOURCES = "date of facts", "source of facts"


def date_texts(freshness: Freshness) -> tuple[str, str, str]:
    """Say how many rows are dated, from when to when, and how many are not.

    Parameters
    ----------
    freshness
        Of a table that has a column of dates.

    Returns
    -------
    tuple of str
        ``5``, ``2018-11 to 2024-09-16`` by the last day of each, and ``1 not stated, 1 not understood``; each empty
        where there is nothing to say.
    """
    counts = np.bincount(freshness.codes, minlength=len(freshness.dates)).tolist()
    used = [(date, count) for date, count in zip(freshness.dates, counts, strict=True) if count]
    known = [(date, count) for date, count in used if date.is_known]
    blank = sum(count for date, count in used if not (date.is_known or date.problem))
    unread = sum(count for date, count in used if date.problem)
    unknown = [f"{blank:,} not stated"] * (blank > 0) + [f"{unread:,} not understood"] * (unread > 0)
    return f"{sum(count for _, count in known):,}", _span([date for date, _ in known]), ", ".join(unknown)


def _span(known: list[Dated]) -> str:
    """Write the oldest and the newest, without the small word that a sentence needs before them."""
    if not known:
        return ""
    ends = (min(known, key=_age), max(known, key=_age))
    return " to ".join(dict.fromkeys(date.words.partition(" ")[2] or date.words for date in ends))


def _age(date: Dated) -> tuple[int, int, str]:
    return date.last, date.first, date.words
