"""Number formats of a spreadsheet -> the sign a person sees beside the number: a percent sign or a currency.

The value is kept in full, since rounding is the format's and not the school's; a date has no sign.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from decision.intake.workbook.look import local, parsed

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

__all__ = ["CURRENCY_SIGNS", "sign_of_format", "signed", "signs_of_styles"]

CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
"""Names of currencies that a sign stands for."""

_PERCENT, _WRITTEN_PERCENT = "%", '"%"'
_BUILT_IN = {**dict.fromkeys((5, 6, 7, 8, 42, 44), "$"), **dict.fromkeys((9, 10), _PERCENT)}
_CURRENCY = re.compile(r"\[\$([^\]\-]+)[^\]]*\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_SIGN = re.compile(r"[$€£¥₹]|\b(?:USD|EUR|GBP|JPY|INR|CAD|AUD|CHF)\b")


def sign_of_format(code: str) -> str:
    """Give the sign that a number format shows.

    Parameters
    ----------
    code
        As a spreadsheet writes it.

    Returns
    -------
    str
        ``%`` where the number is shown a hundredfold, ``"%"`` in quotes where the mark is only written behind it, the
        sign or name of a currency, or an empty text.

    Examples
    --------
    >>> [sign_of_format(code) for code in ("0.0%", '0"%"', "[$€-407] #,##0", "[$CAD] 0", '"$"0', "d-mmm", "General")]
    ['%', '"%"', '€', 'CAD', '$', '', '']
    """
    first = code.split(";")[0]
    named = _CURRENCY.search(first)
    if named:
        return CURRENCY_SIGNS.get(named[1].strip(), named[1].strip())
    bare = _LITERAL.sub("", first)
    if _PERCENT in bare:
        return _PERCENT
    written = "".join(quoted or escaped for quoted, escaped in _LITERAL.findall(first)) + bare
    if _PERCENT in written:
        return _WRITTEN_PERCENT
    sign = _SIGN.search(written)
    return CURRENCY_SIGNS.get(sign[0], sign[0]) if sign else ""


def signs_of_styles(styles: bytes, *, file: str) -> list[str]:
    """Give the sign of each cell style of an Excel workbook.

    Parameters
    ----------
    styles
        The part that holds the styles; may be empty.
    file
        The file's name, for what is said.

    Returns
    -------
    list of str
        By the number of the style.
    """
    codes: dict[str, str] = {}
    signs: list[str] = []
    is_of_cells = False

    def start(_: XMLParserType, name: str, attributes: dict[str, str]) -> None:
        nonlocal is_of_cells
        match local(name):
            case "numFmt":
                codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs" | "cellStyleXfs" | "cellStyles" as kind:
                is_of_cells = kind == "cellXfs"
            case "xf" if is_of_cells:
                number = attributes.get("numFmtId", "0")
                built_in = _BUILT_IN.get(int(number), "") if number.isdecimal() else ""
                signs.append(sign_of_format(codes[number]) if number in codes else built_in)

    if styles:
        parsed(styles, file=file, start=start)
    return signs


def signed(text: str, sign: str) -> str:
    """Write a number with its sign.

    Parameters
    ----------
    text
        A plain number.
    sign
        As `sign_of_format` gives it.

    Examples
    --------
    >>> signed("0.92", "%"), signed("92", '"%"'), signed("-5", "$"), signed("5", "CAD"), signed("5", "")
    ('92%', '92%', '-$5', 'CAD 5', '5')
    """
    if sign == _PERCENT:
        return f"{(Decimal(text) * 100).normalize():f}%"
    if sign == _WRITTEN_PERCENT:
        return f"{text}%"
    if not sign:
        return text
    minus, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    return f"{minus}{sign}{' ' if len(sign) > 1 else ''}{digits}"
