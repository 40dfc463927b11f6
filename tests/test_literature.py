"""Worked examples from the literature of screening and additive scoring, with their published results.

Each docstring says where the numbers come from, which were read in print (or in a public copy of it) and which are
derived here by arithmetic.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from decision.judge.advice.gain import expected_gain
from decision.judge.certainty.readings import readings_within
from tests.asking import said
from tests.judge.standings import standing_of


def decided(table: str, *criteria: dict[str, Any], **keys: Any) -> Any:  # noqa: ANN401
    """Decide on a CSV text."""
    return said(table.encode(), {"criteria": list(criteria)} | keys)


def concerns(names: list[str], worst: str, best: str) -> list[dict[str, Any]]:
    """Plain numbers that all run between the same two reference points."""
    return [{"name": n, "column": n, "kind": "number", "worst": worst, "best": best} for n in names]


def scores(answer: Any) -> dict[str, float]:  # noqa: ANN401
    """Name -> points."""
    return {program["name"]: program["score"] for program in answer["programs"]}


OFFICE = ["closeness", "visibility", "image", "size", "comfort", "parking"]
OFFICE_WEIGHTS = dict(zip(OFFICE, ["32", "26", "23", "10", "6", "3"], strict=True))


def test_smart_gives_goodwin_and_wrights_addison_square_80_8_points() -> None:
    """Goodwin & Wright, Decision Analysis for Management Judgment, chapter 3, the office location problem.

    The six values, the six weights, their products and the sum 8080/100 = 80.8 for Addison Square are printed on p. 44.
    """
    table = "office," + ",".join(OFFICE) + "\nAddison Square,100,60,100,75,0,90\n"

    program = decided(table, *concerns(OFFICE, "0", "100"), weights=OFFICE_WEIGHTS)["programs"][0]

    assert program["score"] == pytest.approx(80.8, abs=1e-12)
    assert program["points"] == pytest.approx(
        dict(zip(OFFICE, [32.0, 15.6, 23.0, 7.5, 0.0, 2.7], strict=True)), abs=1e-12
    )


def test_swing_weights_of_goodwin_and_wright_keep_the_same_order_before_rounding() -> None:
    """The same problem with the swing of closeness at 100 and of visibility at 80 (figure 3.5, p. 43).

    Derived: against closeness alone, visibility then weighs 80/180; an office best in visibility alone has 44.4 points.
    """
    table = "office,closeness,visibility\nNear,100,0\nSeen,0,100\n"

    answer = decided(table, *concerns(OFFICE[:2], "0", "100"), weights={"closeness": "100", "visibility": "80"})

    assert scores(answer) == pytest.approx({"Near": 100 * 100 / 180, "Seen": 100 * 80 / 180}, abs=1e-9)


FIGHTERS = """aircraft,mach,range,payload,cost,reliability,agility
A1,2.0,1500,20000,5.5,5,9
A2,2.5,2700,18000,6.5,3,5
A3,1.8,2000,21000,4.5,7,7
A4,2.2,1800,20000,5.0,5,5
"""
CUT_OFFS = {
    "mach": {"at_least": "2.0"},
    "range": {"at_least": "1500"},
    "payload": {"at_least": "20000"},
    "cost": {"at_most": "6.0"},
    "reliability": {"at_least": "5"},
    "agility": {"at_least": "5"},
}
FIGHTER_MUSTS = [{"name": name, "column": name, "kind": "number", "must": rule} for name, rule in CUT_OFFS.items()]


def test_the_conjunctive_rule_leaves_the_first_and_fourth_fighter() -> None:
    """Hwang & Yoon, Multiple Attribute Decision Making (1981): four fighters, six attributes, the conjunctive rule.

    The matrix (words as numbers: low 3, average 5, high 7, very high 9) was read in public copies of the example. The
    standards are set here: Mach 2.0, 1,500 miles, 20,000 pounds, $6 million, average, average. Derived by comparing: A2
    fails payload, cost and reliability; A3 fails speed alone; A1 and A4 meet all, some of them just.
    """
    answer = decided(FIGHTERS, *FIGHTER_MUSTS)

    assert {program["name"]: program["status"] for program in answer["programs"]} == {
        "A1": "fits",
        "A2": "out",
        "A3": "out",
        "A4": "fits",
    }
    assert {p["name"]: [loss["criterion"] for loss in p["failed"]] for p in answer["programs"]} == {
        "A1": [],
        "A2": ["payload", "cost", "reliability"],
        "A3": ["mach"],
        "A4": [],
    }


def test_elimination_by_aspects_in_a_set_order_leaves_what_the_conjunctive_rule_leaves() -> None:
    """Tversky (1972), Psychological Review 79, 281-299: aspects are taken one by one; each eliminates what lacks it.

    With fixed standards and a fixed order (a deterministic reading of his model) the survivors are those of the
    conjunctive rule, whatever the order; only the step that is blamed moves. Derived from the fighters' matrix.
    """
    forward, backward = decided(FIGHTERS, *FIGHTER_MUSTS), decided(FIGHTERS, *reversed(FIGHTER_MUSTS))

    assert [(step["criterion"], step["out"]) for step in forward["funnel"]] == [
        ("mach", 1),
        ("range", 0),
        ("payload", 1),
        ("cost", 0),
        ("reliability", 0),
        ("agility", 0),
    ]
    assert [(step["criterion"], step["out"]) for step in backward["funnel"]] == [
        ("agility", 0),
        ("reliability", 1),
        ("cost", 0),
        ("payload", 0),
        ("range", 0),
        ("mach", 1),
    ]
    assert [step["left"] for step in (forward["funnel"][-1], backward["funnel"][-1])] == [2, 2]


@pytest.mark.parametrize(
    ("n", "printed"),
    [
        (2, ["0.75", "0.25"]),
        (3, ["0.61", "0.28", "0.11"]),
        (4, ["0.52", "0.27", "0.15", "0.06"]),
        (5, ["0.457", "0.257", "0.157", "0.090", "0.040"]),
    ],
)
def test_rank_order_centroid_weights_are_those_in_print(n: int, printed: list[str]) -> None:
    """Edwards & Barron (1994), OBHDP 60, 306-325; Barron & Barrett (1996), Management Science 42, 1515-1523.

    The weights 0.52, 0.27, 0.15, 0.06 for four concerns were read in a public worked example. The other rows are
    derived from the formula w_k = (1/n) * sum of 1/j for j = k..n.
    """
    names = [f"c{k}" for k in range(1, n + 1)]
    table = "program," + ",".join(names) + "\nAsh" + ",1" * n + "\n"
    digits = len(printed[0]) - 2

    weights = decided(table, *concerns(names, "0", "1"))["weights"]

    assert [f"{weight:.{digits}f}" for weight in weights.values()] == printed


def test_rank_sum_weights_are_those_of_stillwell_seaver_and_edwards() -> None:
    """Stillwell, Seaver & Edwards (1981), OBHP 28, 62-77: w_k = 2 (n + 1 - k) / (n (n + 1)).

    Derived from the formula: four concerns weigh 0.4, 0.3, 0.2 and 0.1.
    """
    table = "program,a,b,c,d\nAsh,1,1,1,1\n"

    weights = decided(table, *concerns(["a", "b", "c", "d"], "0", "1"), weights="rank_sum")["weights"]

    assert list(weights.values()) == pytest.approx([0.4, 0.3, 0.2, 0.1], abs=1e-15)


HEAT = ["x1", "x2", "x3", "x4", "x5", "x6", "x7"]
HEAT_LOSSES = [
    [33.95, 23.78, 11.45, 39.97, 29.44, 167.10, 3.852],
    [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184],
    [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845],
    [30.44, 37.59, 13.91, 74.08, 45.10, 198.34, 2.186],
    [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.610],
    [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935],
]
LESS_IS_BETTER = [True, True, True, True, False, True, False]


def test_the_weighted_sum_of_kracka_brauers_and_zavadskas_has_its_published_scores() -> None:
    """Kracka, Brauers & Zavadskas (2010), Engineering Economics 21(4), 352-359: six insulation variants, equal weights.

    The matrix and the six sums (what is to be small inverted, each column divided by its sum) were read in the public
    tests of a well-known library that cite the paper. The column sums are worked out here; the additive step is ours.
    """
    better = [[1 / x if less else x for x, less in zip(row, LESS_IS_BETTER, strict=True)] for row in HEAT_LOSSES]
    totals = [sum(column) for column in zip(*better, strict=True)]
    shares = [[x / total for x, total in zip(row, totals, strict=True)] for row in better]
    rows = [f"A{i}," + ",".join(f"{x:.12f}" for x in row) for i, row in enumerate(shares)]

    answer = decided("\n".join(["variant," + ",".join(HEAT), *rows, ""]), *concerns(HEAT, "0", "1"), weights="equal")

    published = [0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701]
    assert scores(answer) == pytest.approx({f"A{i}": 100 * x for i, x in enumerate(published)}, abs=1e-5)
    assert [program["name"] for program in answer["programs"]] == ["A1", "A5", "A2", "A3", "A4", "A0"]


def test_a_weighted_sum_of_four_sites_ranks_as_its_exercise_asks() -> None:
    """A public exercise in factor rating: four sites for a restaurant, marks of 1 to 5, weights 30, 25, 25 and 20.

    Marks and weights were read there. Derived: the sums are 315, 405, 395 and 385 of at most 500; on a scale of 0 to 5
    the points of 100 are a fifth of them.
    """
    names = ["market", "labor", "suppliers", "living"]
    table = "site," + ",".join(names) + "\nA,5,2,3,2\nB,4,5,4,3\nC,4,4,3,5\nD,4,4,5,2\n"
    weights = dict(zip(names, ["30", "25", "25", "20"], strict=True))

    answer = decided(table, *concerns(names, "0", "5"), weights=weights)

    assert [(p["name"], p["rank"]) for p in answer["programs"]] == [("B", 1), ("C", 2), ("D", 3), ("A", 4)]
    assert scores(answer) == pytest.approx({"A": 63.0, "B": 81.0, "C": 79.0, "D": 77.0}, abs=1e-9)


def test_a_small_class_is_pulled_toward_the_base_rate_so_that_4_of_4_does_not_beat_380_of_470() -> None:
    """The shrunk rate (x + p0 n0) / (n + n0), the posterior mean of a beta prior of p0 n0 passes in n0 takers.

    Derived: with 62 % and 20, 4 of 4 counts as 16.4/24 = 68.3 %, 380 of 470 as 392.4/490 = 80.1 %.
    """
    rate = {"name": "rate", "column": "rate", "kind": "share", "base_rate": "62%", "base_takers": "20"}
    table = "school,rate\nSmall,4 of 4\nLarge,380 of 470\n"

    answer = decided(table, rate | {"worst": "0%", "best": "100%"})

    assert scores(answer) == pytest.approx({"Small": 1640 / 24, "Large": 39240 / 490}, abs=1e-9)


def test_knowing_how_a_new_design_turns_out_is_worth_its_published_9567_dollars() -> None:
    """A lecture on engineering economy: a new design worth $79,063, $11,042 or -$63,781, beside one
    worth nothing. "EVPI = $29,792 - $20,225 = $9,567": https://www.coursehero.com/file/p2jp11h/
    """
    worth = [(0.30, 79_063.0), (0.55, 11_042.0), (0.15, -63_781.0)]
    least, span = -63_781.0, 79_063.0 + 63_781.0
    in_points = [(chance, np.array([100 * (dollars - least) / span])) for chance, dollars in worth]

    gain = expected_gain([(chance, at, at) for chance, at in in_points], best=np.array([100 * -least / span]))

    assert gain[0] * span / 100 == pytest.approx(9_567, abs=0.5)


RAILWAY = {
    "greenway": [1, 0.6, 0, 1, 0, 0.8, 1, 15 / 44, 1],
    "rail-banking": [0, 1, 11 / 12, 0.2, 49 / 83, 0, 0, 0, 0],
    "transport": [0, 1, 11 / 12, 0.2, 49 / 83, 0.6, 0.7, 1, 73 / 120],
    "old station": [0.3125, 0, 0.5, 1, 153 / 332, 1, 1, 97 / 1100, 0.6],
    "no action": [0, 1, 1, 0, 1, 0, 0, 0, 0],
}
FIRST_WEIGHTS = [7 / 60, 2 / 15, 1 / 12, 1 / 6, 0.16, 0.02, 0.08, 0.2, 0.04]
SECOND_WEIGHTS = [5 / 29, 2.5 / 29, 4 / 29, 3 / 29, 0.09375, 0.046875, 0.15625, 0.125, 0.078125]


def test_shares_of_first_places_for_the_disused_railway_are_those_of_plain_sampling() -> None:
    """Five uses of a disused railway, weights anywhere between those of two people.

    The case of https://doi.org/10.1016/j.dss.2017.10.010, its tables 1 and 2 read in a public copy (WeightSpaceExample
    of the polyrun project). Its printed shares were not reached: here they come from drawing eight weights evenly and
    keeping those whose ninth falls in its range.
    """
    ends = np.sort([FIRST_WEIGHTS, SECOND_WEIGHTS], axis=0)
    worth = np.array([*RAILWAY.values()])
    rng = np.random.default_rng(5)
    eight = ends[0, :8] + (ends[1, :8] - ends[0, :8]) * rng.random((400_000, 8))
    ninth = 1 - eight.sum(axis=1)
    kept = np.column_stack([eight, ninth])[(ninth >= ends[0, 8]) & (ninth <= ends[1, 8])]
    sampled = np.bincount((kept @ worth.T).argmax(axis=1), minlength=5) / len(kept)

    standing = standing_of(worth)
    found = readings_within(standing, (), [*map(tuple, ends.T.tolist())], draws=20_000)

    assert found is not None
    by_action = [float(found.first[standing.rows.tolist().index(row)]) for row in range(2, 7)]
    assert by_action == pytest.approx(sampled.tolist(), abs=0.01)
    assert max(by_action) < 0.9
