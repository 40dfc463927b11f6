"""`decide vocabulary`: list the bundled vocabularies, or show one with the source of each word, without numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.commands.voice import terminal_width
from decision.intake.shelf import bundled_vocabularies
from decision.intake.vocabulary.vocabulary import read_vocabulary
from decision.report.screen.vocabulary_view import vocabulary_list, vocabulary_text

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """List the vocabularies or show one."""
    if options.name:
        print(vocabulary_text(read_vocabulary(options.name), width=terminal_width()), end="")
    else:
        print(vocabulary_list(map(read_vocabulary, bundled_vocabularies())), end="")
    return 0
