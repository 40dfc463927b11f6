"""The nouns of freshness: of when a fact is, which facts are older than the limit the user states, where they stand.

One rule: a limit is a date that the user states, never today's, so that the same files give the same answer for ever.
A date that is not known is neither old nor new. They stand beside the model, as the outcome of a run may hold them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from decision.arrays import Codes, Flags

__all__ = ["AS_OF", "SOURCE_URL", "Dated", "FreshRule", "Freshness"]

AS_OF = "as_of"
"""The header of the column of dates, where the criteria name none."""

SOURCE_URL = "source_url"
"""The header of the column of addresses, where the criteria name none."""


_FIRST_OF_JANUARY = 101


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshRule:
    """What the user says of dates.

    Parameters
    ----------
    column
        The header of the column that dates each row; empty for `AS_OF`, where the table has it.
    url
        The header of the column with the addresses of the sources; empty for `SOURCE_URL`, where the table has it.
    since
        Facts from before this day are old, as ``20250101``; 0 for no limit.
    since_words
        The limit as it was stated.
    """

    column: str = ""
    url: str = ""
    since: int = 0
    since_words: str = ""

    @property
    def limit(self) -> str:
        """The limit in words.

        Examples
        --------
        >>> FreshRule(since=20250101, since_words="2025-01-01").limit
        'before 2025'
        >>> FreshRule(since=20250301, since_words="March 2025").limit
        'before March 2025'
        """
        year, day = divmod(self.since, 10_000)
        return f"before {year if day == _FIRST_OF_JANUARY else self.since_words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Of when a text says that a fact is.

    Parameters
    ----------
    text
        As typed.
    words
        The part that counts, as a sentence holds it: ``in 2021-22``, ``on 2024-09-16``; empty when not known.
    first, last
        The first and the last day of that period, as ``20210701``; 0 when not known.
    problem
        Why it is not understood, as a sentence; or empty.
    """

    text: str
    words: str = ""
    first: int = 0
    last: int = 0
    problem: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it says of when the fact is."""
        return self.last > 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Freshness:
    """Of when every program's facts are, and where they come from.

    Parameters
    ----------
    rule
        What the user says of dates.
    column, url
        The headers that were read; empty where the table has none.
    codes
        ``(n_programs,)``, numbers into ``dates``.
    dates
        ``(n_texts,)``, the distinct dates; one that is not known where there is no column.
    is_old
        ``(n_programs,)``, of before the limit; never where the date is not known.
    url_codes, urls
        ``(n_programs,)``, numbers into the distinct cells of addresses, as typed.
    """

    rule: FreshRule
    column: str
    url: str
    codes: Codes
    dates: Sequence[Dated]
    is_old: Flags
    url_codes: Codes
    urls: Sequence[str]

    @property
    def has_limit(self) -> bool:
        """Whether the user states from when on facts are wanted."""
        return self.rule.since > 0

    def date(self, program: int) -> Dated:
        """Give the date of one program's facts."""
        return self.dates[int(self.codes[program])]

    def address(self, program: int) -> str:
        """Give the cell of addresses of one program, as typed."""
        return self.urls[int(self.url_codes[program])]
