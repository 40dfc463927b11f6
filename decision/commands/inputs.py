"""What the arguments of a command mean: the criteria and the programs, read as the options say.

When both have faults, those of both are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.commands.voice import tell
from decision.errors import BadInput, BadOptions, Code, Fault
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.wages.look_up import look_up

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from decision.model import CriteriaSet, Programs
    from decision.nouns.wages import Pay

__all__ = ["chance", "gathered", "option_fault", "pay_beside", "read_table", "write_unmatched"]


_PAY_OPTIONS = {
    "area": "--area",
    "now": "--wage-now",
    "then": "--wage-then",
    "hours": "--hours",
    "given_up": "--given-up",
}


def gathered(options: argparse.Namespace) -> tuple[CriteriaSet, Programs]:
    """Read both inputs; when both have faults, tell those of both."""
    try:
        criteria = _criteria(options)
    except BadInput as error:
        try:
            _programs(options)
        except BadInput as other:
            tell(other, options.command)
        raise error from None
    return criteria, _programs(options)


def read_table(options: argparse.Namespace) -> Programs:
    """Read the table as the file states it."""
    from decision.intake.table.programs import read_programs

    return read_programs(
        options.programs,
        encoding=options.encoding,
        separator=options.separator,
        header_row=options.header_row,
        sheet=options.sheet,
    )


def chance(options: argparse.Namespace) -> tuple[int, int]:
    """How many readings are drawn, and from which seed."""
    from decision.judge.certainty.readings import DRAWS, SEED

    return options.draws or DRAWS, SEED if options.seed is None else options.seed


def pay_beside(options: argparse.Namespace) -> Pay | None:
    """Look up what the work pays where the user wants to work; nothing when that was not asked for."""
    wages = {
        "now": options.wage_now,
        "then": options.wage_then,
        "hours": options.hours,
        "given_up": options.given_up,
        "occupation": options.occupation,
        "table": options.wage_table,
    }
    return look_up(options.area, wages, options=_PAY_OPTIONS)


def write_unmatched(programs: Programs, options: argparse.Namespace, *criteria: str) -> None:
    """Write the rows that found no partner in a joined table, where they are asked for; over no input."""
    if not options.unmatched:
        return
    if not programs.joined:
        problem = "lists what two tables do not share; name the other table with --join."
        raise BadOptions([option_fault("--unmatched", options.unmatched, problem)])
    from decision.report.files.save import save
    from decision.report.files.unmatched_csv import unmatched_csv
    from decision.report.sheets.lists_workbook import unmatched_workbook
    from decision.report.sheets.suffix import is_workbook

    is_book = is_workbook(options.unmatched, option="--unmatched")
    written = [unmatched_workbook(programs)] if is_book else unmatched_csv(programs)
    save(options.unmatched, written, inputs=(options.programs, *programs.files, *criteria))


def option_fault(option: str, found: str | None, problem: str) -> Fault:
    """Give the fault of an option."""
    return Fault(code=Code.OPTION, path=option, found=found, problem=problem)


def _programs(options: argparse.Namespace) -> Programs:
    from decision.roof.preparing import prepared

    return prepared(read_table(options), source=options.source, where=options.where, join=options.join, on=options.on)


def _criteria(options: argparse.Namespace) -> CriteriaSet:
    return read_criteria(
        options.criteria,
        set=dict(_pairs("--set", options.set)),
        order=options.order,
        weights=_weights(options.weights),
        shortlist=options.shortlist,
        fresh_since=options.fresh_since,
    )


def _weights(text: str | None) -> str | dict[str, str] | None:
    if text is None or "=" not in text or ":" in text.partition("=")[0]:
        return text
    return dict(_pairs("--weights", text.split(",")))


def _pairs(option: str, texts: Iterable[str]) -> list[tuple[str, str]]:
    pairs = [text.partition("=") for text in texts]
    wrong = [text for text, (name, equals, _) in zip(texts, pairs, strict=True) if not (name.strip() and equals)]
    if wrong:
        example = "cost.at_most=5000" if option == "--set" else "cost=40,schedule=30"
        raise BadOptions(
            [option_fault(option, text, f"wanted a name, =, and a value, such as {example}.") for text in wrong]
        )
    return [(name.strip(), value.strip()) for name, _, value in pairs]
