"""Schedule cells, one by one: the labels, or the whole sentence."""

from __future__ import annotations

import pytest

from decision.intake.cells.cell import read_cell
from decision.intake.cells.labels import Labels
from decision.model import Kind, Reading, Unknown

WORDS = "not understood. Write words such as day, evening, weekend, online or hybrid, with ; between them."
HOURS = "not understood. Write days and hours, such as Mon Wed 18:00-21:00 or Sat 9 am-1 pm, with ; between them."
DATE = "not understood: a spreadsheet seems to have turned it into a date. Type it again in a column formatted as text."
ANY_TIME = {"online any time", "online"}
LIVE = {"online live", "online"}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("day", {"day"}),
        ("Daytime", {"day"}),
        ("mornings", {"day"}),
        ("evening", {"evening"}),
        ("Evenings", {"evening"}),
        ("nights", {"evening"}),
        ("evening classes only", {"evening"}),
        ("weekend", {"weekend"}),
        ("Weekends", {"weekend"}),
        ("Saturdays", {"Sat", "weekend"}),
        ("Sat", {"Sat", "weekend"}),
        ("Saturday mornings", {"weekend"}),
        ("Tuesday evenings", {"evening"}),
        ("Mon and Sat evenings", {"evening", "weekend"}),
        ("online", {"online"}),
        ("on-line", {"online"}),
        ("100% online", {"online"}),
        ("distance learning", {"online"}),
        ("online any time", ANY_TIME),
        ("any-time online", ANY_TIME),
        ("asynchronous", ANY_TIME),
        ("self-paced", ANY_TIME),
        ("Fully online (asynchronous)", ANY_TIME),
        ("online live", LIVE),
        ("live online", LIVE),
        ("synchronous", LIVE),
        ("hybrid", {"hybrid"}),
        ("in-person", {"in person"}),
        ("on campus", {"in person"}),
        ("part-time", {"part-time"}),
        ("Full Time", {"full-time"}),
        ("part-time evenings", {"part-time", "evening"}),
        ("evening; online", {"evening", "online"}),
        ("evening, weekend", {"evening", "weekend"}),
        ("days, evenings, weekends", {"day", "evening", "weekend"}),
        ("day/evening", {"day", "evening"}),
        ("evening | online", {"evening", "online"}),
        ("evening\nonline", {"evening", "online"}),
        ("evenings &amp; weekends", {"evening", "weekend"}),
        ("Evenings, Saturdays", {"evening", "Sat", "weekend"}),
        ("evening; TBD", {"evening"}),
        ("This program provides in-person instruction only.", {"in person"}),
        ("This program provides online instruction, e-learning, or distance learning only.", {"online"}),
        ("This is a hybrid or blended program providing both in-person and online instruction.", {"hybrid"}),
        ("Mon/Wed 18:00-21:00", {"Mon Wed 18:00-21:00", "evening"}),
        ("Mon & Wed 6-9 pm", {"Mon Wed 18:00-21:00", "evening"}),
        ("Mon, Wed 18:00-21:00", {"Mon Wed 18:00-21:00", "evening"}),
        ("Tues and Thurs 5:30 p.m. - 8:30 p.m.", {"Tue Thu 17:30-20:30", "evening"}),
        ("MWF 9 am-11 am", {"Mon Wed Fri 09:00-11:00", "day"}),
        ("Mon-Fri 09:00-17:00", {"Mon Tue Wed Thu Fri 09:00-17:00", "day"}),
        ("Sat 9am-1pm", {"Sat 09:00-13:00", "weekend"}),
        ("Weekends 10:00-14:00", {"Sat Sun 10:00-14:00", "weekend"}),
        ("Mon 18:00-21:00, Tue 09:00-11:00", {"Mon 18:00-21:00", "Tue 09:00-11:00", "day"}),
        ("Mon 18:00-21:00, Sat 09:00-12:00", {"Mon 18:00-21:00", "Sat 09:00-12:00"}),
        ("Mon 18:00-21:00; Sat 09:00-12:00", {"Mon 18:00-21:00", "evening", "Sat 09:00-12:00", "weekend"}),
        ("Mon 16:59-20:00", {"Mon 16:59-20:00", "day"}),
        ("Mon 17:00-20:00", {"Mon 17:00-20:00", "evening"}),
        ("Mon Wed", {"Mon Wed"}),
        ("Tu Th 6-9pm", {"Tue Thu 18:00-21:00", "evening"}),
        ("Sat 9-1", {"Sat 09:00-13:00", "weekend"}),
        ("M-F 9-5", {"Mon Tue Wed Thu Fri 09:00-17:00", "day"}),
        ("M-F 8:30 am - 2 pm", {"Mon Tue Wed Thu Fri 08:30-14:00", "day"}),
        ("M/W 6-9 pm or Sat 9-1", {"Mon Wed 18:00-21:00", "Sat 09:00-13:00"}),
        ("weekdays", {"Mon Tue Wed Thu Fri"}),
    ],
)
def test_a_schedule_gives_its_labels(text: str, labels: set[str]) -> None:
    assert read_cell(text, Kind.SCHEDULE) == Reading(text=text, labels=frozenset(labels))


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("evning", 'not understood; nearest is "evening".'),
        ("weekand", 'not understood; nearest is "weekend".'),
        ("Evening*", 'not understood; nearest is "Evening".'),
        ("evening?", 'not understood; nearest is "evening".'),
        ("no evening classes", WORDS),
        ("not online", WORDS),
        ("mostly daytime", WORDS),
        ("evening; sometimes", WORDS),
        ("flexible", WORDS),
        ("and", WORDS),
        ("Evening; designed for working students. Internship mostly daytime on weekdays", WORDS),
        ("HIT courses only during the day, liberal arts evenings and weekends", WORDS),
        ("Same price per credit for days, evenings, weekends or any combination", WORDS),
        ("evening " * 100, WORDS),
        ("Mon 6-9", HOURS),
        ("Mon 6:00-9:00", HOURS),
        ("Mon 21:00-18:00", HOURS),
        ("Mon 18:00-25:00", HOURS),
        ("M-F 8-11", HOURS),
        ("first Saturday of the month", WORDS),
        ("alternate weekends", WORDS),
        ("18:00-21:00", HOURS),
        ("12-Oct", DATE),
        ("45292", DATE),
    ],
)
def test_a_word_outside_the_vocabulary_leaves_the_cell_not_known(text: str, doubt: str) -> None:
    assert read_cell(text, Kind.SCHEDULE) == Reading(text=text, unknown=Unknown.NOT_UNDERSTOOD, doubt=doubt)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("evening", {"Evenings"}),
        ("nights", {"Evenings"}),
        ("EVENINGS; online", {"Evenings", "online"}),
        ("async", {"Asynchronous", "online"}),
        ("rolling start", {"Rolling Start"}),
        ("rolling", {"Rolling Start"}),
        ("evening; rolling", {"Evenings", "Rolling Start"}),
        ("evening rolling start", {"Evenings", "Rolling Start"}),
        ("C/D", {"C/D"}),
        ("Sat", {"Sat", "weekend"}),
        ("Mon/Wed 18:00-21:00", {"Mon & Wed 6-9 pm", "Evenings"}),
    ],
)
def test_the_criteria_add_labels_and_decide_their_spelling(text: str, labels: set[str]) -> None:
    known = ("Evenings", "Asynchronous", "Rolling Start", "C/D", "Sat", "Mon & Wed 6-9 pm")

    reading = read_cell(text, Kind.SCHEDULE, labels=Labels(known, {"Rolling Start": ("rolling",)}))

    assert reading == Reading(text=text, labels=frozenset(labels))


def test_the_nearest_word_may_be_one_of_the_criteria() -> None:
    reading = read_cell("roling start", Kind.SCHEDULE, labels=Labels(("Rolling Start",)))

    assert reading.doubt == 'not understood; nearest is "Rolling Start".'
