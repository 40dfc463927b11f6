"""What an option was given becomes plain text, and the text becomes its parts again.

Every option is kept as text, so that a recorded run can be repeated from what was recorded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from numbers import Integral, Real

__all__ = ["amounts", "answers_text", "join_list", "option_text", "split_list", "split_pairs"]

_PART = re.compile(r'\s*("(?:[^"]|"")*"(?=\s*,)|[^,]*)\s*,')
_NEEDS_QUOTES = re.compile(r'[,"]|^\s|\s$|^$')
_THOUSANDS = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")


def option_text(value: object) -> str:
    """Write one option's value as text.

    Parameters
    ----------
    value
        A text, a number, ``True`` or ``False``, or a list of these.

    Raises
    ------
    TypeError
        It is something else.

    Examples
    --------
    >>> option_text(["evening", "at home, online"]), option_text(5000), option_text(True)
    ('evening,"at home, online"', '5000', 'yes')
    """
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case Integral():
            return str(int(value))
        case Real():
            return repr(float(value))
        case Sequence() if not isinstance(value, bytes | bytearray | memoryview):
            return join_list([option_text(item) for item in value])
        case _:
            raise TypeError(f"an option takes a text, a number or a list of them, not {type(value).__name__}")


def answers_text(value: object) -> str:
    """Write answers given as a mapping as one text; anything else as `option_text` does.

    Examples
    --------
    >>> answers_text({"massachusetts resident": True, "Pell Grant": 3000})
    'massachusetts resident: yes, Pell Grant: 3000'
    """
    if not isinstance(value, Mapping):
        return option_text(value)
    return ", ".join(f"{name}: {option_text(item)}" for name, item in value.items())


def join_list(items: Sequence[str]) -> str:
    """Write a list as one text; an item that holds a comma or a quote is quoted."""
    return ",".join('"' + item.replace('"', '""') + '"' if _NEEDS_QUOTES.search(item) else item for item in items)


def split_list(text: str) -> list[str]:
    """Take a text apart at its commas, but not inside quotes.

    Examples
    --------
    >>> split_list('evening, "at home, online"'), split_list("")
    (['evening', 'at home, online'], [''])
    """
    return [_unquoted(part.strip()) for part in _PART.findall(f"{text},")]


def _unquoted(part: str) -> str:
    is_quoted = len(part) > 1 and part.startswith('"') and part.endswith('"')
    return part[1:-1].replace('""', '"') if is_quoted else part


def split_pairs(text: str) -> list[tuple[str, str]]:
    """Take ``cost=3,schedule=2`` apart; a part without ``=`` has an empty second half.

    Examples
    --------
    >>> split_pairs('"cost, in all=3",schedule')
    [('cost, in all', '3'), ('schedule', '')]
    """
    pairs = (part.rpartition("=") for part in split_list(text))
    return [(name.strip(), value.strip()) if sign else (value.strip(), "") for name, sign, value in pairs]


def amounts(text: str) -> list[str]:
    """Take two amounts apart, though each may hold commas for thousands.

    Examples
    --------
    >>> amounts("$3,000,$6,500"), amounts("40%, 90%"), amounts("1,000")
    (['$3,000', '$6,500'], ['40%', '90%'], ['1', '000'])
    """
    parts = split_list(text)
    if len(parts) <= 2:
        return parts
    joined = parts[:1]
    for part in parts[1:]:
        if _THOUSANDS.fullmatch(part) and joined[-1][-1:].isdigit():
            joined[-1] += f",{part}"
        else:
            joined.append(part)
    return joined
