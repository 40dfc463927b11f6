"""The command `decide`: arguments in, exit status out. The only place that prints.

Exit status: 0 done (also when nobody fits: that is an answer), 1 the table or the criteria have faults, 2 the command is
not right, 3 the answer could not be written, 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn, TypeVar

from decision.errors import BadInput, BadOptions, Code, DecisionError, Fault, nearest
from decision.version import VERSION

if TYPE_CHECKING:
    from types import FrameType

    from decision.model import CriteriaSet, Outcome, Programs

__all__ = ["main"]

INTERRUPTED = 130
Read = TypeVar("Read")

RANK_HELP = """examples:
  decide rank programs.csv -o ranked.csv
  decide rank programs.csv --set cost.at_most=5000 --set schedule.any_of=evening,online
  decide rank programs.csv --order cost,schedule --shortlist 2
  decide rank programs.csv --criteria mine.yaml --json"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments
        What stands after ``decide``; those of the process when left out.

    Returns
    -------
    int
        The exit status.

    Examples
    --------
    >>> main(["--version"])
    decide 0.1.0
    0
    """
    try:
        signal.signal(signal.SIGTERM, _interrupt)
        options = _parser().parse_args(arguments)
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    except DecisionError as error:
        return _told(error)
    except KeyboardInterrupt:
        _say("Interrupted. Nothing was written.")
        return INTERRUPTED
    except BrokenPipeError:
        return _unwritten()
    except OSError as error:
        _say(f"The output could not be written: {error.strerror or error}. Free some room, or name a file with -o.")
        return _unwritten()


# ── the commands ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _rank(options: argparse.Namespace) -> int:
    from decision.procedure import work_out

    criteria, programs = _gathered(lambda: _criteria(options), lambda: _programs(options))
    _say_all(programs.notes, options, kind="notes")
    outcome = work_out(programs, criteria, allow_missing=options.allow_missing, strict=options.strict)
    _say_all(outcome.facts.notes, options, kind="notes")
    _say_all(outcome.facts.doubts, options, kind="doubts")
    _write_ranked(outcome, options)
    return 0


def _check(options: argparse.Namespace) -> int:
    from decision.intake.facts.facts import read_facts
    from decision.intake.facts.guess import looks_like
    from decision.intake.facts.headers import has_any_column
    from decision.report.screen.check import check

    criteria, programs = _gathered(lambda: _criteria(options), lambda: _programs(options))
    is_bare = options.criteria is None and not has_any_column(programs, criteria)
    facts = read_facts(programs, criteria, allow_missing=options.allow_missing or is_bare, strict=options.strict)
    print(check(programs, criteria, facts, looks_like(programs, facts), width=_width()), end="")
    return 0


def _show_criteria(options: argparse.Namespace) -> int:
    from decision.intake.criteria.criteria_set import read_criteria
    from decision.intake.shelf import bundled_sets
    from decision.report.screen.criteria_view import criteria_list, criteria_text

    if options.new:
        return _write_starting_file(options)
    if options.name:
        print(criteria_text(read_criteria(options.name), width=_width()))
    else:
        print(criteria_list([read_criteria(name) for name in bundled_sets()]))
    return 0


def _write_starting_file(options: argparse.Namespace) -> int:
    from decision.intake.criteria.starting import starting_file
    from decision.report.files.save import save

    header: Sequence[str] = ()
    if options.table:
        from decision.intake.table.programs import read_programs

        header = read_programs(options.table).header
    text = starting_file(header)
    if options.new == "-":
        print(text, end="")
        return 0
    if os.path.lexists(options.new):
        raise BadOptions([_option_fault("--new", options.new, "this file exists. Name another, or remove it first.")])
    save(options.new, [text.encode()])
    _say(f"Wrote {options.new}. Fill it in, then: decide rank programs.csv --criteria {options.new}")
    return 0


# ── what a person sees ────────────────────────────────────────────────────────────────────────────────────────────────


def _write_ranked(outcome: Outcome, options: argparse.Namespace) -> None:
    """Write the CSV where it is wanted, then say in words or JSON what came of it."""
    from decision.report.files.ranked import ranked_csv
    from decision.report.files.save import save

    to_file = options.output not in (None, "-")
    if to_file:
        save(options.output, ranked_csv(outcome), inputs=(options.programs, outcome.criteria.name))
    if options.json:
        from decision.report.files.document import document, dumps

        _put([dumps(document(outcome)).encode()])
    elif options.output == "-" or not (to_file or sys.stdout.isatty()):
        _put(ranked_csv(outcome))
        _say(_first_line(outcome))
    else:
        print(_words(outcome, output=options.output or ""), end="")


def _words(outcome: Outcome, *, output: str) -> str:
    from decision.report.screen.terminal import terminal

    return terminal(outcome, width=_width(), color=_color(), unicode=_unicode(), output=output)


def _first_line(outcome: Outcome) -> str:
    from decision.report.view.view import view

    return view(outcome, most=2, unicode=_unicode(), rest="").answer


def _width() -> int:
    """The width to write for: the terminal's, at most 100; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    return max(40, min(100, os.get_terminal_size(sys.stdout.fileno()).columns or 80))


