"""A price as typed becomes dollars, what they are for, and in which currency they were stated.

One amount or one range is read; several amounts are never narrowed to one. `$0` that is not called free is read and
marked odd. Decimal commas are read only where dots group the thousands (``3.450,00``).
"""

from __future__ import annotations

import re

from decision.intake.cells.numerals import DASH, NUMBER, unsigned, value
from decision.intake.cells.remarks import impossible, not_understood
from decision.model import Basis, Reading

__all__ = ["read_money"]

_CODES = {
    "$": "USD",
    "us$": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "ca$": "CAD",
    "c$": "CAD",
    "a$": "AUD",
    "nz$": "NZD",
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "pounds": "GBP",
    "¥": "JPY",
    "₹": "INR",
}
_SIGN = r"(?:(?:us|ca|c|a|nz)?\$|[€£¥₹]|(?:usd|eur|gbp|cad|aud|nzd|jpy|inr|mxn|chf|dollars?|euros?|pounds)(?![a-z]))"

_PLAIN = re.compile(r"(\$?) ?([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(\.[0-9]{1,2})?")
_FREE = re.compile(
    r"(?:(?:it is |it's )?free(?: of charge)?|(?:at )?no (?:cost|charge)|without charge|costs nothing)[.!]?", re.I
)
_FREE_ZERO = re.compile(rf"(?P<zero>{_SIGN}? ?0+(?:\.0+)?(?: ?{_SIGN})?)[ ,:;=-]*(?P<word>[(\[]?[a-z ']+[)\]]?)", re.I)
_FREE_FIRST = re.compile(
    rf"(?P<word>[a-z ']+?)[ ,:;=-]*[(\[]?(?P<zero>{_SIGN}? ?0+(?:\.0+)?(?: ?{_SIGN})?)[)\]]?", re.I
)
_INSIDE = re.compile(
    r"(?:(?:is|are|already) )?(?:included|contained|covered)(?: (?:in|with|by)(?: the)?(?: [a-z]+){1,4})?[.!]?", re.I
)


def _amount(end: str) -> str:
    """Give the pattern of one amount; its groups end in the given letter."""
    number = rf"(?P<number_{end}>{NUMBER}) ?(?P<k_{end}>k(?![a-z]))?"
    return rf"(?P<before_{end}>{_SIGN})? ?{number}(?: ?(?P<after_{end}>{_SIGN}))?"


_AMOUNTS = re.compile(
    rf"(?:total(?: cost)?:? |from )?{_amount('a')}(?: ?(?:{DASH}|to) ?{_amount('b')})?(?P<rest>| ?[/(].*| [a-z].*)",
    re.I | re.A,
)
_ACCOUNTING = re.compile(r"\(([^()]*)\)")
_BETWEEN = re.compile(r"between (.*) and (.*)", re.I)
_DECIMAL_COMMA = re.compile(r"(?<![0-9.,])([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]{2})(?![0-9.,])")
_MAYBE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_PER = re.compile(r"(?:/ ?|(?:per|an?|each|every|for each|for every) )([a-z][a-z -]*)\.?")

_BASES = {
    "": Basis.WHOLE,
    **dict.fromkeys(("total", "in total", "all told", "for the program", "for the whole program"), Basis.WHOLE),
    **dict.fromkeys(("for the entire program", "for the full program", "whole program"), Basis.WHOLE),
    **dict.fromkeys(("yearly", "annually", "annual"), Basis.YEAR),
    "monthly": Basis.MONTH,
    "weekly": Basis.WEEK,
    "hourly": Basis.HOUR,
}
_UNITS = {
    **dict.fromkeys(("program", "programme", "whole program"), Basis.WHOLE),
    **dict.fromkeys(("credit", "credit hour", "cr", "credit hr"), Basis.CREDIT),
    **dict.fromkeys(("year", "yr", "academic year", "school year", "annum"), Basis.YEAR),
    **dict.fromkeys(("term", "semester", "quarter", "sem"), Basis.TERM),
    **dict.fromkeys(("month", "mo"), Basis.MONTH),
    **dict.fromkeys(("week", "wk"), Basis.WEEK),
    **dict.fromkeys(("hour", "hr", "clock hour", "contact hour"), Basis.HOUR),
}

_NEGATIVE = "a price is never below $0. Correct it, or leave the cell blank if it is not known."
_NOT_FREE = "$0 is not called free: is it not reported?"
_REVERSED = (
    "not understood: the range ends below where it begins. Write the smaller amount first, such as $3,500-4,500."
)
_SEVERAL = "not understood: it holds several amounts. Write the one for the whole program, such as $4,000."
_THOUSANDS = "not understood: the dot may mark thousands or cents. Write it such as $4,000 or $4.00."
_TWO_CURRENCIES = "not understood: it names two currencies. Write one amount, such as $4,000."
_NONE = "not understood. Write free if it costs nothing, or leave the cell blank if it is not known."
_NONE_WORDS = frozenset({"none", "no", "nil", "nothing", "zero", "n", "0 (none)"})


