"""`decide criteria`: list the bundled sets, show one, or start a file of one's own. Nothing heavy is loaded for it."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from decision.commands.inputs import option_fault
from decision.commands.voice import say, terminal_width
from decision.errors import BadOptions
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.criteria.starting import starting_file
from decision.intake.shelf import bundled_sets
from decision.report.files.save import save
from decision.report.screen.criteria_view import criteria_list, criteria_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """List, show or start criteria."""
    if options.new:
        return _write_starting_file(options)
    if options.name:
        print(criteria_text(read_criteria(options.name), width=terminal_width()))
    else:
        print(criteria_list([read_criteria(name) for name in bundled_sets()]))
    return 0


def _write_starting_file(options: argparse.Namespace) -> int:
    header: Sequence[str] = ()
    if options.table:
        from decision.intake.table.programs import read_programs

        header = read_programs(options.table).header
    text = starting_file(header)
    if options.new == "-":
        print(text, end="")
        return 0
    if os.path.lexists(options.new):
        raise BadOptions([option_fault("--new", options.new, "this file exists. Name another, or remove it first.")])
    save(options.new, [text.encode()])
    table = options.table if options.table not in (None, "-") else "programs.csv"
    told = f"decide rank {shlex.quote(table)} --criteria {shlex.quote(options.new)}"
    say(f"Wrote {options.new}. Fill it in, then: {told}")
    return 0
