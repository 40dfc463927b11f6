"""When classes meet, held against the hours a learner is free.

A plain word such as ``evening`` leaves the hours open: it fits when every evening is free, fails when none is, else the
school must be asked. Of several sessions listed apart it is not known whether one is enough: then too, ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.blocks import DAY_END, EVENING_START, Block, is_covered, parse_block
from decision.kinds import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["answer_times"]

ANY_TIME = "online any time"
HOURS_OPEN = "online"
WINDOWS = {
    "day": Block(days=(0, 1, 2, 3, 4), end=EVENING_START),
    "evening": Block(days=(0, 1, 2, 3, 4), start=EVENING_START, end=DAY_END),
    "weekend": Block(days=(5, 6)),
}
"""The hours within which a class lies that is only said to be in the day, in the evening or on the weekend."""


def answer_times(labels: AbstractSet[str], free: Sequence[Block]) -> Verdict:
    """Say whether classes fit into free time.

    Parameters
    ----------
    labels
        What a schedule cell offers: plain words, and sessions such as ``Mon Wed 18:00-21:00``.
    free
        When the user is free.

    Returns
    -------
    Verdict
        ``PASS`` when every session lies inside the free time, or one plain word surely does; ``FAIL`` when nothing
        offered can; ``ASK`` where the hours are not stated, or only some sessions fit. Any-time classes always fit.

    Examples
    --------
    >>> free = [parse_block("Mon-Fri 17:30-22:00")]
    >>> answer_times({"Mon Wed 18:00-21:00", "evening"}, free).name
    'PASS'
    >>> answer_times({"evening"}, free).name, answer_times({"weekend"}, free).name
    ('ASK', 'FAIL')
    """
    if ANY_TIME in labels:
        return Verdict.PASS
    sessions = [block for label in sorted(labels - set(WINDOWS)) if (block := parse_block(label)) is not None]
    implied = {_plain_word(session) for session in sessions}
    answers = {_answer(window, free) for word, window in WINDOWS.items() if word in labels and word not in implied}
    together = {_answer(session, free) for session in sessions}
    answers |= together if len(together) <= 1 else {Verdict.ASK}
    if not answers or HOURS_OPEN in labels:
        answers.add(Verdict.ASK)
    return min(answers)


def _answer(block: Block, free: Sequence[Block]) -> Verdict:
    """Hold one block against free time: stated hours must fit whole, others may."""
    if is_covered(block, free):
        return Verdict.PASS
    is_vague = not block.has_hours or block in WINDOWS.values()
    return Verdict.ASK if is_vague and any(_overlaps(block, other) for other in free) else Verdict.FAIL


def _overlaps(one: Block, other: Block) -> bool:
    return bool({*one.days} & {*other.days}) and one.start < other.end and other.start < one.end


def _plain_word(session: Block) -> str:
    """Give the plain word that a session amounts to."""
    return "weekend" if session.is_weekend else ("evening" if session.start >= EVENING_START else "day")
