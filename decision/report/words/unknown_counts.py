"""A fact becomes words about how many programs do not state it, by the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decision.model import Unknown

if TYPE_CHECKING:
    from decision.model import Fact

__all__ = ["unknown_counts"]


def unknown_counts(fact: Fact) -> str:
    """Write how many are not known, the most frequent reason first.

    Parameters
    ----------
    fact
        A criterion's fact.

    Returns
    -------
    str
        ``33 not published, 2 not understood``; empty when all are stated.
    """
    counts = np.bincount(fact.codes, minlength=len(fact.texts))
    by_reason = np.bincount(fact.unknown, weights=counts, minlength=len(Unknown)).astype(np.int64)
    told = sorted((reason for reason in Unknown if reason and by_reason[reason]), key=lambda r: (-by_reason[r], r))
    return ", ".join(f"{by_reason[reason]:,} {reason.words}" for reason in told)
