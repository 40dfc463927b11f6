"""A week minute by minute: an independent way to say whether classes fit, slow and plain.

It reads nothing of the package: sessions and free time are days and minutes, a week is a circle of 10,080 flags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["DAY_NAMES", "Span", "is_free_throughout", "spans", "spelled"]

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEK_MINUTES = 7 * 24 * 60

Span = tuple[tuple[int, ...], int, int]
"""Days, the minute of the day at which it begins, and the one before which it ends."""


def is_free_throughout(session: Span, free: Iterable[Span], travel: int) -> bool:
    """Whether every minute of a session, and of the way there and back, is free."""
    is_free = [False] * WEEK_MINUTES
    for days, start, end in free:
        for day in days:
            for minute in range(start, end):
                is_free[day * 1440 + minute] = True
    days, start, end = session
    return all(
        is_free[(day * 1440 + minute) % WEEK_MINUTES] for day in days for minute in range(start - travel, end + travel)
    )


def spelled(span: Span) -> str:
    """A span as a person would type it."""
    days, start, end = span
    return f"{'/'.join(DAY_NAMES[day] for day in days)} {clock(start)}-{clock(end)}"


def clock(minute: int) -> str:
    """A time of day on a clock of 24 hours."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Days and hours, often touching midnight and the hours around 18:00, where things meet."""
    days = draw(st.sets(st.integers(0, 6), min_size=1, max_size=3))
    edges = st.one_of(st.sampled_from([0, 17 * 60, 18 * 60, 21 * 60, 24 * 60]), st.integers(0, 1440))
    start, end = sorted((draw(edges), draw(edges)))
    return tuple(sorted(days)), start if start < end else max(0, end - 1), max(end, 1)
