"""A large table of invented programs, the same every time, for timing."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "program,school,city,accreditation,pass_rate,exam_passers,exam_takers,schedule,months,total_cost,internship,remark"
)
CITIES = ("Boston", "Worcester", "Springfield", "Lowell", "Quincy", "Lynn", "Fall River", "Salem")
ACCREDITED = ("CAHIIM", "AAPC", "CAHIIM; AAPC", "none", "", "NECHE", "not published")
SCHEDULES = ("evening", "online", "day", "evening; online", "weekend", "", "day; evening")
REMARKS = ("", "day and evening sections", "voucher included", "starts in September and January", "two campuses")

CRITERIA = """\
title: Timing
criteria:
  - {name: accreditation, column: accreditation, kind: category, must: {any_of: [CAHIIM, AAPC, NECHE]}}
  - name: exam pass rate
    column: pass_rate
    kind: share
    passed: exam_passers
    took: exam_takers
    base_rate: 62%
    must: {at_least: 50%}
    worst: 40%
    best: 100%
  - name: schedule
    column: schedule
    kind: schedule
    must: {any_of: [evening, online]}
    scale: {evening: 100%, online: 80%}
  - {name: cost, column: total_cost, kind: money, must: {at_most: 9000}, worst: 12000, best: 0}
  - {name: length, column: months, kind: duration, worst: 24, best: 4}
  - {name: internship, column: internship, kind: yes_no, best: yes, worst: no}
"""


def write_table(path: Path, rows: int, *, seed: int = 1) -> None:
    """Write a table of programs as UTF-8, comma, LF."""
    draw = random.Random(seed)  # noqa: S311
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER + "\n")
        file.writelines(_line(draw, number) for number in range(rows))


def _line(draw: random.Random, number: int) -> str:
    takers = draw.randrange(4, 60)
    has_counts = draw.random() < 0.4
    passers = draw.randrange(takers // 3, takers + 1)
    rate = "" if has_counts or draw.random() < 0.4 else f"{draw.randrange(400, 1001) / 10}%"
    counts = f"{passers},{takers}" if has_counts else ","
    cost = "" if draw.random() < 0.1 else f'"${draw.randrange(1500, 16000):,}"'
    return (
        f"Medical Coding {number:07d},School {number % 5000},{draw.choice(CITIES)},{draw.choice(ACCREDITED)},"
        f"{rate},{counts},{draw.choice(SCHEDULES)},{draw.randrange(4, 25)} months,{cost},"
        f"{draw.choice(('yes', 'no', ''))},{draw.choice(REMARKS)}\n"
    )
