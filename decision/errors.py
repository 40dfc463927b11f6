"""What can go wrong, and how it is said.

    DecisionError
    ├── BadInput              what the user gave has faults; all of them are listed
    │   ├── BadPrograms         the table of programs            exit status 1
    │   ├── BadCriteria         the criteria file                exit status 1
    │   ├── BadSource           the map of a source              exit status 1
    │   └── BadOptions          an option on the command line    exit status 2
    └── CannotWrite           the answer could not be written    exit status 3

Faults are gathered and raised once. A fault that does not stop the work (an odd cell, read as not known) has the same
shape and travels beside the result as a doubt.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

__all__ = [
    "BadCriteria",
    "BadInput",
    "BadOptions",
    "BadPrograms",
    "BadSource",
    "CannotWrite",
    "Code",
    "DecisionError",
    "Fault",
    "nearest",
]


class Code(StrEnum):
    """The closed list of what can be wrong: one short name per kind of fault, for filtering in a notebook."""

    # the file as a whole
    UNREADABLE = "unreadable"
    NOT_A_TABLE = "not-a-table"
    ENCODING = "encoding"
    NO_ROWS = "no-rows"
    TOO_LARGE = "too-large"
    # its shape
    RAGGED_ROW = "ragged-row"
    OPEN_QUOTE = "open-quote"
    STRAY_QUOTE = "stray-quote"
    CONTROL_CHARACTER = "control-character"
    SKIPPED = "skipped"
    SET_ASIDE = "set-aside"
    TRANSLATED = "translated"
    HEADER_MISSING = "header-missing"
    HEADER_REPEATED = "header-repeated"
    COLUMN_MISSING = "column-missing"
    # two files together
    JOINED = "joined"
    KEY_REPEATED = "key-repeated"
    NO_MATCH = "no-match"
    # its cells
    IMPOSSIBLE = "impossible"
    MIXED_SCALE = "mixed-scale"
    MIXED_CURRENCY = "mixed-currency"
    NOT_UNDERSTOOD = "not-understood"
    SUSPECT = "suspect"
    # a document of ours
    NOT_JSON = "not-json"
    # the criteria
    NOT_YAML = "not-yaml"
    UNKNOWN_KEY = "unknown-key"
    REPEATED_KEY = "repeated-key"
    MISSING_KEY = "missing-key"
    WRONG_VALUE = "wrong-value"
    WRONG_SHAPE = "wrong-shape"
    # the command line
    OPTION = "option"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong, where it is, and what to do about it.

    Parameters
    ----------
    code
        What kind of fault it is.
    problem
        What is wrong and what was wanted, as a sentence or two that also say how to mend it.
    file
        The file as the user named it; empty when there is none.
    row
        The row a spreadsheet shows (the header of a plain file is 1); ``None`` when the fault is not in a row.
    column
        The header of the column, or empty.
    line
        The line of a criteria file, counted from 1; ``None`` elsewhere.
    path
        The place inside a criteria file or option, such as ``criteria[2].weight``; or empty.
    found
        What stands there, as typed; ``None`` when nothing can be shown.

    Examples
    --------
    >>> print(Fault(code=Code.IMPOSSIBLE, file="programs.csv", row=14, column="pass_rate", found="150%",
    ...             problem="a share is at most 100 %."))
    row 14, pass_rate  "150%"  a share is at most 100 %.
    """

    code: Code
    problem: str
    file: str = ""
    row: int | None = None
    column: str = ""
    line: int | None = None
    path: str = ""
    found: str | None = None

    @property
    def place(self) -> str:
        """Where it is, inside its file: ``row 14, pass_rate`` or ``line 14, criteria[2].weight``."""
        row = "" if self.row is None else f"row {self.row}"
        line = "" if self.line is None else f"line {self.line}"
        return ", ".join(part for part in (row or line, self.column or self.path) if part)

    @property
    def shown(self) -> str:
        """What was found, quoted and safe to print: control and direction marks are spelled out."""
        return "" if self.found is None else f'"{printable(self.found, 60)}"'

    def __str__(self) -> str:
        return "  ".join(
            part for part in (printable(self.place, 200), self.shown, printable(self.problem, 2000)) if part
        )


def printable(text: str, longest: int) -> str:
    r"""Give the text without characters that could move a cursor or turn a line around, cut at a length.

    Examples
    --------
    >>> printable("Coding\x1b[31m", 60)
    'Coding\\x1b[31m'
    """
    if text.isprintable():  # nearly every text is, and a table has many
        return text if len(text) <= longest else text[: longest - 3] + "..."
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in text)
    return safe if len(safe) <= longest else safe[: longest - 3] + "..."


def nearest(word: str, names: Iterable[str], *, likeness: float = 0.6) -> str:
    """Give the one of the names that is nearest to the word, or an empty text when none is near.

    Parameters
    ----------
    word
        As typed; case makes no difference.
    names
        What may be meant.
    likeness
        How alike the two must be, from 0 (anything will do) to 1 (the same).

    Examples
    --------
    >>> nearest("wieght", ["weight", "column"])
    'weight'
    >>> nearest("zebra", ["weight", "column"])
    ''
    """
    by_folded = {name.casefold(): name for name in sorted(names, reverse=True)}
    found = difflib.get_close_matches(word.casefold(), sorted(by_folded), n=1, cutoff=likeness)
    return by_folded[found[0]] if found else ""


class DecisionError(Exception):
    """The base of everything this package raises for what a user can mend."""

    exit_status: ClassVar[int] = 1


class BadInput(DecisionError):  # noqa: N818 -- a public name, which says what is wrong without the suffix
    """What the user gave has faults. ``faults`` holds every one, ``str()`` lists them.

    Parameters
    ----------
    faults
        All that was found, in the order of the file; at least one.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        assert faults, "an error without a fault"
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        head = f"{self.file}: {count}." if self.file else f"{count}."
        return "\n".join([head, *(f"  {fault}" for fault in self.faults)])

    @property
    def file(self) -> str:
        """The file the faults are in, or empty."""
        return self.faults[0].file

    @property
    def frame(self) -> pd.DataFrame:
        """The faults as a table.

        Returns
        -------
        DataFrame
            One line per fault; columns ``code``, ``file``, ``row`` (Int64), ``column``, ``line`` (Int64), ``path``,
            ``found``, ``problem``; a missing place or finding is ``<NA>`` or ``None``.
        """
        import pandas as pd

        names = ("code", "file", "row", "column", "line", "path", "found", "problem")
        table = pd.DataFrame([[getattr(fault, name) for name in names] for fault in self.faults], columns=list(names))
        return table.astype({"code": str, "row": "Int64", "line": "Int64"})


class BadPrograms(BadInput):
    """The table of programs has faults; nothing was ranked."""


class BadCriteria(BadInput):
    """The criteria have faults; nothing was ranked."""


class BadSource(BadInput):
    """The map of a source has faults; nothing was read by it."""


class BadOptions(BadInput):
    """An option is not understood or does not go with the criteria."""

    exit_status: ClassVar[int] = 2


class CannotWrite(DecisionError):  # noqa: N818 -- a public name, which says what is wrong without the suffix
    """The answer could not be written; whatever stood at that place before still stands there."""

    exit_status: ClassVar[int] = 3
