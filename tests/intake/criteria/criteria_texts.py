"""Criteria files that several tests read."""

from __future__ import annotations

__all__ = ["EXAMPLE", "one", "several"]

EXAMPLE = """\
title: Medical coding and billing, Massachusetts
shortlist: 3
criteria:
  - name: accreditation
    column: accreditation
    kind: category
    must: {any_of: [CAHIIM, AAPC]}
    scale: {CAHIIM: 100%, AAPC: 100%, other: 0%}
    aliases: {CAHIIM: [Commission on Accreditation for Health Informatics and Information Management Education]}
    why: ...
    source: ...
  - name: exam pass rate
    column: pass_rate
    kind: share
    passed: exam_passers          # counts beat a printed rate
    took: exam_takers
    base_rate: 62%                # small classes are pulled toward this...
    base_takers: 20               # ...as if by this many earlier takers
    must: {at_least: 60%}
    worst: 40%
    best: 100%
  - name: schedule
    column: schedule
    kind: schedule
    must: {any_of: [evening, weekend, online]}
  - name: cost
    column: total_cost
    kind: money
    parts: [tuition, fees, books, exam_fee]   # used when column is blank
    less: [grants]
    must: {at_most: "$6,000"}     # a comma inside {} or [] needs quotes
    worst: $8,000
    best: $0
weights: order
"""


def one(kind: str, *lines: str) -> str:
    """Give a file with one criterion, called x; its own lines begin in line 5."""
    return "\n".join(
        ["criteria:", "  - name: x", "    column: x", f"    kind: {kind}", *(f"    {i}" for i in lines), ""]
    )


def several(*names: str, head: str = "") -> str:
    """Give a file with one weighted money criterion for each name."""
    entries = [f"  - {{name: {name}, column: {name}, kind: money, best: 0, worst: 9}}" for name in names]
    return "\n".join(["criteria:", *entries, head, ""])
