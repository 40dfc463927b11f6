"""The weights given as an option become one recorded text, and the text becomes what a file would hold.

    equal                                   a word
    cost=3,schedule=1                       points
    swings: cost=100,schedule=40            a way, a colon, and its numbers; likewise `pairwise:` and `ranges:`
    pairwise: cost over schedule=3
    ranges: cost=30%-50%,schedule=10%

Names are recorded as the criteria have them, in the order of concern, whatever order they were typed in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.build_pairwise import OVER, halves
from decision.intake.criteria.keys import WEIGHT_WAYS
from decision.intake.criteria.option_names import find_criterion
from decision.intake.criteria.option_text import join_list, option_text, split_list, split_pairs
from decision.intake.criteria.tree import Leaf, Listing, Node, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from decision.model import Criterion

__all__ = ["WEIGHTS_OPTION", "record_weights", "weights_node"]

WEIGHTS_OPTION = "--weights"

_WAY = re.compile(rf"\s*({'|'.join(WEIGHT_WAYS)})\s*:(.*)", re.S)


def record_weights(criteria: Sequence[Criterion], faults: list[Fault], given: str | Mapping[str, object]) -> str:
    """Write weights as one text.

    Parameters
    ----------
    criteria
        Of the file, by whose names and columns a name is found.
    faults
        Where faults are added.
    given
        A word, points by name, or one of the ways with its numbers: as text, or as a mapping the way a file holds it.
    """
    way, pairs = _taken_apart(given)
    if pairs is None:
        return way
    look: Callable[[str], str] = (
        (lambda typed: _compared(typed, criteria, faults))
        if way == "pairwise"
        else (lambda typed: find_criterion(typed, criteria, WEIGHTS_OPTION, faults))
    )
    recorded: dict[str, str] = {}
    for typed, value in pairs:
        name = look(typed.strip())
        if name in recorded:
            problem = "is weighed twice. Keep one."
            faults.append(Fault(code=Code.OPTION, path=WEIGHTS_OPTION, found=typed, problem=problem))
        elif name:
            recorded[name] = value
    written = _written([f"{name}={recorded[name]}" for name in sorted(recorded, key=_place(criteria))])
    return f"{way}: {written}" if way else written


def weights_node(text: str) -> Node:
    """Take a recorded text apart, as a file would hold it.

    Examples
    --------
    >>> weights_node("swings: cost=100").entries["swings"].entries["cost"].text
    '100'
    """
    way, pairs = _taken_apart(text)
    if pairs is None:
        return Leaf(text=text, path=WEIGHTS_OPTION)
    numbers = _table({name: _value(value, is_range=way == "ranges") for name, value in pairs})
    return _table({way: numbers}) if way else numbers


def _taken_apart(given: str | Mapping[str, object]) -> tuple[str, list[tuple[str, str]] | None]:
    """Give the way and the pairs; no pairs where a word stands alone, no way where they are points."""
    if isinstance(given, Mapping):
        way = next(iter(given)) if len(given) == 1 else ""
        under = given.get(way)
        is_way = way in WEIGHT_WAYS and isinstance(under, Mapping)
        numbers = under if is_way and isinstance(under, Mapping) else given
        return way if is_way else "", [(str(name), option_text(value)) for name, value in numbers.items()]
    found = _WAY.fullmatch(given)
    if found:
        return found[1], split_pairs(found[2]) if found[2].strip() else []
    return ("", split_pairs(given)) if "=" in given else (given.strip(), None)


def _compared(typed: str, criteria: Sequence[Criterion], faults: list[Fault]) -> str:
    """Give ``first over second`` by the criteria's own names; what is none is kept as typed and judged later."""
    ways: list[str] = []
    for cut in halves(typed):
        names = [find_criterion(half, criteria, WEIGHTS_OPTION, []) for half in cut]
        ways += [OVER.join(names)] if all(names) else []
    if len(ways) == 1:
        return ways[0]
    for half in next(iter(halves(typed)), ()) if not ways else ():
        find_criterion(half, criteria, WEIGHTS_OPTION, faults)
    return typed


def _place(criteria: Sequence[Criterion]) -> Callable[[str], tuple[tuple[int, ...], str]]:
    """Sort by where the names stand in the order of concern."""
    places = {criterion.name: place for place, criterion in enumerate(criteria)}

    def place(text: str) -> tuple[tuple[int, ...], str]:
        names = (text,) if text in places else next(iter(halves(text)), ())
        return tuple(places.get(name, len(places)) for name in names), text

    return place


def _written(items: Sequence[str]) -> str:
    """Join items; a first one that would be taken for a way is quoted."""
    joined = join_list(items)
    return f'"{items[0]}"{joined[len(items[0]) :]}' if _WAY.fullmatch(joined) else joined


def _value(text: str, *, is_range: bool) -> Node:
    if is_range and "," in text:
        ends = tuple(Leaf(text=end, path=WEIGHTS_OPTION) for end in split_list(text))
        return Listing(items=ends, path=WEIGHTS_OPTION)
    return Leaf(text=text, path=WEIGHTS_OPTION)


def _table(entries: Mapping[str, Node]) -> Table:
    keys = {name: Leaf(text=name, path=WEIGHTS_OPTION) for name in entries}
    return Table(entries=entries, keys=keys, path=WEIGHTS_OPTION)
