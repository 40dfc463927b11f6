"""A JSON file that an earlier run wrote becomes plain values again.

The one rule: a file that is not a whole decision is refused with all that is wrong, so what goes on can trust it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from decision.errors import BadInput, Code, Fault

__all__ = ["SCHEMA", "read_decision"]

SCHEMA = "decision/1"
"""The name of the shape that is understood."""

_MOST_FAULTS = 20
_LARGEST = 1e300
_PARTS: dict[str, type] = {"title": str, "weights": dict, "funnel": list, "programs": list, "settings": dict}
_WORDS = {str: "a text", dict: "an object", list: "a list", bool: "true or false", int: "a whole number"}
_STEP: dict[str, type] = {"criterion": str, "rule": str}
_PROGRAM: dict[str, type] = {
    "row": int,
    "name": str,
    "status": str,
    "shortlist": bool,
    "points": dict,
    "failed": list,
    "ask": list,
    "reason": str,
}
_MAY_BE_EMPTY = ("rank", "score", "score_high")


def read_decision(path: str | Path) -> dict[str, Any]:
    """Read a decision as ``decide rank --json`` writes it.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    dict
        The document; its programs, weights, funnel and settings have the shape of ``decision.schema.json``.

    Raises
    ------
    BadInput
        When the file cannot be read, is not JSON, or is no such decision, with all that is wrong (at most 20).
    """
    document = _parsed(str(path), _text(path))
    faults = _faults(str(path), document)
    if faults:
        raise BadInput(faults[:_MOST_FAULTS])
    found: dict[str, Any] = document
    return found


def _text(path: str | Path) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = "is not text in UTF-8. Give the file that decide rank --json wrote."
        raise BadInput([_fault(str(path), Code.ENCODING, "", problem)]) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        problem = f"cannot be read: {reason}. Check the name of the file."
        raise BadInput([_fault(str(path), Code.UNREADABLE, "", problem)]) from None


def _parsed(file: str, text: str) -> Any:  # noqa: ANN401 -- anything may stand in the file
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        problem = f"is not JSON: {error.msg.lower()} at character {error.colno}. Write it anew with decide rank --json."
        raise BadInput([_fault(file, Code.NOT_JSON, "", problem, line=error.lineno)]) from None
    except (ValueError, RecursionError):
        problem = "is not JSON that decide rank --json writes. Write it anew."
        raise BadInput([_fault(file, Code.NOT_JSON, "", problem)]) from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _faults(file: str, document: object) -> list[Fault]:
    """List what keeps a document from being a decision."""
    if not isinstance(document, dict):
        return [_fault(file, Code.WRONG_SHAPE, "", "is JSON, but not a decision: wanted an object with programs.")]
    if document.get("schema") != SCHEMA:
        found = json.dumps(document.get("schema")) if "schema" in document else None
        problem = f'wanted "{SCHEMA}". Write the decision anew with this version of decide.'
        return [_fault(file, Code.WRONG_VALUE, "schema", problem, found=found)]
    faults = _wrong_kinds(file, "", document, _PARTS)
    if faults:
        return faults
    for name, weight in document["weights"].items():
        faults += _number(file, f"weights.{name}", weight)
    for at, step in enumerate(document["funnel"]):
        faults += _entry(file, f"funnel[{at}]", step, _STEP)
    for at, program in enumerate(document["programs"]):
        faults += _program(file, f"programs[{at}]", program)
    return faults


def _program(file: str, path: str, program: object) -> list[Fault]:
    faults = _entry(file, path, program, _PROGRAM)
    if faults or not isinstance(program, dict):
        return faults
    if program["status"] not in ("fits", "ask", "out"):
        problem = "wanted fits, ask or out."
        faults.append(_fault(file, Code.WRONG_VALUE, f"{path}.status", problem, found=program["status"]))
    for key in _MAY_BE_EMPTY:
        if key not in program:
            faults.append(_fault(file, Code.MISSING_KEY, f"{path}.{key}", "is missing."))
        elif program[key] is not None or program["status"] != "out":
            faults += _number(file, f"{path}.{key}", program[key])
    for name, points in program["points"].items():
        faults += _number(file, f"{path}.points.{name}", points)
    for at, failure in enumerate(program["failed"]):
        faults += _entry(file, f"{path}.failed[{at}]", failure, {"criterion": str, "found": str, "wanted": str})
    if not all(isinstance(name, str) for name in program["ask"]):
        faults.append(_fault(file, Code.WRONG_SHAPE, f"{path}.ask", "wanted names of criteria."))
    return faults


def _entry(file: str, path: str, entry: object, kinds: dict[str, type]) -> list[Fault]:
    if not isinstance(entry, dict):
        return [_fault(file, Code.WRONG_SHAPE, path, "wanted an object.")]
    return _wrong_kinds(file, f"{path}.", entry, kinds)


def _wrong_kinds(file: str, before: str, entry: dict[str, Any], kinds: dict[str, type]) -> list[Fault]:
    faults = []
    for key, kind in kinds.items():
        if key not in entry:
            faults.append(_fault(file, Code.MISSING_KEY, before + key, "is missing."))
        elif type(entry[key]) is not kind:
            faults.append(_fault(file, Code.WRONG_SHAPE, before + key, f"wanted {_WORDS[kind]}."))
    return faults


def _number(file: str, path: str, value: object) -> list[Fault]:
    if isinstance(value, int | float) and not isinstance(value, bool) and -_LARGEST < value < _LARGEST:
        return []
    return [_fault(file, Code.WRONG_SHAPE, path, "wanted a number.")]


def _fault(
    file: str, code: Code, path: str, problem: str, *, found: str | None = None, line: int | None = None
) -> Fault:
    return Fault(code=code, file=file, path=path, problem=problem, found=found, line=line)
