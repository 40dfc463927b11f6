"""Every template of a sentence has one line in ``tests/golden/reasons.txt``."""

from __future__ import annotations

from dataclasses import replace

from decision.model import Criterion, Kind, MustHave, Outcome, Rule, Scale, Unknown, WhenUnknown
from decision.report.words.reasons import reasons
from tests.conftest import PROJECT
from tests.report.outcomes import (
    COST,
    FOUR_SCHOOLS,
    RATE,
    RATE_ASSUMED,
    SCHEDULE,
    Cell,
    one,
    outcome,
    silent,
    table,
    value,
    words,
)

GOLDEN = PROJECT / "tests" / "golden" / "reasons.txt"


def must(criterion: Criterion, rule: Rule, *labels: str) -> Criterion:
    return replace(criterion, must=MustHave(rule=rule, labels=labels))


def only_must(criterion: Criterion) -> Criterion:
    return replace(criterion, scale=None)


def only_points(criterion: Criterion) -> Criterion:
    return replace(criterion, must=None)


BETWEEN = replace(COST, must=MustHave(rule=Rule.BETWEEN, low=2000.0, high=6000.0))
LEFT_OUT = replace(RATE, unknown=WhenUnknown(out=True))
RATE_GUESSED = replace(RATE_ASSUMED, unknown=WhenUnknown(low=0.4, high=0.9))
CREDITS = Criterion(name="credits", kind=Kind.NUMBER, unit="credits", must=MustHave(rule=Rule.AT_LEAST, low=12.0))
LENGTH = Criterion(name="length", kind=Kind.DURATION, must=MustHave(rule=Rule.AT_MOST, high=9.0))
AID = Criterion(name="financial aid", kind=Kind.YES_NO, must=MustHave(rule=Rule.IS, labels=("yes",)))
PLACE = Criterion(name="place", kind=Kind.CATEGORY, scale=Scale(shares={"Lynn": 1.0}), must=None)
HOURS = must(SCHEDULE, Rule.AVAILABLE, "Mon-Fri 17:30-22:00", "Sat")
CHEAP, DEAR, NIGHT, DAY = value("$3,450", 3450), value("$6,250", 6250), words("evening"), words("day")
GOOD, BAD = value("28 of 37 (75.7 %)", 28 / 37), value("12 of 25 (48 %)", 0.48)

