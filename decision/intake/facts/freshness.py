"""The columns of dates and addresses become `Freshness`, and facts from before the limit are marked as old.

One rule: an old fact stays what it is. Its value, its points and its verdicts are those of any other; only its words
say of when it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from decision.errors import Code, Fault, nearest
from decision.intake.cells.as_of import read_as_of
from decision.intake.facts.doubts import tell
from decision.intake.facts.headers import find_header
from decision.model import TextColumn, Unknown
from decision.nouns.costs import LineSource
from decision.nouns.freshness import AS_OF, SOURCE_URL, Freshness

if TYPE_CHECKING:
    from decision.arrays import Flags
    from decision.model import Column, Fact, Programs
    from decision.nouns.freshness import FreshRule

__all__ = ["date_doubts", "date_headers", "mark_old", "missing_dates", "read_freshness"]

_LONGEST = 50
"""Characters of an old fact that are shown before its date."""


def date_headers(rule: FreshRule) -> list[str]:
    """List the headers of dates and addresses that the criteria name themselves."""
    return [header for header in (rule.column, rule.url) if header]


def missing_dates(programs: Programs, rule: FreshRule) -> list[Fault]:
    """Say which headers of dates and addresses the criteria name and the file lacks."""
    missing = [header for header in date_headers(rule) if find_header(programs.header, header) is None]
    return [
        Fault(code=Code.COLUMN_MISSING, file=programs.file, column=header, problem=_missing_words(programs, header))
        for header in missing
    ]


def _missing_words(programs: Programs, header: str) -> str:
    near = nearest(header, [name for name in programs.header if name])
    hint = f' The nearest header is "{near}".' if near else ""
    return f"no such column, which `fresh:` of the criteria names.{hint} Name another, or leave it out."


def read_freshness(programs: Programs, rule: FreshRule) -> Freshness | None:
    """Read of when the facts of every program are, and where they stand.

    Parameters
    ----------
    programs
        The table as typed.
    rule
        Which columns, and the limit.

    Returns
    -------
    Freshness or None
        ``None`` where the table has neither column and no limit is stated.
    """
    columns = [find_header(programs.header, header) for header in (rule.column or AS_OF, rule.url or SOURCE_URL)]
    if columns == [None, None] and not rule.since:
        return None
    dated, linked = (_column(programs, number) for number in columns)
    dates = [read_as_of(text) for text in dated.texts]
    is_old = np.array([date.is_known and date.last < rule.since for date in dates], dtype=np.bool_)
    headers = ["" if number is None else programs.header[number] for number in columns]
    return Freshness(
        rule=rule,
        column=headers[0],
        url=headers[1],
        codes=dated.codes,
        dates=dates,
        is_old=is_old[dated.codes],
        url_codes=linked.codes,
        urls=linked.texts,
    )


def date_doubts(programs: Programs, freshness: Freshness | None) -> list[Fault]:
    """Tell the dates that are not understood, where a limit makes them count."""
    if freshness is None or not freshness.has_limit or not freshness.column:
        return []
    return tell(
        programs,
        freshness.column,
        freshness.codes,
        freshness.dates,
        lambda date: date.problem,
        lambda program: freshness.date(program).text,
        lambda _: Code.NOT_UNDERSTOOD,
    )


def mark_old(fact: Fact, freshness: Freshness | None) -> Fact:
    """Give the stated readings of old rows words that say of when they are.

    Parameters
    ----------
    fact
        As read.
    freshness
        Which rows are old.

    Returns
    -------
    Fact
        The same values; an old reading is one of its own, so that it is worded once for all that share it.
    """
    if freshness is None:
        return fact
    is_marked = freshness.is_old & _is_of_the_source(fact)[fact.codes]
    if not is_marked.any():
        return fact
    span = len(freshness.dates)
    pairs, numbers = np.unique(
        fact.codes[is_marked].astype(np.int64) * span + freshness.codes[is_marked], return_inverse=True
    )
    codes = fact.codes.copy()
    codes[is_marked] = len(fact.texts) + numbers
    count, again = len(fact.texts), pairs // span
    words = [freshness.dates[at].words for at in (pairs % span).tolist()]
    marked = [_dated(fact, at, word) for at, word in zip(again.tolist(), words, strict=True)]
    return replace(
        fact.taken(np.concatenate([np.arange(count), again])),
        codes=codes,
        texts=[*fact.texts, *marked],
        old=[*[""] * count, *words],
    )


def _is_of_the_source(fact: Fact) -> Flags:
    """Which readings the dated source states: not those that are not known, nor a user's own figure."""
    is_own = np.array([text.endswith(f", {LineSource.OWN.value}") for text in fact.texts], dtype=np.bool_)
    found: Flags = (fact.unknown == Unknown.STATED) & ~(np.isfinite(fact.low) & is_own)
    return found


def _dated(fact: Fact, reading: int, words: str) -> str:
    """Put the date behind what is stated, before what is said of an amount: what of it is assumed is not that old."""
    text = fact.texts[reading]
    amount, comma, rest = text.partition(", ") if np.isfinite(fact.low[reading]) else (text, "", "")
    return f"{_short(amount)} {words} (old){comma}{rest}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3].rstrip()}..."


def _column(programs: Programs, number: int | None) -> Column:
    if number is None:
        return TextColumn(codes=np.zeros(len(programs), dtype=np.int32), texts=("",))
    return programs.columns[number]
