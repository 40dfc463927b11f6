"""Readings that carry a remark instead of a value: impossible, or not understood.

Every remark says how to mend the cell; the sentences live beside the reader that finds the trouble.
"""

from __future__ import annotations

from decision.model import Reading, Unknown

__all__ = ["impossible", "not_understood"]


def impossible(typed: str, why: str) -> Reading:
    """Give the reading of a cell that is understood and cannot be true.

    Parameters
    ----------
    typed
        The cell as typed.
    why
        A sentence that says what is wrong and how to mend it.

    Examples
    --------
    >>> impossible("150%", "a share is at most 100 %.").is_stated
    False
    """
    return Reading(text=typed, unknown=Unknown.NOT_UNDERSTOOD, fault=why)


def not_understood(typed: str, wanted: str) -> Reading:
    """Give the reading of a cell that is not understood.

    Parameters
    ----------
    typed
        The cell as typed.
    wanted
        What would be read, as one or two sentences.

    Examples
    --------
    >>> not_understood("evning", 'not understood; nearest is "evening".').doubt
    'not understood; nearest is "evening".'
    """
    return Reading(text=typed, unknown=Unknown.NOT_UNDERSTOOD, doubt=wanted)
