"""A category cell becomes its labels: the criteria's own where it names them, else as typed.

Every label is known. Only a cell that names a label of the criteria and takes it back (``not CAHIIM``, ``AAPC
pending``) is not understood: guessing there would turn a "no" into a "yes". Where a vocabulary lists the words there
are, any other is still a label, and reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision.intake.cells.remarks import not_understood
from decision.intake.cells.unknowns import unknown_reason
from decision.model import Reading, Unknown

if TYPE_CHECKING:
    from decision.intake.cells.labels import Labels

__all__ = ["read_category"]

_PIECE = re.compile(r"[;|]")
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_ITEM = re.compile(rf" ?[,/] ?| or |(?<=[A-Z0-9®{_CLOSE}]) (?:and|&) (?={_OPEN}|[A-Z0-9]{{2,}}\b)")
_TAKES_BACK = re.compile(
    r"\b(?:not|no|non|nor|neither|never|without|isn't|pending|seeking|sought|candidate|candidacy|applied|applying|applies"
    r"|former|formerly|previously|expired|expires|lost|withdrawn|withdrew|denied|revoked|suspended|lapsed|planned|planning"
    r"|except|unaccredited|in progress|in process|working toward|working towards|until|was|were)\b|n't\b|\?",
    re.I,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_ASIDE_OPEN = "\ue002"
_ASIDE = re.compile(f"{_ASIDE_OPEN}([0-9]+){_CLOSE}")
_OURS = re.compile("[\ue000-\ue002]")
_FOOTNOTE = re.compile(r"[*†‡§]")
_SLASHED_UNKNOWN = re.compile(r"(?<![\w/])n ?/ ?a(?![\w/])", re.I)


def read_category(text: str, typed: str, labels: Labels) -> Reading | None:
    """Read labels.

    Parameters
    ----------
    text
        The cleaned cell; a line break in it stands as ``;``.
    typed
        The cell as typed.
    labels
        The criteria's own labels.

    Returns
    -------
    Reading or None
        ``None`` when nothing but separators is there, or a label of the criteria bears a footnote mark.

    Examples
    --------
    >>> from decision.intake.cells.labels import Labels
    >>> sorted(read_category("Accredited by AAPC; DEAC", "", Labels(("AAPC",))).labels)
    ['AAPC', 'DEAC']
    >>> read_category("not AAPC", "", Labels(("AAPC",))).doubt
    'not understood: it names AAPC, but not as a plain fact. Write the label alone, or leave the cell blank.'
    """
    whole = labels.exact(text)
    if whole is not None:
        return Reading(text=typed, labels=labels.with_also([whole]))
    text = text if text.isascii() else _OURS.sub("", text)
    asides: list[str] = []
    if labels.is_listed:
        text = _without_asides(text, labels, asides)
    found: dict[str, None] = {}
    outside: dict[str, None] = {}
    unknown = Unknown.STATED
    pieces = [piece.strip() for piece in _PIECE.split(_SLASHED_UNKNOWN.sub("NA", text))]
    owns = [_own(piece, labels) for piece in pieces]
    doubted = _doubted([_with_asides(piece, asides) for piece in pieces], owns) if labels.is_listed else ""
    if doubted:
        return not_understood(typed, _taken_back(doubted))
    for piece, named in zip(pieces, owns, strict=True):
        is_remarked = bool(named) and labels.exact(piece) is None
        beside = _beside(piece, named, asides, labels) if is_remarked else ""
        if _is_taken_back(beside, labels):
            return not_understood(typed, _taken_back(named[0][2]))
        if _FOOTNOTE.search(beside):
            return None
        for item in _items(piece, named, asides):
            reason = unknown_reason(item) if isinstance(item, str) else None
            unknown = unknown or reason or Unknown.STATED
            found.update({} if reason else dict.fromkeys([item] if isinstance(item, str) else item))
            outside.update({item: None} if isinstance(item, str) and not reason else {})
    if not found:
        return Reading(text=typed, unknown=unknown) if unknown else None
    return Reading(text=typed, labels=labels.with_also(found), outside=tuple(outside) if labels.is_listed else ())


def _doubted(pieces: list[str], owns: list[list[tuple[int, int, str]]]) -> str:
    """Give the first label, where another part of the cell may take it back (``Applied for accreditation; CAHIIM``)."""
    first = next((named[0][2] for named in owns if named), "")
    others = (piece for piece, named in zip(pieces, owns, strict=True) if not named)
    return first if first and any(_TAKES_BACK.search(piece) for piece in others) else ""


def _beside(piece: str, named: list[tuple[int, int, str]], asides: list[str], labels: Labels) -> str:
    """Give what stands beside the labels of a vocabulary (``associate of applied science`` takes nothing back)."""
    if not labels.is_listed:
        return piece
    ends = [0, *(end for _, end, _ in named)]
    starts = [*(start for start, _, _ in named), len(piece)]
    return _with_asides(" ".join(piece[end:start] for end, start in zip(ends, starts, strict=True)), asides)


def _is_taken_back(text: str, labels: Labels) -> bool:
    """Whether a word says that a label beside it is no plain fact."""
    more = labels.taking_back
    return bool(_TAKES_BACK.search(text) or (more and more.search(text)))


def _without_asides(text: str, labels: Labels, asides: list[str]) -> str:
    """Put what stands in brackets and names no label aside, so that no separator in it cuts the text."""
    spans = labels.within(text)

    def put_aside(found: re.Match[str]) -> str:
        if any(start < found.end() and found.start() < end for start, end, _ in spans):
            return found[0]
        asides.append(found[0])
        return f"{_ASIDE_OPEN}{len(asides) - 1}{_CLOSE}"

    return _BRACKETS.sub(put_aside, text)


def _with_asides(text: str, asides: list[str]) -> str:
    """Put what stood in brackets back."""
    return _ASIDE.sub(lambda found: asides[int(found[1])], text) if asides else text


def _own(piece: str, labels: Labels) -> list[tuple[int, int, str]]:
    """Find the criteria's labels in one piece of a cell."""
    whole = labels.exact(piece)
    return [(0, len(piece), whole)] if whole is not None else labels.within(piece)


def _items(piece: str, named: list[tuple[int, int, str]], asides: list[str]) -> list[str | list[str]]:
    """Cut a piece at its separators, never inside a label of the criteria; an item that names some stands for those."""
    marked, at = [], 0
    for number, (start, end, _) in enumerate(named):
        marked += [piece[at:start], f"{_OPEN}{number}{_CLOSE}"]
        at = end
    cut = [item.strip(" \"'") for item in _ITEM.split("".join([*marked, piece[at:]]))]
    owns = [[named[int(number)][2] for number in _MARK.findall(item)] for item in cut]
    return [own or _with_asides(item, asides) for own, item in zip(owns, cut, strict=True) if own or item]


def _taken_back(label: str) -> str:
    """Say that a label is named and not as a plain fact."""
    return f"not understood: it names {label}, but not as a plain fact. Write the label alone, or leave the cell blank."
