"""The bill of a program becomes words: what each line comes from, and what a person can answer for themselves.

One rule: a bill that is no more than what its column states is not worth a table.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from decision.kinds import Unknown
from decision.nouns.costs import LineSource

if TYPE_CHECKING:
    from decision.model import Criterion, Fact
    from decision.nouns.costs import Bill, BillLine

__all__ = ["BELOW", "amount_words", "bill_of", "own_question", "source_words"]

BELOW = "listed below"
"""Where the rest of one's own questions stand, in the explanation of a program."""
_ELSEWHERE = "decide explain lists them"


def bill_of(fact: Fact, reading: int) -> Bill | None:
    """Give the bill of a reading, where it is made up of anything.

    Parameters
    ----------
    fact
        Of a cost or of anything else.
    reading
        The number of one of its readings.

    Returns
    -------
    Bill or None
        ``None`` for what is not a cost, where nothing is stated, and for an amount just as its column states it.
    """
    bill = fact.bills[reading] if len(fact.bills) else None
    is_plain = bill is not None and not bill.grants and [line.source for line in bill.lines] == [LineSource.STATED]
    return None if is_plain else bill


def own_question(fact: Fact, reading: int, *, rest_is: str = "") -> str:
    """Word what a user can answer for themselves; empty where nothing but the school can settle it.

    Parameters
    ----------
    fact
        Of a cost or of anything else.
    reading
        The number of one of its readings.
    rest_is
        Where the questions after the first stand; in `decide explain` when empty.
    """
    bill = bill_of(fact, reading) if fact.unknown[reading] == Unknown.STATED else None
    if bill is None or not bill.asked:
        return ""
    first, *rest = bill.asked
    where = f", {rest_is}" if rest_is else f": {_ELSEWHERE}"
    more = f" (And {len(rest)} more{where}.)" if rest else ""
    return f"Answer for yourself: {first}{more}"


def source_words(line: BillLine) -> str:
    """Say where a line of a bill comes from.

    Examples
    --------
    >>> from decision.nouns.costs import BillLine
    >>> source_words(BillLine(name="tuition", low=1, high=1, source=LineSource.WORKED_OUT, note="$1 x 1 credit"))
    'worked out: $1 x 1 credit'
    >>> source_words(BillLine(name="dues", low=1, high=1, source=LineSource.ASSUMED, note="aapc.com"))
    'assumed'
    """
    return f"{line.source.value}: {line.note}" if line.source is LineSource.WORKED_OUT else line.source.value


def amount_words(criterion: Criterion, amount: float) -> str:
    """Write an amount of a bill, or that nobody states it."""
    return LineSource.NOT_STATED.value if math.isinf(amount) else criterion.spell(amount)
