"""Programs that another one outdoes in every concern become one sentence: named, never removed.

The one rule: what is said holds for every set of weights and for whatever is not known; rates are taken as counted, and
that is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.view.named import OUTDONE, called
from decision.report.view.verdict import is_counted
from decision.report.words.amounts import count_word
from decision.report.words.wording import joined

if TYPE_CHECKING:
    from decision.nouns.findings import Certainty
    from decision.report.view.sight import Sight

__all__ = ["outdone"]


def outdone(sight: Sight, certainty: Certainty) -> list[str]:
    """Name the programs that are nowhere better than another one, and somewhere worse.

    Parameters
    ----------
    sight
        Knows the names of `named_programs`.
    certainty
        Which program outdoes which.

    Returns
    -------
    list of str
        One sentence about the first three of them, by their rank, with a count of the rest; none where there are none,
        or where a single concern earns points.
    """
    shown = [*certainty.dominated.items()][:OUTDONE]
    if not shown or len(certainty.standing.names) < 2:
        return []
    by_other: dict[int, list[str]] = {}
    for row, other in shown:
        by_other.setdefault(other, []).append(called(sight, row))
    told = [
        f"{joined(names)} {'is' if len(names) == 1 else 'are'} nowhere better than {called(sight, other)}"
        for other, names in by_other.items()
    ]
    rest = len(certainty.dominated) - len(shown)
    more = f"; {count_word(rest)} more {'is' if rest == 1 else 'are'} outdone by another" if rest else ""
    counted = " and with every rate as counted" if is_counted(sight.outcome, certainty.standing) else ""
    return [f"Whatever counts most{counted}, {'; '.join(told)}{more}."]
