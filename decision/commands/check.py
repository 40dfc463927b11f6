"""`decide check`: what was understood of a table, without ranking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.commands.inputs import gathered, write_unmatched
from decision.commands.voice import terminal_width
from decision.intake.facts.facts import read_facts
from decision.intake.facts.guess import looks_like
from decision.intake.facts.headers import has_any_column
from decision.report.screen.check import check

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Say what was understood."""
    criteria, programs = gathered(options)
    write_unmatched(programs, options, criteria.name)
    is_bare = options.criteria is None and not has_any_column(programs, criteria)
    facts = read_facts(programs, criteria, allow_missing=options.allow_missing or is_bare, strict=options.strict)
    print(check(programs, criteria, facts, looks_like(programs, facts), width=terminal_width()), end="")
    return 0
