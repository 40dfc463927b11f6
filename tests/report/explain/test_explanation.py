"""Why a program stands where it does: whole texts, and sentences that come true when applied."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from decision.judge.account import account
from decision.judge.advice.contrast import contrast
from decision.judge.lookup import find_program
from decision.report.explain.explanation import Explanation, explain_text, explanation
from tests.conftest import PROJECT
from tests.report.golden import golden
from tests.report.insights import explained, insight_of
from tests.report.screen.test_terminal import columns_at_most
from tests.report.views_fixture import (
    FOUR,
    HARBOR,
    LINDEN,
    MILL,
    OUTCOMES,
    QUAY,
    SOME_FIT,
    criteria_of,
    dollars,
    label,
    outcome_of,
    passed,
    program,
    unknown,
)

if TYPE_CHECKING:
    from decision.model import Outcome

SAMPLE = PROJECT / "sample_programs" / "invented.csv"


@pytest.mark.parametrize("name", ["guide", "medical-coding"])
@pytest.mark.parametrize("width", [80, 50])
def test_every_program_of_the_sample_is_explained(name: str, width: int) -> None:
    drawn = explained(decide(SAMPLE, name).outcome, width=width)

    assert drawn == golden(f"explain_{name}_{width}")


@pytest.mark.parametrize("name", ["nobody_fits", "tie", "one_program", "ask_only", "no_weights"])
def test_every_program_of_a_small_table_is_explained(name: str) -> None:
    assert explained(OUTCOMES[name]) == golden(f"explain_{name}")


def test_a_program_is_held_against_the_one_that_is_named() -> None:
    outcome = decide(SAMPLE, "guide").outcome
    linden, quabbin = find_program(outcome, "Linden"), find_program(outcome, "Quabbin")

    drawn = explain_text(
        outcome,
        insight_of(outcome),
        linden,
        account=account(outcome, linden),
        contrast=contrast(outcome, linden, quabbin),
    )

    assert drawn == golden("explain_against")


def test_held_against_itself_nothing_differs() -> None:
    insight = insight_of(SOME_FIT)

    found = explanation(SOME_FIT, insight, 0, contrast=contrast(SOME_FIT, 0, 0))

    assert (found.reasons_for, found.against) == ((), "")


def test_the_sentences_alone() -> None:
    insight = insight_of(SOME_FIT)

    assert explanation(SOME_FIT, insight, 1) == Explanation(
        row=3,
        reasons_for=("Schedule earns 11 points (online); Harbor earns 6 (evening).",),
        against="Cost earns 11 points ($4,900); Harbor earns 16 ($3,450).",
        change=(
            "Linden would come first if its exam pass rate were 390 of 470 or more, or if it cost $4,340 or less.",
            (
                "Linden would come first if schedule counted for 15 % (now 11 %), or if cost counted for 19 % "
                "(now 28 %), or if exam pass rate counted for 24 % (now 61 %), the rest in proportion."
            ),
        ),
    )


def test_a_program_that_is_out_has_no_reasons_for_it() -> None:
    insight = insight_of(SOME_FIT)

    found = explanation(SOME_FIT, insight, 5)

    assert found.reasons_for == ()
    assert found.against == "Cost $6,250 is over your limit of $6,000 by $250."


# ── widths and signs ──────────────────────────────────────────────────────────────────────────────────────────────────

ANY_NAME = st.text(st.characters(exclude_categories=()), max_size=60)


@given(names=st.lists(ANY_NAME, min_size=1, max_size=4), width=st.integers(40, 200), is_unicode=st.booleans())
def test_no_line_is_wider_than_the_terminal(names: list[str], width: int, is_unicode: bool) -> None:
    lines = [HARBOR, LINDEN, QUAY, MILL]
    outcome = outcome_of(FOUR, [(name, cells) for name, (_, cells) in zip(names, lines, strict=False)])

    drawn = explained(outcome, width=width, unicode=is_unicode)

    assert max(map(columns_at_most, drawn.splitlines())) <= width


@given(name=ANY_NAME, place=ANY_NAME)
def test_no_control_or_direction_mark_reaches_the_terminal(name: str, place: str) -> None:
    outcome = outcome_of(FOUR, [program(name, unknown(), dollars(4000), label(place), place), QUAY])

    assert all(character.isprintable() for character in explained(outcome).replace("\n", ""))


def test_without_unicode_all_is_ascii() -> None:
    outcome = outcome_of(FOUR, [("École", HARBOR[1]), LINDEN])

    assert explained(outcome, unicode=False).isascii()


def test_long_names_of_criteria_leave_room_for_what_the_file_says() -> None:
    long = [replace(criterion, name=f"{criterion.name}, as the school itself states it") for criterion in FOUR.criteria]
    cells = {f"{name}, as the school itself states it": cell for name, cell in HARBOR[1].items()}

    drawn = explained(outcome_of(criteria_of(*long), [("Harbor", cells)]), width=40)

    assert max(map(len, drawn.splitlines())) <= 40


# ── the account adds up ───────────────────────────────────────────────────────────────────────────────────────────────

NUMBERS = re.compile(r"(-?[\d.]+)(?:-[\d.]+)? +([\d.]+) +([\d.]+) +([+-]?[\d.]+)$")
TABLES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 8000), st.sampled_from(["evening", "online", "weekend"])),
    min_size=2,
    max_size=5,
)


def tables_of(drawn: str) -> list[list[tuple[float, ...]]]:
    """The numbers of each account: points, possible points, the other's, the difference."""
    blocks = [block.splitlines() for block in drawn.split("\n\n") if "the file says" in block]
    return [
        [tuple(map(float, match.groups())) for line in block if (match := NUMBERS.search(line))] for block in blocks
    ]


