"""Which columns stand behind a cost, in which order, and what each of them says of the program at hand.

The one rule: every header has one place, however many lines and conditions name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.intake.costs.conditions import answer
from decision.intake.costs.grants import offers
from decision.model import Kind, Reading, Unknown, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.intake.costs.grants import Offer
    from decision.model import Criterion
    from decision.nouns.costs import AddedLine, Condition, Costing

__all__ = ["Layout", "headers_of"]

_NOTHING = Reading(text="", unknown=Unknown.BLANK)


def headers_of(criterion: Criterion) -> list[tuple[str, Kind | None]]:
    """List the headers behind a cost: its own column first, then parts, what is taken off, and the others.

    Parameters
    ----------
    criterion
        Of kind money.

    Returns
    -------
    list
        Each with how it is read: ``None`` for text that conditions, credits and lengths look at themselves.

    Examples
    --------
    >>> from decision.nouns.costs import Costing
    >>> from decision.model import Criterion
    >>> cost = Criterion(name="cost", kind=Kind.MONEY, column="total", costing=Costing(credits="credits"))
    >>> headers_of(cost)
    [('total', <Kind.MONEY: 'money'>), ('credits', None)]
    """
    costing = criterion.costing
    own = (criterion.column, *criterion.parts, *criterion.less)
    money = {costing.override, *(line.column for line in costing.lines)}
    others = [header for header in costing.headers if header not in own]
    return [*((header, Kind.MONEY) for header in own), *((h, Kind.MONEY if h in money else None) for h in others)]


class Layout:
    """Where the reading of each header stands, and what conditions said of its texts.

    Parameters
    ----------
    headers
        Those that were read, in order; a header that is not among them is blank in every row.
    """

    def __init__(self, headers: Iterable[str]) -> None:
        self.places: dict[str, int] = {}
        self.answers: dict[tuple[int, str], Verdict] = {}
        self.grouped: dict[str, list[AddedLine]] = {}
        self.offered: dict[tuple[Verdict, ...], list[Offer]] = {}
        for place, header in enumerate(headers):
            self.places.setdefault(header, place)

    def reading(self, readings: Sequence[Reading], header: str) -> Reading:
        """Give what a column says."""
        return readings[self.places[header]] if header in self.places else _NOTHING

    def cell(self, readings: Sequence[Reading], header: str) -> str:
        """Give a column's cell as typed."""
        return self.reading(readings, header).text

    def answer(self, condition: Condition, readings: Sequence[Reading]) -> Verdict:
        """Say whether a condition holds; each text is looked at once."""
        cell = self.cell(readings, condition.column)
        key = id(condition), cell
        if key not in self.answers:
            self.answers[key] = answer(condition, cell)
        return self.answers[key]

    def groups(self, costing: Costing) -> dict[str, list[AddedLine]]:
        """Set added lines with one name together, in the order of the list."""
        if not self.grouped:
            for line in costing.lines:
                self.grouped.setdefault(line.name, []).append(line)
        return self.grouped

    def offers(self, costing: Costing, readings: Sequence[Reading]) -> list[Offer]:
        """List the grants that may be had; programs of which the same conditions hold share one list."""
        conditions = [condition for grant in costing.grants for condition in grant.program]
        verdicts = tuple(self.answer(condition, readings) for condition in conditions)
        if verdicts not in self.offered:
            self.offered[verdicts] = offers(costing, lambda condition: self.answer(condition, readings))
        return self.offered[verdicts]
