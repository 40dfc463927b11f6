"""The bill of one program becomes a table that adds up, and what stands behind its assumptions and grants.

The one rule: every column adds up: its lines come to all in, and all in less what the grants pay is left to pay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.nouns.costs import LineSource
from decision.report.screen.layout import clean, columns, display_width, hang, stack, wrap
from decision.report.words.bills import amount_words, bill_of, source_words
from decision.report.words.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision.model import Criterion
    from decision.nouns.costs import Bill, Paid
    from decision.report.view.sight import Sight

__all__ = ["bill_lines"]

_LONGEST_NAME = 32


def bill_lines(sight: Sight, program: int, width: int) -> list[list[str]]:
    """Draw the bills of a program, each with its notes.

    Parameters
    ----------
    sight
        Knows the program.
    program
        Its number.
    width
        Columns, at least 40.

    Returns
    -------
    list of list of str
        Two blocks for each cost that is made up of several amounts: the table, and what to know about it.
    """
    blocks = []
    for criterion in sight.outcome.criteria.criteria:
        fact = sight.outcome.facts[criterion.name]
        bill = bill_of(fact, int(fact.codes[program]))
        if bill is not None:
            notes = [line for note in _notes(bill) for line in wrap(clean(note, unicode=sight.unicode), width)]
            blocks += [_table(sight, criterion, bill, width), notes, _questions(sight, bill, width)]
    return [block for block in blocks if block]


def _table(sight: Sight, criterion: Criterion, bill: Bill, width: int) -> list[str]:
    is_range = bill.all_in_low != bill.all_in_high or any(paid.least != paid.most for paid in bill.grants)
    rows = [[sight.say(cell) for cell in row] for row in _rows(criterion, bill)]
    if not is_range:
        rows = [[row[0], row[1].replace("at least", ""), row[3]] for row in rows]
    sizes = [max(display_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    sizes[0] = min(sizes[0], _LONGEST_NAME, max(width - sum(sizes[1:-1]) - 20, 8))
    sizes[-1] = max(min(sizes[-1], width - 2 * len(sizes) - sum(sizes[:-1])), 4)
    right = [False, *([True] * (len(sizes) - 2)), False]
    drawn = []
    for row in rows:
        cells = [stack(text, size, tallest=6) for text, size in zip(row, sizes, strict=True)]
        drawn += [f"  {line}" for line in columns(cells, sizes, right=right)]
    return drawn


def _rows(criterion: Criterion, bill: Bill) -> Iterator[list[str]]:
    """Give name, least, most and source of every line."""

    def row(name: str, low: float, high: float, source: str = "") -> list[str]:
        return [name, amount_words(criterion, low), amount_words(criterion, high), source]

    yield [f"{capital(criterion.name)}, line by line", "at least", "at most", ""]
    for line in bill.lines:
        yield row(line.name, line.low, line.high, source_words(line))
    if len(bill.lines) > 1 or bill.grants:
        yield row("all in", bill.all_in_low, bill.all_in_high)
    for paid in bill.grants:
        if not paid.note:
            yield row(f"less {paid.name}", _off(paid.most), _off(paid.least), _standing(paid))
    if any(not paid.note for paid in bill.grants):
        yield row("left to pay", bill.net_low, bill.net_high)


def _off(amount: float) -> float:
    return -amount if amount else 0.0


def _standing(paid: Paid) -> str:
    """Say how sure a grant is."""
    if paid.instead:
        return f"not with {paid.instead}"
    if paid.most == paid.least == 0:
        return "only what others leave"
    return "if it is for you" if paid.asked or paid.open else "grant"


def _notes(bill: Bill) -> Iterator[str]:
    assumed = [line for line in bill.lines if line.source is LineSource.ASSUMED]
    if assumed:
        yield "Assumed, from: " + "; ".join(f"{line.name}, {line.note}" for line in assumed) + "."
    for paid in bill.grants:
        if paid.note:
            yield f"{paid.name}: {paid.note}"
        elif paid.open:
            yield f"{paid.name} also takes what the table does not say: {', '.join(paid.open)}."


def _questions(sight: Sight, bill: Bill, width: int) -> list[str]:
    if not bill.asked:
        return []
    told = [line for asked in bill.asked for line in hang("  -", clean(asked, unicode=sight.unicode), 4, width)]
    return [*wrap("Answer for yourself, and the range gets narrower:", width), *told]
