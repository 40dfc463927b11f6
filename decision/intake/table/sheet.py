"""UTF-8 text -> records of cells, in chunks, each with its row number and its place in the bytes.

Python's csv module in strict mode is the reader. Rows are counted as a spreadsheet counts them: a blank line is a row,
a line break inside a quoted cell is none. Whatever csv refuses becomes a fault with its row, and the reading goes on.
"""

from __future__ import annotations

import csv
import io
import threading
from array import array
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from decision.errors import Code, Fault

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator

    from decision.intake.table.encoding import Text
    from decision.intake.table.separator import Separator

__all__ = ["MOST_COLUMNS", "Chunk", "Sheet", "roomy_cells"]

MOST_COLUMNS = 16_384
"""What a spreadsheet holds."""

_LONGEST_CELL = 1 << 20
_FIRST_RECORDS = 256
_CHUNK_RECORDS = 1_000
_CHUNK_CELLS = 20_000
_limit_lock = threading.RLock()


@contextmanager
def roomy_cells() -> Iterator[None]:
    """Let csv read cells of up to 1 MB; the limit is the whole process's, so it is put back after.

    Examples
    --------
    >>> before = csv.field_size_limit()
    >>> with roomy_cells():
    ...     csv.field_size_limit()
    1048576
    >>> csv.field_size_limit() == before
    True
    """
    with _limit_lock:
        before = csv.field_size_limit(_LONGEST_CELL)
        try:
            yield
        finally:
            csv.field_size_limit(before)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chunk:
    """Some records that follow one another.

    Parameters
    ----------
    first_row
        The row of the first one, as a spreadsheet shows it.
    records
        The cells of each; an empty list for a blank line, and for a record that csv refused.
    """

    first_row: int
    records: list[list[str]]


@dataclass(slots=True, kw_only=True, eq=False)
class Sheet:
    """The records of a file; what was met while reading them is held here.

    Parameters
    ----------
    text, separator
        What is read, and how.
    last_lines
        For every record read so far, the number of lines read up to its end.
    faults
        Records that csv refused.
    """

    text: Text
    separator: Separator
    last_lines: array[int] = field(default_factory=lambda: array("q"))
    faults: list[Fault] = field(default_factory=list)

    def chunks(self) -> Iterator[Chunk]:
        """Read the file; to be called once, inside `roomy_cells`."""
        stream = io.BytesIO(self.text.data)
        stream.seek(self.separator.start)
        lines = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        reader = csv.reader(
            lines, delimiter=self.separator.sign, skipinitialspace=self.separator.is_spaced, strict=True
        )
        records: list[list[str]] = []
        size, first_row = _FIRST_RECORDS, 1
        while not self._fill(reader, records, size):
            if len(records) >= size:
                yield Chunk(first_row=first_row, records=records)
                first_row += len(records)
                size = max(1, min(_CHUNK_RECORDS, _CHUNK_CELLS // max(1, len(records[-1]))))
                records = []
        yield Chunk(first_row=first_row, records=records)

    def _fill(self, reader: Reader, records: list[list[str]], size: int) -> bool:
        """Read until the chunk is full or csv refuses a record; say whether the file has ended."""
        note_lines = self.last_lines.append
        try:
            for record in reader:
                records.append(record)
                note_lines(reader.line_num)
                if len(records) >= size:
                    return False
        except csv.Error as error:
            return self._refuse(str(error), reader.line_num, records)
        return True

    def _refuse(self, error: str, line: int, records: list[list[str]]) -> bool:
        """Note a refused record; past a quote that runs over lines no row is certain, so reading ends there."""
        begins = self.last_lines[-1] if self.last_lines else 0
        row = len(self.last_lines) + 1
        runs_on = line - begins > 1 or "unexpected end" in error
        code, problem = _refusal(error, runs_on=runs_on)
        self.faults.append(Fault(code=code, file=self.text.file, row=row, problem=problem))
        records.append([])
        self.last_lines.append(line)
        return runs_on


def _refusal(error: str, *, runs_on: bool) -> tuple[Code, str]:
    """Word what csv refuses."""
    if runs_on:
        return Code.OPEN_QUOTE, (
            "a quotation mark opens a cell here and is not closed where the cell should end. Close it; a quotation "
            'mark that belongs to the text is doubled: "3/4"" pipe".'
        )
    if "field limit" in error:
        return Code.TOO_LARGE, "a cell of more than 1 MB. A cell holds a fact, not a document."
    return Code.STRAY_QUOTE, (
        "text follows a closing quotation mark. A quotation mark that belongs to the text is doubled, and the cell "
        'stands in quotes: "3/4"" pipe".'
    )
