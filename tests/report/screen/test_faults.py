from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.errors import BadCriteria, BadInput, BadOptions, BadPrograms, Code, Fault
from decision.report.screen.faults import faults_text
from tests.report.golden import golden

PROGRAMS = BadPrograms(
    [
        Fault(
            code=Code.IMPOSSIBLE,
            file="programs.csv",
            row=14,
            column="pass_rate",
            found="150%",
            problem="a share is at most 100 %. Correct it, or blank it if it is not known.",
        ),
        Fault(
            code=Code.RAGGED_ROW,
            file="programs.csv",
            row=31,
            problem='9 cells, and the header has 8. An amount with a comma needs quotes: "2,900".',
        ),
    ]
)
CRITERIA = BadCriteria(
    [
        Fault(
            code=Code.UNKNOWN_KEY,
            file="criteria.yaml",
            line=14,
            path="criteria[2].wieght",
            problem='not a key here. Did you mean "weight"? Weights stand under `weights:`.',
        ),
        Fault(
            code=Code.WRONG_VALUE,
            file="criteria.yaml",
            line=19,
            path="criteria[3].worst",
            problem='"eight thousand" is not an amount. Write 8000 or $8,000.',
        ),
    ]
)
BOTH = BadInput([*PROGRAMS.faults, *CRITERIA.faults])


@pytest.mark.parametrize(("name", "error"), [("programs", PROGRAMS), ("criteria", CRITERIA), ("both", BOTH)])
@pytest.mark.parametrize("width", [120, 80, 50])
def test_faults_are_drawn_as_the_golden_file_shows(name: str, error: BadInput, width: int) -> None:
    assert faults_text(error, width=width) == golden(f"faults_{name}_{width}")


def test_a_fault_without_a_file_or_place_is_still_told() -> None:
    error = BadOptions([Fault(code=Code.OPTION, problem="no such set.")])

    assert faults_text(error) == "1 fault. Nothing was ranked.\n  no such set.\n"


@given(
    place=st.text(max_size=80),
    found=st.none() | st.text(max_size=80),
    problem=st.text(max_size=200),
    width=st.integers(40, 200),
)
def test_no_line_is_wider_than_the_terminal(place: str, found: str | None, problem: str, width: int) -> None:
    fault = Fault(code=Code.IMPOSSIBLE, file=place, row=3, column=place, found=found, problem=problem)

    drawn = faults_text(BadPrograms([*PROGRAMS.faults, fault]), width=width)

    assert all(character.isprintable() for character in drawn.replace("\n", ""))
    assert max(map(len, drawn.splitlines())) <= width