def read_money(text: str, typed: str) -> Reading | None:
    """Read a price.

    Parameters
    ----------
    text
        The cleaned cell.
    typed
        The cell as typed.

    Returns
    -------
    Reading or None
        Dollars, or the typed currency's own unit; ``None`` when it is no price.

    Raises
    ------
    TooManyDigitsError
        When digits would be lost.

    Examples
    --------
    >>> price = read_money("$3,000-4.5k per year", "")
    >>> price.low, price.high, price.basis.value
    (3000.0, 4500.0, 'each year')
    >>> read_money("$0", "").doubt
    '$0 is not called free: is it not reported?'
    """
    plain = _PLAIN.fullmatch(text)
    if plain:
        amount = value(plain[2] + (plain[3] or ""))
        return _stated(typed, amount, amount, Basis.WHOLE, "USD" if plain[1] else "")
    return _without_minus(text, typed) or _free(text, typed) or _read_amounts(text, typed)


def _without_minus(text: str, typed: str) -> Reading | None:
    """Read a price below zero, which is impossible."""
    accounting = _ACCOUNTING.fullmatch(text)
    positive = accounting[1] if accounting else unsigned(text)
    reading = _read_amounts(positive, typed) if positive else None
    if reading is None or not reading.is_stated:
        return None
    return reading if reading.high == 0 else impossible(typed, _NEGATIVE)


def _free(text: str, typed: str) -> Reading | None:
    """Read a cell that says in words that it costs nothing, or nothing beside another amount."""
    if _INSIDE.fullmatch(text):
        return Reading(text=typed, low=0.0, high=0.0, is_inside=True)
    if _FREE.fullmatch(text):
        return Reading(text=typed, low=0.0, high=0.0, is_free=True)
    found = _FREE_ZERO.fullmatch(text) or _FREE_FIRST.fullmatch(text)
    if not found or not _FREE.fullmatch(found["word"].strip("()[] ")):
        return None
    sign = re.search(_SIGN, found["zero"], re.I)
    return Reading(text=typed, low=0.0, high=0.0, is_free=True, currency=_code(sign[0]) if sign else "")


def _read_amounts(text: str, typed: str) -> Reading | None:
    """Read one amount or one range, with its currency and what it is for."""
    if text.casefold() in _NONE_WORDS:
        return not_understood(typed, _NONE)
    text = _DECIMAL_COMMA.sub(lambda found: f"{found[1].replace('.', '')}.{found[2]}", text)
    found = _AMOUNTS.fullmatch(_BETWEEN.sub(r"\1 to \2", text))
    basis = _basis(found["rest"]) if found else None
    if not found or basis is None:
        return not_understood(typed, _SEVERAL) if _has_several(text) else None
    numbers = [number for number in found.group("number_a", "number_b") if number]
    if any(_MAYBE_THOUSANDS.fullmatch(number) for number in numbers) and not (found["k_a"] or found["k_b"]):
        return not_understood(typed, _THOUSANDS)
    currency = _currency(found)
    if currency is None:
        return not_understood(typed, _TWO_CURRENCIES)
    low, high = _ends(found)
    return not_understood(typed, _REVERSED) if low > high else _stated(typed, low, high, basis, currency)


def _ends(found: re.Match[str]) -> tuple[float, float]:
    """Give both ends; in ``4-5k`` the k goes with both."""
    low = value(found["number_a"], exponent=3 if found["k_a"] else 0)
    if not found["number_b"]:
        return low, low
    if found["k_b"] and not found["k_a"] and low < value(found["number_b"]):
        low = value(found["number_a"], exponent=3)
    return low, value(found["number_b"], exponent=3 if found["k_b"] else 0)


def _basis(rest: str) -> Basis | None:
    """Say what the amount is for, from the words behind it; ``None`` when they say something else."""
    words = rest.strip().casefold()
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1].strip()
    found = _PER.fullmatch(words)
    return _UNITS.get(found[1].replace("-", " ").strip()) if found else _BASES.get(words)


def _currency(found: re.Match[str]) -> str | None:
    """Give the one currency of an amount or range; a code wins over a bare ``$``; ``None`` for two."""
    signs = [sign.casefold() for sign in found.group("before_a", "after_a", "before_b", "after_b") if sign]
    codes = {_code(sign) for sign in signs if sign not in ("$", "dollar", "dollars")}
    if len(codes) > 1 or (codes and signs and "$" in signs and not codes <= {"USD", "CAD", "AUD", "NZD", "MXN"}):
        return None
    return codes.pop() if codes else ("USD" if signs else "")


def _code(sign: str) -> str:
    """Give the code of a currency sign."""
    return _CODES.get(sign.casefold(), sign.upper())


def _has_several(text: str) -> bool:
    """Whether a text holds two amounts or more."""
    return len(re.findall(rf"{_SIGN} ?[0-9]", text, re.I)) > 1


def _stated(typed: str, low: float, high: float, basis: Basis, currency: str) -> Reading:
    """Give the reading of an amount, marked odd when it is $0."""
    doubt = _NOT_FREE if high == 0 else ""
    return Reading(text=typed, low=low, high=high, basis=basis, currency=currency, doubt=doubt)
