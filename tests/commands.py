"""Running the command as a person would: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of this process, with this project importable from anywhere."""
    return {**os.environ, "PYTHONPATH": str(PROJECT), "COLUMNS": "80", **(changes or {})}


def decide(
    *arguments: str | Path, folder: Path, given: bytes = b"", changes: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run ``decide`` to its end and hold what it wrote."""
    command = [sys.executable, "-m", "decision", *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, input=given, capture_output=True, check=False, timeout=60, env=environment(changes)
    )
