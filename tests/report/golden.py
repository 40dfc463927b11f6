"""The files that whole views are compared with."""

from __future__ import annotations

from tests.conftest import PROJECT


def golden(name: str) -> str:
    """Read one golden file."""
    return (PROJECT / "tests" / "golden" / f"{name}.txt").read_text(encoding="utf-8")
