r"""What the user says of a column, ``state=MA,RI``, -> the header, the values, and whether they are wanted or not.

A comma means or; a value that holds one stands in quotes. Nothing after the sign means a blank cell.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from decision.errors import BadOptions, Code, Fault

__all__ = ["WHERE", "Condition", "Where", "read_conditions"]

WHERE = "--where"
"""The name of the option, for what is said about it."""
Where = str | Sequence[str] | Mapping[str, object]

_CONDITION = re.compile(r'\s*(?:"((?:[^"]|"")+)"|([^="][^=]*?))\s*(!?)=(.*)', re.DOTALL)
_EXAMPLES = "wanted a column, =, and values, such as state=MA,RI or cip=51.07*."


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a column must say, or must not.

    Parameters
    ----------
    header
        The column, as the user names it.
    values
        At least one; shell wildcards stand for any text; empty for a blank cell.
    is_not
        Whether programs with one of the values are left aside, and the others chosen.
    """

    header: str
    values: tuple[str, ...]
    is_not: bool = False

    @property
    def text(self) -> str:
        """The condition as it can be typed.

        Examples
        --------
        >>> Condition(header="city", values=("Providence, RI", "")).text
        'city="Providence, RI",'
        """
        is_plain = "=" not in self.header and not self.header.startswith('"') and not self.header.endswith("!")
        header = self.header if is_plain else _quoted(self.header)
        values = (value if _stands_alone(value) else _quoted(value) for value in self.values)
        return f"{header}{'!' * self.is_not}={','.join(values)}"


def _stands_alone(value: str) -> bool:
    return "," not in value and not value.startswith('"') and value == value.strip()


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def read_conditions(where: Where) -> tuple[Condition, ...]:
    """Read conditions.

    Parameters
    ----------
    where
        One text, several, or a mapping from header to values. A text is read as on the command line; the values of a
        list are taken to the letter. A ``!`` after the header of a mapping means not.

    Returns
    -------
    tuple of Condition
        In the order given; all of them must hold.

    Raises
    ------
    BadOptions
        With every text that is no condition.

    Examples
    --------
    >>> [condition.values for condition in read_conditions(['state=MA,RI', 'city="Providence, RI"', 'cip='])]
    [('MA', 'RI'), ('Providence, RI',), ('',)]
    >>> read_conditions({"state!": ["MA"]}) == read_conditions("state!=MA")
    True
    """
    if isinstance(where, Mapping):
        found = [_of_pair(header, values) for header, values in where.items()]
    else:
        found = [_of_text(text) for text in ([where] if isinstance(where, str) else where)]
    faults = [each for each in found if isinstance(each, Fault)]
    if faults:
        raise BadOptions(faults)
    return tuple(each for each in found if isinstance(each, Condition))


def _of_text(text: str) -> Condition | Fault:
    match = _CONDITION.fullmatch(text)
    header = "" if match is None else (match[1] or "").replace('""', '"') or match[2] or ""
    if match is None or not header.strip():
        return _fault(text, _EXAMPLES)
    values = _split(match[4])
    if values is None:
        return _fault(
            text, 'a quotation mark stands alone. Quote a value whole, and double a mark inside it: "a ""b""".'
        )
    return Condition(header=header.strip(), values=values, is_not=bool(match[3]))


def _of_pair(header: str, values: object) -> Condition | Fault:
    name = header.removesuffix("!").strip()
    if not name:
        return _fault(header, _EXAMPLES)
    if isinstance(values, str):
        listed = _split(values)
    elif isinstance(values, Sequence):
        listed = tuple("" if value is None else str(value) for value in values)
    else:
        listed = ("" if values is None else str(values),)
    return Condition(header=name, values=listed, is_not=header.endswith("!")) if listed else _fault(header, _EXAMPLES)


def _split(text: str) -> tuple[str, ...] | None:
    """Split at commas outside quotes; nothing where a quotation mark stands alone."""
    try:
        cells = next(csv.reader([text], skipinitialspace=True, strict=True), [])
    except csv.Error:
        return None
    return tuple(cell.strip() for cell in cells) or ("",)


def _fault(found: str, problem: str) -> Fault:
    return Fault(code=Code.OPTION, path=WHERE, found=found, problem=problem)
