"""How a command speaks: words to standard error, bytes to standard output, as wide as the terminal.

Words never mix with a table that goes to standard output.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from decision.errors import BadInput, DecisionError, Fault

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

__all__ = ["has_color", "has_unicode", "put", "say", "say_doubts", "say_notes", "tell", "terminal_width"]

_UNDONE = {
    "rank": "Nothing was ranked.",
    "explain": "Nothing was ranked.",
    "replay": "Nothing was ranked.",
    "convert": "Nothing was written.",
}
"""What is left undone by the faults of what a command was given; of the others there is nothing to say."""


def say(text: str) -> None:
    """Print words on standard error."""
    sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)


def say_notes(notes: Iterable[Fault], options: argparse.Namespace) -> None:
    """Say what was noticed of the file as a whole, unless words are not wanted."""
    from decision.report.screen.odd import notes_text

    told = tuple(notes)
    if told and not options.quiet:
        say(notes_text(told, width=terminal_width()))


def say_doubts(doubts: Iterable[Fault], options: argparse.Namespace) -> None:
    """Say which cells are odd but did not stop the work, unless words are not wanted."""
    from decision.report.screen.odd import doubts_text

    told = tuple(doubts)
    if told and not options.quiet:
        say(doubts_text(told, width=terminal_width()))


def tell(error: DecisionError, command: str) -> int:
    """Say what went wrong and what the command therefore did not do; give the exit status."""
    from decision.report.screen.faults import faults_text

    if isinstance(error, BadInput):
        say(faults_text(error, width=terminal_width(), undone=_UNDONE.get(command, "")).rstrip())
    else:
        say(str(error))
    return error.exit_status


def put(chunks: Iterable[bytes]) -> None:
    """Write bytes to standard output."""
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def terminal_width() -> int:
    """Give the width to write for: the terminal's, at most 100; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    return max(40, min(100, os.get_terminal_size(sys.stdout.fileno()).columns or 80))


def has_color() -> bool:
    """Whether color is wanted and can be shown."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def has_unicode() -> bool:
    """Whether bars and dots can be shown."""
    try:
        "█▌·".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
