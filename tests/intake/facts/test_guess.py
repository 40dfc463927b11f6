"""What columns look like that no criterion uses: signs decide, and nothing is judged by it."""

from __future__ import annotations

import pytest

from decision import read_criteria, read_programs
from decision.intake.facts.facts import read_facts
from decision.intake.facts.guess import looks_like
from decision.model import Kind

CRITERIA = {"criteria": [{"name": "place", "kind": "category", "column": "place", "must": {"any_of": ["Lynn"]}}]}


def guessed(*cells: str) -> Kind | None:
    """What a column of these cells looks like."""
    rows = "\n".join(f'Lynn,"{cell}"' for cell in cells)
    programs = read_programs(f"place,other\n{rows}\n".encode())
    found = looks_like(programs, read_facts(programs, read_criteria(CRITERIA)))
    return found[1][0].kind if 1 in found else None


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (("$3,450", "$900", "N/A"), Kind.MONEY),
        (("92%", "50 %", ""), Kind.SHARE),
        (("28 of 37", "4 of 4"), Kind.SHARE),
        (("9 months", "1 year"), Kind.DURATION),
        (("evening", "online; weekend"), Kind.SCHEDULE),
        (("yes", "no", "TBD"), Kind.YES_NO),
        (("27", "30", "-3"), Kind.NUMBER),
        (("02134", "01605"), None),
        (("51.0713", "51.0707"), None),
        (("Boston", "Lowell"), None),
        (("$3,450", "ask", "later", "soon"), None),
        (("", "N/A"), None),
    ],
)
def test_nearly_all_cells_must_show_the_signs_of_a_kind(cells: tuple[str, ...], kind: Kind | None) -> None:
    assert guessed(*cells) is kind


def test_a_column_that_a_criterion_reads_is_left_alone() -> None:
    programs = read_programs(b"place,cost\nLynn,$5\n")

    assert set(looks_like(programs, read_facts(programs, read_criteria(CRITERIA)))) == {1}


def test_the_fact_of_a_guess_says_what_the_column_states() -> None:
    programs = read_programs(b"place,cost\nLynn,$5\nLynn,\n")

    _, fact = looks_like(programs, read_facts(programs, read_criteria(CRITERIA)))[1]

    assert (fact.low[fact.codes[0]], list(fact.texts)) == (5, ["$5", "not stated"])
