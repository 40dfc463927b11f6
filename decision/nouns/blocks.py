"""Text such as ``Mon/Wed 6-9 pm`` becomes a `Block`: days of the week, and from when to when.

Cells state classes as blocks and learners state their free time as blocks, so this noun stands beside the model.
An hour that could be morning or evening (``6-9``, ``6:00-9:00``) is never guessed: such a text is no block. Of ``9-1``
only one reading ends after it begins, so it is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "DAYS",
    "DAY_END",
    "EVENING_START",
    "SESSION",
    "WEEK",
    "Block",
    "is_covered",
    "parse_block",
    "parse_days",
    "parse_free",
    "spell_days",
]

DAY_END = 24 * 60
WEEK = 7 * DAY_END
EVENING_START = 17 * 60
_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_GROUP_DAYS = {
    "mwf": (0, 2, 4),
    "mw": (0, 2),
    "tth": (1, 3),
    "tuth": (1, 3),
    "tr": (1, 3),
    "tu": (1,),
    "th": (3,),
    "weekday": (0, 1, 2, 3, 4),
    "weekdays": (0, 1, 2, 3, 4),
    "weekend": (5, 6),
    "weekends": (5, 6),
    "daily": (0, 1, 2, 3, 4, 5, 6),
}

_LONG_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_DAY = rf"(?:{_LONG_DAY}|mon|tues?|tu|weds?|thurs?|thu|th|fri|sat|sun|mwf|mw|tth|tuth|tr)(?![a-z])\.?"
_DASH = r"[-–—]"
_JOIN = rf" ?(?:{_DASH}|,? and |to |through |thru |,|/|&|\+| ) ?"
_CLOCK = r"[0-9]{1,2}(?::[0-5][0-9])?(?: ?[ap](?:\.m\.|m)(?![a-z]))?"
_HOURS = rf"[,:]? ?(?:from |at )?(?P<start>{_CLOCK}) ?(?:{_DASH}|to) ?(?P<end>{_CLOCK})(?![0-9a-z:])"
_GROUPS = r"(?:weekdays?|weekends?|daily)(?![a-z])"

DAYS = rf"(?<![a-z0-9]){_DAY}(?:{_JOIN}{_DAY})*"
"""Pattern of one or several days by name (ignore case)."""

SESSION = re.compile(
    rf"(?P<days>{DAYS})(?: ?{_HOURS})?|(?<![a-z0-9])(?P<group>{_GROUPS}) ?{_HOURS.replace('>', '2>')}", re.I | re.A
)
"""Pattern of a class meeting inside a longer text: days by name, with or without hours."""

_BLOCK = re.compile(rf"(?P<days>{DAYS}|{_GROUPS})(?: ?{_HOURS})?", re.I | re.A)
_DAY_OR_RANGE = re.compile(rf"({_DAY}|{_GROUPS})(?: ?(?:{_DASH}|to|through|thru) ?({_DAY}))?", re.I | re.A)
_CLOCK_PARTS = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))? ?([ap])?", re.I | re.A)
_LETTER_DAYS = {"m": "Mon", "t": "Tue", "tu": "Tue", "w": "Wed", "r": "Thu", "th": "Thu", "f": "Fri"}
_LETTERS = re.compile(
    rf"(?<![a-z0-9/–-])(?:tu|th|[mtwrf])(?:(?:{_DASH}|/)(?:tu|th|[mtwrf]))+(?![a-z0-9/])", re.I | re.A
)
_OPEN_ENDED = re.compile(
    rf"(?P<days>{DAYS}|{_GROUPS})[,:]? ?(?P<side>after|from|before|until|till) (?P<at>{_CLOCK})", re.I | re.A
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Time in a week.

    Parameters
    ----------
    days
        Days of the week, rising: 0 is Monday, 6 is Sunday; at least one.
    start, end
        Minutes after midnight, ``0 <= start < end <= 1440``; the whole day when no hours were given.
    """

    days: tuple[int, ...]
    start: int = 0
    end: int = DAY_END

    @property
    def has_hours(self) -> bool:
        """Whether hours were given, so that it is less than the whole day."""
        return (self.start, self.end) != (0, DAY_END)

    @property
    def is_weekend(self) -> bool:
        """Whether it lies on Saturday and Sunday only."""
        return self.days[0] >= 5

    def __str__(self) -> str:
        days = " ".join(_NAMES[day] for day in self.days)
        return f"{days} {_clock(self.start)}-{_clock(self.end)}" if self.has_hours else days


