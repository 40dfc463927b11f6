"""The account of one program becomes a table that adds up, and notes on what its points stand on.

The one rule: the last line is the sum of those above it, to the last digit shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.kinds import Unknown
from decision.model import plain
from decision.report.screen.layout import columns, display_width, stack
from decision.report.words.figures import figures
from decision.report.words.questions import speaks_of
from decision.report.words.sentences import assumed
from decision.report.words.wording import capital, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.model import Criterion, Entry
    from decision.nouns.account import Account
    from decision.report.view.sight import Sight

__all__ = ["account_lines", "account_notes"]

_WIDE = 64
"""Columns from which another program's points stand beside."""
_LONGEST_NAME = 20
_LONGEST_OTHER = 12
_WIDE_RANGE = 0.2
"""A range wider than this is that of a small class."""
_TRUST = "Such ranges hold the true rate 19 times in 20."


def account_lines(sight: Sight, account: Account, other: int | None, width: int) -> list[str]:
    """Draw the ledger of a program, beside what another earns.

    Parameters
    ----------
    sight
        Knows both.
    account
        Of the program.
    other
        The number of the other; ``None`` when there is none.
    width
        Columns, at least 40.

    Returns
    -------
    list of str
        None wider than ``width``; none at all where nothing earns points.
    """
    entries = account.ledger.entries
    if not entries:
        return []
    rows = _rows(sight, entries, other if width >= _WIDE else None)
    widths = [max(display_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    numbers = sum(widths[2:]) + 2 * len(widths)
    widths[0] = min(widths[0], _LONGEST_NAME, (width - numbers) // 2)
    widths[1] = min(widths[1], width - numbers - widths[0])
    right = [False, False, *([True] * (len(widths) - 2))]
    drawn = []
    for row in rows:
        cells = [stack(text, size) for text, size in zip(row, widths, strict=True)]
        drawn += [f"  {line}" for line in columns(cells, widths, right=right)]
    return drawn


def _rows(sight: Sight, entries: Sequence[Entry], other: int | None) -> list[list[str]]:
    low, high, possible = ([*column] for column in zip(*((e.low, e.high, e.possible) for e in entries), strict=True))
    beside = [] if other is None else [[sight.earned(entry.criterion, other) for entry in entries]]
    shown = figures([low, high, possible, *beside])
    lows, highs, most, *theirs = ([*units, sum(units)] for units in map(shown.units, (low, high, possible, *beside)))
    points = [shown.say(a) if a == b else f"{shown.say(a)}-{shown.say(b)}" for a, b in zip(lows, highs, strict=True)]
    named = [[sight.say(entry.criterion), _said(sight, entry)] for entry in entries]
    parts = [[*text, own, shown.say(of)] for text, own, of in zip([*named, ["sum", ""]], points, most, strict=True)]
    head = ["", "the file says", "points", "of"]
    if other is None:
        return [head, *parts]
    called = sight.short[other]
    head += [called if display_width(called) <= _LONGEST_OTHER else f"row {sight.outcome.programs.rows[other]}", "+/-"]
    return [
        head,
        *(
            [*row, shown.say(its), shown.signed(own - its)]
            for row, own, its in zip(parts, lows, theirs[0], strict=True)
        ),
    ]


def _said(sight: Sight, entry: Entry) -> str:
    return sight.say(entry.found) if entry.unknown is Unknown.STATED else entry.unknown.words


def account_notes(sight: Sight, account: Account, program: int) -> list[str]:
    """Say what the points stand on: small classes, bare rates, what is not known and what was assumed.

    Parameters
    ----------
    sight
        Knows the program.
    account
        Of the program.
    program
        Its number.

    Returns
    -------
    list of str
        A sentence or three for each criterion that needs them, in the order of concern.
    """
    notes = []
    for entry in account.ledger.entries:
        criterion = sight.outcome.criteria[entry.criterion]
        if entry.unknown is not Unknown.STATED:
            notes.append(_not_known(sight, criterion, entry))
        elif entry.criterion in account.rates:
            notes.append(_counted(sight, criterion, program, account.rates[entry.criterion]))
        elif criterion.is_shrunk:
            notes.append(_bare(sight, criterion, program))
    return [*notes, _TRUST] if account.rates else notes


def _not_known(sight: Sight, criterion: Criterion, entry: Entry) -> str:
    if criterion.unknown.is_named:
        return sight.say(assumed(criterion))
    name = capital(sight.say(criterion.name))
    ends = " to ".join(dict.fromkeys(plain(points, 1) for points in (entry.low, entry.high)))
    return f"{name}: {entry.unknown.words}. We counted it as anywhere from {ends} points."


def _counted(sight: Sight, criterion: Criterion, program: int, ends: tuple[float, float]) -> str:
    fact = sight.outcome.facts[criterion.name]
    reading = fact.codes[program]
    took = plain(float(fact.took[reading]))
    of_them = f"{plain(float(fact.passed[reading]))} of {took}"
    told = (
        f"{of_them} passed"
        if speaks_of(criterion.name, "exam", "pass")
        else f"{capital(sight.say(criterion.name))}: {of_them}"
    )
    low, high = (f"{plain(100 * end, 0)} %" for end in ends)
    if ends[1] - ends[0] > _WIDE_RANGE:
        told += f". With so few, the true rate could be anywhere from {low} to {high}"
    else:
        told += f". A group of {took} puts the true rate between {low} and {high}"
    if not criterion.is_shrunk:
        return f"{told}."
    earned, base = (criterion.spell(rate) for rate in (float(fact.counted_low[reading]), criterion.base_rate))
    takers = counted(round(criterion.base_takers), "earlier taker")
    return f"{told}; it earns points as {earned}, pulled toward {base} as if by {takers}."


def _bare(sight: Sight, criterion: Criterion, program: int) -> str:
    fact = sight.outcome.facts[criterion.name]
    reading = fact.codes[program]
    stated, low, high = (
        criterion.spell(float(ends[reading])) for ends in (fact.low, fact.counted_low, fact.counted_high)
    )
    name = capital(sight.say(criterion.name))
    return f"{name}: {stated} is stated, but not of how many; it earns points as anywhere from {low} to {high}."
