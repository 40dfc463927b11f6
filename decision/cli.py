"""The command `decide`: arguments in, exit status out; what a command does stands in `decision.commands`.

Exit status: 0 done (also when nobody fits: that is an answer), 1 the table or the criteria have faults, 2 the command
is not right, 3 the answer could not be written, 130 interrupted.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

from decision.arguments import parser
from decision.commands.voice import say, tell
from decision.errors import DecisionError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from types import FrameType

__all__ = ["main"]

INTERRUPTED = 130


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
    command = ""
    try:
        options = parser().parse_args(arguments)
        command = options.command
        status = _command(command)(options)
        sys.stdout.flush()
        return status
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    except DecisionError as error:
        return tell(error, command)
    except KeyboardInterrupt:
        say("Interrupted. Nothing was written.")
        return INTERRUPTED
    except BrokenPipeError:
        return _unwritten()
    except OSError as error:
        say(f"The output could not be written: {error.strerror or error}. Free some room, or name a file with -o.")
        return _unwritten()
    finally:
        signal.signal(signal.SIGTERM, earlier)


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Load the one command that was asked for."""
    run: Callable[[argparse.Namespace], int] = importlib.import_module(f"decision.commands.{name}").run
    return run


def _unwritten() -> int:
    """Keep the interpreter from trying again to write what standard output does not take."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 3


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
