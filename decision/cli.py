"""The command `decide`: arguments in, exit status out. The only place that prints.

Exit status: 0 done (also when nobody fits: that is an answer), 1 the table or the criteria have faults, 2 the command
is not right, 3 the answer could not be written, 130 interrupted.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, NoReturn, TypeVar

from decision.arguments import parser
from decision.errors import BadInput, BadOptions, Code, DecisionError, Fault

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence
    from types import FrameType

    from decision.model import CriteriaSet, Outcome, Programs
    from decision.nouns.insight import Insight

__all__ = ["main"]

INTERRUPTED = 130
PATIENCE = 2.0
"""Seconds after which a long wait is explained."""
Read = TypeVar("Read")


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
    earlier = signal.signal(signal.SIGTERM, _interrupt)
    try:
        options = parser().parse_args(arguments)
        status = _RUN[options.command](options)
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
    finally:
        signal.signal(signal.SIGTERM, earlier)


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


def _explain(options: argparse.Namespace) -> int:
    from decision.procedure import explained, work_out

    criteria, programs = _gathered(lambda: _criteria(options), lambda: _programs(options))
    outcome = work_out(programs, criteria, allow_missing=options.allow_missing, strict=options.strict)
    _say_all(outcome.facts.doubts, options, kind="doubts")
    draws, seed = _chance(options)
    told = explained(
        outcome,
        options.program,
        against=options.against,
        width=_width(),
        unicode=_unicode(),
        draws=draws,
        seed=seed,
    )
    print(told, end="")
    return 0


def _compare(options: argparse.Namespace) -> int:
    from decision.intake.decision_file import read_decision
    from decision.judge.again.compare import compare
    from decision.report.explain.compare import compare_text

    print(compare_text(compare(read_decision(options.before), read_decision(options.after)), width=_width()), end="")
    return 0


def _replay(options: argparse.Namespace) -> int:
    from decision.intake.decision_file import read_decision
    from decision.judge.again.replay import differences
    from decision.procedure import replayed
    from decision.report.files.document import dumps

    recorded = read_decision(options.decision)
    again = replayed(recorded)
    differing = differences(recorded, again)
    if differing:
        _say("\n".join([f"{options.decision}: run again, the decision differs.", *(f"  {line}" for line in differing)]))
        return 1
    _put([dumps(again).encode()])
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

    to_file, insight = options.output not in (None, "-"), None
    if to_file:
        save(options.output, ranked_csv(outcome), inputs=(options.programs, outcome.criteria.name))
    if options.questions:
        from decision.report.files.questions_csv import questions_csv

        insight = _found_out(outcome, options)
        save(options.questions, questions_csv(outcome, insight), inputs=(options.programs, outcome.criteria.name))
    if options.json:
        from decision.report.files.document import document, dumps

        _put([dumps(document(outcome, insight or _found_out(outcome, options))).encode()])
    elif options.output == "-" or not (to_file or sys.stdout.isatty()):
        _put(ranked_csv(outcome))
        _say(_first_line(outcome))
    else:
        print(_words(outcome, insight or _found_out(outcome, options), output=options.output or ""), end="")


def _found_out(outcome: Outcome, options: argparse.Namespace) -> Insight:
    """Find out how sure it is; on a terminal a word is said when that takes over two seconds."""
    from decision.procedure import find_out

    patience = threading.Timer(PATIENCE, _say, ["Working out how sure this is ..."])
    if sys.stderr.isatty():
        patience.start()
    try:
        draws, seed = _chance(options)
        if options.json:
            return find_out(outcome, draws=draws, seed=seed)
        return find_out(outcome, draws=draws, seed=seed, explained=(), whole=False)
    finally:
        patience.cancel()


def _chance(options: argparse.Namespace) -> tuple[int, int]:
    """How many readings are drawn, and from which seed."""
    from decision.judge.certainty.readings import DRAWS, SEED

    return options.draws or DRAWS, SEED if options.seed is None else options.seed


def _words(outcome: Outcome, insight: Insight, *, output: str) -> str:
    from decision.report.screen.terminal import terminal

    return terminal(outcome, insight, width=_width(), color=_color(), unicode=_unicode(), output=output)


def _first_line(outcome: Outcome) -> str:
    from decision.report.view.view import view

    return view(outcome, most=2, unicode=_unicode(), rest="").answer


def _width() -> int:
    """Give the width to write for: the terminal's, at most 100; 80 where there is none."""
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

    _say(faults_text(error, width=_width()).rstrip() if isinstance(error, BadInput) else str(error))
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
    """Keep the interpreter from trying again to write what standard output does not take."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 3


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


# ── what the arguments mean ───────────────────────────────────────────────────────────────────────────────────────────


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
        raise BadOptions(
            [_option_fault(option, text, f"wanted a name, =, and a value, such as {example}.") for text in wrong]
        )
    return [(name.strip(), value.strip()) for name, _, value in pairs]


def _option_fault(option: str, found: str, problem: str) -> Fault:
    return Fault(code=Code.OPTION, path=option, found=found, problem=problem)


_RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "rank": _rank,
    "check": _check,
    "criteria": _show_criteria,
    "explain": _explain,
    "compare": _compare,
    "replay": _replay,
}
