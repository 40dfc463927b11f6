"""A map of a source: which of its columns mean what, as frozen values. Nothing here reads or translates."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NUMBER", "Basis", "How", "Reads", "Several", "SourceMap", "TextForm", "at_number"]

NUMBER = "{n}"
"""What stands in a header for the number of the program within its row."""


class How(Enum):
    """How the cells behind one of our cells are put together."""

    FROM = "from"
    """One cell."""
    JOIN = "join"
    """Several cells, one behind the other; blank ones are left out."""
    SUM = "sum"
    """Several amounts added up; every one of them must be stated."""
    ALWAYS = "always"
    """A text that is the same in every row."""


class TextForm(Enum):
    """How a source writes its texts, where that is no plain text."""

    PLAIN = ""
    HTML = "html"
    """Entities, quotes left around the value, needless spaces."""


class Basis(Enum):
    """What a price is for, where the source says so beside its table."""

    WHOLE = ""
    CREDIT = "per credit"
    YEAR = "per year"
    TERM = "per term"
    MONTH = "per month"
    WEEK = "per week"
    HOUR = "per hour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """One way in which a cell of ours is read from a row of the source.

    Parameters
    ----------
    how
        How the cells are put together.
    headers
        The cells it is read from; none for ``ALWAYS``, one for ``FROM``.
    text
        What is always written.
    between
        What stands between joined cells.
    number
        Which program of the row it is for, from 1; 0 for all.
    when
        Header -> texts; it holds only in rows where each of these cells has one of its texts.
    flag
        The header of the cell that says why there is no value; empty for none.
    form
        How the source writes the text.
    unknown
        Text -> the reason it stands for.
    zero
        Header -> the reason a zero in its cell stands for; a zero in any other cell is a value.
    like
        Wildcards that a text must match, case ignored; any other is passed over. Empty for all texts.
    before, after
        Only what stands before (after) the first such mark is meant; empty for all.
    each
        The mark between several values in one cell; empty where a cell holds one.
    codes
        Code -> what it means.
    keeps_others
        Whether a text that is no code stays as it is; else it is not understood.
    unit
        Written behind a bare number.
    basis
        What a price is for; written behind it.
    """

    how: How = How.FROM
    headers: tuple[str, ...] = ()
    text: str = ""
    between: str = "; "
    number: int = 0
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    flag: str = ""
    form: TextForm = TextForm.PLAIN
    unknown: Mapping[str, str] = field(default_factory=dict)
    zero: Mapping[str, str] = field(default_factory=dict)
    like: str = ""
    before: str = ""
    after: str = ""
    each: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    keeps_others: bool = False
    unit: str = ""
    basis: Basis = Basis.WHOLE

    @property
    def all_headers(self) -> tuple[str, ...]:
        """Every header it looks at."""
        return tuple(dict.fromkeys([*self.headers, *self.when, *([self.flag] if self.flag else [])]))

    def at(self, number: int) -> Reads:
        """Give the same for one program of the row: its number stands in the headers."""
        if not any(NUMBER in header for header in self.all_headers):
            return self
        return replace(
            self,
            headers=tuple(at_number(header, number) for header in self.headers),
            when={at_number(header, number): texts for header, texts in self.when.items()},
            flag=at_number(self.flag, number),
            zero={at_number(header, number): reason for header, reason in self.zero.items()},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """How one row of the source holds several programs.

    Parameters
    ----------
    most
        How many at most.
    none
        Header with ``{n}`` -> the text that says that there is no such program.
    """

    most: int
    none: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMap:
    """What the columns of a source mean.

    Parameters
    ----------
    name
        The bundled name or the path it was read from.
    title
        What the source is called.
    recognise
        Headers by which its tables are known; all must be there.
    columns
        Our column, or a further one that the map names -> the ways to read it; the first that states something wins.
    source
        Where the layout is documented.
    as_of, source_url
        The date and the place of the whole file; empty where they are not known.
    unknown
        Text -> reason, in every column.
    flags
        Text of a flag cell -> reason.
    several
        How one row holds several programs; ``None`` where it holds one.
    digest
        SHA-256 of the map's bytes, as hexadecimal.
    """

    name: str
    title: str
    recognise: tuple[str, ...]
    columns: Mapping[str, tuple[Reads, ...]]
    source: str = ""
    as_of: str = ""
    source_url: str = ""
    unknown: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    several: Several | None = None
    digest: str = ""

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header of the source that it knows, each number written out."""
        ways = [header for reads in self.columns.values() for way in reads for header in way.all_headers]
        written = (header for name in (*self.recognise, *ways) for header in self.numbered(name))
        return tuple(dict.fromkeys(written))

    def numbered(self, header: str) -> list[str]:
        """Write out a header for every program of a row."""
        most = self.several.most if self.several and NUMBER in header else 1
        return [at_number(header, number) for number in range(1, most + 1)]


def at_number(header: str, number: int) -> str:
    """Write the number of the program into a header.

    Examples
    --------
    >>> at_number("CIPCODE{n}", 2), at_number("UNITID", 2)
    ('CIPCODE2', 'UNITID')
    """
    return header.replace(NUMBER, str(number))
