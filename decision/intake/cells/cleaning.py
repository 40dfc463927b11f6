"""A cell as typed becomes the same text without what people cannot see or do not mean.

White space, invisible marks, HTML entities, one pair of quotes and a guarding apostrophe go; nothing that carries
meaning ever does (a footnote mark stays).
"""

from __future__ import annotations

import html
import re

__all__ = ["clean"]

_NEEDED = re.compile(r"[^ -~]|  |[&\\]|^[\s'\"]|[\s\"]$")
_LINE_BREAK = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}[0-9]{0,2});")
_GUARDED = re.compile(r"'\s*[-=+@＝＋－＠]")
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}


def clean(text: str, *, line_break: str = " ") -> str:
    r"""Give a cell's text without surrounding and repeated spaces, invisible marks, and wrapping quotes.

    Parameters
    ----------
    text
        The cell as typed.
    line_break
        What a line break inside the cell becomes.

    Examples
    --------
    >>> clean("  $3,450\u00a0 "), clean('"Billing &amp; Coding"'), clean("'-")
    ('$3,450', 'Billing & Coding', '-')
    """
    if not _NEEDED.search(text):
        return text
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text).replace("\\'", "'")
    text = _INVISIBLE.sub("", text).strip()
    text = " ".join(_LINE_BREAK.sub(line_break, text).split())
    if _GUARDED.match(text):
        return text[1:].strip()
    closing = _QUOTES.get(text[:1])
    inner = text[1:-1]
    is_wrapped = len(text) > 1 and closing == text[-1] and text[0] not in inner and text[-1] not in inner
    return inner.strip() if is_wrapped else text
