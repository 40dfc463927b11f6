"""Points become a bar: filled as far as they are sure, hatched as far as they are possible.

The one rule: a bar never stands alone. The number is always beside it, so whoever cannot see bars misses nothing.
"""

from __future__ import annotations

__all__ = ["bar"]

_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def bar(low: float, high: float, cells: int, *, unicode: bool = True) -> str:
    """Draw points of 100.

    Parameters
    ----------
    low, high
        The assured and the possible points, 0..100.
    cells
        Length of the whole bar, in columns.
    unicode
        Whether eighths of a block can be shown; else the bar is of ``#``, ``/`` and ``.``.

    Returns
    -------
    str
        Exactly ``cells`` columns.

    Examples
    --------
    >>> bar(71, 71, 15)
    '██████████▋····'
    >>> bar(52, 80, 15), bar(52, 80, 15, unicode=False)
    ('███████▊▒▒▒▒···', '########////...')
    >>> bar(0, 0, 5), bar(100, 100, 5)
    ('·····', '█████')
    """
    filled = _filled(low, cells, unicode=unicode)
    hatched = max(0, round(high / 100 * cells) - len(filled)) if high > low else 0
    hatch, rest = ("▒", "·") if unicode else ("/", ".")
    return filled + hatch * hatched + rest * (cells - len(filled) - hatched)


def _filled(points: float, cells: int, *, unicode: bool) -> str:
    if not unicode:
        return "#" * round(points / 100 * cells)
    whole, eighths = divmod(round(points / 100 * cells * 8), 8)
    return "█" * whole + _EIGHTHS[eighths]
