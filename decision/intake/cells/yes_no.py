"""An answer as typed becomes the label ``yes`` or ``no``.

What follows the answer is a remark (``Yes: 40 hours``), unless it could take the answer back.
"""

from __future__ import annotations

import re

from decision.model import Reading

__all__ = ["ANSWERS", "read_yes_no"]

ANSWERS = {
    **dict.fromkeys(("yes", "y", "true", "t", "1"), "yes"),
    **dict.fromkeys(("no", "n", "false", "f", "0"), "no"),
}
"""Word -> answer."""

_WITH_REMARK = re.compile(r"(yes|no|true|false)(?:[.!]|(?: ?[:,;(–—-]|\. )(?P<remark>.*))?", re.I | re.A)
_TAKES_BACK = re.compile(r"\b(?:yes|no|not|but|except|unless|if|pending|maybe|sometimes|may|planned)\b|n't|\?", re.I)


def read_yes_no(text: str, typed: str) -> Reading | None:
    """Read an answer.

    Parameters
    ----------
    text
        The cleaned cell.
    typed
        The cell as typed.

    Returns
    -------
    Reading or None
        ``None`` when it is no plain answer.

    Examples
    --------
    >>> sorted(read_yes_no("Yes: 40 hours", "").labels), read_yes_no("yes*", "")
    (['yes'], None)
    """
    answer = ANSWERS.get(text.casefold())
    if answer is None:
        found = _WITH_REMARK.fullmatch(text)
        if not found or _TAKES_BACK.search(found["remark"] or ""):
            return None
        answer = ANSWERS[found[1].casefold()]
    return Reading(text=typed, labels=frozenset({answer}))
