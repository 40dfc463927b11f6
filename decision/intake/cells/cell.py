"""The text of one cell becomes a reading: the one door to everything that understands cells.

Cells are read as text, alone: what needs the whole column (bare shares, currencies) is settled elsewhere. Words that
mean unknown come first, and no text ever raises: what is not understood is a reading too.
"""

from __future__ import annotations

from typing import assert_never

from decision.intake.cells import misread
from decision.intake.cells.categories import read_category
from decision.intake.cells.cleaning import clean
from decision.intake.cells.durations import read_duration
from decision.intake.cells.labels import NO_LABELS, Labels
from decision.intake.cells.money import read_money
from decision.intake.cells.numbers import read_number
from decision.intake.cells.numerals import TooManyDigitsError
from decision.intake.cells.remarks import impossible, not_understood
from decision.intake.cells.schedules import read_schedule
from decision.intake.cells.shares import read_share
from decision.intake.cells.unknowns import unknown_reason
from decision.intake.cells.yes_no import read_yes_no
from decision.model import Kind, Reading

__all__ = ["Labels", "read_cell"]

_PLAIN_NUMBERS = (Kind.MONEY, Kind.SHARE, Kind.NUMBER)
_LONGEST = 500


def read_cell(text: str, kind: Kind, *, unit: str = "", labels: Labels = NO_LABELS) -> Reading:
    """Understand one cell.

    Parameters
    ----------
    text
        The cell as typed.
    kind
        What its criterion measures.
    unit
        The unit of a plain number; empty for none.
    labels
        The labels that the criteria name.

    Returns
    -------
    Reading
        A value or labels; or unknown with its reason; with a sentence where it is odd or impossible.

    Examples
    --------
    >>> read_cell("$3,450", Kind.MONEY).low
    3450.0
    >>> read_cell("N/A", Kind.MONEY).unknown.words
    'said not to apply'
    >>> read_cell("about 4k?", Kind.MONEY).doubt
    'not understood; nearest is "4k".'
    """
    plain = clean(text) if kind.is_numeric else clean(text, line_break="; ")
    reason = unknown_reason(plain)
    if reason is not None and (kind.is_numeric or labels.exact(plain) is None):
        return Reading(text=text, unknown=reason)
    try:
        is_too_long = len(plain) > _LONGEST and kind is not Kind.CATEGORY
        reading = None if is_too_long else _understand(plain, text, kind, unit, labels)
    except TooManyDigitsError:
        return impossible(text, misread.TOO_LONG)
    return _explain(plain, text, kind, unit, labels) if reading is None else reading


def _understand(plain: str, typed: str, kind: Kind, unit: str, labels: Labels) -> Reading | None:
    """Read a cleaned cell by the reader of its kind; ``None`` when it is not understood."""
    match kind:
        case Kind.MONEY:
            return read_money(plain, typed)
        case Kind.SHARE:
            return read_share(plain, typed)
        case Kind.NUMBER:
            return read_number(plain, typed, unit)
        case Kind.DURATION:
            return read_duration(plain, typed)
        case Kind.CATEGORY:
            is_changed = labels.exact(plain) is None and misread.spreadsheet_sentence(plain, is_number_wanted=True)
            return None if is_changed else read_category(plain, typed, labels)
        case Kind.SCHEDULE:
            return read_schedule(plain, typed, labels)
        case Kind.YES_NO:
            own = labels.exact(plain)
            return read_yes_no(plain if own is None else own, typed)
        case _:
            assert_never(kind)


def _explain(plain: str, typed: str, kind: Kind, unit: str, labels: Labels) -> Reading:
    """Give the reading of a cell that no reader understood, with what to write instead."""
    if kind.is_numeric and misread.is_infinite(plain):
        return impossible(typed, misread.INFINITE)
    changed = misread.spreadsheet_sentence(plain, is_number_wanted=kind in _PLAIN_NUMBERS)
    if changed:
        return not_understood(typed, changed)
    near = misread.plainer(plain)
    if near not in ("", plain) and _is_plain(near, kind, unit, labels):
        return not_understood(typed, misread.nearest_sentence(near))
    names = (*labels.known, *(other for others in labels.aliases.values() for other in others))
    return not_understood(typed, misread.wanted(plain, kind, unit, names))


def _is_plain(text: str, kind: Kind, unit: str, labels: Labels) -> bool:
    """Whether a text would be read without any remark."""
    try:
        reading = _understand(text, text, kind, unit, labels)
    except TooManyDigitsError:
        return False
    return reading is not None and reading.is_stated and not reading.doubt
