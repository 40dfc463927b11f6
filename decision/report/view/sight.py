"""An outcome becomes texts that are fit to show: names that tell programs apart, facts, unknowns in words.

The one rule: nothing from the data reaches a person but through here, cleaned and of bounded length.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision.model import Kind, Status, Unknown, plain
from decision.report.screen.layout import clean, cut, display_width, without_middle
from decision.report.words.names import full_names, short_names
from decision.report.words.wording import delivered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from decision.model import Outcome

__all__ = ["Sight", "leading", "look"]

_LONGEST_TEXT = 200
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sight:
    """An outcome, and how some of its programs are called.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    full, short
        Program -> its name, whole and as said in a sentence.
    unicode
        Whether characters outside ASCII can be shown.
    """

    outcome: Outcome
    full: Mapping[int, str]
    short: Mapping[int, str]
    unicode: bool

    def say(self, text: str) -> str:
        """Make a text from the data safe to show."""
        return _say(text, unicode=self.unicode)

    def found(self, criterion: str, program: int) -> str:
        """Give what the file says, or why it is not known."""
        fact = self.outcome.facts[criterion]
        reading = fact.codes[program]
        unknown = Unknown(int(fact.unknown[reading]))
        if unknown is Unknown.STATED:
            return self.say(fact.texts[reading])
        words = delivered(fact, int(reading)) or unknown.words
        return ", ".join(part for part in (words, self.say(self.outcome.criteria[criterion].taken_as)) if part)

    def brief(self, criterion: str, program: int) -> str:
        """Give what the file says as shortly as a table wants it: counts, or the amount and whether part is assumed."""
        fact = self.outcome.facts[criterion]
        reading = fact.codes[program]
        low, took = float(fact.low[reading]), float(fact.took[reading])
        if fact.assumed and fact.assumed[reading] and not self.is_unknown(criterion, program):
            return f"{self.found(criterion, program).partition(', ')[0]}, partly assumed"
        if self.is_unknown(criterion, program) or math.isnan(low) or low != fact.high[reading]:
            return self.found(criterion, program)
        old = f" {self.say(fact.old[reading])} (old)" if fact.is_old(reading) else ""
        if not math.isnan(took):
            return f"{plain(float(fact.passed[reading]))} of {plain(took)}{old}"
        asked = self.outcome.criteria[criterion]
        if asked.kind is Kind.SHARE and asked.is_shrunk:
            return f"{asked.spell(low)} of ?{old}"
        return f"{asked.spell(low)}{old}" if asked.kind is Kind.MONEY and low > 0 else self.found(criterion, program)

    def is_unknown(self, criterion: str, program: int) -> bool:
        """Whether the file does not say."""
        fact = self.outcome.facts[criterion]
        return bool(fact.unknown[fact.codes[program]] != Unknown.STATED)

    def earned(self, criterion: str, program: int) -> float:
        """Give the points that the fact surely earns."""
        return float(self.outcome.points.low[criterion][self.outcome.facts[criterion].codes[program]])


def look(outcome: Outcome, programs: Iterable[int], *, unicode: bool) -> Sight:
    """Name the programs that are going to be shown.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    programs
        Their numbers in ``outcome.programs``.
    unicode
        Whether characters outside ASCII can be shown.

    Returns
    -------
    Sight
        Knows the names of those programs only.
    """
    shown = list(programs)
    typed = {program: _say(outcome.name(program), unicode=unicode) for program in shown}
    rows = {program: int(outcome.programs.rows[program]) for program in shown}
    full = full_names(typed, rows)
    short = full_names({program: _fitted(name) for program, name in short_names(full).items()}, rows)
    return Sight(outcome=outcome, full=full, short=short, unicode=unicode)


def leading(outcome: Outcome, most: int) -> list[int]:
    """Give the first programs that fit or may, in the order of the ranking.

    Parameters
    ----------
    outcome
        Everything one run worked out.
    most
        How many at most.

    Returns
    -------
    list of int
        Their numbers in ``outcome.programs``.
    """
    first = outcome.ranking.order[:most]
    return [int(program) for program in first if outcome.elimination.status[program] != Status.OUT]


def _fitted(name: str) -> str:
    """Shorten a name for a sentence: the middle goes, or the end of one whose words are too long."""
    shorter = (text for text in without_middle(name) if display_width(text) <= _LONGEST_NAME)
    return next(shorter, cut(name, _LONGEST_NAME))


def _say(text: str, *, unicode: bool) -> str:
    return cut(clean(text[: 2 * _LONGEST_TEXT], unicode=unicode), _LONGEST_TEXT)
