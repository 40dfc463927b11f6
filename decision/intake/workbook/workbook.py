"""A spreadsheet's bytes -> its sheets, each one's cells as rows of text under the numbers that a spreadsheet shows.

Values are read by python-calamine, an extra (``[sheets]``), imported here only. It lays a sheet out as a full
rectangle, so how far the cells reach is found out before it is asked.
"""

from __future__ import annotations

import io
import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from decision.errors import Code
from decision.intake.workbook.cell_text import cell_text
from decision.intake.workbook.formats import Format
from decision.intake.workbook.look import Look
from decision.intake.workbook.look_excel import look_at_excel
from decision.intake.workbook.look_open import look_at_open
from decision.intake.workbook.number_signs import signed
from decision.intake.workbook.unpack import packed, refused, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["HOW_TO_INSTALL", "MOST_CELLS", "WorkSheet", "Workbook", "can_read", "open_workbook"]

HOW_TO_INSTALL = "pip install 'program-decision[sheets]'"
"""What to type where the extra is absent."""

MOST_CELLS = 12_000_000
"""How many cells the rectangle around all that a sheet holds may have."""

_LOOKED_AT = 256
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_BROKEN = "it is damaged: its cells cannot be read. Open it in a spreadsheet, save it anew and give that."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WorkSheet:
    """One sheet.

    Parameters
    ----------
    name
        As its tab shows it.
    is_hidden
        Whether the tab is hidden.
    look
        What it holds beside its values.
    records
        The cells as text, from row 1 on, all of one width; columns before the first that holds anything are left out,
        rows after the last one too.
    first_column
        The number of the first column kept, counted from 0.
    """

    name: str
    is_hidden: bool
    look: Look
    records: list[list[str]]
    first_column: int = 0

    @property
    def size(self) -> str:
        """How many rows and columns hold anything, in words."""
        if not self.records:
            return "empty"
        rows = sum(1 for record in self.records if any(record))
        return f"{_counted(rows, 'row')}, {_counted(len(self.records[0]), 'column')}"

    @property
    def is_table(self) -> bool:
        """Whether it can be a table: two rows or more that hold anything, and one of them in two cells or more."""
        filled = (sum(1 for cell in record if cell.strip()) for record in self.records)
        counts = list(itertools.islice(filter(None, filled), _LOOKED_AT))
        return len(counts) > 1 and max(counts) > 1


@dataclass(slots=True, kw_only=True, eq=False)
class Workbook:
    """The sheets of a file, each read when it is asked for.

    Parameters
    ----------
    file
        As the user named it.
    kind
        Its format.
    names
        Of the sheets, in the order of their tabs.
    hidden
        The names of those that are hidden.
    looks
        What was seen of each.
    library
        The open workbook of the library.
    """

    file: str
    kind: Format
    names: tuple[str, ...]
    hidden: frozenset[str]
    looks: dict[str, Look]
    library: Any
    _read: dict[str, WorkSheet] = field(default_factory=dict)

    def sheet(self, name: str) -> WorkSheet:
        """Read a sheet.

        Parameters
        ----------
        name
            One of the names.

        Raises
        ------
        BadPrograms
            It is damaged, or its cells reach too far.
        """
        if name not in self._read:
            if name not in self.looks and self.kind is not Format.OLD_EXCEL:
                raise refused(self.file, Code.UNREADABLE, _BROKEN)
            look = self.looks.get(name, Look())
            _refuse_far_cells(self.file, name, look)
            records, first = _guarded(lambda: _records(self.library.get_sheet_by_name(name), look), self.file)
            self._read[name] = WorkSheet(
                name=name, is_hidden=name in self.hidden, look=look, records=records, first_column=first
            )
        return self._read[name]


def can_read() -> bool:
    """Say whether the extra is installed."""
    try:
        import python_calamine  # noqa: F401
    except ImportError:
        return False
    return True