@given(TABLES)
def test_the_columns_of_an_account_add_up_as_they_are_shown(rows: list[tuple[int, int, str]]) -> None:
    table = [program(f"Town {at}", passed(p, 60), dollars(c), label(w)) for at, (p, c, w) in enumerate(rows)]
    outcome = outcome_of(criteria_of(*(replace(c, must=None) for c in FOUR.weighted)), table)

    accounts = tables_of(explained(outcome, width=100))

    assert len(accounts) == len(rows)
    assert all(
        sum(row[at] for row in parts) == pytest.approx(total[at]) for *parts, total in accounts for at in range(4)
    )
    assert all(row[0] - row[2] == pytest.approx(row[3]) for account in accounts for row in account)


# ── what would change it comes true ───────────────────────────────────────────────────────────────────────────────────

COUNTED: dict[str, Any] = {
    "name": "exam pass rate",
    "kind": "share",
    "column": "rate",
    "passed": "passed",
    "took": "took",
    "base_rate": "62%",
    "base_takers": "20",
    "worst": "40%",
    "best": "100%",
}
PRICED: dict[str, Any] = {
    "name": "cost",
    "kind": "money",
    "column": "cost",
    "must": {"at_most": "6000"},
    "worst": "8000",
    "best": "0",
}
MONTHS: dict[str, Any] = {"name": "length", "kind": "duration", "column": "months", "worst": "24", "best": "0"}
ROWS = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1000, 7000), st.integers(1, 23)), min_size=2, max_size=5, unique=True
)
COST_SENTENCE = re.compile(r"would (come first|be on the shortlist) .*?if it cost \$([\d,]+) or less")
RATE_SENTENCE = re.compile(r"would (come first|be on the shortlist) .*?if its exam pass rate were (\d+) of 50")
LENGTH_SENTENCE = re.compile(r"would (come first|be on the shortlist) .*?if its length were ([\d.]+) months? or less")
WEIGHT_SENTENCE = re.compile(r"would (come first|be on the shortlist) .*?if cost counted for ([\d.]+) %")
LIMIT_SENTENCE = re.compile(r"would (come first|be on the shortlist) .*?if your limit for cost were \$([\d,]+)")

Rows = list[tuple[float, float, float]]


def decided(rows: Rows, *, limit: float = 6000, weights: dict[str, float] | None = None) -> Outcome:
    lines = [f"Town {at},{p},50,{c},{m}" for at, (p, c, m) in enumerate(rows)]
    table = "\n".join(["program,passed,took,cost,months", *lines, ""])
    criteria = {"criteria": [COUNTED, PRICED, MONTHS], "shortlist": 2}
    return decide(table.encode(), criteria, set={"cost.at_most": limit}, weights=weights).outcome


def said(rows: Rows, pattern: re.Pattern[str]) -> list[tuple[int, str, float]]:
    """Every promise of one sort: the program, what it brings, and the number."""
    outcome = decided(rows)
    insight = insight_of(outcome)
    return [
        (at, match[1], float(match[2].replace(",", "")))
        for at in range(len(rows))
        for sentence in explanation(outcome, insight, at).change
        if (match := pattern.search(sentence))
    ]


def is_there(outcome: Outcome, at: int, place: str) -> bool:
    ranking = outcome.ranking
    return bool(ranking.rank[at] == 1 if place == "come first" else ranking.is_shortlisted[at])


def told(rows: Rows, at: int, column: int, value: float) -> Rows:
    changed = [list(row) for row in rows]
    changed[at][column] = value
    return [(row[0], row[1], row[2]) for row in changed]


@given(ROWS)
def test_a_price_that_is_named_does_it_and_a_dollar_more_does_not(rows: Rows) -> None:
    promises = said(rows, COST_SENTENCE)

    assert all(is_there(decided(told(rows, at, 1, cost)), at, place) for at, place, cost in promises)
    assert not any(is_there(decided(told(rows, at, 1, cost + 1)), at, place) for at, place, cost in promises)


@given(ROWS)
def test_a_count_that_is_named_does_it_and_one_less_does_not(rows: Rows) -> None:
    promises = said(rows, RATE_SENTENCE)

    assert all(is_there(decided(told(rows, at, 0, count)), at, place) for at, place, count in promises)
    assert not any(is_there(decided(told(rows, at, 0, count - 1)), at, place) for at, place, count in promises)


@given(ROWS)
def test_a_length_that_is_named_does_it_and_a_little_more_does_not(rows: Rows) -> None:
    promises = said(rows, LENGTH_SENTENCE)

    assert all(is_there(decided(told(rows, at, 2, months)), at, place) for at, place, months in promises)
    assert not any(is_there(decided(told(rows, at, 2, months + 0.1)), at, place) for at, place, months in promises)


@given(ROWS)
def test_a_limit_that_is_named_does_it_and_a_dollar_less_does_not(rows: Rows) -> None:
    promises = said(rows, LIMIT_SENTENCE)

    assert all(is_there(decided(rows, limit=limit), at, place) for at, place, limit in promises)
    assert not any(is_there(decided(rows, limit=limit - 1), at, place) for at, place, limit in promises)


@given(ROWS)
def test_a_weight_that_is_named_does_it(rows: Rows) -> None:
    promises = said(rows, WEIGHT_SENTENCE)
    before = decided(rows).points.weights

    assert all(is_there(decided(rows, weights=moved(before, percent)), at, place) for at, place, percent in promises)


def moved(weights: Any, percent: float) -> dict[str, float]:  # noqa: ANN401
    """The weight of cost moved, the others in proportion."""
    rest = 1 - weights["cost"]
    return {n: percent if n == "cost" else w * (100 - percent) / rest for n, w in weights.items()}
