"""The bytes of a JSON file that is a list of records -> the bytes of the same table as CSV.

What a public service answers is read as its table would be: one row for each record, nested names joined by dots
(``provider.city``, ``addresses.1.zip``), every number as it was written. What may hold several tables is refused.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any, Final

__all__ = ["NoRecordsError", "as_csv", "is_json"]

_MOST_COLUMNS = 5000
_DEEPEST = 8
_BETWEEN = "; "
_WORDS: Final = {True: "true", False: "false", None: ""}


class NoRecordsError(ValueError):
    """It is no list of records; the text says why, as the end of a sentence."""


def is_json(data: bytes) -> bool:
    r"""Say whether the bytes may be JSON: they begin with a list of records, or with a record.

    Examples
    --------
    >>> is_json(b' [{"program": "Harbor"}]'), is_json(b"program,cost\n"), is_json(b"[draft]\nprogram,cost\n")
    (True, False, False)
    """
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").split()[:2]
    beginning = b"".join(start)
    return beginning.startswith((b'{"', b"[{", b"[[")) or beginning in (b"{", b"[", b"[]", b"{}")


def as_csv(data: bytes) -> bytes:
    r"""Write a list of records as a table.

    Parameters
    ----------
    data
        The file's bytes, UTF-8.

    Returns
    -------
    bytes
        CSV in UTF-8; the columns stand as they first come up.

    Raises
    ------
    NoRecordsError
        When it is no JSON, or not one list of records.

    Examples
    --------
    >>> as_csv(b'[{"name": "Harbor", "cost": 3450.50, "at": {"city": "Lynn"}}, {"name": "Linden", "tags": ["a", "b"]}]')
    b'name,cost,at.city,tags\nHarbor,3450.50,Lynn,\nLinden,,,a; b\n'
    """
    rows = [dict(_cells(record, "", 0)) for record in _records(_parsed(data))]
    header = list(dict.fromkeys(name for row in rows for name in row))
    if len(header) > _MOST_COLUMNS:
        raise NoRecordsError(f"its records have more than {_MOST_COLUMNS:,} names in all")
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\n")
    table.writerow(header)
    table.writerows([[row.get(name, "") for name in header] for row in rows])
    return written.getvalue().encode("utf-8", "backslashreplace")


def _parsed(data: bytes) -> Any:  # noqa: ANN401 -- JSON can be anything
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            parse_float=str,
            parse_int=str,
            parse_constant=_refuse_constant,
            object_pairs_hook=_named_once,
        )
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NoRecordsError(f"it cannot be read to its end: {error}") from None
    except RecursionError:
        raise NoRecordsError("it is nested too deep") from None


def _refuse_constant(word: str) -> str:
    raise NoRecordsError(f"it holds {word}, which is no value")


def _named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise NoRecordsError("a record holds one name twice")
    return record


def _records(found: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    """Find the one list of records: the whole, or the only one that stands under a name."""
    lists = [found] if isinstance(found, list) else [value for value in found.values() if _is_table(value)]
    if len(lists) > 1:
        raise NoRecordsError("it holds several lists of records")
    if not lists or not _is_table(lists[0]):
        raise NoRecordsError("it is no list of records")
    return list(lists[0])


def _is_table(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and bool(value) and all(isinstance(record, dict) for record in value)


def _cells(value: Any, name: str, depth: int) -> list[tuple[str, str]]:  # noqa: ANN401
    """Lay one value out as cells: nested records by their names or numbers, any other list as one cell."""
    if depth > _DEEPEST:
        raise NoRecordsError(f"its records are nested more than {_DEEPEST} deep")
    if isinstance(value, dict):
        inside = value.items()
    elif _is_table(value):
        inside = {str(number): record for number, record in enumerate(value, 1)}.items()
    else:
        return [(name, _text(value))]
    return [cell for key, part in inside for cell in _cells(part, f"{name}.{key}" if name else key, depth + 1)]


def _text(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, list):
        return _BETWEEN.join(filter(None, map(_text, value)))
    return value if isinstance(value, str) else json.dumps(value) if isinstance(value, dict) else _WORDS[value]