def open_workbook(data: bytes, kind: Format, *, file: str) -> Workbook:
    """Open a spreadsheet; `can_read` has been asked.

    Parameters
    ----------
    data
        The file's bytes.
    kind
        A format that is readable.
    file
        The file's name, for what is said.

    Returns
    -------
    Workbook
        Its sheets, not read yet.

    Raises
    ------
    BadPrograms
        It is damaged, locked, or too large.
    """
    import python_calamine

    looks: dict[str, Look] = {}
    if kind is not Format.OLD_EXCEL:
        parts = unpacked(data, file=file)
        if kind is Format.OPEN:
            looks = look_at_open(parts.get("content.xml", b""), file=file)
            for name, look in looks.items():
                _refuse_far_cells(file, name, look)
        else:
            looks = look_at_excel(parts, file=file)
        data = packed(parts)
    library = _guarded(lambda: python_calamine.load_workbook(io.BytesIO(data)), file)
    about = [each for each in library.sheets_metadata if each.typ is python_calamine.SheetTypeEnum.WorkSheet]
    return Workbook(
        file=file,
        kind=kind,
        names=tuple(each.name for each in about),
        hidden=frozenset(each.name for each in about if each.visible is not python_calamine.SheetVisibleEnum.Visible),
        looks=looks,
        library=library,
    )


def _guarded(read: Callable[[], Any], file: str) -> Any:  # noqa: ANN401 -- whatever is read
    """Let the library read; what it refuses, or stumbles over, is a damaged file."""
    import python_calamine

    try:
        return read()
    except python_calamine.PasswordError:
        problem = "it is locked with a password. Open it, take the password off, save it and give that."
        raise refused(file, Code.UNREADABLE, problem) from None
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError):
        raise refused(file, Code.UNREADABLE, _BROKEN) from None
    except BaseException as error:
        # A library in Rust that meets what it holds impossible raises this, which is no Exception.
        if type(error).__name__ == "PanicException":
            raise refused(file, Code.UNREADABLE, _BROKEN) from None
        raise


def _refuse_far_cells(file: str, name: str, look: Look) -> None:
    if look.height * look.width > MOST_CELLS:
        problem = (
            f'the cells of the sheet "{name}" reach over {_counted(look.height, "row")} and '
            f"{_counted(look.width, 'column')}. Take out those that stand far from the table, or save the sheet as CSV "
            "(UTF-8)."
        )
        raise refused(file, Code.TOO_LARGE, problem)


def _records(sheet: Any, look: Look) -> tuple[list[list[str]], int]:  # noqa: ANN401 -- of the library
    """Write the cells of a sheet as text, and give the number of the first column kept."""
    skipped = sheet.start[1] if sheet.start else 0
    lead = [""] * skipped
    records = [
        [*lead, *(value if type(value) is str else cell_text(value) for value in row)] for row in sheet.iter_rows()
    ]
    if sheet.merged_cell_ranges and not look.merged:
        look.merged.extend((*first, *last) for first, last in sheet.merged_cell_ranges)
    width = max(look.width, len(records[0]) if records else 0)
    for record in records:
        record.extend([""] * (width - len(record)))
    records.extend([""] * width for _ in range(look.height - len(records)))
    _overlay(records, look)
    return _trimmed(records)


def _overlay(records: list[list[str]], look: Look) -> None:
    """Put in what the library does not tell."""
    for (row, column), sign in look.signs.items():
        if _NUMBER.fullmatch(records[row][column]):
            records[row][column] = signed(records[row][column], sign)
    for (row, column), error in look.errors.items():
        records[row][column] = error
    for (row, column), formula in look.formulas.items():
        records[row][column] = f"={formula}"


def _trimmed(records: list[list[str]]) -> tuple[list[list[str]], int]:
    """Cut off columns and rows around the cells that hold anything."""
    while records and not any(cell.strip() for cell in records[-1]):
        records.pop()
    filled = [number for number in range(len(records[0]) if records else 0) if _holds_any(records, number)]
    if not filled:
        return [], 0
    first, past = filled[0], filled[-1] + 1
    return [record[first:past] for record in records] if past - first < len(records[0]) else records, first


def _holds_any(records: Sequence[Sequence[str]], column: int) -> bool:
    return any(record[column].strip() for record in records)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
