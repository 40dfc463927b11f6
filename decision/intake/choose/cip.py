"""A code of the Classification of Instructional Programs in any spelling -> its digits, two for each step down.

``51.0713``, ``510713`` and ``"51.0713"`` are one code; ``51.07`` and ``5107`` are one family. A spreadsheet that took a
code for a number lost a zero in front (``1.0505``) or behind (``51.071``): it is put back, for no step has an odd
number of digits.
"""

from __future__ import annotations

import fnmatch
import re

__all__ = ["cip_code", "cip_glob", "is_cip_header"]

_HEADER = re.compile(r"(?:(?<![A-Za-z])[Cc][Ii][Pp]|(?<=[a-z])C(?:IP|ip))(?=$|[^A-Za-z]|[A-Z][a-z]|codes?|CODES?)")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{0,4})", re.ASCII)
_PLAIN = re.compile(r"(\d{1,6})(?:(?<=\d{3})\.0+)?", re.ASCII)
_TITLED = re.compile(r"(\d\d\.\d{4})[\s:\u2013\u2014-]+[^\W\d].*", re.DOTALL)
_GLOB = re.compile(r"[\d.*?\[\]!-]*\d[\d.*?\[\]!-]*", re.ASCII)
_WILD = re.compile(r"[*?\[]")


def is_cip_header(header: str) -> bool:
    """Whether a column is said to hold these codes.

    Parameters
    ----------
    header
        As the file writes it.

    Examples
    --------
    >>> [is_cip_header(header) for header in ("cip", "CIPCODE1", "field_cip_code", "cipCodeText", "CIP Code")]
    [True, True, True, True, True]
    >>> [is_cip_header(header) for header in ("participants", "discipline", "CIPTUIT1", "recipient")]
    [False, False, False, False]
    """
    return _HEADER.search(header) is not None


def cip_code(text: str) -> str:
    """Give the digits of a code.

    Parameters
    ----------
    text
        A cell, as typed.

    Returns
    -------
    str
        Two, four or six digits; empty when the text is no such code.

    Examples
    --------
    >>> [cip_code(text) for text in ("51.0713", "510713", '"51.0713"', '="51.0713"', "510713.0")]
    ['510713', '510713', '510713', '510713', '510713']
    >>> [cip_code(text) for text in ("51.07", "5107", "51.071", "1.0505", "10505", "51", "1", "51.0")]
    ['5107', '5107', '510710', '010505', '010505', '51', '01', '51']
    >>> cip_code("51.0713 - Medical Coding"), cip_code("Medical Coding"), cip_code("$5,107"), cip_code("")
    ('510713', '', '', '')
    """
    bare = text.strip().lstrip("='\"").rstrip("'\"").strip()
    titled = _TITLED.fullmatch(bare)
    bare = titled[1] if titled else bare
    dotted = _DOTTED.fullmatch(bare)
    if dotted:
        below = "" if dotted[2] == "0" else dotted[2]
        return dotted[1].zfill(2) + below + "0" * (len(below) % 2)
    plain = _PLAIN.fullmatch(bare)
    return plain[1].zfill(len(plain[1]) + len(plain[1]) % 2) if plain else ""


def cip_glob(wanted: str) -> re.Pattern[str] | None:
    """Turn what a user wants of a column of codes into a pattern for the digits of a code.

    Parameters
    ----------
    wanted
        A code, which means all below it too; or digits with shell wildcards.

    Returns
    -------
    Pattern or None
        ``None`` where no code is meant.

    Examples
    --------
    >>> family = cip_glob("51.07")
    >>> [bool(family.match(cip_code(text))) for text in ("51.0713", "510700", "5107", "51.08", "51")]
    [True, True, True, False, False]
    >>> cip_glob("51.07*") == family, bool(cip_glob("1.05*").match("010505")), cip_glob("*coding*")
    (True, True, None)
    """
    code = cip_code(wanted)
    if code:
        return re.compile(fnmatch.translate(f"{code}*"))
    bare = wanted.strip()
    if not _GLOB.fullmatch(bare) or not _WILD.search(bare):
        return None
    series, dot, below = bare.partition(".")
    return re.compile(fnmatch.translate((series.zfill(2) if dot and series.isdigit() else series) + below))
