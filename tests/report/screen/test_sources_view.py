"""A map of a source in words, whole."""

from __future__ import annotations

import pytest

from decision.intake.sources.read_map import read_map
from decision.nouns.source_map import Basis, How, Reads, Several, SourceMap
from decision.report.screen.layout import display_width
from decision.report.screen.sources_view import source_text, sources_list
from tests.report.golden import golden

CHARGES = SourceMap(
    name="charges",
    title="Charges by program",
    recognise=("UNITID", "CIP1"),
    source="a dictionary",
    as_of="2021",
    source_url="https://example.org",
    unknown={".": "suppressed"},
    flags={"A": "not applicable"},
    several=Several(most=6, none={"CIP{n}": "-2"}),
    columns={
        "program": (Reads(headers=("CIP{n}",)),),
        "state": (Reads(how=How.ALWAYS, text="NJ"),),
        "tuition": (
            Reads(headers=("TUI{n}",), flag="X{n}", basis=Basis.YEAR),
            Reads(headers=("WHOLE",), number=1, zero={"WHOLE": "not stated"}),
        ),
        "hours": (Reads(headers=("LEN{n}",), unit="hours", when={"MSR{n}": ("1", "3")}, unknown={"-1": "suppressed"}),),
        "months": (Reads(headers=("Length",), codes={"7": "6-12 months", "8": "1-2 years"}),),
        "exam": (Reads(how=How.JOIN, headers=("A", "B")),),
        "books": (Reads(how=How.SUM, headers=("A", "B"), zero={"A": "not stated"}),),
        "city": (Reads(headers=("Place",), before=", "), Reads(headers=("Where",), after=": ")),
    },
)


@pytest.mark.parametrize(("source", "name"), [(CHARGES, "charges"), (read_map("nj-etpl-2021"), "nj_etpl_2021")])
def test_a_map_is_shown_in_words(source: SourceMap, name: str) -> None:
    assert source_text(source) == golden(f"source_{name}")


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(display_width, source_text(CHARGES, width=width).splitlines())) <= width


def test_maps_are_listed_by_name_and_title() -> None:
    assert sources_list([CHARGES, read_map("nj-etpl-2018")]) == (
        "  charges       Charges by program\n  nj-etpl-2018  New Jersey's eligible training provider listing, 2018\n"
    )
