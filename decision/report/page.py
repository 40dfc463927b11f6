"""What a person sees of a run is written as a fragment of HTML for notebooks: the terminal's words, in its order.

The one rule: everything from the data is escaped, and the fragment asks for nothing from outside: no script, no link,
no style sheet. Its colours are those of the page around it, so that it reads on light and dark.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from decision.report.view import view

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.report.panels import FunnelLine, Item, Place, Remark, View

__all__ = ["html"]

_WHOLE = 50
"""Up to so many programs all that are left are shown."""
_FIRST = 20
_MOST_FACTS = 3
_TABLE = "border-collapse:separate;border-spacing:1em .1em"
_CELL = "text-align:left"
_NUMBER = "text-align:right"
_BAR = "display:inline-block;width:8em;border:1px solid"
_PART = "display:inline-block;height:.7em;background"
_SURE = "#0072B2"
_POSSIBLE = "repeating-linear-gradient(45deg,#0072B2 0 2px,transparent 2px 5px)"


def html(outcome: Outcome) -> str:
    """Write the answer of a run.

    Parameters
    ----------
    outcome
        Everything one run worked out.

    Returns
    -------
    str
        One ``div``, self-contained. Above 50 programs the first 20 that fit or may, and how many more there are.
    """
    most = _WHOLE if len(outcome.programs) <= _WHOLE else _FIRST
    seen = view(outcome, most=most, unicode=True, rest=".ranking")
    parts = (
        f'<p style="font-weight:bold">{escape(seen.answer)}</p>',
        _funnel(seen.funnel),
        _table(seen),
        _paragraph(seen.more),
        _remarks(seen.remarks),
        *map(_paragraph, seen.closing),
    )
    return "<div>" + "".join(parts) + "</div>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _funnel(lines: tuple[FunnelLine, ...]) -> str:
    if not lines:
        return ""
    head = "".join(
        _head(words, style) for words, style in (("left", _NUMBER), ("must-have", _CELL), ("lost or open", _CELL))
    )
    return _rows(head, [_step(line) for line in lines])


def _step(line: FunnelLine) -> str:
    losses = [f"{line.out:,} out"] * (line.out > 0) + [f"{line.ask:,} to ask"] * (line.ask > 0)
    return _data(f"{line.left:,}", _NUMBER) + _row_head(line.words) + _data(", ".join(losses), _CELL)


def _table(seen: View) -> str:
    if not seen.places:
        return ""
    has_points = bool(seen.places[0].points)
    styles = tuple(_NUMBER if head.is_number else _CELL for head in seen.heads[:_MOST_FACTS])
    facts = "".join(_head(head.words, style) for head, style in zip(seen.heads, styles, strict=False))
    points = _head("points", _NUMBER) + _head("of 100", _CELL) if has_points else ""
    head = _head("rank", _CELL) + _head("program", _CELL) + points + facts
    return _rows(head, [_place(place, styles, has_points=has_points) for place in seen.places])


def _place(place: Place, styles: tuple[str, ...], *, has_points: bool) -> str:
    points = _data(place.points, _NUMBER) + f'<td style="{_CELL}">{_bar(place)}</td>' if has_points else ""
    facts = "".join(_data(fact, style) for fact, style in zip(place.facts, styles, strict=False))
    return _data(place.rank, _CELL) + _row_head(place.name) + points + facts


def _bar(place: Place) -> str:
    """Draw the points once more for the eye; the number stands beside it."""
    parts = [f'<span style="{_PART}:{_SURE};width:{place.low:.1f}%"></span>']
    if place.high > place.low:
        parts.append(f'<span style="{_PART}:{_POSSIBLE};width:{place.high - place.low:.1f}%"></span>')
    return f'<span aria-hidden="true" style="{_BAR}">{"".join(parts)}</span>'


def _remarks(remarks: tuple[Remark, ...]) -> str:
    told = "".join(
        f'<dt style="font-weight:bold">{escape(remark.label)}</dt>{"".join(map(_item, remark.items))}'
        for remark in remarks
    )
    return f"<dl>{told}</dl>" if told else ""


def _item(item: Item) -> str:
    term = f"<b>{escape(item.term)}</b>: " if item.term else ""
    return f"<dd>{term}{'<br>'.join(map(escape, item.sentences))}</dd>"


def _rows(head: str, rows: list[str]) -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table style="{_TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _head(words: str, style: str) -> str:
    return f'<th scope="col" style="{style}">{escape(words)}</th>'


def _row_head(words: str) -> str:
    return f'<th scope="row" style="{_CELL};font-weight:normal">{escape(words)}</th>'


def _data(text: str, style: str) -> str:
    return f'<td style="{style}">{escape(text)}</td>'
