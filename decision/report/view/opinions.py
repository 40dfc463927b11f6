"""The first place by other methods becomes a line for each that disagrees.

The one rule: a method that names the same program, or one level with it, is not mentioned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.view.named import called

if TYPE_CHECKING:
    from decision.nouns.findings import Certainty
    from decision.report.view.sight import Sight

__all__ = ["second_opinions"]


def second_opinions(sight: Sight, certainty: Certainty) -> list[str]:
    """Say which program would come first by other methods.

    Parameters
    ----------
    sight
        Knows their names.
    certainty
        The opinions, and who shares the first place.

    Returns
    -------
    list of str
        At most four sentences.
    """
    rows, opinions = certainty.standing.rows, certainty.opinions
    level = {int(rows[0]), *next((tie for tie in certainty.level.ties if tie[0] == rows[0]), ())}
    lines = (
        (opinions.equal, "With equal weights {} would come first."),
        (opinions.rank_sum, "With weights that fall by equal steps {} would come first."),
        (opinions.bands, "Going concern by concern, and keeping all within 10 % of the best, {} is left."),
        (opinions.regret, "Whatever weights follow your order, {} falls the least short of the best."),
    )
    return [line.format(called(sight, row)) for row, line in lines if row is not None and row not in level]
