"""The readings behind one program's cost become its bill.

A stated total wins over its parts; an added line counts beside it unless that total is said to hold it. What the file
states for a program wins over what a list assumes. A part that nobody states makes the bill open at its high end.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from decision.intake.cells.labels import folded
from decision.intake.costs.grants import Atom, Offer, pay
from decision.intake.costs.whole_price import for_the_whole, worked_out
from decision.model import Basis, Criterion, Reading, Verdict
from decision.nouns.costs import EVERYTHING, AddedLine, Bill, BillLine, LineSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.intake.costs.layout import Layout
    from decision.nouns.costs import Condition

__all__ = ["TOTAL", "make_bill"]

_folded = lru_cache(maxsize=1024)(folded)
TOTAL = "total"
"""What a stated total is called where a line says what may hold it already."""
_CENT_PLACES = 6


def make_bill(criterion: Criterion, layout: Layout, readings: Sequence[Reading]) -> Bill | None:
    """Make the bill of one combination of readings.

    Parameters
    ----------
    criterion
        Of kind money.
    layout
        Where each header's reading stands.
    readings
        One for each header of the layout.

    Returns
    -------
    Bill or None
        ``None`` where neither the user's own figure, nor a total, nor any part is stated.
    """
    return _Maker(criterion, layout, readings).bill()


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of the bill, and what grants may pay of it: its atoms at its least and at its most."""

    line: BillLine
    cheapest: tuple[Atom, ...]
    dearest: tuple[Atom, ...]


