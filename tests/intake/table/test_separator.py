from __future__ import annotations

import pytest

from decision.errors import BadOptions
from decision.intake.table.encoding import Text
from decision.intake.table.separator import Separator, find_separator


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("program,cost\nA,1\n", ","),
        ("program;cost;rate\nA;1,5;2,5\nB;2,5;3,5\n", ";"),
        ("program\tcost\nA, Inc.\t1\nB, Inc.\t2\n", "\t"),
        ("program|cost\nA|1\n", "|"),
        ("program\nHarbor\n", ","),
        ("program,when\nA,evening; online\nB,day; online\nC,weekend; day\n", ","),
        ("a,b,c,d\n1,x;y,3,4\n1,2,3\n1,x;y,3,4\n1,x;y,3,4,5\n", ","),
        ("My list\n\nprogram;cost\nA;1,5\nB;2,5\n", ";"),
        ('program;cost\n"A, with a\nline break; and signs";1\n', ";"),
    ],
)
def test_the_sign_is_the_one_that_gives_rows_equal_numbers_of_cells(text: str, sign: str) -> None:
    assert find_separator(Text(file="", data=text.encode())) == Separator(sign=sign)


@pytest.mark.parametrize("first", ["sep=;\n", "sep=;\r\n", '"sep=;"\n', "SEP=;\r"])
def test_a_first_line_may_name_the_sign(first: str) -> None:
    data = f"{first}program,cost\nA,1\n".encode()

    assert find_separator(Text(file="", data=data)) == Separator(sign=";", start=len(first))


def test_a_column_called_sep_is_a_column() -> None:
    assert find_separator(Text(file="", data=b"sep=1,cost\nA,1\n")) == Separator(sign=",")


def test_spaces_after_signs_are_seen_where_quotes_follow_them() -> None:
    data = b'program, cost\n"A, Inc.", "1,500"\nB, "2"\n'

    assert find_separator(Text(file="", data=data)) == Separator(sign=",", is_spaced=True)


@pytest.mark.parametrize(("stated", "sign"), [("tab", "\t"), ("Semicolon", ";"), ("|", "|"), ("\\t", "\t"), ("~", "~")])
def test_a_stated_sign_is_used(stated: str, sign: str) -> None:
    assert find_separator(Text(file="", data=b"a,b\n1,2\n"), separator=stated) == Separator(sign=sign)


@pytest.mark.parametrize("stated", ["ab", '"', "\n", "x"])
def test_what_is_no_sign_is_a_wrong_option(stated: str) -> None:
    with pytest.raises(BadOptions) as caught:
        find_separator(Text(file="", data=b"a,b\n"), separator=stated)

    assert caught.value.faults[0].problem == ("is not a separator. Give one sign, or comma, semicolon, tab or pipe.")
