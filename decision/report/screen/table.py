"""The programs that are left are drawn as a table: rank, name, points, bar, and as many facts as the width holds.

The one rule: a name keeps its beginning and its end, on two lines where it must; facts are what a narrow terminal
drops.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.report.screen.bars import bar
from decision.report.screen.layout import columns, display_width, stack, without_middle, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.report.screen.paint import Paint
    from decision.report.view.panels import Place, View

__all__ = ["table"]

_GAP = 2
_LEAST_NAME = 15
_MOST_FACTS = 3
_FACT_LINES = 5
_SHORTEST_FACT, _LONGEST_FACT = 4, 13
_NAME_LINES = 2
_LEAST_BAR, _BAR, _LONGEST_BAR = 6, 8, 15
_NARROW = 55


def table(seen: View, width: int, paint: Paint, *, unicode: bool) -> list[str]:
    """Draw the programs that fit or may.

    Parameters
    ----------
    seen
        What a person sees.
    width
        Columns, at least 40.
    paint
        For the head and the bars.
    unicode
        Whether bars may be of blocks.

    Returns
    -------
    list of str
        The head and at least one line per program; empty when there is none.
    """
    if not seen.places:
        return []
    sizes = _sizes(seen, width - 1)
    facts = [seen.heads[number].is_number for number in sizes.facts]
    right = [False, False, *([True, False] if sizes.points else []), *facts]
    drawn = [paint.dim(line) for line in columns(_head(seen, sizes), sizes.all, right=right)]
    for place in seen.places:
        drawing = bar(place.low, place.high, sizes.bar, unicode=unicode)
        lines = columns(_cells(place, drawing, sizes), sizes.all, right=right)
        drawn += [line.replace(drawing, paint.hue(drawing), 1) if drawing else line for line in lines]
    return [f" {line}" for line in drawn]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sizes:
    """The width of every column, facts by their number; no points and no bar where nothing earns points."""

    rank: int
    name: int
    points: int
    bar: int
    facts: Mapping[int, int]

    @property
    def all(self) -> list[int]:
        account = [self.points, self.bar] if self.points else []
        return [self.rank, self.name, *account, *self.facts.values()]


def _sizes(seen: View, width: int) -> _Sizes:
    """Share out the width: first what must be, then facts, then whole names, then longer bars."""
    rank = max(len(place.rank) for place in seen.places)
    points = max(len("points"), *(len(place.points) for place in seen.places)) if seen.places[0].points else 0
    least_bar = (_LEAST_BAR if width < _NARROW else _BAR) if points else 0
    room = width - rank - _GAP - (points + least_bar + 2 * _GAP if points else 0)
    longest = max(len("program"), *(display_width(place.name) for place in seen.places))
    facts = _fact_sizes(seen, room - min(longest, max(_LEAST_NAME, width * 3 // 10)))
    name = min(longest, room - sum(size + _GAP for size in facts.values()))
    spare = room - sum(size + _GAP for size in facts.values()) - name
    longer = min(spare, _LONGEST_BAR - least_bar) if least_bar == _BAR else 0
    return _Sizes(rank=rank, name=name, points=points, bar=least_bar + longer, facts=facts)


def _head(seen: View, sizes: _Sizes) -> list[list[str]]:
    """Give the cells of the head; short ones stand at the foot of tall ones."""
    account = [["points"], [""]] if sizes.points else []
    facts = [stack(seen.heads[number].words, size) for number, size in sizes.facts.items()]
    cells = [[""], ["program"], *account, *facts]
    tallest = max(map(len, cells))
    return [[""] * (tallest - len(cell)) + cell for cell in cells]


def _cells(place: Place, drawing: str, sizes: _Sizes) -> list[list[str]]:
    account = [[place.points], [drawing]] if sizes.points else []
    facts = [stack(place.facts[number], size, tallest=_FACT_LINES) for number, size in sizes.facts.items()]
    return [[place.rank], _name_lines(place.name, sizes.name), *account, *facts]


def _name_lines(name: str, width: int) -> list[str]:
    """Set a name on two lines; of one that is longer the middle goes, since names often differ at their ends."""
    for shorter in without_middle(name):
        lines = wrap(shorter, width)
        if len(lines) <= _NAME_LINES:
            return lines
    return stack(name, width, tallest=_NAME_LINES)


def _fact_sizes(seen: View, room: int) -> dict[int, int]:
    """Choose the facts to show, the most telling first, leaving out those there is no room for."""
    sizes: dict[int, int] = {}
    for number, head in enumerate(seen.heads):
        longest = max(map(display_width, [*head.words.split(), *(place.facts[number] for place in seen.places)]))
        size = min(max(longest, _SHORTEST_FACT), _LONGEST_FACT)
        if len(sizes) < _MOST_FACTS and size + _GAP <= room:
            room -= size + _GAP
            sizes[number] = size
    return sizes
