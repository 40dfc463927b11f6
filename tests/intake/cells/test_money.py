"""Prices as typed, one by one: the whole reading or the whole sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.cell import read_cell
from decision.model import Basis, Kind, Reading, Unknown

GENERAL = "not understood. Write one amount, such as $4,000, or a range, such as $3,500-4,500."
SEVERAL = "not understood: it holds several amounts. Write the one for the whole program, such as $4,000."
REVERSED = "not understood: the range ends below where it begins. Write the smaller amount first, such as $3,500-4,500."
THOUSANDS = "not understood: the dot may mark thousands or cents. Write it such as $4,000 or $4.00."
TWO_CURRENCIES = "not understood: it names two currencies. Write one amount, such as $4,000."
NONE = "not understood. Write free if it costs nothing, or leave the cell blank if it is not known."
DATE = "not understood: a spreadsheet seems to have turned it into a date. Type it again in a column formatted as text."
SHORTENED = "not understood: a spreadsheet seems to have shortened it. Type it again in a column formatted as text."
FORMULA = "not understood: it is the error of a spreadsheet formula. Type the value itself."
NOT_FREE = "$0 is not called free: is it not reported?"
NEGATIVE = "a price is never below $0. Correct it, or leave the cell blank if it is not known."
INFINITE = "infinity is not a possible value. Correct it, or leave the cell blank if it is not known."
TOO_LONG = (
    "a number of more than 15 digits is not possible here. Correct it, or leave the cell blank if it is not known."
)


def dollars(low: float, high: float | None = None, **more: object) -> dict[str, Any]:
    return {"low": low, "high": low if high is None else high, "currency": "USD", **more}


def bare(low: float, high: float | None = None, **more: object) -> dict[str, Any]:
    return {"low": low, "high": low if high is None else high, **more}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("$3,450", dollars(3450)),
        ("3450", bare(3450)),
        ("3450.0", bare(3450)),
        ("3450 USD", dollars(3450)),
        ("USD 3,450", dollars(3450)),
        ("US$ 3,450", dollars(3450)),
        ("usd3450", dollars(3450)),
        ("3450 dollars", dollars(3450)),
        ("4.9k", bare(4900)),
        ("$4.9K", dollars(4900)),
        ("$3,000-4,500", dollars(3000, 4500)),
        ("$3,000-$4,500", dollars(3000, 4500)),
        ("$3,000 – $4,500", dollars(3000, 4500)),
        ("$3,000 to $4,500", dollars(3000, 4500)),
        ("from $3,000 to $4,500", dollars(3000, 4500)),
        ("between $3,000 and $4,500", dollars(3000, 4500)),
        ("4,500-5,200", bare(4500, 5200)),
        ("4-5k", bare(4000, 5000)),
        ("500-5k", bare(500, 5000)),
        ("4k-5k", bare(4000, 5000)),
        ("$3,450.00", dollars(3450)),
        ("$99,999.99", dollars(99999.99)),
        ("$1,234,567.89", dollars(1234567.89)),
        ("$ 3,450", dollars(3450)),
        ("$.50", dollars(0.5)),
        ("  $3,450  ", dollars(3450)),
        ("$\u00a03,450", dollars(3450)),
        ("\ufeff$3,450\u200b", dollars(3450)),
        ('"$3,450"', dollars(3450)),
        ("&#36;3,450", dollars(3450)),
        ("$3,450\r\n", dollars(3450)),
        ("€3,450", bare(3450, currency="EUR")),
        ("3,450 EUR", bare(3450, currency="EUR")),
        ("3.450,00 €", bare(3450, currency="EUR")),
        ("£900", bare(900, currency="GBP")),
        ("CAD 3,450", bare(3450, currency="CAD")),
        ("$3,450 CAD", bare(3450, currency="CAD")),
        ("C$3,450", bare(3450, currency="CAD")),
        ("$250 per credit", dollars(250, basis=Basis.CREDIT)),
        ("$211.00/credit", dollars(211, basis=Basis.CREDIT)),
        ("$250 per credit hour", dollars(250, basis=Basis.CREDIT)),
        ("$250 (per credit)", dollars(250, basis=Basis.CREDIT)),
        ("$5,492 per year", dollars(5492, basis=Basis.YEAR)),
        ("$5,492/yr", dollars(5492, basis=Basis.YEAR)),
        ("$5,492 annually", dollars(5492, basis=Basis.YEAR)),
        ("$900 a semester", dollars(900, basis=Basis.TERM)),
        ("$90/month", dollars(90, basis=Basis.MONTH)),
        ("$90 each week", dollars(90, basis=Basis.WEEK)),
        ("$12 per hour", dollars(12, basis=Basis.HOUR)),
        ("$3,000-4,500 per year", dollars(3000, 4500, basis=Basis.YEAR)),
        ("$3,450 total", dollars(3450)),
        ("total: $3,450", dollars(3450)),
        ("$3,450 for the program", dollars(3450)),
        ("$3,450 per program", dollars(3450)),
        ("free", bare(0, is_free=True)),
        ("Free!", bare(0, is_free=True)),
        ("no cost", bare(0, is_free=True)),
        ("Free of charge", bare(0, is_free=True)),
        ("$0 (free)", dollars(0, is_free=True)),
        ("free ($0)", dollars(0, is_free=True)),
        ("0 - no cost", bare(0, is_free=True)),
        ("included in tuition", bare(0, is_inside=True)),
        ("Included", bare(0, is_inside=True)),
        ("is included in the program price.", bare(0, is_inside=True)),
        ("covered by tuition and fees", bare(0, is_inside=True)),
        ("$0", dollars(0, doubt=NOT_FREE)),
        ("0", bare(0, doubt=NOT_FREE)),
        ("0.00", bare(0, doubt=NOT_FREE)),
        ("-0", bare(0, doubt=NOT_FREE)),
        ("$0-500", dollars(0, 500)),
        ("45292", bare(45292)),
        ("999999999999999", bare(999999999999999)),
    ],
)
def test_a_price_reads_as_it_is_meant(text: str, fields: dict[str, Any]) -> None:
    assert read_cell(text, Kind.MONEY) == Reading(text=text, **fields)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("about 4k?", 'not understood; nearest is "4k".'),
        ("~$4,000", 'not understood; nearest is "$4,000".'),
        ("approx. $4,000", 'not understood; nearest is "$4,000".'),
        ("$3,450*", 'not understood; nearest is "$3,450".'),
        ("$211.00/credit*", 'not understood; nearest is "$211.00/credit".'),
        ("$215 per credit*", 'not understood; nearest is "$215 per credit".'),
        ("$3,450.", 'not understood; nearest is "$3,450".'),
        ("$24 tuition/$216 fees", SEVERAL),
        ("$250 (MA residents: $24 tuition/$216 course fees/$10 technology fee); $456 non-residents", SEVERAL),
        ("$24 and $216", SEVERAL),
        ("$50 per credit AHP course fee (AHP 107 only)", GENERAL),
        ("$3,450 $4,500", SEVERAL),
        ("$4,500-3,000", REVERSED),
        ("3.450", THOUSANDS),
        ("€3.450", THOUSANDS),
        ("$3,450 €", TWO_CURRENCIES),
        ("€3,000-£4,000", TWO_CURRENCIES),
        ("none", NONE),
        ("No", NONE),
        ("1,,234", GENERAL),
        ("3,4500", GENERAL),
        ("$3,45", GENERAL),
        ("12,34,567", GENERAL),
        ("1_000", GENERAL),
        ("0x1F", GENERAL),
        ("３４５０", GENERAL),
        ("٣٤٥٠", GENERAL),
        ("$3000+", GENERAL),
        ("up to $4,000", GENERAL),
        ("$3,450 per student", GENERAL),
        ("$4 9 9", GENERAL),
        ("1/2", GENERAL),
        ("100{06cf2b9696b159f874511d23dbc893eb1ac83014175ed30550cfff22781411e5}", GENERAL),
        ("'=1+1", GENERAL),
        ("tuition", GENERAL),
        ("about 1234567890123456", GENERAL),
        ("free to residents", GENERAL),
        ("not free", GENERAL),
        ("not included", GENERAL),
        ("included: $300", GENERAL),
        ("5.4.3", GENERAL),
        ("12-Oct", DATE),
        ("Oct-12", DATE),
        ("10/12/2024", DATE),
        ("2024-10-12 00:00:00", DATE),
        ("2.9E+03", SHORTENED),
        ("1e309", SHORTENED),
        ("#REF!", FORMULA),
        ("#####", FORMULA),
    ],
)
def test_what_is_no_price_is_not_known_and_says_what_to_write(text: str, doubt: str) -> None:
    assert read_cell(text, Kind.MONEY) == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, doubt=doubt)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("-3450", NEGATIVE),
        ("-$3,450", NEGATIVE),
        ("$-3,450", NEGATIVE),
        ("−$3,450", NEGATIVE),
        ("($3,450)", NEGATIVE),
        ("'-5", NEGATIVE),
        ("-2     ", NEGATIVE),
        ("-99999", NEGATIVE),
        ("inf", INFINITE),
        ("-Infinity", INFINITE),
        ("$∞", INFINITE),
        ("1234567890123456", TOO_LONG),
        ("$12,345,678,901,234,567", TOO_LONG),
    ],
)
def test_an_impossible_price_is_a_fault(text: str, fault: str) -> None:
    assert read_cell(text, Kind.MONEY) == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, fault=fault)


@given(
    cents=st.integers(min_value=1, max_value=10**11),
    form=st.sampled_from(
        ["${:,.2f}", "{:.2f}", "{:,.2f} USD", "USD {:.2f}", " $ {:,.2f} ", "${:,.2f} total", "US${:.2f}"]
    ),
)
def test_any_amount_reads_back_from_any_notation(cents: int, form: str) -> None:
    amount = cents / 100

    reading = read_cell(form.format(amount), Kind.MONEY)

    assert (reading.low, reading.high, reading.doubt, reading.fault) == (amount, amount, "", "")


@given(
    low=st.integers(min_value=1, max_value=10**6),
    more=st.integers(min_value=0, max_value=10**6),
    form=st.sampled_from(["${:,}-{:,}", "${:,} to ${:,}", "{}-{}", "{:,} – {:,} USD", "between {} and {}"]),
)
def test_any_range_reads_back_from_any_notation(low: int, more: int, form: str) -> None:
    reading = read_cell(form.format(low, low + more), Kind.MONEY)

    assert (reading.low, reading.high) == (low, low + more)
