"""Turns the filters that chose the programs into words.

One rule: what was left aside before anything was judged is told apart from what was judged and is out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.words.wording import counted, joined

if TYPE_CHECKING:
    from decision.model import Chosen, Programs

__all__ = ["aside_words", "in_file_words", "where_words"]


def where_words(chosen: Chosen) -> str:
    """Write one filter as a line of the funnel.

    Parameters
    ----------
    chosen
        The filter and its counts.

    Examples
    --------
    >>> from decision.model import Chosen
    >>> where_words(Chosen(where="zip=,1*", header="zip", values=("", "1*"), is_not=False, before=9, left=5, blank=0))
    'where zip is blank or 1*'
    >>> where_words(Chosen(where="city!=Lynn", header="city", values=("Lynn",), is_not=True, before=9, left=8, blank=0))
    'where city is not Lynn'
    >>> where_words(Chosen(where="cip=51*", header="cip", values=("51*",), is_not=False, before=9, left=5, blank=2))
    'where cip is 51* (2 others do not say)'
    """
    values = joined([" ".join(value.split()) or "blank" for value in chosen.values], "or")
    words = f"where {chosen.header} is {'not ' * chosen.is_not}{values}"
    if not chosen.blank or "" in chosen.values:
        return words
    return f"{words} ({chosen.blank:,} {'other does' if chosen.blank == 1 else 'others do'} not say)"


def in_file_words(count: int) -> str:
    """Write the first line of a funnel that begins with filters.

    Examples
    --------
    >>> in_file_words(1110), in_file_words(1)
    ('programs in the file', 'program in the file')
    """
    return "program in the file" if count == 1 else "programs in the file"


def aside_words(programs: Programs) -> str:
    """Say how many programs of the file were not looked at.

    Parameters
    ----------
    programs
        The table.

    Returns
    -------
    str
        A sentence; empty when there was no filter, or it left all.
    """
    if not programs.filters or programs.filters[0].before == len(programs):
        return ""
    whole = programs.filters[0].before
    aside = whole - len(programs)
    were = "was" if aside == 1 else "were"
    return f"{aside:,} of the {counted(whole, 'program')} in the file {were} left aside by what you chose."
