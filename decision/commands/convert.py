"""`decide convert`: a public file in, the same programs with our own columns out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.commands.inputs import read_table, write_unmatched
from decision.commands.voice import put, say_notes
from decision.conversion import convert
from decision.report.files.save import save
from decision.report.files.table_csv import table_csv
from decision.report.sheets.suffix import is_workbook
from decision.report.sheets.table_workbook import table_workbook

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Convert, and say by which map."""
    is_book = is_workbook(options.output)
    table = convert(
        read_table(options), source=options.source, where=options.where, join=options.join, on=options.on
    ).programs
    say_notes(table.notes, options)
    write_unmatched(table, options)
    if options.output in (None, "-"):
        put(table_csv(table))
    else:
        written = [table_workbook(table)] if is_book else table_csv(table)
        save(options.output, written, inputs=(options.programs, *table.files))
    return 0