class _Maker:
    def __init__(self, criterion: Criterion, layout: Layout, readings: Sequence[Reading]) -> None:
        self.criterion, self.costing = criterion, criterion.costing
        self.layout, self.readings = layout, readings
        self.credits, self.length = (
            layout.cell(readings, name) for name in (self.costing.credits, self.costing.length)
        )
        self.groups = layout.groups(self.costing)

    def bill(self) -> Bill | None:
        own = self.whole(self.costing.override)
        if own is not None:
            name = _words(self.costing.override)
            return _added_up([self.item(name, own, self.costing.override, LineSource.OWN)], [])
        total = self.whole(self.criterion.column)
        if total is None or total.is_inside:
            total = None
            stated = (self.whole(part) for part in self.criterion.parts)
            if not any(part is not None and not part.is_inside for part in stated):
                return None
        items = self.parts() if total is None else [self.total(total)]
        items += self.beside(is_total=total is not None)
        offered = [*(self.less() if total is None else []), *self.layout.offers(self.costing, self.readings)]
        return _added_up(items, offered)

    # ── the lines ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def whole(self, header: str) -> Reading | None:
        """Give what a column states for the whole program, or ``None``."""
        if not header:
            return None
        reading = for_the_whole(self.layout.reading(self.readings, header), self.credits, self.length)
        return reading if reading.is_stated and reading.basis is Basis.WHOLE else None

    def item(self, name: str, reading: Reading, header: str, source: LineSource = LineSource.STATED) -> _Item:
        note = worked_out(self.layout.reading(self.readings, header), self.credits, self.length)
        kind = LineSource.WORKED_OUT if note and source is LineSource.STATED else source
        return _plain(BillLine(name=name, low=reading.low, high=reading.high, source=kind, note=note), header)

    def total(self, reading: Reading) -> _Item:
        """Give the line of a stated total, split as far as stated parts say what it is for."""
        item = self.item(_words(self.criterion.column), reading, self.criterion.column)
        return _Item(item.line, self.split(reading.low, is_any=True), self.split(reading.high, is_any=False))

    def split(self, amount: float, *, is_any: bool) -> tuple[Atom, ...]:
        stated = [(part, reading) for part in self.criterion.parts if (reading := self.whole(part)) is not None]
        atoms = [Atom(_names(part), reading.low, within=amount) for part, reading in stated]
        rest = max(0.0, round(amount - math.fsum(atom.amount for atom in atoms), _CENT_PLACES))
        return (*atoms, Atom(frozenset(), rest, is_any=is_any, within=amount))

    def parts(self) -> list[_Item]:
        """Give a line for each part: as stated, as a list assumes it, or not known."""
        by_column = {_folded(lines[0].column): lines for lines in self.groups.values()}
        items = []
        for part in self.criterion.parts:
            stated = self.whole(part)
            if stated is not None:
                items.append(self.item(_words(part), stated, part))
            elif _folded(part) in by_column:
                items += self.assumed(by_column[_folded(part)])
            else:
                line = BillLine(name=_words(part), low=0.0, high=math.inf, source=LineSource.NOT_STATED)
                items.append(_plain(line, part))
        return items

    def beside(self, *, is_total: bool) -> list[_Item]:
        """Give the added lines that neither the total nor a stated part holds already, and that are no part."""
        parts = self.criterion.parts
        counted = {TOTAL} if is_total else {_folded(part) for part in parts if self.whole(part) is not None}
        inside = set() if is_total else {_folded(part) for part in parts}
        return [
            item
            for lines in self.groups.values()
            if _folded(lines[0].column) not in inside and not counted & {_folded(word) for word in lines[0].included_in}
            for item in self.added(lines)
        ]

    def added(self, lines: Sequence[AddedLine]) -> list[_Item]:
        """Give an added line: what the file states, else what the list assumes; nothing where it is $0."""
        stated = self.whole(lines[0].column)
        return self.assumed(lines) if stated is None else [self.item(lines[0].name, stated, lines[0].column)]

    def assumed(self, lines: Sequence[AddedLine]) -> list[_Item]:
        """Give what may hold of lines with one name: the first whose condition holds, and those that may before it."""
        possible: list[AddedLine] = []
        for line in lines:
            verdict = Verdict.PASS if line.when is None else self.holds(line.when)
            possible += [line] if verdict is not Verdict.FAIL else []
            if verdict is Verdict.PASS:
                break
        else:
            possible.append(AddedLine(name=lines[0].name, low=0.0, high=0.0))
        low, high = min(line.low for line in possible), max(line.high for line in possible)
        sources = "; ".join(dict.fromkeys(line.source for line in possible if line.source))
        told = BillLine(name=lines[0].name, low=low, high=high, source=LineSource.ASSUMED, note=sources)
        return [_plain(told, lines[0].column)] if high > 0 else []

    # ── the grants ────────────────────────────────────────────────────────────────────────────────────────────────────

    def holds(self, condition: Condition) -> Verdict:
        return self.layout.answer(condition, self.readings)

    def less(self) -> list[Offer]:
        """Give what the file itself takes off the parts."""
        found = [(header, self.whole(header)) for header in self.criterion.less]
        return [
            Offer(name=_words(header), covers=frozenset({EVERYTHING}), least=reading.low, most=reading.high)
            for header, reading in found
            if reading is not None
        ]


def _plain(line: BillLine, header: str) -> _Item:
    names = _names(line.name, header)
    high = 0.0 if math.isinf(line.high) else line.high
    return _Item(line, (Atom(names, line.low),), (Atom(names, high),))


def _added_up(items: Sequence[_Item], offered: Sequence[Offer]) -> Bill:
    cheapest = [atom for item in items for atom in item.cheapest]
    dearest = [atom for item in items for atom in item.dearest]
    paid = pay(cheapest, dearest, offered)
    low, high = (math.fsum(ends) for ends in zip(*((item.line.low, item.line.high) for item in items), strict=True))
    low, high = round(low, _CENT_PLACES), round(high, _CENT_PLACES)
    return Bill(
        lines=tuple(item.line for item in items),
        grants=tuple(paid),
        all_in_low=low,
        all_in_high=high,
        net_low=round(math.fsum([low, *(-one.most for one in paid)]), _CENT_PLACES),
        net_high=round(math.fsum([high, *(-one.least for one in paid)]), _CENT_PLACES),
    )


@lru_cache(maxsize=1024)
def _names(*names: str) -> frozenset[str]:
    """Give the names that grants know a line by."""
    return frozenset(_folded(name) for name in names if name)


def _words(header: str) -> str:
    """Write a header as words: ``exam_fee`` is the exam fee."""
    return header.replace("_", " ").strip()
