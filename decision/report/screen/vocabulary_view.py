"""A vocabulary is drawn as a table: each word, who stands behind it, what it asks for or means, and where that stands.

The one rule: nothing is left out, so what is shown is what the file holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.report.screen.layout import NARROWEST, clean, columns, cut, display_width, pad, wrap
from decision.report.words.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.nouns.vocabulary import Term, Vocabulary

__all__ = ["vocabulary_list", "vocabulary_text"]

_LIST_WIDTH = 80
_GAP = 2
_LARGEST = (0.25, 0.2)
"""How much of the width the first two columns take at most."""
_TOLD = 0.6
"""How much of the rest the third takes; the source takes what is left."""
_NOT_REACHED = "not reached"
_MANY = {"program": "programs", "school": "schools", "course": "courses", "people": "people"}


def vocabulary_list(vocabularies: Iterable[Vocabulary]) -> str:
    """List vocabularies, one line for each.

    Parameters
    ----------
    vocabularies
        At least one.

    Returns
    -------
    str
        Name, number of terms and title, at most 80 columns; the last line ended too.
    """
    known = list(vocabularies)
    size = max(display_width(clean(vocabulary.name)) for vocabulary in known) + 2
    lines = [
        f"  {pad(clean(vocabulary.name), size)}{len(vocabulary.terms):>3}  {clean(vocabulary.title)}"
        for vocabulary in known
    ]
    return "\n".join(cut(line, _LIST_WIDTH) for line in lines) + "\n"


def vocabulary_text(vocabulary: Vocabulary, *, width: int = 80) -> str:
    """Show one vocabulary as a table.

    Parameters
    ----------
    vocabulary
        What to show.
    width
        Columns of the terminal; fewer than 40 are taken as 40.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    rows = [_HEAD, *(_row(term) for term in vocabulary.terms)]
    if not any(row[1] for row in rows[1:]):
        rows = [(row[0], [], *row[2:]) for row in rows]
    sizes = _sizes(rows, width)
    head = wrap(
        f"{clean(vocabulary.title)} ({clean(vocabulary.name)}), {counted(len(vocabulary.terms), 'term')}", width
    )
    blocks = [head, *(_drawn(row, sizes) for row in rows), *_beside(vocabulary, width)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


_Row = tuple[list[str], ...]
_HEAD: _Row = (["word"], ["issuer, or what it covers"], ["what it asks for, or means"], ["stated where, and when"])


def _sizes(rows: Sequence[_Row], width: int) -> list[int]:
    """Give the first two columns what they need, as far as there is room, and share the rest."""
    first = [
        min(int(share * width), max(display_width(clean(text)) for row in rows for text in ["", *row[place]]))
        for place, share in enumerate(_LARGEST)
    ]
    rest = width - sum(first) - _GAP * sum(size > 0 for size in (*first, 1))
    told = int(_TOLD * rest)
    return [*first, told, rest - told]


def _row(term: Term) -> _Row:
    """Give the paragraphs of each cell."""
    covers = [joined(_MANY[word] for word in term.covers)] if term.covers else []
    counts = [f"also {joined(term.also)}"] if term.also else []
    written = [f"Also written {', '.join(term.spellings)}."] if term.spellings else []
    codes = [f"Code {', '.join(codes)} in {name}." for name, codes in term.codes.items()]
    requires = "What it asks for was not reached." if term.requires == _NOT_REACHED else term.requires
    told = [text for text in (requires, term.about) if text]
    return (
        [term.label],
        [
            *([f"issuer {_NOT_REACHED}" if term.issuer == _NOT_REACHED else term.issuer] if term.issuer else []),
            *covers,
            *counts,
        ],
        [*told, *written, *codes],
        [f"{term.source} ({term.as_of})"],
    )


def _drawn(row: _Row, sizes: Sequence[int]) -> list[str]:
    kept = [(texts, size) for texts, size in zip(row, sizes, strict=True) if size]
    cells = [[line for text in texts for line in wrap(clean(text), size)] for texts, size in kept]
    return columns(cells, [size for _, size in kept], right=[False] * len(kept), gap=_GAP)


def _beside(vocabulary: Vocabulary, width: int) -> list[list[str]]:
    """Show the words that say nothing, and those that take a label back."""
    told = (
        ("Words that say nothing: ", vocabulary.ignored),
        ("Beside a word, these say that it is not so, or not yet: ", vocabulary.takes_back),
    )
    return [wrap(f"{words}{', '.join(map(clean, listed))}.", width) for words, listed in told if listed]
