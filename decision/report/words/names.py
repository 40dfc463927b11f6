"""Programs get the names they are called by: whole in a table, short in a sentence.

The one rule: no two programs that are shown together are called alike.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["full_names", "short_names"]

_KINDS_OF_SCHOOL = frozenset(
    (
        "academy",
        "adult",
        "career",
        "center",
        "centre",
        "college",
        "community",
        "education",
        "institute",
        "regional",
        "school",
        "technical",
        "technology",
        "training",
        "university",
        "vocational",
    )
)
_HANGING = frozenset(("&", "and", "of", "for", "the", "in"))
"""Words that cannot end a name."""
_COLON = ": "
"""Stands between a school and its program."""


def full_names(typed: Mapping[int, str], rows: Mapping[int, int]) -> dict[int, str]:
    """Tell programs apart that have one name or none.

    Parameters
    ----------
    typed
        Program -> its name, fit to show.
    rows
        Program -> the row a spreadsheet shows.

    Returns
    -------
    dict
        Program -> a name that no other has.

    Examples
    --------
    >>> full_names({0: "Harbor", 1: "", 2: "Harbor"}, {0: 2, 1: 3, 2: 4})
    {0: 'Harbor (row 2)', 1: 'row 3 (no name)', 2: 'Harbor (row 4)'}
    """
    counts = Counter(typed.values())
    return {
        program: f"row {rows[program]} (no name)"
        if not name
        else (f"{name} (row {rows[program]})" if counts[name] > 1 else name)
        for program, name in typed.items()
    }


def short_names(full: Mapping[int, str]) -> dict[int, str]:
    """Drop the program after a school that has one, and the words at the end that only say what kind of school it is.

    Parameters
    ----------
    full
        Program -> a name that no other has.

    Returns
    -------
    dict
        Program -> the short name, or the whole one where another name begins alike.

    Examples
    --------
    >>> short_names({0: "Harbor Community College", 1: "Blue Hills Technical", 2: "Blue Hills College"})
    {0: 'Harbor', 1: 'Blue Hills Technical', 2: 'Blue Hills College'}
    >>> short_names({0: "Bay: Medical Coding", 1: "Cape School: Medical Coding", 2: "Cape School: Medical Billing"})
    {0: 'Bay', 1: 'Cape: Medical Coding', 2: 'Cape: Medical Billing'}
    """
    programs, schools = _beginnings(full.values()), _beginnings({_school(name) for name in full.values()})
    return {program: _short(name, programs, schools) for program, name in full.items()}


def _short(name: str, programs: Mapping[str, int], schools: Mapping[str, int]) -> str:
    """Give the school alone where it has one program, else with its program, else the name as it is."""
    short = _without_kind(_school(name))
    if programs[short.casefold()] == 1:
        return short
    _, colon, taught = name.partition(_COLON)
    return f"{short}{_COLON}{taught}" if colon and schools[short.casefold()] == 1 else name


def _beginnings(names: Iterable[str]) -> Counter[str]:
    """Count how many names begin with some words."""
    return Counter(
        " ".join(words[:length]).casefold()
        for words in ([word.rstrip(":") for word in name.split()] for name in names)
        for length in range(1, len(words) + 1)
    )


def _school(name: str) -> str:
    return name.partition(_COLON)[0]


def _without_kind(school: str) -> str:
    words = school.split()
    while len(words) > 1 and words[-1].casefold() in _KINDS_OF_SCHOOL | _HANGING:
        words.pop()
    return " ".join(words)
