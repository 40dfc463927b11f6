"""`decide rank`: the table and the criteria in, the ranked CSV out, and words or JSON about it."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from decision.commands.inputs import chance, gathered, pay_beside, write_unmatched
from decision.commands.voice import (
    has_color,
    has_unicode,
    put,
    say,
    say_doubts,
    say_notes,
    terminal_width,
)
from decision.procedure import find_out, work_out
from decision.report.files.document import document, dumps
from decision.report.files.questions_csv import questions_csv
from decision.report.files.ranked import ranked_csv
from decision.report.files.save import save
from decision.report.screen.terminal import terminal
from decision.report.sheets.lists_workbook import questions_workbook
from decision.report.sheets.ranked_workbook import ranked_workbook
from decision.report.sheets.suffix import is_workbook
from decision.report.view.view import view
from decision.report.words.choosing import aside_words
from decision.roof.settings import inputs

if TYPE_CHECKING:
    import argparse

    from decision.model import Outcome
    from decision.nouns.insight import Insight

__all__ = ["run"]

PATIENCE = 2.0
"""Seconds after which a long wait is explained."""


def run(options: argparse.Namespace) -> int:
    """Rank, and write what came of it."""
    is_workbook(options.output)
    is_workbook(options.questions, option="--questions")
    criteria, programs = gathered(options)
    paid = pay_beside(options)
    say_notes(programs.notes, options)
    write_unmatched(programs, options, criteria.name)
    outcome = work_out(programs, criteria, allow_missing=options.allow_missing, strict=options.strict, pay=paid)
    say_notes(outcome.facts.notes, options)
    say_doubts(outcome.facts.doubts, options)
    _write(outcome, options)
    return 0


def _write(outcome: Outcome, options: argparse.Namespace) -> None:
    """Write the table where it is wanted, then say in words or JSON what came of it."""
    to_file, insight = options.output not in (None, "-"), None
    if to_file:
        ranked = [ranked_workbook(outcome)] if is_workbook(options.output) else ranked_csv(outcome)
        save(options.output, ranked, inputs=(options.programs, *inputs(outcome)))
    if options.questions:
        insight = _found_out(outcome, options)
        is_book = is_workbook(options.questions, option="--questions")
        asked = [questions_workbook(outcome, insight)] if is_book else questions_csv(outcome, insight)
        save(options.questions, asked, inputs=(options.programs, *inputs(outcome)))
    if options.json:
        put([dumps(document(outcome, insight or _found_out(outcome, options))).encode()])
    elif options.output == "-" or not (to_file or sys.stdout.isatty()):
        put(ranked_csv(outcome))
        aside = aside_words(outcome.programs)
        say("\n".join([view(outcome, most=2, unicode=has_unicode(), rest="").answer, *([aside] if aside else [])]))
    else:
        print(_words(outcome, insight or _found_out(outcome, options), output=options.output or ""), end="")


def _found_out(outcome: Outcome, options: argparse.Namespace) -> Insight:
    """Find out how sure it is; on a terminal a word is said when that takes over two seconds."""
    patience = threading.Timer(PATIENCE, say, ["Working out how sure this is ..."])
    if sys.stderr.isatty():
        patience.start()
    try:
        draws, seed = chance(options)
        if options.json:
            return find_out(outcome, draws=draws, seed=seed)
        return find_out(outcome, draws=draws, seed=seed, explained=(), whole=False)
    finally:
        patience.cancel()


def _words(outcome: Outcome, insight: Insight, *, output: str) -> str:
    return terminal(outcome, insight, width=terminal_width(), color=has_color(), unicode=has_unicode(), output=output)
