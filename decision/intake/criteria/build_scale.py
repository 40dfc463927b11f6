"""``best`` and ``worst``, or ``scale``, become the scale on which a fact earns its points.

Two reference points or a mapping, never both; points depend on them and on nothing else, so no program moves another.
"""

from __future__ import annotations

import math

from decision.errors import Code, Fault
from decision.intake.cells.labels import folded
from decision.intake.criteria.build_must import yes_or_no
from decision.intake.criteria.tree import Leaf, Node, Table, fault_at
from decision.intake.criteria.values import read_limit, read_share
from decision.model import Kind, Scale

__all__ = ["build_scale"]

_CUT = 'YAML cuts an amount at a comma inside {} or []. Put it in quotes, such as "$6,000".'


def build_scale(table: Table, kind: Kind, unit: str, faults: list[Fault]) -> Scale | None:
    """Build the scale of one criterion, or ``None`` when it earns no points.

    Parameters
    ----------
    table
        The whole criterion.
    kind, unit
        Of the criterion.
    faults
        Where faults are added.
    """
    best, worst, scale = (table.entries.get(key) for key in ("best", "worst", "scale"))
    if scale is not None:
        if best is not None or worst is not None:
            problem = "does not go with best and worst. Keep the scale or the two of them."
            faults.append(fault_at(scale, Code.WRONG_VALUE, problem))
        return _mapped(scale, kind, unit, faults)
    if kind is Kind.YES_NO and (best is not None or worst is not None):
        return _yes_no(best, worst, faults)
    if best is None and worst is None:
        return None
    if not kind.is_numeric:
        return Scale()  # the keys were refused already: they do not go with labels
    if best is None or worst is None:
        stated = worst if best is None else best
        missing = "best" if best is None else "worst"
        faults.append(
            fault_at(
                stated or table, Code.MISSING_KEY, f"stands alone. Best and worst come together: add `{missing}:`."
            )
        )
        return Scale()
    return _between(best, worst, kind, unit, faults)


def _between(best: Node, worst: Node, kind: Kind, unit: str, faults: list[Fault]) -> Scale:
    most, least = read_limit(best, kind, unit, faults), read_limit(worst, kind, unit, faults)
    if most == least:
        faults.append(fault_at(worst, Code.WRONG_VALUE, "is the same as best. The two must differ."))
    return Scale(knots=tuple(sorted([(most, 1.0), (least, 0.0)])))


def _yes_no(best: Node | None, worst: Node | None, faults: list[Fault]) -> Scale:
    words = [yes_or_no(node, faults) for node in (best, worst) if node is not None]
    if len(words) == 2 and words[0] == words[1]:
        faults.append(fault_at(worst or Leaf(text=""), Code.WRONG_VALUE, "is the same as best. The two must differ."))
    is_yes = (words[0] == "yes") is (best is not None)
    return Scale(shares={"yes": float(is_yes), "no": float(not is_yes)})


def _mapped(node: Node, kind: Kind, unit: str, faults: list[Fault]) -> Scale:
    if not isinstance(node, Table) or not node.entries:
        faults.append(
            fault_at(node, Code.WRONG_SHAPE, "takes a mapping from value to share, such as {best one: 100%}.")
        )
        return Scale()
    if kind.is_numeric:
        return _knots(node, kind, unit, faults)
    shares: dict[str, float] = {}
    first: dict[str, str] = {}
    for text, value in node.entries.items():
        label = _label(node.keys[text], kind, faults)
        share = read_share(value, faults)
        earlier = first.setdefault(folded(label) or label, label)
        if label and earlier in shares:
            faults.append(fault_at(node.keys[text], Code.WRONG_VALUE, f"is the same label as {earlier}. Keep one."))
        elif label:
            shares[label] = share
    other = shares.pop("other", 0.0)
    return Scale(shares=shares, other=other)


def _label(key: Leaf, kind: Kind, faults: list[Fault]) -> str:
    if kind is Kind.YES_NO:
        return yes_or_no(key, faults)
    label = key.text.strip()
    if not label:
        faults.append(fault_at(key, Code.WRONG_VALUE, "is an empty label. Write one."))
    return label


def _knots(node: Table, kind: Kind, unit: str, faults: list[Fault]) -> Scale:
    if any(key.is_glued and key.text.isdecimal() and len(key.text) == 3 for key in node.keys.values()):
        faults.append(fault_at(node, Code.WRONG_VALUE, _CUT))
        return Scale()
    knots: dict[float, float] = {}
    for text, value in node.entries.items():
        at, share = read_limit(node.keys[text], kind, unit, faults), read_share(value, faults)
        if at in knots:
            faults.append(fault_at(node.keys[text], Code.WRONG_VALUE, "stands twice on this scale. Keep one."))
        if not math.isnan(at):
            knots[at] = share
    if len(node.entries) < 2:
        faults.append(fault_at(node, Code.WRONG_VALUE, "takes at least two values, such as {$0: 100%, $8000: 0%}."))
    return Scale(knots=tuple(sorted(knots.items())))
