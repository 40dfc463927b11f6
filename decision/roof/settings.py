"""What an outcome was made from: the settings that run it again, as plain JSON values, and the files it was read from.

Everything that changes an answer stands in the settings, so that the same bytes come out again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.intake.join.on import written_on
from decision.version import VERSION

if TYPE_CHECKING:
    from decision.model import CriteriaSet, Outcome, Programs
    from decision.nouns.wages import Pay

__all__ = ["inputs", "settings_of"]


def settings_of(
    programs: Programs, criteria: CriteriaSet, *, allow_missing: bool, strict: bool, pay: Pay | None
) -> dict[str, object]:
    """Give what is needed to run it again."""
    return {
        "version": VERSION,
        "programs": _read_how(programs),
        "join": [{**_read_how(joined.other), "on": written_on(joined.on)} for joined in programs.joined],
        "where": [chosen.where for chosen in programs.filters],
        "criteria": {
            "name": criteria.name,
            "sha256": criteria.digest,
            **({"vocabularies": dict(criteria.vocabularies)} if criteria.vocabularies else {}),
            **({"lists": dict(criteria.lists)} if criteria.lists else {}),
        },
        "options": dict(criteria.overrides),
        "shortlist": criteria.shortlist,
        "allow_missing": allow_missing,
        "strict": strict,
        **({} if pay is None else pay.settings),
    }


def _read_how(programs: Programs) -> dict[str, object]:
    """Give what is needed to read a table again, and to know it."""
    return {
        "file": programs.file,
        "sha256": programs.digest,
        "encoding": programs.encoding,
        "separator": programs.separator,
        "header_row": programs.header_row,
        **({"sheet": programs.sheet} if programs.sheet else {}),
        "source": programs.source,
        "source_sha256": programs.source_digest,
    }


def inputs(outcome: Outcome) -> tuple[str, ...]:
    """Name the files that an outcome was made from: none of them may be written over."""
    return (*outcome.programs.files, *outcome.criteria.files)
