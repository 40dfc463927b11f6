"""`decide replay`: a recorded decision run again; what differs is said, and is exit status 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.commands.voice import put, say
from decision.intake.decision_file import read_decision
from decision.judge.again.replay import differences
from decision.report.files.document import dumps
from decision.roof.again import replayed

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Run a recorded decision again and print it."""
    recorded = read_decision(options.decision)
    again = replayed(recorded, file=options.decision)
    differing = differences(recorded, again)
    if differing:
        say("\n".join([f"{options.decision}: run again, the decision differs.", *(f"  {line}" for line in differing)]))
        return 1
    put([dumps(again).encode()])
    return 0
