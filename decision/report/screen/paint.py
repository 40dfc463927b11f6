"""Texts get colour where the terminal understands it: bold, dim, and one hue.

The one rule: colour is laid over a finished text and changes nothing in it.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Paint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    r"""Lays colour over texts, or leaves them as they are.

    Parameters
    ----------
    color
        Whether to.

    Examples
    --------
    >>> Paint(color=False).bold("71"), Paint(color=True).bold("71")
    ('71', '\x1b[1m71\x1b[0m')
    """

    color: bool

    def bold(self, text: str) -> str:
        """Make it stand out."""
        return self._with("1", text)

    def dim(self, text: str) -> str:
        """Make it step back."""
        return self._with("2", text)

    def hue(self, text: str) -> str:
        """Give it the one colour, a blue that is read on light and dark."""
        return self._with("34", text)

    def _with(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text
