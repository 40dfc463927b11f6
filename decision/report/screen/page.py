"""What a person sees of a run is written as a fragment of HTML for notebooks: the terminal's words, in its order.

The one rule: everything from the data is escaped, and the fragment asks for nothing from outside: no script, no file;
the address of a source is a link that only a click follows. Its colours are those of the page around it, so that it
reads on light and dark.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from decision.report.view.view import view

if TYPE_CHECKING:
    from decision.model import Outcome
    from decision.nouns.insight import Insight
    from decision.report.view.panels import FunnelLine, Head, Item, Place, Remark, View

__all__ = ["html"]

_FIRST = 20
_MOST_FACTS = 3
_STYLE = (
    ".decision table{border-collapse:collapse;margin:.6em 0}"
    ".decision th,.decision td{text-align:left;vertical-align:top;padding:.15em .9em .15em 0}"
    ".decision th[scope=row]{font-weight:normal}"
    ".decision .number{text-align:right;white-space:nowrap}"
    ".decision .bar{display:inline-block;width:8em;border:1px solid}"
    ".decision .bar span{display:inline-block;height:.7em}"
)
_SURE = "#0072B2"
_POSSIBLE = "repeating-linear-gradient(45deg,#0072B2 0 2px,transparent 2px 5px)"


def html(outcome: Outcome, insight: Insight | None = None) -> str:
    """Write the answer of a run.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    insight
        How sure it is, what to ask and what to loosen; ``None`` when that was not found out.

    Returns
    -------
    str
        One ``div``, self-contained: the first 20 that fit or may, and how many more there are.
    """
    seen = view(outcome, insight, most=_FIRST, unicode=True, rest="see .ranking")
    parts = (
        f'<p style="font-weight:bold">{escape(seen.answer)}</p>',
        _funnel(seen.funnel),
        _table(seen),
        _paragraph(seen.more),
        _remarks(seen.remarks),
        *map(_paragraph, seen.closing),
    )
    return f'<div class="decision"><style>{_STYLE}</style>{"".join(parts)}</div>'


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _funnel(lines: tuple[FunnelLine, ...]) -> str:
    if not lines:
        return ""
    head = "".join(
        _head(words, is_number=is_number)
        for words, is_number in (("left", True), ("must-have", False), ("out, or to ask", False))
    )
    return _rows(head, [_step(line) for line in lines])


def _step(line: FunnelLine) -> str:
    losses = [f"{line.out:,} out"] * (line.out > 0) + [f"{line.ask:,} to ask"] * (line.ask > 0)
    return _data(f"{line.left:,}", is_number=True) + _row_head(line.words) + _data(", ".join(losses))


def _table(seen: View) -> str:
    if not seen.places:
        return ""
    has_points = bool(seen.places[0].points)
    heads = seen.heads[:_MOST_FACTS]
    facts = "".join(_head(head.words, is_number=head.is_number) for head in heads)
    points = _head("points", is_number=True) + _head("of 100") if has_points else ""
    head = _head("rank") + _head("program") + points + facts
    return _rows(head, [_place(place, heads, has_points=has_points) for place in seen.places])


def _place(place: Place, heads: tuple[Head, ...], *, has_points: bool) -> str:
    points = _data(place.points, is_number=True) + f"<td>{_bar(place)}</td>" if has_points else ""
    facts = "".join(_data(fact, is_number=head.is_number) for fact, head in zip(place.facts, heads, strict=False))
    return _data(place.rank) + _row_head(place.name, place.links) + points + facts


def _bar(place: Place) -> str:
    """Draw the points once more for the eye; the number stands beside it."""
    parts = [f'<span style="background:{_SURE};width:{place.low:.1f}%"></span>']
    if place.high > place.low:
        parts.append(f'<span style="background:{_POSSIBLE};width:{place.high - place.low:.1f}%"></span>')
    return f'<span aria-hidden="true" class="bar">{"".join(parts)}</span>'


def _remarks(remarks: tuple[Remark, ...]) -> str:
    told = "".join(
        f"<tr>{_row_head(remark.label)}<td>{''.join(map(_item, remark.items))}</td></tr>" for remark in remarks
    )
    return f"<table><tbody>{told}</tbody></table>" if told else ""


def _item(item: Item) -> str:
    term = f"<b>{escape(item.term)}</b>: " if item.term else ""
    return f"<div>{term}{'<br>'.join(map(escape, item.sentences))}</div>"


def _rows(head: str, rows: list[str]) -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _head(words: str, *, is_number: bool = False) -> str:
    return f'<th scope="col"{_class(is_number=is_number)}>{escape(words)}</th>'


def _row_head(words: str, links: tuple[str, ...] = ()) -> str:
    sources = "".join(f' <a href="{escape(link)}" rel="noopener noreferrer">source</a>' for link in links)
    return f'<th scope="row">{escape(words)}{sources}</th>'


def _data(text: str, *, is_number: bool = False) -> str:
    return f"<td{_class(is_number=is_number)}>{escape(text)}</td>"


def _class(*, is_number: bool) -> str:
    return ' class="number"' if is_number else ""
