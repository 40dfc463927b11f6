"""What holds of every bill, whatever the cells, the lists and the answers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import decide
from tests.intake.costs.lists import AID, LINES, written
from tests.intake.costs.priced import PARTS, fact

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from decision.model import Fact
    from decision.nouns.costs import Bill

MONEY = st.one_of(
    st.just(""), st.integers(0, 9000).map("${:,}".format), st.integers(1, 900).map(lambda n: f"${n}.50-${n + 200}.75")
)
CELLS = st.fixed_dictionaries(
    {
        "total_cost": st.one_of(st.just(""), MONEY),
        **dict.fromkeys((*PARTS, "dues", "grants"), MONEY),
        "exam": st.sampled_from(["", "CPC", "CBCS", "CCA", "CBCS or CPC", "none stated"]),
        "hours": st.sampled_from(["", "100", "300", "720", "120-200"]),
        "my_cost": st.sampled_from(["", "", "", "$900"]),
    }
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "resident": st.sampled_from(["yes", "no"]),
        "poor": st.sampled_from(["yes", "no"]),
        "First": st.sampled_from(["yes", "no", "$700"]),
        "Short": st.sampled_from(["yes", "no"]),
    },
)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder: Path = tmp_path_factory.mktemp("lists")
    lists = {"add": written(folder, "lines.yaml", LINES), "aid": written(folder, "aid.yaml", AID)}
    return {"override": "my_cost", **lists}


def ends(found: Fact) -> tuple[float, float]:
    """What the only program costs at least and at most; anything where it is not known."""
    code = int(found.codes[0])
    low, high = float(found.low[code]), float(found.high[code])
    return (0.0 if math.isnan(low) else low), (math.inf if math.isnan(high) else high)


def made(found: Fact) -> Bill | None:
    return found.bills[int(found.codes[0])]


@given(CELLS, ANSWERS)
def test_the_bill_adds_up_to_the_fact_to_the_cent(
    keys: dict[str, Any], row: dict[str, str], person: dict[str, str]
) -> None:
    found = fact(row, **keys, person=person)

    bill = made(found)
    lines = (0.0, math.inf) if bill is None else (math.fsum(line.low for line in bill.lines), bill.all_in_high)
    left = (0.0, math.inf) if bill is None else (bill.net_low, bill.net_high)

    assert left == pytest.approx(ends(found), abs=0.001)
    assert lines[0] == pytest.approx(0.0 if bill is None else bill.all_in_low, abs=0.001)
    assert lines[0] - math.fsum(paid.most for paid in (bill.grants if bill else ())) == pytest.approx(
        left[0], abs=0.001
    )


@given(CELLS, ANSWERS)
def test_nothing_is_ever_left_below_zero(keys: dict[str, Any], row: dict[str, str], person: dict[str, str]) -> None:
    low, high = ends(fact(row, **keys, person=person))

    assert 0 <= low <= high


@given(CELLS, ANSWERS, st.sampled_from(["resident", "poor"]))
def test_a_grant_more_never_raises_what_is_left(
    keys: dict[str, Any], row: dict[str, str], person: dict[str, str], question: str
) -> None:
    without = ends(fact(row, **keys, person={**person, question: "no", "First": "no"}))
    more = ends(fact(row, **keys, person={**person, question: "yes", "First": "yes"}))

    assert (more[0] <= without[0] + 0.001, more[1] <= without[1] + 0.001) == (True, True)


@given(CELLS, ANSWERS, st.sampled_from(["resident", "poor"]))
def test_an_answer_only_narrows(
    keys: dict[str, Any], row: dict[str, str], person: dict[str, str], question: str
) -> None:
    asked = {name: word for name, word in person.items() if name != question}
    open_low, open_high = ends(fact(row, **keys, person=asked))

    answered = [ends(fact(row, **keys, person={**asked, question: word})) for word in ("yes", "no")]

    assert min(low for low, _ in answered) >= open_low - 0.001
    assert max(high for _, high in answered) <= open_high + 0.001


@given(CELLS, ANSWERS, st.sampled_from(["tuition", "fees"]))
def test_a_part_that_is_not_known_never_lowers_the_high_end(
    keys: dict[str, Any], row: dict[str, str], person: dict[str, str], part: str
) -> None:
    stated = ends(fact(row, **keys, person=person))
    blank = ends(fact({**row, part: ""}, **keys, person=person))

    assert blank[1] >= stated[1] - 0.001


@given(CELLS)
def test_an_assumed_line_never_lowers_a_cost(keys: dict[str, Any], row: dict[str, str]) -> None:
    plain = ends(fact(row, override="my_cost"))
    added = ends(fact(row, override="my_cost", add=keys["add"]))

    assert added[0] >= plain[0] - 0.001
    assert plain[1] == math.inf or added[1] >= plain[1] - 0.001


@given(CELLS, ANSWERS)
def test_your_own_figure_always_wins(keys: dict[str, Any], row: dict[str, str], person: dict[str, str]) -> None:
    assert ends(fact({**row, "my_cost": "$1,234"}, **keys, person=person)) == (1234, 1234)


@given(CELLS, ANSWERS)
def test_blanking_every_cell_behind_the_cost_leaves_it_unknown(
    keys: dict[str, Any], row: dict[str, str], person: dict[str, str]
) -> None:
    assert ends(fact(dict.fromkeys(row, ""), **keys, person=person)) == (0.0, math.inf)


@given(st.lists(CELLS, min_size=2, max_size=4, unique_by=str), ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_never_matters(
    keys: dict[str, Any], rows: list[dict[str, str]], person: dict[str, str], chance: Random
) -> None:
    names = [f"P{number}" for number in range(len(rows))]
    order, header = chance.sample(range(len(rows)), len(rows)), chance.sample([*rows[0]], len(rows[0]))
    cost = {"name": "cost", "kind": "money", "column": "total_cost", "parts": PARTS, "less": ["grants"]}
    criteria = {"criteria": [{**cost, **keys, "person": person, "best": 0, "worst": 8000, "must": {"at_most": 4000}}]}

    def answers(header: list[str], order: list[int]) -> dict[str, Any]:
        lines = [["program", *header], *([names[at], *(rows[at][name] for name in header)] for at in order)]
        table = "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()
        programs: Any = decide(table, criteria).to_dict()["programs"]
        return {one["name"]: {key: value for key, value in one.items() if key != "row"} for one in programs}

    assert answers(header, order) == answers([*rows[0]], [*range(len(rows))])
