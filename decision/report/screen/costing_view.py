"""How the bill of a cost is made is shown in words: counts, added lines with their sources, grants with their terms.

The one rule: everything that is assumed or taken off is listed, with who says so and from when.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING

from decision.report.words.wording import joined

if TYPE_CHECKING:
    from decision.model import Criterion
    from decision.nouns.costs import AddedLine, Grant

__all__ = ["costing_rows"]


def costing_rows(criterion: Criterion) -> list[tuple[str, str]]:
    """Give label and text of what is said of a cost's bill.

    Parameters
    ----------
    criterion
        Of any kind.

    Returns
    -------
    list of tuple of str
        Empty for a price as the file states it.
    """
    costing = criterion.costing
    counts = [f"a price per credit times {costing.credits}"] if costing.credits else []
    counts += [f"a price per year, term, month or week times {costing.length}"] if costing.length else []
    answers = "; ".join(f"{name}: {answer}" for name, answer in costing.person.items())
    rows = [
        ("your own", f"a figure in {costing.override} wins over all else" if costing.override else ""),
        ("worked out", joined(counts)),
        *(("assumed", _lines(criterion, list(lines))) for _, lines in groupby(costing.lines, lambda line: line.name)),
        *(("less", _grant(criterion, grant)) for grant in costing.grants),
        ("you said", answers),
    ]
    return [(label, text) for label, text in rows if text]


def _lines(criterion: Criterion, lines: list[AddedLine]) -> str:
    amounts = "; ".join(_line(criterion, line) for line in lines)
    stated = f" A column {lines[0].column} wins." if lines[0].column else ""
    held = f" Not added where {joined(lines[0].included_in, 'or')} is stated." if lines[0].included_in else ""
    return f"{lines[0].name}: {amounts}.{stated}{held}"


def _line(criterion: Criterion, line: AddedLine) -> str:
    when = f" if {line.when.text}" if line.when is not None else ""
    return f"{criterion.spell_range(line.low, line.high)}{when} ({', '.join(filter(None, (line.source, line.as_of)))})"


def _grant(criterion: Criterion, grant: Grant) -> str:
    amount = "all" if math.isinf(grant.high) else criterion.spell_range(grant.low, grant.high)
    gives = f"{amount} of {joined(grant.covers)}" if grant.covers else grant.gives.rstrip(".")
    terms = [f"{name}: {'yes' if takes else 'no'}" for name, takes in grant.person.items()]
    terms += [condition.text for condition in grant.program]
    terms += [f"a start from {grant.begins}"] if grant.begins else []
    terms += [f"a start until {grant.ends}"] if grant.ends else []
    terms += [f"without {joined(grant.not_with)}"] if grant.not_with else []
    last = ", after other grants" if grant.is_last else ""
    source = ", ".join(filter(None, (grant.source, grant.as_of)))
    return f"{grant.name}: {gives}{last}, if {joined(terms)} ({source})"
