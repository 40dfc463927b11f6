"""Small lists of costs and grants, written to files as a user would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LINES = """
title: What comes on top
lines:
  - {name: books, column: books, included_in: [total], amount: $300, source: a bookshop}
  - {name: dues, column: dues, when: exam is CPC or COC, amount: $157 to $222, source: AAPC}
  - {name: exam fee, column: exam_fee, included_in: [total], when: exam is CPC, amount: $425, source: AAPC}
  - {name: exam fee, when: exam is CBCS, amount: $117, source: NHA}
  - {name: exam fee, amount: $100 to $500, source: my own guess}
"""

AID = """
title: Grants
questions: {resident: "Have you lived here for a year?"}
grants:
  - {name: Last, covers: [tuition, fees], last_dollar: yes, person: {resident: yes}, source: the state}
  - {name: First, covers: [tuition, books], amount: "$1,000", person: {poor: yes}, source: the city}
  - {name: Short, covers: [tuition], amount: $500, program: [hours at least 150, hours at most 599], source: a fund}
  - {name: Benefits, gives: No money off., source: an office}
"""


def written(folder: Path, name: str, text: str) -> str:
    """Write a list and give its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)
