"""`decide compare`: what moved between two decisions, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.commands.voice import terminal_width
from decision.intake.decision_file import read_decision
from decision.judge.again.compare import compare
from decision.report.explain.compare import compare_text

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Compare two recorded decisions."""
    moved = compare(read_decision(options.before), read_decision(options.after))
    print(compare_text(moved, width=terminal_width()), end="")
    return 0
