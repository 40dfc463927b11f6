"""Why a cell is blank, in words: what maps of sources write, what the column `unknown_because` holds, and back.

A reason is one of a closed list of words, with a remark in brackets where more is known: ``not applicable (by
competency, not by time)``. The remark is for people; facts keep the word.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from decision.model import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["REASONS", "pairs_in", "reason_of", "reasons_in", "written"]

REASONS = MappingProxyType(
    {
        "not stated": Unknown.BLANK,
        "not published": Unknown.NOT_PUBLISHED,
        "suppressed": Unknown.SUPPRESSED,
        "not applicable": Unknown.NOT_APPLICABLE,
        "contact school": Unknown.CONTACT_SCHOOL,
        "not understood": Unknown.NOT_UNDERSTOOD,
        "parts missing": Unknown.PARTS_MISSING,
        "other basis": Unknown.OTHER_BASIS,
    }
)
"""Word -> reason."""

_REASON = re.compile(r"(?P<word>[a-z ]+?)(?: \((?P<remark>[^();:]*)\))?")


def reason_of(text: str) -> tuple[Unknown, str] | None:
    """Read a reason.

    Parameters
    ----------
    text
        Such as ``suppressed`` or ``not applicable (by competency)``.

    Returns
    -------
    tuple, or None
        The reason and the remark, which may be empty; ``None`` when it is no reason.

    Examples
    --------
    >>> reason_of("not applicable (by competency)")
    (<Unknown.NOT_APPLICABLE: 4>, 'by competency')
    >>> reason_of("secret") is None
    True
    """
    found = _REASON.fullmatch(" ".join(text.split()))
    reason = REASONS.get(found["word"]) if found else None
    return None if found is None or reason is None else (reason, found["remark"] or "")


def written(reasons: Iterable[tuple[str, str]]) -> str:
    """Write columns and their reasons as one cell.

    Parameters
    ----------
    reasons
        Column and reason.

    Examples
    --------
    >>> written([("tuition", "suppressed"), ("months", "not applicable")])
    'tuition: suppressed; months: not applicable'
    """
    return "; ".join(f"{column}: {reason}" for column, reason in reasons)


def reasons_in(text: str) -> Mapping[str, tuple[Unknown, str]]:
    """Read a cell of `unknown_because` again.

    Parameters
    ----------
    text
        As `written` gave it, perhaps edited by a person.

    Returns
    -------
    Mapping
        Column -> reason and remark; what cannot be read is left out.

    Examples
    --------
    >>> reasons_in("tuition: suppressed; a note; months: not applicable")["months"]
    (<Unknown.NOT_APPLICABLE: 4>, '')
    """
    read = ((column, reason_of(reason)) for column, reason in pairs_in(text))
    return {column: reason for column, reason in read if reason is not None}


def pairs_in(text: str) -> list[tuple[str, str]]:
    """Take a cell of `unknown_because` apart, whatever its reasons say.

    Examples
    --------
    >>> pairs_in("tuition: suppressed; outcomes: wage: not published (-1)")
    [('tuition', 'suppressed'), ('outcomes: wage', 'not published (-1)')]
    """
    parts = (part.rpartition(":") for part in text.split(";"))
    return [(column.strip(), reason.strip()) for column, _, reason in parts if column.strip()]
