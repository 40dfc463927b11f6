"""What the cells behind a cost say together: the user's own figure, else the amount or bill that they come to.

Nothing is added or taken off unless the criteria say so: then the fact is what is left to pay, and its bill adds up to
it. Bills are made when they are asked for, once for each reading.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from decision.intake.costs.bill import make_bill
from decision.intake.costs.layout import Layout
from decision.intake.costs.whole_price import for_the_whole, worked_out
from decision.intake.facts.sayings import Saying, unstated
from decision.intake.facts.sums import not_for_the_whole, oddness, say_amount
from decision.model import Basis, Criterion, Reading, Unknown
from decision.nouns.costs import LineSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.nouns.costs import Bill

__all__ = ["BillsOnDemand", "CostSayer"]


class CostSayer:
    """Puts the readings behind a cost together.

    Parameters
    ----------
    criterion
        Of kind money.
    headers
        Those that were read, in the order of the readings.
    """

    def __init__(self, criterion: Criterion, headers: Sequence[str]) -> None:
        self.criterion, self.costing = criterion, criterion.costing
        self.layout = Layout(headers)
        counts = {self.costing.override, self.costing.credits, self.costing.length} - {""}
        self.is_as_stated = not (self.costing.lines or self.costing.grants or counts & set(headers))
        self.split = 1 + len(criterion.parts)

    @property
    def has_bills(self) -> bool:
        """Whether a fact can be made up of several amounts."""
        return len(self.layout.places) > 1 or bool(self.costing.lines or self.costing.grants)

    def say(self, readings: Sequence[Reading]) -> Saying:
        """Say what one combination of readings states.

        Parameters
        ----------
        readings
            One for each header.
        """
        if self.is_as_stated:
            return say_amount(self.criterion, readings[0], readings[1 : self.split], readings[self.split :])
        own = self._read(readings, self.costing.override)
        if own.is_stated:
            return self._own(own)
        if own.unknown is Unknown.NOT_UNDERSTOOD:
            return unstated(own)
        whole = self._read(readings, self.criterion.column)
        parts, less = (
            [self._read(readings, header) for header in headers]
            for headers in (self.criterion.parts, self.criterion.less)
        )
        if self.costing.lines or self.costing.grants:
            return self._billed(readings, whole, parts, less)
        saying = say_amount(self.criterion, whole, parts, less)
        note = self._note(readings) if saying.unknown is Unknown.STATED and _is_whole(whole) else ""
        return replace(saying, text=f"{saying.text} ({note})") if note else saying

    def bill(self, readings: Sequence[Reading]) -> Bill | None:
        """Make the bill of one combination of readings; ``None`` where it states nothing."""
        firsts = [self._read(readings, self.costing.override), self._read(readings, self.criterion.column)]
        if not _is_whole(firsts[0]) and any(first.unknown is Unknown.NOT_UNDERSTOOD for first in firsts):
            return None
        return make_bill(self.criterion, self.layout, readings)

    def _read(self, readings: Sequence[Reading], header: str) -> Reading:
        cells = (self.layout.cell(readings, name) for name in (self.costing.credits, self.costing.length))
        return for_the_whole(self.layout.reading(readings, header), *cells)

    def _note(self, readings: Sequence[Reading]) -> str:
        cells = (self.layout.cell(readings, name) for name in (self.costing.credits, self.costing.length))
        return worked_out(self.layout.reading(readings, self.criterion.column), *cells)

    def _own(self, own: Reading) -> Saying:
        blamed = self.layout.places[self.costing.override]
        if own.basis is not Basis.WHOLE:
            return replace(not_for_the_whole(own), blamed=blamed)
        text = f"{self.criterion.spell_range(own.low, own.high)}, {LineSource.OWN.value}"
        return Saying(text=text, low=own.low, high=own.high)

    def _billed(
        self, readings: Sequence[Reading], whole: Reading, parts: Sequence[Reading], less: Sequence[Reading]
    ) -> Saying:
        bill = self.bill(readings)
        if bill is None:
            return not_for_the_whole(whole)
        assumed = self.criterion.spell_range(*bill.assumed) if bill.assumed[1] > 0 else ""
        told = self._told(bill, assumed, is_summed=not _is_whole(whole))
        if math.isinf(bill.net_high):
            text = f"at least {self.criterion.spell(bill.net_low)}{told}: {Unknown.PARTS_MISSING.words}"
            return Saying(text=text, unknown=Unknown.PARTS_MISSING, low=bill.net_low, assumed=assumed)
        doubt = oddness(self.criterion, whole, parts, less)
        text = f"{self.criterion.spell_range(bill.net_low, bill.net_high)}{told}"
        return Saying(
            text=text,
            low=bill.net_low,
            high=bill.net_high,
            doubt=doubt,
            blamed=0 if _is_whole(whole) else 1,
            is_suspect=bool(doubt),
            assumed=assumed,
        )

    def _told(self, bill: Bill, assumed: str, *, is_summed: bool) -> str:
        """Say after an amount how it came about."""
        paid = [paid for paid in bill.grants if paid.most > 0]
        if not paid:
            return (" added up" if is_summed else "") + (f", of it {assumed} assumed" if assumed else "")
        grants = "after grants" if all(one.least > 0 for one in paid) else "with or without grants"
        return (f", {assumed} assumed" if assumed else "") + f", {grants}"


def _is_whole(reading: Reading) -> bool:
    return reading.is_stated and reading.basis is Basis.WHOLE and not reading.is_inside


class BillsOnDemand:
    """The bill of each reading of a fact, made when it is asked for.

    Parameters
    ----------
    sayer
        Makes them.
    sources
        The readings of each column.
    combinations
        For each reading of the fact, which reading of each column.
    """

    def __init__(
        self, sayer: CostSayer, sources: Sequence[Sequence[Reading]], combinations: Sequence[tuple[int, ...]]
    ) -> None:
        self._sayer, self._sources, self._combinations = sayer, sources, combinations
        self._made: dict[int, Bill | None] = {}

    def __len__(self) -> int:
        return len(self._combinations)

    def __getitem__(self, reading: int) -> Bill | None:
        if reading not in self._made:
            numbers = self._combinations[reading]
            readings = [source[n] for source, n in zip(self._sources, numbers, strict=True)]
            self._made[reading] = self._sayer.bill(readings)
        return self._made[reading]
