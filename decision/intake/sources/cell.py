"""The cells of one row of a source become one cell of ours: a text in the source's spelling, or blank with its reason.

Nothing is guessed: a code that no map names, an amount that is no amount, a sum of which a part is not stated are not
known, and say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, assert_never

from decision.intake.cells.cleaning import clean
from decision.nouns.source_map import How, Reads, TextForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Cell", "read_ways"]

ELSEWHERE = "not applicable"
PARTS = "parts missing"
NOT_UNDERSTOOD = "not understood"

_ZERO = re.compile(r"\$? ?0+(?:\.0*)?")
_BARE_NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?(?: ?(?:-|to) ?[0-9][0-9,]*(?:\.[0-9]+)?)?")
_AMOUNT = re.compile(r"\$? ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of ours.

    Parameters
    ----------
    text
        In the source's spelling; empty where it is not known.
    reason
        Why it is empty, as a reason with its remark; empty where the source has a blank cell.
    stranger
        A code that the map does not name; else empty.
    """

    text: str = ""
    reason: str = ""
    stranger: str = ""


def read_ways(
    ways: Sequence[Reads], cells: Mapping[str, str], *, unknown: Mapping[str, str], flags: Mapping[str, str]
) -> Cell:
    """Read one cell of ours.

    Parameters
    ----------
    ways
        The ways to read it; the first that states something wins, else the first that says why not.
    cells
        Header -> text, of the row; a header that the table lacks is absent.
    unknown
        Text -> reason, in every column of the source.
    flags
        Text of a flag cell -> reason.

    Examples
    --------
    >>> ways = [Reads(headers=("length",), unknown={"-1": "not applicable"}, unit="weeks")]
    >>> read_ways(ways, {"length": "40"}, unknown={}, flags={}).text
    '40 weeks'
    >>> read_ways(ways, {"length": "-1"}, unknown={}, flags={})
    Cell(text='', reason='not applicable', stranger='')

    A text that a way is not for leaves it to the next.

    >>> ways = [Reads(headers=("time",), like="P[0-9]*"), Reads(headers=("time",), like="PT*H", after="PT")]
    >>> read_ways(ways, {"time": "PT240H"}, unknown={}, flags={}).text
    '240H'
    """
    read = [_read(way, cells, unknown, flags) for way in ways if _has_cells(way, cells)]
    stated = next((cell for cell in read if cell.text), None)
    return stated or next((cell for cell in read if cell.reason), Cell())


def _has_cells(way: Reads, cells: Mapping[str, str]) -> bool:
    """Whether the table has what a way is read from: one of what is joined, all of anything else."""
    is_there = map(cells.__contains__, way.headers)
    return any(is_there) if way.how is How.JOIN else all(is_there)


def _read(way: Reads, cells: Mapping[str, str], unknown: Mapping[str, str], flags: Mapping[str, str]) -> Cell:
    if not all(cells.get(header, "").strip() in texts for header, texts in way.when.items()):
        return Cell(reason=ELSEWHERE)
    flagged = flags.get(cells.get(way.flag, "").strip(), "") if way.flag else ""
    if flagged:
        return Cell(reason=flagged)
    if way.how is How.ALWAYS:
        return Cell(text=way.text)
    parts = [_stated(cells[header], header, way, unknown) for header in way.headers if header in cells]
    return _finished(_together(way, parts), way)


def _stated(typed: str, header: str, way: Reads, unknown: Mapping[str, str]) -> Cell:
    """Tell a text that is stated from one that stands for a reason, and from one that this way is not for."""
    text = clean(typed) if way.form is TextForm.HTML else typed.strip()
    reason = way.unknown.get(text) or unknown.get(text, "")
    if not reason and header in way.zero and _ZERO.fullmatch(text):
        reason = way.zero[header]
    if reason:
        return Cell(reason=reason)
    return Cell(text=text) if not way.like or fnmatchcase(text.casefold(), way.like.casefold()) else Cell()


def _together(way: Reads, parts: Sequence[Cell]) -> Cell:
    match way.how:
        case How.FROM | How.ALWAYS:
            return parts[0]
        case How.JOIN:
            texts = [part.text for part in parts if part.text]
            reason = next((part.reason for part in parts if part.reason), "")
            return Cell(text=way.between.join(texts)) if texts else Cell(reason=reason)
        case How.SUM:
            return _sum(parts)
        case _:
            assert_never(way.how)


def _sum(parts: Sequence[Cell]) -> Cell:
    """Add up amounts; one that is not stated leaves the sum unknown, and none at all leaves it blank."""
    if not any(part.text for part in parts):
        return Cell(reason=next((part.reason for part in parts if part.reason), ""))
    found = [_AMOUNT.fullmatch(part.text) for part in parts]
    if not all(part.text for part in parts):
        return Cell(reason=PARTS)
    amounts = [Decimal(amount[0].replace(",", "").strip("$ ")) for amount in found if amount]
    if len(amounts) < len(parts):
        return Cell(reason=NOT_UNDERSTOOD)
    return Cell(text=f"{sum(amounts):f}")


def _finished(cell: Cell, way: Reads) -> Cell:
    """Take the part that is meant, decode it and write out what it is counted in."""
    if not cell.text:
        return cell
    text = _part(cell.text, way)
    if not way.codes or not text:
        return Cell(text=_with_unit(text, way))
    read = [_decoded(code.strip(), way) for code in (text.split(way.each) if way.each else [text])]
    strangers = [code.stranger for code in read if code.stranger]
    if strangers:
        shown = " ".join(re.sub(r"[();:]", " ", strangers[0]).split())[:40]
        return Cell(reason=f"{NOT_UNDERSTOOD} ({shown})" if shown else NOT_UNDERSTOOD, stranger=strangers[0])
    texts = dict.fromkeys(code.text for code in read if code.text)
    return Cell(text=_with_unit("; ".join(texts), way))


def _part(text: str, way: Reads) -> str:
    if way.before:
        text = text.partition(way.before)[0]
    if way.after:
        text = text.partition(way.after)[2]
    return text.strip()


def _decoded(code: str, way: Reads) -> Cell:
    if not code or code in way.codes:
        return Cell(text=way.codes.get(code, ""))
    return Cell(text=code) if way.keeps_others else Cell(stranger=code)


def _with_unit(text: str, way: Reads) -> str:
    if way.basis.value and text:
        return f"{text} {way.basis.value}"
    return f"{text} {way.unit}" if way.unit and _BARE_NUMBER.fullmatch(text) else text
