"""The bill of a program becomes a pandas table for a notebook: the same lines, in the same order, that add up.

pandas is imported here only when a table is asked for.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from decision.model import Outcome
    from decision.nouns.costs import Bill

__all__ = ["bill_frame"]


def bill_frame(outcome: Outcome, program: int) -> pd.DataFrame:
    """Give what the costs of a program are made of.

    Returns
    -------
    DataFrame
        One line per amount, in the order of the bill; empty where no cost is stated.

        ========= ======= ==========================================================================================
        column    dtype   meaning
        ========= ======= ==========================================================================================
        criterion object  the name of the cost
        line      object  what is paid for; ``all in``; the name of a grant; ``left to pay``
        low       Float64 dollars in the cheapest reading; what a grant pays is negative
        high      Float64 dollars in the dearest reading; ``<NA>`` where nobody knows
        source    object  the word of `decision.nouns.costs.LineSource`; ``sum`` or ``grant`` for the others
        note      object  how it was worked out, or who says so
        ========= ======= ==========================================================================================
    """
    import pandas as pd

    lines = []
    for criterion in outcome.criteria.criteria:
        fact = outcome.facts[criterion.name]
        bill = fact.bills[int(fact.codes[program])] if len(fact.bills) else None
        lines += [] if bill is None else [(criterion.name, *line) for line in _lines(bill)]
    table = pd.DataFrame(lines, columns=["criterion", "line", "low", "high", "source", "note"])
    table[["low", "high"]] = table[["low", "high"]].astype("Float64")
    return table.assign(high=table["high"].mask(table["high"] == math.inf))


def _lines(bill: Bill) -> Iterator[tuple[str, float, float, str, str]]:
    for line in bill.lines:
        yield line.name, line.low, line.high, line.source.value, line.note
    yield "all in", bill.all_in_low, bill.all_in_high, "sum", ""
    for paid in bill.grants:
        yield paid.name, 0.0 - paid.most, 0.0 - paid.least, "grant", paid.note or "; ".join((*paid.asked, *paid.open))
    yield "left to pay", bill.net_low, bill.net_high, "sum", ""
