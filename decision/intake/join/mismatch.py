"""Two tables that do not go together -> what is wrong, with what would make them; and what a join that worked did.

Which rows have no partner is counted on both sides, never passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision.errors import BadPrograms, Code, Fault, nearest, printable
from decision.intake.facts.headers import find_header, repeated_headers
from decision.intake.join.keys import KeyPair, key_text, match_rows
from decision.intake.join.on import ON, written_on
from decision.intake.table.header_row import rows_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from decision.intake.join.keys import Match
    from decision.model import Column, Joined, Programs

__all__ = ["joined_note", "key_columns", "refuse_mismatch"]

_MOST_KEYS = 20
_MOST_ROWS = 6
_MOST_NAMES = 12
_LONGEST = 60


def key_columns(programs: Programs, other: Programs, on: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
    """Find the key columns of both tables.

    Parameters
    ----------
    programs, other
        The tables.
    on
        Header among the programs, header in the other table.

    Returns
    -------
    list of tuple
        Their numbers, in the same order.

    Raises
    ------
    BadPrograms
        With every key that one of the tables lacks, or has twice.
    """
    ours = [find_header(programs.header, name) for name, _ in on]
    theirs = [find_header(other.header, name) for _, name in on]
    faults = [
        _no_column(table, name)
        for table, found, names in ((programs, ours, [a for a, _ in on]), (other, theirs, [b for _, b in on]))
        for at, name in zip(found, names, strict=True)
        if at is None
    ]
    faults += repeated_headers(programs, (name for name, _ in on))
    faults += repeated_headers(other, (name for _, name in on))
    if faults:
        raise BadPrograms(faults)
    return [(a, b) for a, b in zip(ours, theirs, strict=True) if a is not None and b is not None]


def _no_column(table: Programs, name: str) -> Fault:
    near = nearest(name, [header for header in table.header if header])
    names = [printable(header, _LONGEST) for header in table.header if header]
    rest = f", and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    hint = f'Did you mean "{near}"?' if near else f"The columns are: {', '.join(names[:_MOST_NAMES])}{rest}."
    problem = f"there is no such column here. {hint} Where its name differs: {ON} ours=theirs."
    return Fault(code=Code.COLUMN_MISSING, file=table.file, path=ON, found=name, problem=problem)


def refuse_mismatch(programs: Programs, other: Programs, keys: Sequence[tuple[int, int]], match: Match) -> None:
    """Refuse another table that has two rows for one key, or none for any program.

    Parameters
    ----------
    programs, other
        The tables.
    keys
        Numbers of their key columns.
    match
        Which rows belong together.

    Raises
    ------
    BadPrograms
        With the repeated keys, each with its rows; or with what both tables say instead of the same.
    """
    if match.repeated:
        raise BadPrograms(_repeated(programs, other, keys, match))
    if not (match.row_of >= 0).any():
        raise BadPrograms([_strangers(programs, other, keys)])


def _repeated(programs: Programs, other: Programs, keys: Sequence[tuple[int, int]], match: Match) -> list[Fault]:
    names = ", ".join(other.header[theirs] for _, theirs in keys)
    faults = [
        Fault(
            code=Code.KEY_REPEATED,
            file=other.file,
            row=int(other.rows[group[0]]),
            column=names,
            found=_key(other, [theirs for _, theirs in keys], group[0]),
            problem=f"this key stands again in {_rows(other.rows[list(group[1:])].tolist())}.",
        )
        for group in match.repeated[:_MOST_KEYS]
    ]
    rest = len(match.repeated) - _MOST_KEYS
    more = f"{rest:,} more keys are repeated. " if rest > 0 else ""
    problem = f"{more}A program takes one row at most. {_what_to_do(programs, other, keys)}"
    return [*faults, Fault(code=Code.KEY_REPEATED, file=other.file, problem=problem)]


def _rows(rows: Sequence[int]) -> str:
    shown = rows_in_words(rows[:_MOST_ROWS])
    rest = len(rows) - _MOST_ROWS
    return f"{shown} and {rest:,} more" if rest > 0 else shown


def _key(table: Programs, columns: Iterable[int], row: int) -> str:
    return ", ".join(" ".join(table.cell(row, column).split()) for column in columns)


def _what_to_do(programs: Programs, other: Programs, keys: Sequence[tuple[int, int]]) -> str:
    """Name a column of both tables that tells the rows apart, where there is one."""
    used = {theirs for _, theirs in keys}
    pairs = [KeyPair(left=other.columns[theirs], right=other.columns[theirs]) for _, theirs in keys]
    for at, name in enumerate(other.header):
        ours = find_header(programs.header, name) if name and at not in used else None
        own = KeyPair(left=other.columns[at], right=other.columns[at])
        if ours is not None and not match_rows([*pairs, own]).repeated:
            named = [*(_on(programs, other, *pair) for pair in keys), _on(programs, other, ours, at)]
            return f"The column {name} tells these rows apart: {ON} {','.join(named)}."
    return f"Name one more column with {ON} that tells these rows apart, or keep one row for each key."


def _on(programs: Programs, other: Programs, ours: int, theirs: int) -> str:
    names = programs.header[ours], other.header[theirs]
    return names[0] if find_header(other.header, names[0]) == theirs else "=".join(names)


def _strangers(programs: Programs, other: Programs, keys: Sequence[tuple[int, int]]) -> Fault:
    ours, theirs = keys[0]
    said = [_first(programs.columns[ours]), _first(other.columns[theirs])]
    problem = (
        f'no program has a row here. The programs say {said[0]} under "{programs.header[ours]}", this table says '
        f'{said[1]} under "{other.header[theirs]}".'
    )
    named = ",".join(_on(programs, other, *pair) for pair in keys)
    return Fault(code=Code.NO_MATCH, file=other.file, path=ON, found=named, problem=problem)


def _first(column: Column) -> str:
    """Give the least key of a column, so that the order of rows does not matter."""
    known = sorted(text for text in column.texts if key_text(text, is_code=False))
    return f'"{printable(" ".join(known[0].split()), _LONGEST)}"' if known else "nothing"


def joined_note(joined: Joined) -> Fault:
    """Say how many rows of both tables found a partner.

    Parameters
    ----------
    joined
        What was joined.

    Returns
    -------
    Fault
        A note about the other table.
    """
    count, size = len(joined.programs), len(joined.other)
    alone = count - joined.matched
    keys = " and ".join(written_on(joined.on))
    told = [f"{joined.matched:,} of {count:,} programs have a row here" + (f", {alone:,} have none" if alone else "")]
    if joined.used < size:
        told.append(f"{size - joined.used:,} of its {size:,} rows belong to no program")
    lists = " (--unmatched FILE lists them)" if alone or joined.used < size else ""
    return Fault(code=Code.JOINED, file=joined.other.file, problem=f"joined by {keys}: {'; '.join(told)}{lists}.")
