"""What differs between two decisions becomes plain words: what was changed, what moved and why, biggest first.

The one rule: a move is never told without its reason, and that nothing moved is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.model import plain
from decision.report.explain.moved_words import moved_words, place_words, points_words
from decision.report.screen.layout import NARROWEST, clean, cut, hang, wrap
from decision.report.words.amounts import count_word
from decision.report.words.wording import capital, counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.nouns.comparison import Comparison, Moved, Seen, Setting

__all__ = ["compare_text"]

_MOST_MOVED = 20
_MOST_NAMED = 3
_LONGEST = 120


def compare_text(comparison: Comparison, *, width: int = 80) -> str:
    """Write what moved between two decisions.

    Parameters
    ----------
    comparison
        What differs.
    width
        Columns of the terminal; fewer than 40 are taken as 40.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    blocks = [
        wrap(_headline(comparison), width),
        _listed("What was changed", _changed(comparison), width),
        _moves(comparison, width),
        _listed("New", [_newcomer(name, seen) for name, seen in comparison.new[:_MOST_MOVED]], width),
        _listed("Gone", [_left(name, seen) for name, seen in comparison.gone[:_MOST_MOVED]], width),
        wrap(_stayed(comparison), width),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if any(block)) + "\n"


def _headline(comparison: Comparison) -> str:
    before, after = comparison.first_before, comparison.first_after
    if sorted(before) == sorted(after):
        return f"{_firsts(after)} still {_come(after)}." if after else "No program fits, as before."
    if not after:
        return f"No program fits now; before, {_firsts(before)} came first."
    was = f"before, {_firsts(before)} did" if before else "before, no program fitted"
    return f"{_firsts(after)} {_come(after)} now; {was}."


def _firsts(names: Sequence[str]) -> str:
    said = [_name(name) for name in names]
    rest = len(said) - _MOST_NAMED
    return joined(said if rest <= 1 else [*said[:_MOST_NAMED], f"{rest:,} more"])


def _come(names: Sequence[str]) -> str:
    return "comes first" if len(names) == 1 else "share first place"


def _name(name: str) -> str:
    return cut(clean(name), _LONGEST) or "A program without a name"


# ── what was changed ──────────────────────────────────────────────────────────────────────────────────────────────────


def _changed(comparison: Comparison) -> list[str]:
    told = [] if comparison.is_same_file else ["The table of programs is not the same file as before."]
    told += [] if comparison.is_same_join else ["What is joined to it is not the same as before."]
    told += [_must_have(setting) for setting in comparison.must_haves]
    told += [_weight(name, was, now) for name, was, now in comparison.weights]
    told += [_setting(setting) for setting in comparison.settings]
    return told + ([] if comparison.is_same_version else ["Another version of decide was used."])


def _must_have(setting: Setting) -> str:
    name, was, now = (clean(text) for text in (setting.name, setting.before, setting.after))
    if not was:
        return f"New must-have: {name} {now}."
    return f"Must-have given up: {name} {was}." if not now else f"Must-have {name}: {now}; before, {was}."


def _weight(name: str, was: float | None, now: float | None) -> str:
    said = clean(name)
    if was is None or now is None:
        return f"{capital(said)} earns no points now." if now is None else f"{capital(said)} earns points now."
    decimals = next((d for d in range(3) if round(100 * was, d) != round(100 * now, d)), 3)
    return f"{capital(said)} counts for {plain(100 * now, decimals)} %; before, {plain(100 * was, decimals)} %."


def _setting(setting: Setting) -> str:
    name, was, now = (cut(clean(text), _LONGEST) for text in (setting.name, setting.before, setting.after))
    said = name if "." in name else capital(name)
    return f"{said}: {now or 'not set'}; before, {was or 'not set'}."


# ── what moved ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _moves(comparison: Comparison, width: int) -> list[str]:
    moved = comparison.moved
    if not moved:
        return []
    lines = ["What moved"]
    for move in moved[:_MOST_MOVED]:
        points, reasons = moved_words(move, comparison)
        told = ", ".join(part for part in (_move(move), points) if part)
        lines += hang("", f"{_called(move, moved)}: {told}.", 2, width)
        lines += [line for reason in reasons for line in hang("", reason, 4, width)]
    rest = len(moved) - _MOST_MOVED
    return lines + (hang("", f"And {rest:,} more moved.", 2, width) if rest > 0 else [])


def _called(move: Moved, moved: Iterable[Moved]) -> str:
    is_repeated = sum(other.name == move.name for other in moved) > 1
    return _name(move.name) + (f" (row {move.after.row})" if is_repeated or not move.name.strip() else "")


def _move(move: Moved) -> str:
    before, after = place_words(move.before), place_words(move.after)
    place = f"from {before} to {after}" if before != after else f"still {after}"
    listed = (move.before.is_shortlisted, move.after.is_shortlisted)
    if listed[0] != listed[1]:
        place += ", now on the shortlist" if listed[1] else ", no longer on the shortlist"
    return place


# ── the rest ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _listed(label: str, sentences: Sequence[str], width: int) -> list[str]:
    return [label, *(line for sentence in sentences for line in hang("", sentence, 2, width))] if sentences else []


def _newcomer(name: str, seen: Seen) -> str:
    points = points_words(seen)
    return f"{_name(name)} (row {seen.row}): {place_words(seen)}" + (f", {points}." if points else ".")


def _left(name: str, seen: Seen) -> str:
    return f"{_name(name)} (row {seen.row}): was {place_words(seen)}."


def _stayed(comparison: Comparison) -> str:
    if comparison.moved or comparison.new or comparison.gone:
        count = comparison.stayed
        if not count:
            return ""
        stand = "stands" if count == 1 else "stand"
        return f"{counted(count, 'other program')} {stand} as before."
    many = "the one program stands" if comparison.stayed == 1 else f"all {count_word(comparison.stayed)} programs stand"
    return f"Nothing moved: {many} as before."
