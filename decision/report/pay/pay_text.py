"""What one area pays is drawn for a terminal: three wages and what they mean, jobs, older figures, the payback.

One rule: the date stands in the first line, and no line is wider than the terminal.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.report.pay.words import (
    dated,
    gain_words,
    hourly,
    jobs_words,
    no_gain,
    older_words,
    outlook_words,
    place_words,
    price_words,
    repaid,
    then_words,
)
from decision.report.screen.layout import NARROWEST, clean, columns, display_width, hang, stack, wrap
from decision.report.words.wording import capital

if TYPE_CHECKING:
    from decision.nouns.wages import Pay, Payback, WageTable, Work

__all__ = ["pay_list", "pay_text"]

_INDENT = 10
_MEANINGS = (
    ("low", "one in ten people in this work earns less"),
    ("middle", "half of the people in this work earn more, half less"),
    ("high", "one in ten people in this work earns more"),
)
_BEGINNERS = "The middle is what people in this work earn, not what a beginner gets: look at the low end too."
_STATE_THEM = (
    "State what you earn now and a wage you can count on afterwards (--now 17.50 --then 22 --cost 4500). It is never "
    "worked out from the figures above."
)


def pay_text(
    pay: Pay, payback: Payback | None = None, *, cost: float = math.nan, width: int = 80, unicode: bool = True
) -> str:
    """Draw what one area pays.

    Parameters
    ----------
    pay
        What was looked up.
    payback
        Of the wages the user states; ``None`` when none are.
    cost
        What is to be paid back, in dollars; NaN when not stated.
    width
        Columns of the terminal; fewer than 40 are taken as 40.
    unicode
        Whether it can show characters outside ASCII.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    head = f"{pay.work.title} ({pay.work.code}) in {pay.wage.area}, {dated(pay.table.as_of)}"
    notes = (
        ("Jobs", jobs_words(pay)),
        ("", outlook_words(pay.work.outlook) if pay.work.outlook else ""),
        ("Payback", _payback_words(pay, payback, cost)),
        ("", then_words(pay)),
        *(("Old", older_words(older)) for older in pay.older),
        ("Source", _source(pay.table)),
    )
    where = clean(place_words(pay), unicode=unicode)
    blocks = (
        [*wrap(clean(head, unicode=unicode), width), *(wrap(where, width) if where else [])],
        _wages(pay, width),
        wrap(_BEGINNERS, width),
        [
            line
            for label, words in notes
            if words
            for line in hang(label, clean(words, unicode=unicode), _INDENT, width)
        ],
    )
    return "\n\n".join(map("\n".join, blocks)) + "\n"


def pay_list(table: WageTable, work: Work, *, width: int = 80, unicode: bool = True) -> str:
    """Draw every area of a table.

    Parameters
    ----------
    table, work
        The table and one of its occupations.
    width
        Columns of the terminal; fewer than 40 are taken as 40.
    unicode
        Whether it can show characters outside ASCII.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    rows = [("area", "low", "middle", "high", "jobs")]
    for wage in work.wages.values():
        amounts = (_figure(wage.low, 2), _figure(wage.median, 2), _figure(wage.high, 2), _figure(wage.jobs, 0))
        rows.append((clean(wage.area, unicode=unicode), *amounts))
    sizes = [max(display_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    sizes[0] = min(sizes[0], width - sum(sizes[1:]) - 2 * len(sizes))
    drawn = [
        f"  {line}"
        for row in rows
        for line in columns([stack(text, size) for text, size in zip(row, sizes, strict=True)], sizes, right=_RIGHT)
    ]
    head = f"{work.title} ({work.code}), {dated(table.as_of)}, in dollars an hour"
    more = "One of them, with what the figures mean: decide pay Worcester" if "Worcester, MA" in work.wages else ""
    notes = [*wrap(_NOT_STATED, width), *(wrap(more, width) if more else [])]
    return "\n\n".join(map("\n".join, [wrap(clean(head, unicode=unicode), width), drawn, notes])) + "\n"


_RIGHT = (False, True, True, True, True)
_NOT_STATED = "A - means that the figure is not released."


def _figure(value: float, decimals: int) -> str:
    return "-" if math.isnan(value) else f"{value:,.{decimals}f}"


def _wages(pay: Pay, width: int) -> list[str]:
    """Draw the three wages and what each means."""
    values = (pay.wage.low, pay.wage.median, pay.wage.high)
    wages = [hourly(value) if math.isnan(value) else f"{hourly(value)} an hour" for value in values]
    sizes = [max(len(name) for name, _ in _MEANINGS), max(map(len, wages))]
    beside = width - sum(sizes) - 6
    return [
        f"  {line}"
        for (name, meaning), wage in zip(_MEANINGS, wages, strict=True)
        for line in columns([[name], [wage], wrap(meaning, beside)], [*sizes, beside], right=[False, True, False])
    ]


def _payback_words(pay: Pay, payback: Payback | None, cost: float) -> str:
    if pay.stated is None or payback is None:
        return _STATE_THEM
    if not payback.is_gain:
        return no_gain(pay.stated)
    gain = gain_words(pay.stated, payback.gain)
    if not payback.is_known:
        return f"{gain} Add --cost to see how soon a price is paid back."
    if payback.high <= 0:
        return f"{gain} {capital(repaid(payback))}."
    price = price_words(cost, cost, pay.stated.given_up)
    are = "are" if pay.stated.given_up else "is"
    return f"{gain} {price} {are} {repaid(payback)}."


def _source(table: WageTable) -> str:
    return f"{'. '.join(part.rstrip('.') for part in (table.by, table.source, table.source_url) if part)}"
