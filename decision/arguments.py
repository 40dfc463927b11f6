"""The arguments of the command `decide`: which there are, and what is said of wrong ones."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from decision.errors import nearest
from decision.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["COMMANDS", "parser"]

COMMANDS = ("rank", "check", "criteria", "vocabulary", "explain", "compare", "replay", "pay", "convert", "sources")

RANK_EXAMPLES = """examples:
  decide rank programs.csv -o ranked.csv
  decide rank programs.csv --set cost.at_most=5000 --set schedule.any_of=evening,online
  decide rank programs.csv --order cost,schedule --shortlist 2
  decide rank programs.csv --criteria mine.yaml --json"""


class _Parser(argparse.ArgumentParser):
    """An argument parser that shows the right command beside the wrong one."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command goes, and stop with status 2."""
        self.exit(2, f"{self.prog}: {_kinder(message)}\n{self.format_usage().rstrip()}\nMore: {self.prog} --help\n")


def _kinder(message: str) -> str:
    """Turn the parser's sentence about a command that does not exist into a suggestion."""
    if "invalid choice" not in message:
        return message
    typed = message.split("invalid choice: ")[1].split(" (")[0].strip("'\"")
    near = nearest(typed, COMMANDS)
    return f'"{typed}" is not a command here.' + (f' Did you mean "{near}"?' if near else "")


def parser() -> argparse.ArgumentParser:
    """Give the parser; the name of the command is in ``command``.

    Examples
    --------
    >>> parser().parse_args(["rank", "programs.csv", "--shortlist", "2"]).shortlist
    '2'
    """
    whole = _Parser(
        prog="decide",
        description="Choose a training program: eliminate in your order of concern, rank what is left, know why.",
    )
    whole.add_argument("--version", action="version", version=f"decide {VERSION}")
    commands = whole.add_subparsers(metavar="COMMAND", dest="command", required=True)
    _add_rank(commands)
    _add_check(commands)
    _add_criteria(commands)
    _add_vocabulary(commands)
    _add_explain(commands)
    _add_compare(commands)
    _add_replay(commands)
    _add_pay(commands)
    _add_convert(commands)
    _add_sources(commands)
    return whole


