"""The weights become lines that name the range each belongs to: a weight means nothing without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import Kind, spell
from decision.report.screen.layout import clean, hang, wrap

if TYPE_CHECKING:
    from decision.nouns.weighing import Weighing
    from decision.report.view.sight import Sight

__all__ = ["weight_lines"]


def weight_lines(sight: Sight, weighing: Weighing, width: int) -> list[str]:
    """Draw where the weights come from, and of each the size and the range it belongs to.

    Parameters
    ----------
    sight
        Knows what can be shown.
    weighing
        The weights.
    width
        Columns, at least 40.

    Returns
    -------
    list of str
        Lines; none where one concern alone earns points, or none does.
    """
    if len(weighing.weights) < 2:
        return []
    head = f"Each weight is for the step from what earns least to what earns most; they are {weighing.method}."
    sizes = {name: spell(Kind.SHARE, weight) for name, weight in weighing.weights.items()}
    indent = 4 + max(map(len, sizes.values()))
    lines = wrap(head, width)
    for name, size in sizes.items():
        lines += hang(f"  {size:>{indent - 4}}", clean(weighing.ranges[name], unicode=sight.unicode), indent, width)
    return lines
