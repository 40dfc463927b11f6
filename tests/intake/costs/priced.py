"""One program and how its cost is asked for: what its cells come to."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.facts.facts import read_facts
from decision.intake.table.programs import read_programs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision.model import Fact, Facts
    from decision.nouns.costs import Bill

PARTS = ("tuition", "fees", "books", "exam_fee")
COUNTS = {"credits": "credits", "length": "length"}


def facts(*rows: Mapping[str, str], **keys: object) -> Facts:
    """Everything a table of programs says of its cost; keys are those of the criterion."""
    header = list(dict.fromkeys(["total_cost", *(name for row in rows for name in row)]))
    file = io.StringIO()
    writer = csv.DictWriter(file, ["program", *header], restval="")
    writer.writeheader()
    writer.writerows({"program": f"P{number}", **row} for number, row in enumerate(rows))
    cost = {"name": "cost", "kind": "money", "column": "total_cost", "parts": PARTS, "less": ["grants"]}
    criteria = read_criteria({"criteria": [{**cost, "best": "$0", "worst": "$8,000", **keys}]})
    return read_facts(read_programs(file.getvalue().encode()), criteria)


def fact(row: Mapping[str, str], **keys: object) -> Fact:
    """The cost of one program."""
    return facts(row, **keys)["cost"]


def cost(row: Mapping[str, str], **keys: object) -> tuple[str, float, float]:
    """What is shown of the cost of one program, and its ends."""
    found = fact(row, **keys)
    code = int(found.codes[0])
    return found.texts[code], float(found.low[code]), float(found.high[code])


def bill(row: Mapping[str, str], **keys: object) -> Bill:
    """The bill of one program, which states something."""
    found = fact(row, **keys)
    made = found.bills[int(found.codes[0])]
    assert made is not None
    return made
