"""Blocks of time: what is read, what is no block, and what fits into free time."""

from __future__ import annotations

import pytest

from decision.nouns.blocks import Block, is_covered, parse_block, parse_free


def blocks(*texts: str) -> list[Block]:
    return [block for text in texts if (block := parse_block(text)) is not None]


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Mon-Fri 17:30-22:00", "Mon Tue Wed Thu Fri 17:30-22:00"),
        ("Mon to Wed 17:30-22:00", "Mon Tue Wed 17:30-22:00"),
        ("Fri-Mon", "Mon Fri Sat Sun"),
        ("Sat", "Sat"),
        ("saturdays", "Sat"),
        ("Sat, Sun", "Sat Sun"),
        ("weekend", "Sat Sun"),
        ("weekdays 18:00-21:00", "Mon Tue Wed Thu Fri 18:00-21:00"),
        ("daily 18:00-21:00", "Mon Tue Wed Thu Fri Sat Sun 18:00-21:00"),
        ("Mon/Wed 6-9 pm", "Mon Wed 18:00-21:00"),
        ("Wed & Mon 6pm-9pm", "Mon Wed 18:00-21:00"),
        ("Mon, Wed and Fri 9 am to 12 pm", "Mon Wed Fri 09:00-12:00"),
        ("Tues. 5:30 p.m. - 8:30 p.m.", "Tue 17:30-20:30"),
        ("TTh 10-1 pm", "Tue Thu 10:00-13:00"),
        ("Mon 11 am-2 pm", "Mon 11:00-14:00"),
        ("Mon 12-1 am", "Mon 00:00-01:00"),
        ("Sat 9:00-17:00", "Sat 09:00-17:00"),
        ("Sat 9:00-12:00", "Sat 09:00-12:00"),
        ("Sat 18:00-24:00", "Sat 18:00-24:00"),
        ("  Mon   18:00 - 21:00 ", "Mon 18:00-21:00"),
        ("Mon from 18:00 to 21:00", "Mon 18:00-21:00"),
        ("Tu Th 6-9pm", "Tue Thu 18:00-21:00"),
        ("Sat 9-1", "Sat 09:00-13:00"),
        ("Sat 9:00-1:00", "Sat 09:00-13:00"),
        ("Mon 11-2", "Mon 11:00-14:00"),
        ("M-F 8:30 am - 2 pm", "Mon Tue Wed Thu Fri 08:30-14:00"),
        ("M-F 8:30 am - 2", "Mon Tue Wed Thu Fri 08:30-14:00"),
        ("M-F 9-5", "Mon Tue Wed Thu Fri 09:00-17:00"),
        ("M/W/F 9-5", "Mon Wed Fri 09:00-17:00"),
        ("T/Th 6-9 pm", "Tue Thu 18:00-21:00"),
        ("TR 6-9 pm", "Tue Thu 18:00-21:00"),
    ],
)
def test_a_block_is_read_and_spelled_one_way(text: str, spelled: str) -> None:
    block = parse_block(text)

    assert (str(block), parse_block(str(block))) == (spelled, block)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "evening",
        "18:00-21:00",
        "Mon 6-9",
        "Mon 6:00-9:00",
        "Mon 8:00-10:00",
        "Mon 21:00-18:00",
        "Mon 18:00-18:00",
        "Mon 18:00-24:01",
        "Mon 18-21",
        "Mon 13-14 pm",
        "Mon 0-3 pm",
        "Mon 6 pm",
        "Monk 18:00-21:00",
        "Mon 18:60-21:00",
        "Mon 9 am-10:00",
        "Mon 10-12",
        "Mon 12-4",
        "Sat 1-1",
        "M 18:00-21:00",
        "S/U 9-5",
        "Mon 18:00-21:00 weekly",
        "mıon 18:00-21:00",
        "٣",
    ],
)
def test_what_is_no_block_is_not_guessed(text: str) -> None:
    assert parse_block(text) is None


@pytest.mark.parametrize(
    ("session", "free", "is_inside"),
    [
        ("Mon 18:00-21:00", ["Mon 18:00-21:00"], True),
        ("Mon 18:00-21:00", ["Mon 18:01-21:00"], False),
        ("Mon 18:00-21:00", ["Mon 18:00-20:59"], False),
        ("Mon 18:00-21:00", ["Mon 19:00-22:00", "Mon 17:00-19:00"], True),
        ("Mon 18:00-21:00", ["Mon 17:00-19:00", "Mon 19:30-22:00"], False),
        ("Mon Wed 18:00-21:00", ["Mon 18:00-21:00"], False),
        ("Mon Wed 18:00-21:00", ["Mon-Fri 17:30-22:00"], True),
        ("Sat 09:00-13:00", ["Sat"], True),
        ("Sat", ["Sat 09:00-13:00"], False),
        ("Sat", [], False),
        ("Sat 18:00-24:00", ["Sat 18:00-24:00", "Sun"], True),
    ],
)
def test_a_session_must_lie_inside_the_free_time(session: str, free: list[str], is_inside: bool) -> None:
    (block,) = blocks(session)

    assert is_covered(block, blocks(*free)) is is_inside


@pytest.mark.parametrize(
    ("session", "free", "travel", "is_inside"),
    [
        ("Wed 18:00-21:00", ["Wed 17:30-21:30"], 30, True),
        ("Wed 18:00-21:00", ["Wed 17:31-21:30"], 30, False),
        ("Wed 18:00-21:00", ["Wed 17:30-21:29"], 30, False),
        ("Wed 18:00-24:00", ["Wed"], 30, False),
        ("Wed 18:00-24:00", ["Wed", "Thu 00:00-00:30"], 30, True),
        ("Mon 00:00-06:00", ["Mon", "Sun 23:30-24:00"], 30, True),
        ("Sun 18:00-24:00", ["Sun", "Mon 00:00-00:30"], 30, True),
        ("Sun 18:00-24:00", ["daily"], 900, True),
    ],
)
def test_the_way_there_and_back_must_be_free_too(session: str, free: list[str], travel: int, is_inside: bool) -> None:
    (block,) = blocks(session)

    assert is_covered(block, blocks(*free), travel=travel) is is_inside


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Mon-Fri after 17:30", "Mon Tue Wed Thu Fri 17:30-24:00"),
        ("Tue from 5:30 pm", "Tue 17:30-24:00"),
        ("Sat until 2 pm", "Sat 00:00-14:00"),
        ("Sat before 14:00", "Sat 00:00-14:00"),
        ("weekdays after 18:00", "Mon Tue Wed Thu Fri 18:00-24:00"),
        ("Sat", "Sat"),
        ("Sat 9-1", "Sat 09:00-13:00"),
    ],
)
def test_free_time_may_be_open_at_one_end(text: str, spelled: str) -> None:
    assert str(parse_free(text)) == spelled


@pytest.mark.parametrize("text", ["Mon after 6", "Mon after 5:30", "Mon after 24:00", "Mon until 0:00", "after 17:30"])
def test_free_time_is_not_guessed(text: str) -> None:
    assert parse_free(text) is None
