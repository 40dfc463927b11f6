"""What the user's area pays stands beside the answer, and never counts in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import BadOptions, decide, read_criteria, sample
from decision.errors import BadInput
from decision.intake.recorded import recorded_run
from decision.judge.pay.paybacks import cost_criterion
from decision.report.files.document import dumps
from decision.report.files.ranked import ranked_csv
from tests.commands import decide as run_decide
from tests.conftest import PROJECT
from tests.report.files.test_document import SCHEMA
from tests.report.golden import golden

if TYPE_CHECKING:
    from pathlib import Path

INVENTED = sample("invented")
WAGES = {"now": 17.50, "then": 22, "hours": 40}
ASKED = ("--area", "Worcester", "--wage-now", "17.50", "--wage-then", "22", "--hours", "40")
TABLE = b"""program,total_cost,schedule
Harbor,"$3,900",evening
Linden,"$3,900-7,800",evening
Quay,,evening
Free,$0 (free),evening
Dear,"$9,000",evening
"""
WANTED: dict[str, Any] = {
    "criteria": [
        {"name": "when", "kind": "schedule", "column": "schedule", "must": {"any_of": ["evening"]}},
        {"name": "cost", "kind": "money", "column": "total_cost", "must": {"at_most": 8000}, "worst": 8000, "best": 0},
    ]
}


def remark(text: str) -> str:
    """The part of an answer that speaks of pay."""
    return text[text.index("Pay  ") : text.index("\n\nIn another order")] + "\n"


@pytest.mark.parametrize(
    ("name", "area", "wages"),
    [
        ("pay_remark_area", "Worcester", None),
        ("pay_remark_wages", "Worcester", WAGES),
        ("pay_remark_given_up", "Lowell", {**WAGES, "then": 35, "given_up": 300}),
        ("pay_remark_no_gain", "Massachusetts", {"now": 22, "then": 20}),
    ],
)
def test_pay_stands_under_the_answer(name: str, area: str, wages: dict[str, object] | None) -> None:
    decision = decide(INVENTED, "guide", area=area, wages=wages)

    assert remark(str(decision)) == golden(name)


def test_the_notebook_shows_the_same_words() -> None:
    shown = decide(INVENTED, "guide", area="Worcester", wages=WAGES)._repr_html_()

    assert "<div>Months of it that pay back the cost: Harbor 4.4, Linden 6.3 and Quabbin 6.7.</div>" in shown


def test_a_table_of_ones_own_is_escaped_in_a_notebook(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "title: Mine\nas_of: 2026\nsource: me\noccupations:\n"
        "  - {code: A, title: <b>Coder</b>, wages: [{area: <i>Here</i>, low: 15, median: 20, high: 30}]}\n"
    )

    shown = decide(INVENTED, "guide", area="<i>Here</i>", wages={"table": str(path)})._repr_html_()

    assert "&lt;i&gt;Here&lt;/i&gt;, 2026: one person in ten earns less than $15.00 an hour" in shown
    assert "(&lt;b&gt;Coder&lt;/b&gt;, A)" in shown


@given(st.sampled_from(["Worcester", "Boston", "US"]), st.floats(1, 900), st.floats(1, 900))
def test_pay_never_counts_in_the_ranking(area: str, now: float, then: float) -> None:
    plain = decide(INVENTED, "guide").outcome
    beside = decide(INVENTED, "guide", area=area, wages={"now": now, "then": then}).outcome

    assert b"".join(ranked_csv(beside)) == b"".join(ranked_csv(plain))
    assert beside.points.score.tolist() == plain.points.score.tolist()


def paybacks_of(document: dict[str, Any]) -> dict[int, tuple[float | None, float | None]]:
    return {entry["row"]: (entry["low"], entry["high"]) for entry in document["pay"]["payback"]["programs"]}


def test_each_program_that_is_not_out_has_its_months() -> None:
    # 780 more a month: 3,900 / 780 = 5 and 7,800 / 780 = 10 months; an unknown cost is not known; $9,000 is out
    document = decide(TABLE, WANTED, area="Worcester", wages=WAGES).to_dict()

    assert paybacks_of(document) == {
        2: pytest.approx((5.0, 5.0)),
        3: pytest.approx((5.0, 10.0)),
        4: (None, None),
        5: (0.0, 0.0),
    }


def test_no_gain_has_no_months_anywhere() -> None:
    document = decide(TABLE, WANTED, area="Worcester", wages={"now": 22, "then": 22}).to_dict()

    assert set(paybacks_of(document).values()) == {(None, None)}


@pytest.mark.parametrize(
    ("program", "told"),
    [
        (
            "Harbor",
            (
                "From $17.50 to $22.00 an hour, 40 hours a week, is $780 more a month before tax.\n"
                "$3,900 is paid back in 5 months of the higher wage.\n"
            ),
        ),
        (
            "Linden",
            (
                "From $17.50 to $22.00 an hour, 40 hours a week, is $780 more a month before tax.\n"
                "$3,900 to $7,800 is paid back in 5 to 10 months of the higher wage.\n"
            ),
        ),
        (
            "Quay",
            (
                "From $17.50 to $22.00 an hour, 40 hours a week, is $780 more a month before tax.\n"
                "How soon it is paid back is not known, since its cost is not.\n"
            ),
        ),
        (
            "Free",
            (
                "From $17.50 to $22.00 an hour, 40 hours a week, is $780 more a month before tax.\n"
                "There is nothing to pay back.\n"
            ),
        ),
    ],
)
def test_a_program_is_explained_with_its_months(program: str, told: str) -> None:
    decision = decide(TABLE, WANTED, area="Worcester", wages=WAGES)

    assert decision.explain(program).endswith(f"\n\n{told}")


def test_a_program_that_is_out_is_explained_without_months() -> None:
    decision = decide(TABLE, WANTED, area="Worcester", wages=WAGES)

    assert "paid back" not in decision.explain("Dear")


@pytest.mark.parametrize("wages", [None, WAGES, {"now": 22, "then": 20}])
def test_the_document_is_of_its_schema(wages: dict[str, object] | None) -> None:
    document = decide(TABLE, WANTED, area="Lowell", wages=wages).to_dict()

    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(dumps(document)))


def test_without_an_area_nothing_is_said_of_pay() -> None:
    decision = decide(TABLE, WANTED)

    assert "pay" not in decision.to_dict()
    assert "Pay  " not in str(decision)


def test_what_was_asked_is_recorded() -> None:
    settings: Any = decide(TABLE, WANTED, area="Lowell", wages={"now": 17.5, "then": 22}).to_dict()["settings"]

    assert (settings["area"], settings["wages"]) == (
        "Lowell",
        {"now": 17.5, "then": 22.0, "given_up": 0.0, "occupation": "29-2072", "table": "bls-2025-05"},
    )


@pytest.mark.parametrize("asked", [ASKED, ASKED[:6], ASKED[:2], (*ASKED, "--given-up", "300")])
def test_a_run_again_gives_the_same_bytes(tmp_path: Path, asked: tuple[str, ...]) -> None:
    table = PROJECT / "sample_programs" / "invented.csv"
    first = run_decide("rank", table, "--criteria", "guide", "-q", "--json", *asked, folder=tmp_path)
    (tmp_path / "a.json").write_bytes(first.stdout)

    again = run_decide("replay", "a.json", folder=tmp_path)

    assert (again.stdout, again.stderr, again.returncode) == (first.stdout, b"", 0)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--area", "Wooster"], '  area  "Wooster"  is no area of this table. Did you mean "Worcester"?\n'),
        (
            ["--wage-now", "17"],
            '  --area  is missing. Say where these wages are paid; "United States" will do.\n',
        ),
        (
            ["--area", "MA", "--wage-then", "22"],
            (
                "  --wage-now  is missing. A gain needs both wages: state --wage-now beside\n"
                "              --wage-then.\n"
            ),
        ),
    ],
)
@pytest.mark.parametrize("command", [["rank"], ["explain"]])
def test_a_wrong_option_is_told(tmp_path: Path, command: list[str], arguments: list[str], told: str) -> None:
    (tmp_path / "a.csv").write_bytes(TABLE)
    program = {"rank": [], "explain": ["Harbor"]}[command[0]]

    run = run_decide(*command, "a.csv", *program, *arguments, "--allow-missing", folder=tmp_path)

    assert (run.stdout, run.stderr.decode(), run.returncode) == (b"", f"1 fault. Nothing was ranked.\n{told}", 2)


def test_a_key_that_is_no_wage_is_told() -> None:
    with pytest.raises(BadOptions) as raised:
        decide(TABLE, WANTED, area="Worcester", wages={"certified": 30})

    assert str(raised.value) == (
        "1 fault.\n  wages.certified  is not known. It can be: now, then, hours, given_up, occupation, table."
    )


def test_a_record_with_no_text_for_its_area_is_refused() -> None:
    document: Any = decide(INVENTED, "guide", area="Worcester").to_dict()
    document["settings"] |= {"area": 5, "wages": []}
    document["settings"]["programs"]["file"] = "a.csv"

    with pytest.raises(BadInput) as raised:
        recorded_run(document, file="a.json")

    assert str(raised.value) == (
        "a.json: 2 faults.\n  settings.area  wanted a text.\n  settings.wages  wanted an object."
    )


@pytest.mark.parametrize(
    ("criterion", "is_cost"),
    [
        ({"kind": "money", "worst": 8000, "best": 0}, True),
        ({"kind": "money", "must": {"at_most": 8000}}, True),
        ({"kind": "money", "worst": 0, "best": 8000}, False),
        ({"kind": "money", "must": {"at_least": 10}}, False),
        ({"kind": "number", "worst": 8000, "best": 0}, False),
    ],
)
def test_a_cost_is_money_of_which_less_is_better(criterion: dict[str, object], is_cost: bool) -> None:
    criteria = read_criteria({"criteria": [{"name": "it", "column": "it", **criterion}]})

    assert (cost_criterion(criteria) is not None) == is_cost


def test_without_a_cost_there_is_nothing_to_pay_back() -> None:
    wanted = {"criteria": WANTED["criteria"][:1]}

    document: Any = decide(TABLE, wanted, area="Worcester", wages=WAGES).to_dict()

    assert "payback" not in document["pay"]
