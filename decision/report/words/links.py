"""Addresses in a cell become links that are safe to follow: http and https with a host, and nothing else.

One rule: what a person clicks is what the cell says; a script, a file or half an address is text and no link.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

__all__ = ["safe_links"]

_PARTS = re.compile(r"[;|,]?\s+|[;|,](?=https?://)", re.I)
_UNSAFE = re.compile(r"[\s<>\"'`\\^{}|]")
_MOST = 5
_LONGEST = 2000


def safe_links(cell: str) -> tuple[str, ...]:
    """List the web addresses of a cell.

    Parameters
    ----------
    cell
        As typed: one address, or several with spaces or semicolons between.

    Returns
    -------
    tuple of str
        At most five, each once; still to be escaped where they stand in HTML.

    Examples
    --------
    >>> safe_links("https://bhcc.edu/costs; http://nces.ed.gov")
    ('https://bhcc.edu/costs', 'http://nces.ed.gov')
    >>> safe_links("javascript:alert(1)"), safe_links("bhcc.edu"), safe_links("https://"), safe_links("")
    ((), (), (), ())
    """
    found = dict.fromkeys(part for part in (part.rstrip(".,;|") for part in _PARTS.split(cell)) if _is_safe(part))
    return tuple(found)[:_MOST]


def _is_safe(part: str) -> bool:
    if len(part) > _LONGEST or not part.isprintable() or _UNSAFE.search(part):
        return False
    if not part.casefold().startswith(("http://", "https://")):
        return False
    try:
        host = urlsplit(part).hostname
    except ValueError:
        return False
    return bool(host)
