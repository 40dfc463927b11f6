"""One value of a spreadsheet -> the text a person sees in its cell, as far as that is honest.

A number is written in full and without needless zeros, a day as 2026-03-04, so that a date where money is wanted is
known for what it is; text is kept as it stands, leading zeros and all.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

from decision.intake.table.frame import plain_text

__all__ = ["Value", "cell_text"]

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta
"""What the library gives for a cell; a blank one is an empty text."""


def cell_text(value: Value) -> str:
    """Write a value.

    Parameters
    ----------
    value
        Of one cell.

    Examples
    --------
    >>> cell_text(3450.0), cell_text(0.1 + 0.2), cell_text("007"), cell_text(True), cell_text("")
    ('3450', '0.3', '007', 'TRUE', '')
    >>> cell_text(datetime.date(2026, 10, 12)), cell_text(datetime.time(18, 0)), cell_text(datetime.timedelta(hours=30))
    ('2026-10-12', '18:00', '30:00')
    """
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return _number(value)
        case datetime.datetime():
            clock = _clock(value.hour * 3600 + value.minute * 60 + value.second)
            return f"{value:%Y-%m-%d}" if clock == "00:00" else f"{value:%Y-%m-%d} {clock}"
        case datetime.time():
            return _clock(value.hour * 3600 + value.minute * 60 + value.second)
        case datetime.timedelta():
            return _clock(round(value.total_seconds()))
        case _:
            return str(value)


@lru_cache(maxsize=1 << 16)
def _number(value: float) -> str:
    """Write a number with the 15 digits that a spreadsheet shows at most: the rest is how computers add."""
    return plain_text(float(f"{value:.15g}"))


def _clock(seconds: int) -> str:
    """Write hours and minutes, and seconds where there are any."""
    minutes, rest = divmod(abs(seconds), 60)
    text = f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{rest:02d}" if rest else "")
    return f"-{text}" if seconds < 0 else text
