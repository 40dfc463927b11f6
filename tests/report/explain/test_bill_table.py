"""The bill of a program as a person sees it: whole texts, and columns that add up."""

from __future__ import annotations

import re

import pytest

from decision import decide
from tests.report.golden import golden

HEADER = "program,school,state,exam,credits,tuition,fees,books,exam_fee,total_cost,internship,my_cost"
ROWS = {
    "Harbor": 'Bunker Hill Community College,MA,CPC,27,"$223 per credit",$150,,,,yes,',
    "Mill": 'Mill School,RI,CBCS,,,,,,"$5,000",no,',
    "Quay": "Quay School,RI,CPC,,,$150,,,,no,",
    "Own": 'Own School,RI,CPC,,"$4,000",,,,,no,$900',
}
SAID = "massachusetts resident: yes, bachelor: no, fafsa: yes, six credits a term: yes, pell award: no, section 30: no"
TABLE = "\n".join([HEADER, *(f"{name},{row}" for name, row in ROWS.items())]).encode()


def told(program: str, said: str, width: int) -> str:
    """The bill in the explanation of one program, and all that follows it."""
    options = {"cost.person": said, "accreditation.must": "none", "schedule.must": "none"}
    text = decide(TABLE, "true-cost", set=options, allow_missing=True).explain(program, width=width)
    return text[text.index("  Cost, line") :]


@pytest.mark.parametrize("width", [80, 50])
@pytest.mark.parametrize(
    ("program", "said", "name"),
    [
        ("Harbor", "", "open"),
        ("Harbor", SAID, "sure"),
        ("Mill", SAID, "total"),
        ("Quay", SAID, "part"),
        ("Own", "", "own"),
    ],
)
def test_a_bill_is_drawn_line_by_line(program: str, said: str, name: str, width: int) -> None:
    drawn = told(program, said, width)

    assert drawn == golden(f"bill_{name}_{width}")


@pytest.mark.parametrize("width", [50, 60, 80, 100])
def test_a_bill_keeps_within_its_width(width: int) -> None:
    assert max(len(line) for line in told("Harbor", "", width).splitlines()) <= width


def test_what_is_drawn_adds_up() -> None:
    lines = told("Harbor", SAID, 80).splitlines()
    amounts = [
        [int(a.replace("$", "").replace(",", "")) for a in re.findall(r"-?\$[0-9,]+", line)[:2]] for line in lines
    ]
    rows = {line[2:33].strip(): pair for line, pair in zip(lines, amounts, strict=True) if len(pair) == 2}
    all_in, left = list(rows).index("all in"), list(rows).index("left to pay")
    pairs = list(rows.values())

    assert [sum(column) for column in zip(*pairs[:all_in], strict=True)] == pairs[all_in]
    assert [sum(column) for column in zip(*pairs[all_in:left], strict=True)] == pairs[left]
