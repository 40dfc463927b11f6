"""Words that mean that a fact is not known become the reason why.

A word is compared by its letters alone, so ``N/A``, ``n.a.`` and ``(not available)`` need no spelling of their own.
``None`` is not here: it is a label in one column and $0 in another.
"""

from __future__ import annotations

import re

from decision.model import Unknown

__all__ = ["unknown_reason"]

_LONGEST = 48
_NOT_A_LETTER = re.compile(r"[\W_]+")
_ONLY_MARKS = re.compile(r"[-‐‑‒–—―−_.…?]+(?: [-‐‑‒–—―−_.…?]+)*")

_WORDS = {
    Unknown.NOT_PUBLISHED: """
        not published|not yet published|unpublished|none published|unknown|unk|not known|don't know
        tbd|tba|tbc|to be determined|to be announced|to be confirmed|pending|coming soon
        not available|not currently available|none available|unavailable|information not available|data not available
        not reported|none reported|unreported|not stated|none stated|not listed|none listed|not provided|not given
        not disclosed|undisclosed|not posted|not found|not specified|unspecified|no data|no data available
        no information|not collected|missing|null|nan|varies|vary|it varies|price varies|prices vary|cost varies
        costs vary|schedule varies|estimate not released""",
    Unknown.SUPPRESSED: """
        ps|privacy suppressed|suppressed|data suppressed|suppressed for privacy|withheld|withheld for privacy|redacted
        too few|too few to report|too few students""",
    Unknown.NOT_APPLICABLE: "na|not applicable|does not apply|doesn't apply",
    Unknown.CONTACT_SCHOOL: """
        contact school|contact the school|contact us|contact|contact college|contact the college|contact provider
        contact the provider|contact admissions|contact for price|contact for pricing|contact for details
        contact school for details|contact school for price|contact school for pricing|please contact
        please contact us|please contact school|please contact the school|call|call us|call school|call the school
        call for price|call for pricing|call for details|please call|ask|ask school|ask the school|ask us|inquire
        on request|upon request|available on request|available upon request|price on request|see school
        see website|see school website|check website|check with school""",
}
_SPREADSHEET_NOT_AVAILABLE = "#n/a"


def _letters(text: str) -> str:
    """Reduce a text to its letters and digits."""
    return _NOT_A_LETTER.sub("", text.casefold())


_BY_LETTERS = {
    _letters(phrase): reason
    for reason, phrases in _WORDS.items()
    for line in phrases.strip().splitlines()
    for phrase in line.split("|")
}


def unknown_reason(text: str) -> Unknown | None:
    """Give the reason when the text says that the fact is not known.

    Parameters
    ----------
    text
        A cleaned cell.

    Returns
    -------
    Unknown or None
        ``None`` when the text is anything else.

    Examples
    --------
    >>> unknown_reason("N/A"), unknown_reason("call for price").words, unknown_reason("none")
    (<Unknown.NOT_APPLICABLE: 4>, 'the school asks to be contacted', None)
    """
    if not text:
        return Unknown.BLANK
    if len(text) > _LONGEST or text[0] in "0123456789$":
        return None
    if _ONLY_MARKS.fullmatch(text) or text.casefold() == _SPREADSHEET_NOT_AVAILABLE:
        return Unknown.NOT_PUBLISHED
    return _BY_LETTERS.get(_letters(text))
