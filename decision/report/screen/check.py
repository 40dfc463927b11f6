"""What was read from a table is drawn before anything is decided: a line per column, then the cells that need a look.

The one rule: every column of the file is listed, also those that no criterion uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from decision.model import Unknown
from decision.report.screen.check_dates import DATES, SOURCES, date_texts
from decision.report.screen.faults import fault_lines
from decision.report.screen.layout import NARROWEST, NO_BREAK, clean, columns, display_width, hang, stack, wrap
from decision.report.screen.outside_view import outside_lines
from decision.report.words.choosing import in_file_words, where_words
from decision.report.words.unknown_counts import unknown_counts
from decision.report.words.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision.arrays import Whole
    from decision.errors import Fault
    from decision.model import CriteriaSet, Criterion, Fact, Facts, Programs

__all__ = ["check"]

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}
_MOST_WORDS = 4
_MOST_DOUBTS = 20
_LONGEST = (20, 20, 12, 40, 40)
"""Columns of the terminal that each column of the table takes at most."""
_LEAST_WORDS = 12
_TALLEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """What is said of one column."""

    column: str
    read_as: str
    stated: str = ""
    values: str = ""
    unknown: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.column, self.read_as, self.stated, self.values, self.unknown)


_HEAD = _Line(column="column", read_as="read as", stated="stated", values="range or words", unknown="not known")


def check(
    programs: Programs,
    criteria: CriteriaSet,
    facts: Facts,
    looks: Mapping[int, tuple[Criterion, Fact]] | None = None,
    *,
    width: int = 80,
) -> str:
    """Show what was read from a table, and what needs a look.

    Parameters
    ----------
    programs
        The table as typed.
    criteria
        What the user wants.
    facts
        What the table states about it.
    looks
        Number of a column that no criterion uses -> what it looks like.
    width
        Columns of the terminal; fewer than 40 are taken as 40.

    Returns
    -------
    str
        Lines, the last of them ended too.
    """
    width = max(width, NARROWEST)
    guessed = looks or {}
    lines = [_line(programs, criteria, facts, guessed.get(number), number) for number in range(len(programs.header))]
    blocks = (
        _top(programs, width),
        _chosen(programs, width),
        _table(lines, width),
        _legend(lines, width),
        _absent(criteria, programs, facts, width),
        outside_lines(criteria, facts, width),
        _doubts(facts.doubts, width),
        ["Notes", *fault_lines(programs.notes, width)] if programs.notes else [],
    )
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _top(programs: Programs, width: int) -> list[str]:
    separator = _SEPARATORS.get(programs.separator, f'"{clean(programs.separator)}"')
    written = (
        f'sheet "{clean(programs.sheet)}"'
        if programs.sheet
        else f"{clean(programs.encoding)}, separated by {separator}"
    )
    file = clean(programs.file)
    size = f"{counted(len(programs), 'program')}, {counted(len(programs.header), 'column')}"
    place = f"header{NO_BREAK}in{NO_BREAK}row{NO_BREAK}{programs.header_row}"
    how = f"{size}, {written}, {place}"
    indent = display_width(file) + 3
    return hang(file, how, indent, width) if indent <= width // 2 else [*wrap(file, width), *hang("", how, 2, width)]


def _chosen(programs: Programs, width: int) -> list[str]:
    """Say what the programs were chosen by, one line for each filter below the count of all."""
    if not programs.filters:
        return []
    whole = programs.filters[0].before
    steps = [(whole, in_file_words(whole)), *((step.left, clean(where_words(step))) for step in programs.filters)]
    counts = [f"{count:,}" for count, _ in steps]
    size = max(map(len, counts))
    return [
        line
        for count, (_, words) in zip(counts, steps, strict=True)
        for line in hang("  " + count.rjust(size) + "  ", words, size + 4, width)
    ]


def _line(
    programs: Programs, criteria: CriteriaSet, facts: Facts, look: tuple[Criterion, Fact] | None, number: int
) -> _Line:
    column = clean(programs.header[number]) or "(no header)"
    users = [criterion for criterion in criteria.criteria if number in facts.read_from[criterion.name]]
    users.sort(key=lambda criterion: facts.read_from[criterion.name][0] != number)
    if users and facts.read_from[users[0].name][0] != number:
        return _Line(column=column, read_as=f"for {clean(users[0].name)}", stated=_count_filled(programs, number))
    if users:
        return _told(column, _kind_words(users[0]), users[0], facts[users[0].name])
    if facts.freshness and column and column == clean(facts.freshness.column):
        stated, span, unknown = date_texts(facts.freshness)
        return _Line(column=column, read_as=DATES, stated=stated, values=clean(span), unknown=unknown)
    if facts.freshness and column == clean(facts.freshness.url):
        return _Line(column=column, read_as=SOURCES, stated=_count_filled(programs, number))
    if look:
        return _told(column, f"{_kind_words(look[0])}?", *look)
    return _Line(column=column, read_as="text", stated=_count_filled(programs, number))


def _kind_words(criterion: Criterion) -> str:
    return criterion.kind.value.replace("yes_no", "yes or no")


def _told(column: str, read_as: str, criterion: Criterion, fact: Fact) -> _Line:
    counts = np.bincount(fact.codes, minlength=len(fact.texts))
    return _Line(
        column=column,
        read_as=read_as,
        stated=f"{counts[fact.unknown == Unknown.STATED].sum():,}",
        values=_values(criterion, fact, counts),
        unknown=unknown_counts(fact),
    )


def _count_filled(programs: Programs, number: int) -> str:
    column = programs.columns[number]
    is_filled = np.array([bool(text.strip()) for text in column.texts], dtype=np.bool_)
    return f"{int(is_filled[column.codes].sum()):,}"


def _values(criterion: Criterion, fact: Fact, counts: Whole) -> str:
    is_stated = (fact.unknown == Unknown.STATED) & (counts > 0)
    if not is_stated.any():
        return ""
    if criterion.kind.is_numeric:
        return clean(criterion.spell_range(float(fact.low[is_stated].min()), float(fact.high[is_stated].max())))
    by_label: dict[str, int] = {}
    for reading in np.flatnonzero(is_stated):
        for label in fact.labels[int(reading)]:
            by_label[label] = by_label.get(label, 0) + int(counts[reading])
    words = [clean(label) for label in sorted(by_label, key=lambda label: (-by_label[label], label))]
    rest = [f"{len(words) - _MOST_WORDS:,} more"] if len(words) > _MOST_WORDS else []
    return ", ".join([*words[:_MOST_WORDS], *rest])


def _table(lines: Sequence[_Line], width: int) -> list[str]:
    rows = [_HEAD.texts, *(line.texts for line in lines)]
    longest = (max(map(display_width, texts)) for texts in zip(*rows, strict=True))
    sizes = _fitted([min(most, size) for most, size in zip(_LONGEST, longest, strict=True)], width - 2 * len(_LONGEST))
    right = [False, False, True, False, False]
    drawn = []
    for texts in rows:
        cells = [stack(text, size, tallest=_TALLEST) for text, size in zip(texts, sizes, strict=True)]
        drawn += [f"  {line}" for line in columns(cells, sizes, right=right)]
    return drawn


def _fitted(sizes: list[int], room: int) -> list[int]:
    """Take from the values and the reasons first, which wrap well, then from the widest."""
    fitted = list(sizes)
    while sum(fitted) > room:
        wraps_well = [place for place in (3, 4) if fitted[place] > _LEAST_WORDS]
        widest = max(wraps_well or range(len(fitted)), key=lambda place: fitted[place])
        fitted[widest] -= 1
    return fitted


def _legend(lines: Sequence[_Line], width: int) -> list[str]:
    """Say what a question mark means, and that text stays as it is."""
    guessed = wrap("A kind with a ? is a guess: no criterion uses that column.", width)
    is_guessed = any(line.read_as.endswith("?") for line in lines)
    return [*(guessed if is_guessed else []), *wrap("Every column comes back as typed.", width)]


def _absent(criteria: CriteriaSet, programs: Programs, facts: Facts, width: int) -> list[str]:
    """Say which headers are missing, and which criteria have none at all."""
    if not any(facts.read_from.values()):
        return [
            *wrap(
                f"None of these columns is one that {clean(criteria.name)} asks for. For criteria of your own:", width
            ),
            f'  decide criteria --new mine.yaml --from "{clean(programs.file)}"',
        ]
    lines = []
    if facts.absent:
        names = joined(clean(header) for header in facts.absent)
        lines += wrap(f"Not in the file, counted as not stated: {names}.", width)
    homeless = [criterion.name for criterion in criteria.criteria if not facts.read_from[criterion.name]]
    if homeless:
        lines += wrap(f"No column for {joined(map(clean, homeless))}: not known in every row.", width)
    return lines


def _doubts(doubts: Sequence[Fault], width: int) -> list[str]:
    if not doubts:
        return []
    head = f"{len(doubts):,} cells need a look" if len(doubts) > 1 else "1 cell needs a look"
    rest = len(doubts) - _MOST_DOUBTS
    return [head, *fault_lines(doubts[:_MOST_DOUBTS], width), *([f"  and {rest:,} more"] if rest > 0 else [])]