def parse_days(text: str) -> tuple[int, ...]:
    """Read the days named in a text, spans such as ``Mon-Fri`` included.

    Parameters
    ----------
    text
        Day names and nothing else.

    Returns
    -------
    tuple
        Days of the week, rising; 0 is Monday.

    Examples
    --------
    >>> parse_days("Mon-Wed, Sat")
    (0, 1, 2, 5)
    >>> parse_days("Fri to Mon")
    (0, 4, 5, 6)
    """
    found: set[int] = set()
    for first, last in _DAY_OR_RANGE.findall(text):
        begin = _named(first)
        found.update(begin)
        if last:
            stop = _named(last)[-1]
            found.update((begin[0] + step) % 7 for step in range((stop - begin[0]) % 7 + 1))
    return tuple(sorted(found))


def parse_block(text: str) -> Block | None:
    """Read one block of time.

    Parameters
    ----------
    text
        Such as ``Mon-Fri 17:30-22:00``, ``Mon & Wed 6-9 pm`` or ``Sat``.

    Returns
    -------
    Block or None
        ``None`` when it is no block: no day, an hour that could be morning or evening, or an end before the start.

    Examples
    --------
    >>> str(parse_block("Mon/Wed 6-9 pm")), str(parse_block("Saturdays"))
    ('Mon Wed 18:00-21:00', 'Sat')
    >>> parse_block("Mon 6-9") is None
    True
    """
    found = _BLOCK.fullmatch(spell_days(" ".join(text.split())))
    if not found:
        return None
    days = parse_days(found["days"])
    if not found["start"]:
        return Block(days=days)
    span = _span(found["start"], found["end"])
    return Block(days=days, start=span[0], end=span[1]) if span else None


def spell_days(text: str) -> str:
    """Write days that are given as letters by their names; ``S`` is two days and stays.

    Parameters
    ----------
    text
        With single spaces.

    Examples
    --------
    >>> spell_days("M-F 9-5"), spell_days("T/Th 6-9 pm"), spell_days("M 6-9 pm")
    ('Mon-Fri 9-5', 'Tue/Thu 6-9 pm', 'M 6-9 pm')
    """
    return _LETTERS.sub(lambda found: re.sub("[a-z]+", _letter_day, found[0], flags=re.I), text)


def parse_free(text: str) -> Block | None:
    """Read one block of free time, which may be open at one end.

    Parameters
    ----------
    text
        As `parse_block` takes it, or ``Mon-Fri after 17:30``, ``Sat until 2 pm``.

    Returns
    -------
    Block or None
        ``None`` when it is no block, or when its hour could be morning or evening.

    Examples
    --------
    >>> str(parse_free("Mon-Tue after 5:30 pm")), str(parse_free("Sat until 14:00")), parse_free("Sun after 6")
    ('Mon Tue 17:30-24:00', 'Sat 00:00-14:00', None)
    """
    plain = spell_days(" ".join(text.split()))
    found = _OPEN_ENDED.fullmatch(plain)
    if not found:
        return parse_block(plain)
    at = _one_time(found["at"])
    if at is None:
        return None
    start, end = (at, DAY_END) if found["side"].casefold() in ("after", "from") else (0, at)
    return Block(days=parse_days(found["days"]), start=start, end=end) if start < end else None


def is_covered(session: Block, blocks: Iterable[Block], *, travel: int = 0) -> bool:
    """Say whether a session lies inside the blocks, on each of its days.

    Parameters
    ----------
    session
        When a class meets.
    blocks
        Free time; blocks that touch or overlap count as one, also across midnight.
    travel
        Minutes on the way there, and as many back; they may reach into the day before or after.

    Examples
    --------
    >>> free = [parse_block("Mon-Fri 17:30-20:00"), parse_block("Wed 20:00-22:00")]
    >>> is_covered(parse_block("Wed 18:00-21:00"), free), is_covered(parse_block("Mon 18:00-21:00"), free)
    (True, False)
    >>> [is_covered(parse_block("Wed 18:00-21:00"), free, travel=minutes) for minutes in (30, 31)]
    [True, False]
    """
    spans = _spans(blocks)
    wanted = (
        (day * DAY_END + session.start - travel, session.end - session.start + 2 * travel) for day in session.days
    )
    return all(_holds(spans, start % WEEK, length) for start, length in wanted)


