"""A public file becomes one with our own columns: what `decide convert` writes, and what a notebook may hold.

Nothing is left out: every program keeps its row in the source's file, every column of the source stands behind ours,
and every blank says why where the source does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import BadPrograms, Code, Fault
from decision.intake.sources.by_source import AS_IT_STANDS
from decision.intake.sources.columns import is_ours
from decision.intake.table.programs import read_programs
from decision.model import Programs
from decision.report.files.frames import table_frame
from decision.report.files.save import save
from decision.report.files.table_csv import table_csv
from decision.report.sheets.table_workbook import table_workbook
from decision.roof.preparing import prepared

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from decision.intake.choose.condition import Where
    from decision.intake.join.several import On, Others

__all__ = ["Converted", "convert"]

UNKNOWN = (
    "no map knows a table with these headers. decide sources lists the maps; name one, or one of your own, with "
    "--source (README: Take a public file as it is)."
)


def convert(
    programs: str | Path | bytes | Programs | pd.DataFrame,
    *,
    source: str | Path | None = None,
    where: Where = (),
    join: Others = (),
    on: On = (),
    sheet: str | int = "",
) -> Converted:
    r"""Turn a table of a public source into one with our own columns.

    Parameters
    ----------
    programs
        A CSV file or spreadsheet, its bytes, a DataFrame, or what `read_programs` gave.
    source
        The map of the source, by name or path; ``"none"`` takes the table as it stands; left out, a table of a bundled
        source is recognised by its headers.
    where, join, on
        Which programs are written, and what other tables say of them; as for `decision.roof.preparing.prepared`.
    sheet
        The sheet of a spreadsheet, by its name or its number from 1; empty to find out.

    Returns
    -------
    Converted
        The table, ready to be written.

    Raises
    ------
    BadPrograms
        The table cannot be read, or is of no source that is known; no program is left.
    BadSource, BadOptions
        The map has faults, or is not of this table.

    Examples
    --------
    >>> listing = b"ProgramID,Program,Provider,\"City, County\",Hours,Cost,In Demand,Average Program Rating(1-6)\n"
    >>> converted = convert(listing + b"7,Billing &amp; Coding,Harbor,\"Newark, Essex\",0,\"$3,450.00\",Y,\n")
    >>> converted, converted.programs.cells(0)[:4]
    (Converted(1 programs, read by nj-etpl-2018), ['Billing & Coding', 'Harbor', 'Newark', 'NJ'])
    """
    given = programs if isinstance(programs, Programs) else read_programs(programs, sheet=sheet)
    table = prepared(given, source=source)
    if not (table.source or source == AS_IT_STANDS or is_ours(table.header)):
        tie = table.notes[len(given.notes) :]
        unknown = Fault(code=Code.COLUMN_MISSING, file=table.file, problem=UNKNOWN)
        raise BadPrograms(tie or [unknown])
    others_too = AS_IT_STANDS if source == AS_IT_STANDS else None
    return Converted(prepared(table, source=others_too, where=where, join=join, on=on))


class Converted:
    """A table with our own columns.

    Parameters
    ----------
    programs
        As `decide` takes it: it is not translated again.
    """

    def __init__(self, programs: Programs) -> None:
        self.programs = programs

    @property
    def notes(self) -> tuple[str, ...]:
        """What was accepted as it is, and by which map it was read: a sentence each."""
        return tuple(note.problem for note in self.programs.notes)

    @property
    def frame(self) -> pd.DataFrame:
        """The table as texts; see `decision.report.files.frames.table_frame`."""
        return table_frame(self.programs)

    def csv(self) -> bytes:
        """Give the table as the bytes of a CSV file."""
        return b"".join(table_csv(self.programs))

    def to_csv(self, path: str | Path) -> None:
        """Write the table to a file, whole or not at all.

        Parameters
        ----------
        path
            Where to; an existing file is replaced, the table it was read from is refused.

        Raises
        ------
        CannotWrite
            When it cannot be written; whatever stood there before still does.
        """
        save(path, table_csv(self.programs), inputs=self.programs.files)

    def to_xlsx(self, path: str | Path) -> None:
        """Write the table to an Excel workbook, whole or not at all.

        Parameters
        ----------
        path
            Where to; an existing file is replaced, the table it was read from is refused.

        Raises
        ------
        CannotWrite
            When it cannot be written; whatever stood there before still does.
        """
        save(path, [table_workbook(self.programs)], inputs=self.programs.files)

    def __repr__(self) -> str:
        read_by = f", read by {self.programs.source}" if self.programs.source else ""
        return f"Converted({len(self.programs):,} programs{read_by})"