def _add_rank(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser(
        "rank",
        help="eliminate and rank the programs in a CSV file or spreadsheet",
        epilog=RANK_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_inputs(command)
    _add_unmatched(command)
    command.add_argument(
        "-o", "--output", metavar="FILE", help="write the ranked CSV, or .xlsx, to this file; - is standard output"
    )
    command.add_argument("--json", action="store_true", help="print the whole decision as JSON")
    command.add_argument("--questions", metavar="FILE", help="write what to ask the schools to this CSV or .xlsx file")
    _add_pay_beside(command)
    _add_chance(command)


def _add_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("check", help="say what was understood of a table, without ranking")
    _add_inputs(command)
    _add_unmatched(command)


def _add_criteria(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("criteria", help="list the bundled criteria, show one, or start a file of your own")
    command.add_argument("name", nargs="?", metavar="NAME|FILE", help="the set to show, with the reason of each rule")
    command.add_argument("--new", metavar="FILE", help="write a commented starting file; - is standard output")
    command.add_argument("--from", dest="table", metavar="PROGRAMS", help="with --new: start from this table's header")


def _add_vocabulary(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser(
        "vocabulary", help="list the words that criteria know, or show them with their sources"
    )
    command.add_argument("name", nargs="?", metavar="NAME|FILE", help="the vocabulary to show")


def _add_inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument("programs", metavar="PROGRAMS", help="the CSV file or spreadsheet; - is standard input")
    command.add_argument(
        "--criteria", metavar="NAME|FILE", help="a bundled set or a YAML file (default: medical-coding)"
    )
    command.add_argument(
        "--set", action="append", default=[], metavar="NAME.KEY=VALUE", help="change one thing: cost.at_most=5000"
    )
    command.add_argument("--order", metavar="NAME,...", help="your main concerns, first the greatest")
    command.add_argument(
        "--weights",
        metavar="NAME=POINTS,...",
        help="points for every criterion; order, rank_sum, equal; or swings:, pairwise:, ranges: and their numbers",
    )
    command.add_argument("--shortlist", metavar="N", help="how many programs to narrow down to (default: 3)")
    _add_choice(command)
    command.add_argument("--fresh-since", metavar="DATE", help="mark facts from before this date as old: 2025-01-01")
    command.add_argument("--allow-missing", action="store_true", help="read a missing column as not known in every row")
    command.add_argument("--strict", action="store_true", help="make every odd cell a fault")
    _add_table(command)


def _add_table(command: argparse.ArgumentParser) -> None:
    """Add how the table is read."""
    command.add_argument(
        "--source",
        metavar="NAME|FILE",
        help="the public source the file is from, as decide sources lists them, or a map of your own; none reads the "
        "file as it stands (default: recognised by its headers)",
    )
    command.add_argument("--encoding", default="", metavar="NAME", help="the file's encoding (default: found out)")
    command.add_argument("--separator", default="", metavar="CHAR", help="what separates cells (default: found out)")
    command.add_argument(
        "--header-row", type=int, default=0, metavar="ROW", help="the header's row (default: found out)"
    )
    command.add_argument("--sheet", default="", metavar="NAME|N", help="the sheet that is meant (default: found out)")
    command.add_argument("-q", "--quiet", action="store_true", help="no words about odd cells")


def _add_choice(command: argparse.ArgumentParser) -> None:
    """Add which programs of the file are looked at, and what another table says of them."""
    command.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="COLUMN=VALUE,...",
        help="look only at programs that say so: state=MA,RI, cip=51.07*, city!=Boston; given twice, both must hold",
    )
    command.add_argument(
        "--join", action="append", default=[], metavar="FILE", help="a second table that says more of the same programs"
    )
    command.add_argument(
        "--on",
        action="append",
        default=[],
        metavar="COLUMN,...",
        help="with --join: the columns that tell whose row it is; ours=theirs where the names differ",
    )


def _add_unmatched(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--unmatched", metavar="FILE", help="with --join: write the rows of both tables that found no partner"
    )


def _add_explain(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("explain", help="say why one program stands where it does, and what would change it")
    _add_inputs(command)
    command.add_argument("program", metavar="NAME|ROW", help="a program: its name, a part of it, or its row")
    command.add_argument("--against", metavar="NAME|ROW", help="the program to hold it against (default: its neighbor)")
    _add_pay_beside(command)
    _add_chance(command)


def _add_compare(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("compare", help="say what moved between two decisions, and why")
    command.add_argument("before", metavar="BEFORE", help="what decide rank --json wrote")
    command.add_argument("after", metavar="AFTER", help="what it wrote later")


def _add_replay(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("replay", help="run a recorded decision again and print it; say what differs")
    command.add_argument("decision", metavar="DECISION", help="what decide rank --json wrote")


def _add_pay(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("pay", help="say what an area pays for this work, and how soon a price is paid back")
    command.add_argument("area", nargs="?", metavar="AREA", help="a place or a state; left out, all areas are listed")
    command.add_argument("--now", metavar="DOLLARS", help="what you earn an hour now")
    command.add_argument("--then", metavar="DOLLARS", help="what you can count on afterwards; never taken from a table")
    command.add_argument("--cost", metavar="DOLLARS", help="the price to be paid back, after grants")
    _add_work(command)


def _add_pay_beside(command: argparse.ArgumentParser) -> None:
    """Add what is told of pay beside an answer; it never counts in the ranking."""
    command.add_argument("--area", metavar="AREA", help="say what the work pays there, see decide pay")
    command.add_argument("--wage-now", metavar="DOLLARS", help="what you earn an hour now")
    command.add_argument("--wage-then", metavar="DOLLARS", help="what you can count on an hour afterwards")
    _add_work(command)


def _add_work(command: argparse.ArgumentParser) -> None:
    """Add what says which work is meant, and how much of it."""
    command.add_argument("--hours", metavar="N", help="hours of work a week (default: 40)")
    command.add_argument("--given-up", metavar="DOLLARS", help="wages not earned while training, in all (default: 0)")
    command.add_argument("--occupation", metavar="CODE", help="which work is meant (default: the table's first)")
    command.add_argument("--wage-table", metavar="NAME|FILE", help="a wage table (default: the newest that ships)")


def _add_convert(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("convert", help="turn a public file into one with our own columns")
    command.add_argument("programs", metavar="FILE", help="the file as its source publishes it; - is standard input")
    command.add_argument(
        "-o", "--output", metavar="FILE", help="write the CSV, or .xlsx, to this file (default: standard output)"
    )
    _add_table(command)
    _add_choice(command)
    _add_unmatched(command)


def _add_sources(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("sources", help="list the public sources that are known, or show one")
    command.add_argument("name", nargs="?", metavar="NAME|FILE", help="the source to show: what is read from what")


def _add_chance(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--draws", type=_at_least(1), metavar="N", help="how many plausible readings to look at (default: 10000)"
    )
    command.add_argument("--seed", type=_at_least(0), metavar="N", help="where chance starts (default: 1)")


def _at_least(least: int) -> Callable[[str], int]:
    """Give what reads a whole number that is not below a limit."""

    def whole(text: str) -> int:
        if not text.isdigit() or int(text) < least:
            raise argparse.ArgumentTypeError(f'"{text}" is not a whole number from {least} up')
        return int(text)

    return whole
