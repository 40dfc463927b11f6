"""`decide sources`: list the public sources that are known, or show what is read from what. Nothing heavy is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.commands.voice import terminal_width
from decision.intake.shelf import bundled_sources
from decision.intake.sources.read_map import read_map
from decision.report.screen.sources_view import source_text, sources_list

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """List or show sources."""
    if options.name:
        print(source_text(read_map(options.name), width=terminal_width()), end="")
    else:
        print(sources_list((read_map(name) for name in bundled_sources()), width=terminal_width()), end="")
    return 0