def _spans(blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """Give free minutes of two weeks as spans that do not touch, so that one may cross the end of the week."""
    parts = sorted(
        (day * DAY_END + block.start + week, day * DAY_END + block.end + week)
        for block in blocks
        for day in block.days
        for week in (0, WEEK)
    )
    spans: list[tuple[int, int]] = []
    for start, end in parts:
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


def _holds(spans: list[tuple[int, int]], start: int, length: int) -> bool:
    is_always = spans[:1] == [(0, 2 * WEEK)]
    return is_always or any(first <= start and start + length <= last for first, last in spans)


def _letter_day(found: re.Match[str]) -> str:
    return _LETTER_DAYS[found[0].casefold()]


def _named(word: str) -> tuple[int, ...]:
    """Give the days that one word names."""
    word = word.casefold().rstrip(".")
    group = _GROUP_DAYS.get(word)
    return group if group else (next(day for day, name in enumerate(_NAMES) if word.startswith(name.casefold())),)


def _span(first: str, last: str) -> tuple[int, int] | None:
    """Turn two clock times into minutes; ``None`` where morning or evening would be a guess."""
    first_hour, first_minute, first_half = _clock_parts(first)
    last_hour, last_minute, last_half = _clock_parts(last)
    if not last_half and not first_half and _is_24_hours(first, last, first_hour, last_hour):
        start, end = first_hour * 60 + first_minute, last_hour * 60 + last_minute
        return (start, end) if 0 <= start < end <= DAY_END else None
    if not (1 <= first_hour <= 12 and 1 <= last_hour <= 12):
        return None
    if not first_half and last_half:
        first_half = last_half if _before(first, last, last_half) or last_half == "a" else "a"
    readings = {
        (start, end)
        for one in first_half or "ap"
        for other in last_half or "ap"
        for start in [_minutes(first_hour, first_minute, one)]
        for end in [_minutes(last_hour, last_minute, other) or DAY_END]
        if start < end
    }
    span = readings.pop() if len(readings) == 1 else (0, DAY_END)
    return span if span[1] - span[0] < DAY_END // 2 or (first_half and last_half) else None


def _is_24_hours(first: str, last: str, first_hour: int, last_hour: int) -> bool:
    """Whether two times without a.m. or p.m. are surely on a clock of 24 hours: ``09:00-11:00``, ``9:00-17:00``."""
    return ":" in first and ":" in last and (first.index(":") == 2 or max(first_hour, last_hour) >= 12)


def _before(first: str, last: str, half: str) -> bool:
    """Whether one time is before another in the same half of the day."""
    (hour, minute, _), (last_hour, last_minute, _) = _clock_parts(first), _clock_parts(last)
    return _minutes(hour, minute, half) < (_minutes(last_hour, last_minute, half) or DAY_END)


def _one_time(text: str) -> int | None:
    """Turn one clock time into minutes; ``None`` where morning or evening would be a guess."""
    hour, minute, half = _clock_parts(text)
    if half:
        return _minutes(hour, minute, half) if 1 <= hour <= 12 else None
    is_24_hours = hour > 12 or hour == 0 or (":" in text and text.index(":") == 2)
    return hour * 60 + minute if is_24_hours and hour * 60 + minute <= DAY_END else None


def _clock_parts(text: str) -> tuple[int, int, str]:
    """Take a clock time apart into hour, minute, and ``a``, ``p`` or nothing."""
    found = _CLOCK_PARTS.match(text)
    assert found, "the pattern of a block lets only clock times through"
    return int(found[1]), int(found[2] or 0), (found[3] or "").casefold()


def _minutes(hour: int, minute: int, half: str) -> int:
    """Turn a 12-hour time into minutes after midnight."""
    return (hour % 12 + (12 if half == "p" else 0)) * 60 + minute


def _clock(minutes: int) -> str:
    """Write minutes after midnight as ``18:00``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
