from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.cells.as_of import read_as_of

NOT_A_DATE = "is not understood as a date. Write 2025, 2025-03, 2025-03-01, 2024-25 or Fall 2024."


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2021-22", 20210701, 20220630, "in 2021-22"),
        ("2024-09-16", 20240916, 20240916, "on 2024-09-16"),
        ("2018-11", 20181101, 20181130, "in 2018-11"),
        ("2026", 20260101, 20261231, "in 2026"),
        ("Fall 2024", 20241001, 20241231, "in Fall 2024"),
        ("March-April 2021", 20210301, 20210430, "in March-April 2021"),
        ("2026-08-04T12:00:00Z", 20260804, 20260804, "on 2026-08-04T12:00:00Z"),
        ("Sep 27, 2022", 20220927, 20220927, "on Sep 27, 2022"),
        ("27 September 2022", 20220927, 20220927, "on 27 September 2022"),
        ("May 31st, 2024", 20240531, 20240531, "on May 31st, 2024"),
        ("9/27/2022", 20220927, 20220927, "on 9/27/2022"),
        ("2022/09/27", 20220927, 20220927, "on 2022/09/27"),
        ("May 2012", 20120501, 20120531, "in May 2012"),
        ("Sept. 2024", 20240901, 20240930, "in Sept. 2024"),
        ("Feb 2024", 20240201, 20240229, "in Feb 2024"),
        ("Q3 2024", 20240701, 20240930, "in Q3 2024"),
        ("2024 Q3", 20240701, 20240930, "in 2024 Q3"),
        ("winter 2024", 20240101, 20240331, "in winter 2024"),
        ("Winter 2024-25", 20240701, 20250331, "in Winter 2024-25"),
        ("2021-2022", 20210701, 20220630, "in 2021-2022"),
        ("1999-00", 19990701, 20000630, "in 1999-00"),
        ("2018-24", 20180101, 20241231, "in 2018-24"),
        ("2021–22", 20210701, 20220630, "in 2021–22"),
        ("AY 2021-22", 20210701, 20220630, "in 2021-22"),
        ("  2026 ", 20260101, 20261231, "in 2026"),
    ],
)
def test_a_date_is_read_as_its_first_and_last_day(text: str, first: int, last: int, words: str) -> None:
    date = read_as_of(text)

    assert (date.first, date.last, date.words, date.problem) == (first, last, words, "")


@pytest.mark.parametrize(
    ("text", "last", "words"),
    [
        ("2020-21 to 2023-24", 20240630, "in 2020-21 to 2023-24"),
        ("March 2021 - May 2022", 20220531, "in March 2021 to May 2022"),
        ("2024-09-16 to 2024-10-01", 20241001, "in 2024-09-16 to 2024-10-01"),
    ],
)
def test_a_span_counts_by_its_end(text: str, last: int, words: str) -> None:
    date = read_as_of(text)

    assert (date.last, date.words) == (last, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("IPEDS 2020-21 to 2023-24 awards; 2021-22 charges", "in 2021-22"),
        ("Catalog 2024-2025; IPEDS", "in 2024-2025"),
        ("2013 document; IPEDS", "in 2013"),
        ("Feb 2024 and 2019", "in 2019"),
    ],
)
def test_of_several_dates_the_oldest_counts(text: str, words: str) -> None:
    assert read_as_of(text).words == words


@pytest.mark.parametrize("text", ["", " ", "N/A", "not published", "undated", "page undated; price 2022-23", "-"])
def test_a_date_that_is_not_told_is_not_known_and_no_problem(text: str) -> None:
    date = read_as_of(text)

    assert (date.is_known, date.words, date.problem) == (False, "", "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("last year", NOT_A_DATE),
        ("2024-13", NOT_A_DATE),
        ("2024-02-30", NOT_A_DATE),
        ("13/3/2024", NOT_A_DATE),
        ("20240916", NOT_A_DATE),
        ("as of 3 schools 2024", NOT_A_DATE),
        ("2025-2024", NOT_A_DATE),
        ("1776", NOT_A_DATE),
        ("2024-111", NOT_A_DATE),
        ("2011-12", "could be a month or a school year. Write 2011-12-01, or 2011-2012."),
        ("2000-01", "could be a month or a school year. Write 2000-01-01, or 2000-2001."),
    ],
)
def test_what_is_no_date_is_said_and_not_guessed(text: str, problem: str) -> None:
    date = read_as_of(text)

    assert (date.is_known, date.problem) == (False, problem)


@given(st.dates())
def test_every_day_is_read_as_itself(day: object) -> None:
    text = str(day)
    number = int(text.replace("-", ""))

    date = read_as_of(text)

    assert (date.first, date.last) in {(number, number), (0, 0)}
    assert date.is_known == (text[:2] in ("19", "20"))


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text: str) -> None:
    date = read_as_of(text)

    assert date.first <= date.last
    assert not (date.is_known and date.problem)