CASES: dict[str, Outcome] = {
    "fits, loses elsewhere": one([only_points(COST), RATE, SCHEDULE], [value("free", 0), GOOD, NIGHT]),
    "fits, one criterion leads both": one([COST, RATE], [CHEAP, GOOD]),
    "fits, one must-have": one([COST], [CHEAP]),
    "fits, no must-have": one([only_points(COST)], [CHEAP]),
    "fits, no points": one([only_must(COST), SCHEDULE], [CHEAP, NIGHT]),
    "fits, earns nothing": one([only_points(COST), SCHEDULE], [value("$9,000", 9000), NIGHT]),
    "fits, one not known": one([only_points(COST), only_points(RATE)], [value("free", 0), silent()]),
    "fits, one assumed": one([COST, RATE_ASSUMED], [CHEAP, silent()]),
    "fits, a range assumed": one([COST, RATE_GUESSED], [CHEAP, silent()]),
    "fits, a label assumed": one([replace(PLACE, unknown=WhenUnknown(labels=("Lynn", "Salem")))], [silent()]),
    "fits, one is odd": one([COST, SCHEDULE], [value("$0", 0, suspect=True), NIGHT]),
    "ask, one not published": one([COST, RATE], [CHEAP, silent()]),
    "ask, one reason for three": one([COST, RATE, SCHEDULE], [silent(), silent(), silent()]),
    "ask, blank and withheld": one([COST, RATE], [silent(Unknown.BLANK), silent(Unknown.SUPPRESSED)]),
    "ask, contact and no column": one([COST, RATE], [silent(Unknown.CONTACT_SCHOOL), silent(Unknown.NO_COLUMN)]),
    "ask, not to apply": one([RATE], [silent(Unknown.NOT_APPLICABLE)]),
    "ask, not understood": one([SCHEDULE], [silent(Unknown.NOT_UNDERSTOOD, "evning")]),
    "ask, not understood and not shown": one([SCHEDULE], [silent(Unknown.NOT_UNDERSTOOD, "not understood")]),
    "ask, parts missing": one([COST], [silent(Unknown.PARTS_MISSING, low=4000.0)]),
    "ask, another basis": one([COST], [silent(Unknown.OTHER_BASIS)]),
    "ask, assumed for points": one([replace(RATE_ASSUMED, must=RATE.must), COST], [silent(), CHEAP]),
    "ask, partly over": one([COST], [value("$5,500 to $6,500", 5500, 6500)]),
    "ask, partly under": one([RATE], [value("50 % to 70 %", 0.5, 0.7)]),
    "ask, partly within": one([BETWEEN], [value("$1,000 to $7,000", 1000, 7000)]),
    "ask, one silent, one astride": one([COST, RATE], [value("$5,500 to $6,500", 5500, 6500), silent()]),
    "ask, hours not settled": one([HOURS, COST], [words("hybrid"), CHEAP]),
    "out, over by": one([COST, SCHEDULE], [DEAR, NIGHT]),
    "out, the only must-have": one([COST], [DEAR]),
    "out, under by points": one([RATE, COST], [BAD, CHEAP]),
    "out, by next to nothing": one([RATE, COST], [value("60 %", 0.5999), CHEAP]),
    "out, under the lower limit": one([BETWEEN, RATE], [value("$500", 500), GOOD]),
    "out, by credits": one([CREDITS, COST], [value("9 credits", 9), CHEAP]),
    "out, by a month": one([LENGTH, COST], [value("10 months", 10), CHEAP]),
    "out, a range beyond": one([COST, RATE], [value("$6,500 to $7,000", 6500, 7000), GOOD]),
    "out, another label": one([SCHEDULE, COST], [DAY, CHEAP]),
    "out, lacks a label": one([must(SCHEDULE, Rule.ALL_OF, "day", "online"), COST], [DAY, CHEAP]),
    "out, ruled out": one([must(SCHEDULE, Rule.NONE_OF, "day"), COST], [DAY, CHEAP]),
    "out, no": one([AID, COST], [words("no"), CHEAP]),
    "out, other hours": one([HOURS, COST], [DAY, CHEAP]),
    "out, also fails": one([COST, RATE, SCHEDULE], [DEAR, BAD, DAY]),
    "out, not settled": one([COST, RATE, SCHEDULE], [DEAR, silent(), silent()]),
    "out, also fails and not settled": one([COST, RATE, SCHEDULE], [DEAR, silent(), DAY]),
    "out, by the user's word": one([LEFT_OUT, COST], [silent(), CHEAP]),
    "out, also by the user's word": one([COST, LEFT_OUT], [DEAR, silent()]),
    "out, by stated parts": one([COST, RATE], [silent(Unknown.PARTS_MISSING, low=6250.0), GOOD]),
    "out, by an odd fact": one([COST, RATE], [value("$41,984,198", 41984198, suspect=True), GOOD]),
}


def test_every_sentence_is_as_in_the_golden_file() -> None:
    lines = [f"{name}: {reasons(case)[0]}\n" for name, case in CASES.items()]

    assert "".join(lines) == GOLDEN.read_text(encoding="utf-8")


def test_programs_that_read_alike_share_one_sentence() -> None:
    programs = table(b"program\nHarbor\nLinden\nQuay\n")
    told = reasons(outcome(programs, [COST], {"cost": [CHEAP, DEAR, CHEAP]}))

    assert told[0] is told[2]
    assert told[0] != told[1]


def test_no_programs_have_no_reasons() -> None:
    assert reasons(outcome(table(b"program\n"), [COST], {"cost": []})) == []


def test_a_long_cell_is_cut_and_its_control_marks_are_spelled_out() -> None:
    told = reasons(one([only_must(SCHEDULE)], [Cell(text="\x1b[31m" + "day " * 50, labels=("day",))]))

    shown = "\\x1b[31m" + ("day " * 50)[:69] + "..."
    assert told == [f"Schedule is {shown}, not evening, weekend or online."]


def test_reasons_stand_in_the_order_of_the_file() -> None:
    assert [reason.split()[0] for reason in reasons(FOUR_SCHOOLS)] == ["Meets", "May", "Cost", "Cost"]
