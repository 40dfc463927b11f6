"""Why a cell is not understood, and what to write instead: one sentence or two for the person who typed it.

A value that a spreadsheet has changed is named as such, since typing it again the same way would not help.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from decision.errors import nearest, printable
from decision.intake.cells.schedule_words import schedule_words
from decision.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["INFINITE", "TOO_LONG", "is_infinite", "nearest_sentence", "plainer", "spreadsheet_sentence", "wanted"]

INFINITE = "infinity is not a possible value. Correct it, or leave the cell blank if it is not known."
TOO_LONG = (
    "a number of more than 15 digits is not possible here. Correct it, or leave the cell blank if it is not known."
)

_INFINITY = re.compile(r"[-+−]?[$€£]? ?(?:inf|infinity|infinite|∞|1\.#inf)[ %]*", re.I)
_DATE = re.compile(
    r"[0-9]{1,2}[-/ ](?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}(?:[-/ ,]+[0-9]{2,4})?"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[-/ ][0-9]{1,4}"
    r"|[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{2,4}(?:[ T][0-9:.]+)?",
    re.I,
)
_SERIAL_DAY = re.compile(r"(?:3[6-9]|4[0-9]|5[0-4])[0-9]{3}")
_SCIENTIFIC = re.compile(r"[-+]?[$€£]?[0-9]+(?:[.,][0-9]+)?E[-+]?[0-9]+ ?%?", re.I)
_FORMULA_ERROR = re.compile(r"#(?:value|ref|div/0|name|num|null|spill|error)[!?]?|#+", re.I)
_LEADS = re.compile(
    r"(?:about|approx\.?|approximately|around|roughly|circa|ca\.|nearly|almost|est\.?|estimated)[: ]+|[~≈]+ ?", re.I
)
_TRAILS = re.compile(r"(?: ?[*†‡§?!^]+| ?\[[0-9a-z]\]|[¹²³]|\.)+$", re.I)

_DATE_SENTENCE = (
    "not understood: a spreadsheet seems to have turned it into a date. Type it again in a column formatted as text."
)
_SHORTENED = "not understood: a spreadsheet seems to have shortened it. Type it again in a column formatted as text."
_FORMULA = "not understood: it is the error of a spreadsheet formula. Type the value itself."
_WORDS = "not understood. Write words such as day, evening, weekend, online or hybrid, with ; between them."
_HOURS = "not understood. Write days and hours, such as Mon Wed 18:00-21:00 or Sat 9 am-1 pm, with ; between them."
_OFFERED = re.compile(r"[^\W\d_][^\W\d_ -]{2,}(?:[ -][^\W\d_ -]+){0,3}")


def is_infinite(text: str) -> bool:
    """Whether the text says infinity.

    Examples
    --------
    >>> is_infinite("-Inf"), is_infinite("information")
    (True, False)
    """
    return _INFINITY.fullmatch(text) is not None


def spreadsheet_sentence(text: str, *, is_number_wanted: bool) -> str:
    """Say what a spreadsheet did to the value, or nothing.

    Parameters
    ----------
    text
        A cleaned cell that no reader understood.
    is_number_wanted
        Whether a bare day number such as 45292 may be what was meant.

    Examples
    --------
    >>> spreadsheet_sentence("12-Oct", is_number_wanted=True)
    'not understood: a spreadsheet seems to have turned it into a date. Type it again in a column formatted as text.'
    """
    if _DATE.fullmatch(text) or (_SERIAL_DAY.fullmatch(text) and not is_number_wanted):
        return _DATE_SENTENCE
    if _SCIENTIFIC.fullmatch(text):
        return _SHORTENED
    if _FORMULA_ERROR.fullmatch(text):
        return _FORMULA
    return ""


def plainer(text: str) -> str:
    """Give a text without words such as ``about`` and without footnote marks: what it would be if said plainly.

    Examples
    --------
    >>> plainer("about 4k?"), plainer("$3,450*"), plainer("evning")
    ('4k', '$3,450', 'evning')
    """
    return _TRAILS.sub("", _LEADS.sub("", text, count=1)).strip() if len(text) <= 200 else text


def nearest_sentence(near: str) -> str:
    """Offer the nearest text that would be read.

    Examples
    --------
    >>> nearest_sentence("evening")
    'not understood; nearest is "evening".'
    """
    return f'not understood; nearest is "{printable(near, 60)}".'


def wanted(text: str, kind: Kind, unit: str, names: Sequence[str]) -> str:
    """Say what would be read.

    Parameters
    ----------
    text
        A cleaned cell that no reader understood.
    kind, unit
        Of the criterion.
    names
        The criteria's own labels and aliases.

    Examples
    --------
    >>> wanted("evning", Kind.SCHEDULE, "", ())
    'not understood; nearest is "evening".'
    """
    match kind:
        case Kind.MONEY:
            return "not understood. Write one amount, such as $4,000, or a range, such as $3,500-4,500."
        case Kind.SHARE:
            return "not understood. Write a percent, such as 92 %, or counts, such as 28 of 37."
        case Kind.NUMBER:
            return f"not understood. Write one number, such as {f'20 {unit}'.strip()}, or a range, such as 20-30."
        case Kind.DURATION:
            return "not understood. Write months, such as 9 months, or a range, such as 6-9 months."
        case Kind.CATEGORY:
            return "not understood. Write a label, or several with ; between them."
        case Kind.SCHEDULE:
            near = _near(text, (*names, *schedule_words().phrases))
            return nearest_sentence(near) if near else (_HOURS if re.search("[0-9]", text) else _WORDS)
        case Kind.YES_NO:
            near = _near(text, (*names, "yes", "no"))
            return nearest_sentence(near) if near else "not understood. Write yes or no."
        case _:
            assert_never(kind)


def _near(text: str, names: Sequence[str]) -> str:
    """Give the name that is nearest to a word or two, or nothing: never one that leaves out a word such as ``no``."""
    near = nearest(text, names) if len(text) <= 40 and _OFFERED.fullmatch(text) else ""
    return near if len(text.split()) <= len(near.split()) else ""
