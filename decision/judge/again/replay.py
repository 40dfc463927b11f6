"""A recorded decision and the same run again become what differs, in plain sentences.

The one rule: no sentence means the same document; any difference at all gives at least one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["differences"]

_MOST = 50
_LONGEST = 60
_TOLD = ("programs", "settings")
_PLACE = (
    ("status", "status"),
    ("rank", "rank"),
    ("shortlist", "place on the shortlist"),
    ("score", "points"),
    ("score_high", "possible points"),
)


def differences(recorded: Mapping[str, Any], again: Mapping[str, Any]) -> list[str]:
    """Say how a run again differs from what was recorded.

    Parameters
    ----------
    recorded
        The document as read from the file.
    again
        The document of the new run.

    Returns
    -------
    list of str
        Causes first (version, input bytes, settings), then programs in the order recorded, then all else; at most 50,
        the last of them then counts the rest. Empty when both are the same.

    Examples
    --------
    >>> before = {"programs": [], "settings": {"version": "1", "programs": {"file": "a.csv", "sha256": "00"}}}
    >>> differences(before, before)
    []
    >>> differences(before, before | {"settings": {"version": "2", "programs": {"file": "a.csv", "sha256": "00"}}})
    ['The version of decide is 2; recorded was 1.']
    """
    was, now = (json.loads(json.dumps(document)) for document in (recorded, again))
    found = [
        *_settings(was.get("settings"), now.get("settings")),
        *_programs(was.get("programs"), now.get("programs")),
        *_differing(_without(was, _TOLD), _without(now, _TOLD), ""),
    ]
    if not found and not _is_same(was, now):
        return ["The keys of the document stand in another order."]
    rest = len(found) - _MOST
    return [*found[: _MOST - 1], f"And {rest + 1:,} more differences."] if rest > 0 else found


# ── what went in ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _settings(was: object, now: object) -> Iterator[str]:
    if not isinstance(was, dict) or not isinstance(now, dict):
        yield from _differing(was, now, "settings")
        return
    if not _is_same(was.get("version"), now.get("version")):
        yield f"The version of decide is {_shown(now.get('version'))}; recorded was {_shown(was.get('version'))}."
    for key, words in (("programs", "table of programs"), ("criteria", "criteria")):
        yield from _input(was.get(key), now.get(key), key, words)
    told = ["version", "programs", "criteria"]
    one, other = was.get("join"), now.get("join")
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        told.append("join")
        for number, tables in enumerate(zip(one, other, strict=True)):
            yield from _input(*tables, f"join[{number}]", "joined table")
    yield from _differing(_without(was, told), _without(now, told), "settings")


def _input(was: object, now: object, key: str, words: str) -> Iterator[str]:
    """Tell another file, then other bytes, then all else of one input."""
    if not isinstance(was, dict) or not isinstance(now, dict):
        yield from _differing(was, now, f"settings.{key}")
        return
    if not _is_same(was.get("sha256"), now.get("sha256")):
        name = _shown(was.get("file", was.get("name")))
        yield f"The {words} ({name}) changed since: its bytes are not those recorded."
    told = ["sha256"]
    if _is_same(was.get("source"), now.get("source")) and was.get("source"):
        told.append("source_sha256")
        if not _is_same(was.get("source_sha256"), now.get("source_sha256")):
            yield f"The map that the {words} was read by ({_shown(was['source'])}) changed since."
    yield from _differing(_without(was, told), _without(now, told), f"settings.{key}")


# ── what came out ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _programs(was: object, now: object) -> Iterator[str]:
    if not (_is_table(was) and _is_table(now)):
        yield from _differing(was, now, "programs")
        return
    before, after = ({program["row"]: program for program in programs} for programs in (was, now))
    for row, program in before.items():
        if row not in after:
            yield f"{_called(program)} is gone."
        else:
            yield from _program(program, after[row])
    yield from (f"{_called(program)} is new." for row, program in after.items() if row not in before)
    if [*before] != [*after] and set(before) == set(after):
        yield "The programs stand in another order."


def _is_table(programs: object) -> TypeGuard[list[dict[str, Any]]]:
    """Whether every program has a row of its own."""
    if not isinstance(programs, list) or not all(isinstance(program, dict) for program in programs):
        return False
    rows = [program.get("row") for program in programs]
    return all(type(row) is int for row in rows) and len(set(rows)) == len(rows)


def _called(program: Mapping[str, Any]) -> str:
    return f"Row {program['row']} ({_shown(program.get('name'))})"


def _program(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for key, words in _PLACE:
        if not _is_same(was.get(key), now.get(key)):
            yield f"{_called(was)}: {words} {_shown(now.get(key))}; recorded was {_shown(was.get(key))}."
    told = [key for key, _ in _PLACE]
    rest = _differing(_without(was, told), _without(now, told), "its account")
    yield from (f"{_called(was)}: {text.replace('its account.', 'its ', 1)}" for text in rest)


# ── all else ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _differing(was: object, now: object, path: str) -> Iterator[str]:
    """Go down to where two values differ, and name the places."""
    if _is_same(was, now):
        return
    if isinstance(was, dict) and isinstance(now, dict):
        if set(was) == set(now) and all(_is_same(was[key], now[key]) for key in was):
            yield f"The keys of {path or 'the document'} stand in another order."
        for key in {**was, **now}:
            yield from _member(was, now, key, f"{path}.{key}" if path else str(key))
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for at, (one, other) in enumerate(zip(was, now, strict=True)):
            yield from _differing(one, other, f"{path}[{at}]")
    else:
        yield f"{path or 'The document'} is {_shown(now)}; recorded was {_shown(was)}."


def _without(values: Mapping[str, object], keys: Sequence[str]) -> dict[str, object]:
    return {key: value for key, value in values.items() if key not in keys}


def _member(was: Mapping[str, object], now: Mapping[str, object], key: str, path: str) -> Iterator[str]:
    if key not in now:
        yield f"{path} is missing."
    elif key not in was:
        yield f"{path} is new."
    else:
        yield from _differing(was[key], now[key], path)


def _is_same(was: object, now: object) -> bool:
    """Whether two values are written alike: 1, 1.0 and true are three."""
    return json.dumps(was) == json.dumps(now)


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    safe = "".join(character if character.isprintable() else "?" for character in text) or "empty"
    return safe if len(safe) <= _LONGEST else safe[: _LONGEST - 3] + "..."
