"""Criteria compared two at a time become comparisons.

Answers may be missing as long as those given connect every criterion with every other: else some weights are anyone's
guess, and that is a fault which names the groups that stand apart.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from decision.errors import Code, Fault
from decision.intake.criteria.tree import Leaf, fault_at
from decision.intake.criteria.weight_names import fault_of_name, no_such, weighted_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.intake.criteria.tree import Node, Table
    from decision.model import Criterion

__all__ = ["OVER", "build_pairwise", "halves"]

OVER = " over "
"""Stands between the two names of a comparison."""

_RATIO = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:\s*/\s*([0-9]+(?:\.[0-9]+)?))?")
_GREATEST = 9.0
_ALMOST = 1e-9
_MEANING = "1 is as important, 3 somewhat more, 9 extremely more; 1/3 turns it round."


def halves(text: str) -> list[tuple[str, str]]:
    """Take a comparison apart at its ``over``, in every way there is.

    Examples
    --------
    >>> halves("cost over exam pass rate"), halves("cost")
    ([('cost', 'exam pass rate')], [])
    """
    parts = f"{text} ".split(OVER)
    cuts = range(1, len(parts))
    return [(OVER.join(parts[:cut]).strip(), OVER.join(parts[cut:]).strip()) for cut in cuts]


def build_pairwise(node: Table, criteria: Sequence[Criterion], faults: list[Fault]) -> dict[tuple[str, str], float]:
    """Read how many times as much one criterion counts as another.

    Parameters
    ----------
    node
        ``{cost over schedule: 3, schedule over length: 1/2}``, from 1/9 to 9.
    criteria
        All criteria, in the order of concern.
    faults
        Where faults are added.

    Returns
    -------
    dict
        (name, other name) -> 1/9..9.
    """
    before = len(faults)
    compared: dict[tuple[str, str], float] = {}
    for text, entry in node.entries.items():
        pair, ratio = _pair(node.keys[text], criteria, faults), _ratio(entry, faults)
        earlier = next((given for given in compared if set(given) == set(pair)), None)
        if earlier and all(pair):
            problem = f"compares the same two as {OVER.join(earlier)}. Keep one."
            faults.append(fault_of_name(node.keys[text], problem))
        compared[pair] = ratio
    groups = _groups(weighted_names(criteria), compared)
    if len(groups) > 1 and len(faults) == before:
        apart = "; ".join(", ".join(group) for group in groups)
        problem = f"leave groups that no comparison connects: {apart}. Compare one of each with one of another."
        faults.append(Fault(code=Code.MISSING_KEY, line=node.line, path=node.path, problem=problem))
    return compared


def _pair(key: Leaf, criteria: Sequence[Criterion], faults: list[Fault]) -> tuple[str, str]:
    """Give the two names of a comparison, or two empty texts after a fault."""
    weighted, cuts = weighted_names(criteria), halves(key.text)
    found = [cut for cut in cuts if set(cut) <= set(weighted)]
    if len(found) == 1 and found[0][0] != found[0][1]:
        return found[0]
    if not cuts:
        problem = 'compares no two criteria. Write "first over second".'
    elif found:
        is_one = len(found) == 1
        problem = "compares a criterion with itself." if is_one else "can be read in two ways. Give points instead."
    else:
        wrong = next(name for name in cuts[0] if name not in weighted)
        is_must_only = wrong in [criterion.name for criterion in criteria]
        said = "earns no points, so it has no weight." if is_must_only else no_such(wrong, weighted)
        problem = f'"{wrong}" {said}'
    faults.append(fault_of_name(key, problem))
    return "", ""


def _ratio(node: Node, faults: list[Fault]) -> float:
    found = _RATIO.fullmatch(node.text.strip()) if isinstance(node, Leaf) else None
    if not found:
        faults.append(fault_at(node, Code.WRONG_VALUE, f"is no comparison. Write a number from 1/9 to 9: {_MEANING}"))
        return math.nan
    below = float(found[2] or 1)
    ratio = float(found[1]) / below if below else math.inf
    if not 1 / _GREATEST - _ALMOST <= ratio <= _GREATEST + _ALMOST:
        faults.append(fault_at(node, Code.WRONG_VALUE, f"is not from 1/9 to 9: {_MEANING}"))
    return ratio


def _groups(names: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Put names together that comparisons connect, directly or through others."""
    group_of = {name: place for place, name in enumerate(names)}
    for first, second in pairs:
        if first in group_of and second in group_of:
            kept, gone = sorted((group_of[first], group_of[second]))
            group_of = {name: kept if group == gone else group for name, group in group_of.items()}
    return [[name for name in names if group_of[name] == group] for group in sorted(set(group_of.values()))]
