"""When classes meet, held against the hours a learner is free.

A plain word such as ``evening`` leaves the hours open: it fits when every evening is free, fails when none is, else the
school must be asked. Of several sessions listed apart it is not known whether one is enough: then too, ask. The way to
class and back must be free as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.kinds import Verdict
from decision.nouns.blocks import DAY_END, EVENING_START, Block, is_covered, parse_block

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["ANY_TIME", "WINDOWS", "answer_times", "in_the_way", "sessions_of"]

ANY_TIME = "online any time"
HOURS_OPEN = "online"
WINDOWS = {
    "day": Block(days=(0, 1, 2, 3, 4), end=EVENING_START),
    "evening": Block(days=(0, 1, 2, 3, 4), start=EVENING_START, end=DAY_END),
    "weekend": Block(days=(5, 6)),
}
"""The hours within which a class lies that is only said to be in the day, in the evening or on the weekend."""


def answer_times(labels: AbstractSet[str], free: Sequence[Block], *, travel: int = 0) -> Verdict:
    """Say whether classes fit into free time.

    Parameters
    ----------
    labels
        What a schedule cell offers: plain words, and sessions such as ``Mon Wed 18:00-21:00``.
    free
        When the user is free.
    travel
        Minutes to class, and as many back.

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
    sessions = sessions_of(labels)
    implied = {_plain_word(session) for session in sessions}
    answers = {
        _answer(window, free, travel) for word, window in WINDOWS.items() if word in labels and word not in implied
    }
    together = {_answer(session, free, travel) for session in sessions}
    answers |= together if len(together) <= 1 else {Verdict.ASK}
    if not answers or HOURS_OPEN in labels:
        answers.add(Verdict.ASK)
    return min(answers)


def sessions_of(labels: AbstractSet[str]) -> list[Block]:
    """Give the days and hours among labels, in the order of their spelling."""
    return [block for label in sorted(labels - set(WINDOWS)) if (block := parse_block(label)) is not None]


def in_the_way(
    labels: AbstractSet[str], free: Sequence[Block], *, travel: int = 0
) -> tuple[Block, Block | None] | None:
    """Find the first session with hours that free time does not hold.

    Parameters
    ----------
    labels
        What a schedule cell offers.
    free
        When the user is free.
    travel
        Minutes to class, and as many back.

    Returns
    -------
    tuple or None
        The session on one day, and the free time that it meets on that day (``None`` where it meets none).

    Examples
    --------
    >>> free = [parse_block("Wed 17:45-22:00")]
    >>> [str(block) for block in in_the_way({"Wed 18:00-21:00"}, free, travel=30)]
    ['Wed 18:00-21:00', 'Wed 17:45-22:00']
    """
    for session in sessions_of(labels):
        for day in session.days:
            one = Block(days=(day,), start=session.start, end=session.end)
            if session.has_hours and not is_covered(one, free, travel=travel):
                return one, _met(one, free)
    return None


def _met(session: Block, free: Sequence[Block]) -> Block | None:
    """Give the free time of that day that a session lies in or meets first, blocks that touch taken together."""
    (day,) = session.days
    spans: list[tuple[int, int]] = []
    for start, end in sorted((block.start, block.end) for block in free if day in block.days):
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], end)
        else:
            spans.append((start, end))
    met = [span for span in spans if span[0] < session.end and session.start < span[1]]
    return Block(days=(day,), start=met[0][0], end=met[0][1]) if met else None


def _answer(block: Block, free: Sequence[Block], travel: int) -> Verdict:
    """Hold one block against free time: stated hours must fit whole, others may."""
    is_vague = not block.has_hours or block in WINDOWS.values()
    if is_vague and travel:  # a class somewhere in the day: the way there and back is of that day
        padded = Block(days=block.days, start=max(0, block.start - travel), end=min(DAY_END, block.end + travel))
        is_inside = is_covered(padded, free)
    else:
        is_inside = is_covered(block, free, travel=travel)
    if is_inside:
        return Verdict.PASS
    return Verdict.ASK if is_vague and any(_overlaps(block, other) for other in free) else Verdict.FAIL


def _overlaps(one: Block, other: Block) -> bool:
    return bool({*one.days} & {*other.days}) and one.start < other.end and other.start < one.end


def _plain_word(session: Block) -> str:
    """Give the plain word that a session amounts to."""
    return "weekend" if session.is_weekend else ("evening" if session.start >= EVENING_START else "day")