def _color() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _unicode() -> bool:
    try:
        "█▌·".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _say_all(faults: Iterable[Fault], options: argparse.Namespace, *, kind: str) -> None:
    """Say on standard error what is odd but did not stop the work."""
    from decision.report.screen.odd import doubts_text, notes_text

    told = tuple(faults)
    if told and not options.quiet:
        _say((notes_text if kind == "notes" else doubts_text)(told, width=_width()))


def _told(error: DecisionError) -> int:
    from decision.report.screen.faults import faults_text

    _say(faults_text(error, width=_width()) if isinstance(error, BadInput) else str(error))
    return error.exit_status


def _say(text: str) -> None:
    sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)


def _put(chunks: Iterable[bytes]) -> None:
    """Write bytes to standard output."""
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def _unwritten() -> int:
    """Standard output takes no more: keep the interpreter from trying again when it closes its files."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 3


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


# ── arguments ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _gathered(first: Callable[[], CriteriaSet], second: Callable[[], Programs]) -> tuple[CriteriaSet, Programs]:
    """Read both inputs; when both have faults, tell those of both."""
    try:
        criteria = first()
    except BadInput as error:
        try:
            second()
        except BadInput as other:
            _told(other)
        raise error from None
    return criteria, second()


def _programs(options: argparse.Namespace) -> Programs:
    from decision.intake.table.programs import read_programs

    return read_programs(
        options.programs, encoding=options.encoding, separator=options.separator, header_row=options.header_row
    )


def _criteria(options: argparse.Namespace) -> CriteriaSet:
    from decision.intake.criteria.criteria_set import read_criteria

    return read_criteria(
        options.criteria,
        set=dict(_pairs("--set", options.set)),
        order=options.order,
        weights=_weights(options.weights),
        shortlist=options.shortlist,
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
        raise BadOptions([_option_fault(option, text, f"wanted a name, =, and a value, such as {example}.") for text in wrong])
    return [(name.strip(), value.strip()) for name, _, value in pairs]


def _option_fault(option: str, found: str, problem: str) -> Fault:
    return Fault(code=Code.OPTION, path=option, found=found, problem=problem)


class _Parser(argparse.ArgumentParser):
    """An argument parser that shows the right command beside the wrong one."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command goes, and stop with status 2."""
        _say(f"{self.prog}: {_kinder(message)}\n{self.format_usage().rstrip()}\nMore: {self.prog} --help")
        raise SystemExit(2)


def _kinder(message: str) -> str:
    """Turn the parser's sentence about a command that does not exist into a suggestion."""
    if "invalid choice" not in message:
        return message
    typed = message.split("invalid choice: ")[1].split(" (")[0].strip("'\"")
    near = nearest(typed, ("rank", "check", "criteria"))
    return f'"{typed}" is not a command here.' + (f' Did you mean "{near}"?' if near else "")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="decide",
        description="Choose a training program: eliminate in your order of concern, rank what is left, know why.",
    )
    parser.add_argument("--version", action="version", version=f"decide {VERSION}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_rank(commands)
    _add_check(commands)
    _add_criteria(commands)
    return parser


def _add_rank(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser(
        "rank",
        help="eliminate and rank the programs in a CSV file",
        epilog=RANK_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_inputs(command)
    command.add_argument("-o", "--output", metavar="FILE", help="write the ranked CSV to this file; - is standard output")
    command.add_argument("--json", action="store_true", help="print the whole decision as JSON")
    command.set_defaults(run=_rank)


def _add_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("check", help="say what was understood of a CSV file, without ranking")
    _add_inputs(command)
    command.set_defaults(run=_check)


def _add_criteria(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = commands.add_parser("criteria", help="list the bundled criteria, show one, or start a file of your own")
    command.add_argument("name", nargs="?", metavar="NAME|FILE", help="the set to show, with the reason of each rule")
    command.add_argument("--new", metavar="FILE", help="write a commented starting file; - is standard output")
    command.add_argument("--from", dest="table", metavar="PROGRAMS", help="with --new: start from this table's header")
    command.set_defaults(run=_show_criteria)


def _add_inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument("programs", metavar="PROGRAMS", help="the CSV file; - is standard input")
    command.add_argument("--criteria", metavar="NAME|FILE", help="a bundled set or a YAML file (default: medical-coding)")
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
    command.add_argument("--allow-missing", action="store_true", help="read a missing column as not known in every row")
    command.add_argument("--strict", action="store_true", help="make every odd cell a fault")
    command.add_argument("--encoding", default="", metavar="NAME", help="the file's encoding (default: found out)")
    command.add_argument("--separator", default="", metavar="CHAR", help="what separates cells (default: found out)")
    command.add_argument("--header-row", type=int, default=0, metavar="ROW", help="the header's row (default: found out)")
    command.add_argument("-q", "--quiet", action="store_true", help="no words about odd cells")
