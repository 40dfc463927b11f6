"""`decide explain`: why one program stands where it does, and what would change that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.commands.inputs import chance, gathered, pay_beside
from decision.commands.voice import has_unicode, say_doubts, say_notes, terminal_width
from decision.errors import Code
from decision.procedure import work_out
from decision.roof.finding_out import explained

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Rank, and explain one program."""
    criteria, programs = gathered(options)
    say_notes((note for note in programs.notes if note.code is Code.TRANSLATED), options)
    paid = pay_beside(options)
    outcome = work_out(programs, criteria, allow_missing=options.allow_missing, strict=options.strict, pay=paid)
    say_doubts(outcome.facts.doubts, options)
    draws, seed = chance(options)
    told = explained(
        outcome,
        options.program,
        against=options.against,
        width=terminal_width(),
        unicode=has_unicode(),
        draws=draws,
        seed=seed,
    )
    print(told, end="")
    return 0
