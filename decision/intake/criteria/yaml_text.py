"""Bytes become text, and what Python holds becomes the same text a file would have.

UTF-8 with or without a mark, or UTF-16 with one; at most 256 KB. So that one reader serves both, a mapping from Python
is written as YAML with every scalar in quotes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from numbers import Integral, Real

from decision.errors import BadCriteria, Code, Fault

__all__ = ["LARGEST", "as_text", "decode"]

LARGEST = 256 * 1024
_DEEPEST = 100  # far beyond what the reader accepts: only a mapping that holds itself gets here
_UNSAFE = re.compile(r'["\\]|[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]')


def decode(data: bytes, *, file: str = "") -> str:
    r"""Give the text of a criteria file.

    Parameters
    ----------
    data
        All of its bytes.
    file
        Its name, for faults.

    Raises
    ------
    BadCriteria
        It is over 256 KB, or neither UTF-8 nor UTF-16 with a mark.

    Examples
    --------
    >>> decode(b"title: Kurse f\xc3\xbcr alle") == decode("title: Kurse für alle".encode("utf-16"))
    True
    """
    if len(data) > LARGEST:
        problem = "a criteria file is at most 256 KB."
        raise BadCriteria([Fault(code=Code.TOO_LARGE, file=file, problem=problem)])
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = "a character here is not UTF-8. Save the file as UTF-8 (in an editor: Save as, encoding UTF-8)."
        raise BadCriteria([Fault(code=Code.ENCODING, file=file, line=line, problem=problem)]) from error


def as_text(value: object) -> str:
    """Write what a Python user gave as YAML, every scalar in quotes.

    Parameters
    ----------
    value
        Mappings, sequences, texts, numbers, ``True``, ``False`` and ``None``, in any nesting.

    Raises
    ------
    TypeError
        Something else stands inside.

    Examples
    --------
    >>> as_text({"is": True, "limits": [0.4, 1]})
    '{"is": "yes", "limits": ["0.4", "1"]}'
    """
    return _written(value, 0)


def _written(value: object, depth: int) -> str:
    if depth > _DEEPEST:
        raise TypeError("criteria hold at most 20 levels; this mapping may hold itself")
    match value:
        case str():
            return '"' + _UNSAFE.sub(_escaped, value) + '"'
        case None:
            return '""'
        case bool():
            return '"yes"' if value else '"no"'
        case Integral():
            return f'"{int(value)}"'
        case Real():
            return f'"{float(value)!r}"'
        case Mapping():
            pairs = (f"{_written(key, depth + 1)}: {_written(item, depth + 1)}" for key, item in value.items())
            return "{" + ", ".join(pairs) + "}"
        case Sequence() if not isinstance(value, bytes | bytearray | memoryview):
            return "[" + ", ".join(_written(item, depth + 1) for item in value) + "]"
        case _:
            raise TypeError(f"criteria hold texts, numbers, lists and mappings, not {type(value).__name__}")


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    return f"\\{character}" if character in '"\\' else f"\\U{ord(character):08x}"
