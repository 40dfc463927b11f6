"""What a person sees of a run is drawn for a terminal: sentences, a funnel, a table with bars.

The one rule: no line is wider than the terminal, and colour or Unicode add nothing that the plain text does not say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.screen.layout import NARROWEST, columns, display_width, hang, pad, wrap
from decision.report.screen.paint import Paint
from decision.report.screen.table import table
from decision.report.view.view import view

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.nouns.insight import Insight
    from decision.report.view.panels import FunnelLine, Item, Remark

__all__ = ["terminal"]

_MOST_PROGRAMS = 10
_INDENT = 14
_WIDE = 70
"""Columns from which the things asked about stand in a column of their own."""
_LONGEST_TERM = 18
_LEAST_RULE = 20
"""Columns; with fewer, what a must-have removed goes below its words."""


def terminal(
    outcome: Outcome,
    insight: Insight | None = None,
    *,
    width: int = 80,
    color: bool = False,
    unicode: bool = True,
    output: str = "",
) -> str:
    """Draw the answer of a run.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        How sure it is, what to ask and what to loosen; ``None`` when that was not found out.
    width
        Columns of the terminal; fewer than 40 are taken as 40.
    color
        Whether the terminal understands ANSI colours.
    unicode
        Whether it can show characters outside ASCII; else those of the data are spelled out.
    output
        The file that holds the whole ranking; empty when none was written.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    paint = Paint(color=color)
    seen = view(outcome, insight, most=_MOST_PROGRAMS, unicode=unicode, rest=output or "add -o ranked.csv")
    blocks = (
        [paint.bold(line) for line in wrap(seen.answer, width)],
        _funnel(seen.funnel, width),
        [*table(seen, width, paint, unicode=unicode), *(f"     {line}" for line in wrap(seen.more, width - 5) if line)],
        [line for remark in seen.remarks for line in _remark(remark, width, paint)],
        [line for sentence in seen.closing for line in wrap(sentence, width)],
    )
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _funnel(lines: tuple[FunnelLine, ...], width: int) -> list[str]:
    if not lines:
        return []
    losses = [(f"{line.out:,} out" if line.out else "", f"{line.ask:,} to ask" if line.ask else "") for line in lines]
    counts, *sides = (
        max(map(len, texts)) for texts in ([f"{line.left:,}" for line in lines], *zip(*losses, strict=True))
    )
    room = width - 4 - counts
    beside = room - sum(side + 3 for side in sides)
    words = min(beside if beside >= _LEAST_RULE else room, max(display_width(line.words) for line in lines))
    drawn = []
    for line, lost in zip(lines, losses, strict=True):
        cells, sizes = [[f"{line.left:,}"], wrap(line.words, words)], [counts, words]
        if beside >= _LEAST_RULE:
            cells, sizes = [*cells, *([text] for text in lost)], [*sizes, *(side + 1 for side in sides)]
        elif any(lost):
            cells[1] += wrap(", ".join(filter(None, lost)), words)
        drawn += columns(cells, sizes, right=[True, False, True, True][: len(sizes)])
    return [f"  {line}" for line in drawn]


def _remark(remark: Remark, width: int, paint: Paint) -> list[str]:
    drawn = _items(remark.items, width - _INDENT, is_wide=width >= _WIDE)
    label = paint.bold(remark.label) + " " * (_INDENT - display_width(remark.label))
    if remark.label == "but":
        label = pad("     " + remark.label, _INDENT)
    return [(label if number == 0 else " " * _INDENT) + line for number, line in enumerate(drawn)]


def _items(items: tuple[Item, ...], width: int, *, is_wide: bool) -> list[str]:
    """Draw what stands at the right of a label."""
    longest = max(display_width(item.term) for item in items)
    if is_wide and 0 < longest <= _LONGEST_TERM:
        return [
            line for item in items for line in (_beside(item, longest + 2, width) if item.term else _below(item, width))
        ]
    return [line for item in items for line in _below(item, width)]


def _beside(item: Item, indent: int, width: int) -> list[str]:
    return [
        line
        for number, sentence in enumerate(item.sentences)
        for line in hang(item.term if number == 0 else "", sentence, indent, width)
    ]


def _below(item: Item, width: int) -> list[str]:
    if not item.term:
        return [line for sentence in item.sentences for line in wrap(sentence, width)]
    told = [line for sentence in item.sentences for line in hang("", sentence, 2, width)]
    return [*wrap(f"{item.term}:", width), *told]
