"""A pandas DataFrame -> header, columns and rows of text, as if it had been saved as CSV.

The index is left out; a missing value is an empty cell; a number is written plainly (3450.0 is "3450").
"""

from __future__ import annotations

import hashlib
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, TypeGuard

import numpy as np

from decision.errors import BadPrograms, Code, Fault
from decision.intake.table.columns import ColumnsBuilder
from decision.model import TextColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd
    from numpy.typing import NDArray

__all__ = ["FRAME_NAME", "frame_columns", "frame_digest", "frame_header", "frame_notes", "is_frame", "plain_text"]

FRAME_NAME = "<table>"
"""What a DataFrame is called where a file would be named."""


def is_frame(source: object) -> TypeGuard[pd.DataFrame]:
    """Say whether this is a DataFrame; nobody holds one unless pandas is imported already.

    Examples
    --------
    >>> is_frame("programs.csv")
    False
    """
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(source, pandas.DataFrame)


def plain_text(value: object) -> str:
    """Write one value as a person would type it.

    Examples
    --------
    >>> plain_text(3450.0), plain_text(1e16), plain_text(0.1), plain_text(True), plain_text(" evening ")
    ('3450', '10000000000000000', '0.1', 'True', ' evening ')
    """
    if isinstance(value, float | np.floating):
        number = Decimal(str(value))
        if not number.is_finite():
            return str(value)
        text = format(number, "f")
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return "0" if text == "-0" else text
    return str(value)


def frame_header(frame: pd.DataFrame) -> tuple[str, ...]:
    """Give the names of the columns.

    Parameters
    ----------
    frame
        Index: left out. Columns: one level of names, any dtype; missing values are empty cells.

    Returns
    -------
    tuple of str
        As they stand.

    Raises
    ------
    BadPrograms
        There is no column, or the columns have several levels.
    """
    if frame.columns.nlevels > 1:
        problem = f"the columns have {frame.columns.nlevels} levels of names. Give each column one name."
        raise BadPrograms([Fault(code=Code.NOT_A_TABLE, file=FRAME_NAME, problem=problem)])
    if not len(frame.columns):
        problem = "the table has no columns."
        raise BadPrograms([Fault(code=Code.NO_ROWS, file=FRAME_NAME, problem=problem)])
    return tuple(plain_text(name) for name in frame.columns)


def frame_notes(frame: pd.DataFrame) -> list[Fault]:
    """Say that a named index is left out."""
    named = [str(name) for name in frame.index.names if name is not None]
    if not named:
        return []
    problem = f'the index ("{", ".join(named)}") was left out; reset_index() makes it a column.'
    return [Fault(code=Code.SKIPPED, file=FRAME_NAME, problem=problem)]


def frame_columns(frame: pd.DataFrame) -> list[TextColumn]:
    """Give the cells as text.

    Parameters
    ----------
    frame
        As for `frame_header`.

    Returns
    -------
    list of TextColumn
        One for each column.
    """
    return [_column(frame.iloc[:, number]) for number in range(frame.shape[1])]


def frame_digest(header: Sequence[str], columns: Sequence[TextColumn]) -> str:
    """Give the SHA-256 of the names and cells, as hexadecimal."""
    digest = hashlib.sha256()
    for name, column in zip(header, columns, strict=True):
        digest.update(repr((name, list(column.texts))).encode())
        digest.update(column.codes.astype("<i4").tobytes())
    return digest.hexdigest()


def _column(cells: pd.Series) -> TextColumn:
    """Turn one column into text: by distinct values, but for columns of mixed kinds, where 1 and True are equal."""
    write = _writer(str(cells.dtype))
    if cells.dtype != object:
        numbers, distinct = cells.factorize()
        # Through numpy, for pandas would widen a float of 32 bits: 0.35 to 0.3499999940395355.
        texts = [*map(write, np.asarray(distinct) if cells.dtype.kind == "f" else distinct), ""]
        return _renumbered(texts, np.where(numbers < 0, len(texts) - 1, numbers))
    missing = cells.isna().to_numpy()
    return _built("" if gone else plain_text(cell) for cell, gone in zip(cells, missing, strict=True))


def _writer(dtype: str) -> Callable[[object], str]:
    """Choose how the values of a column are written: a day without a time of day loses its midnight."""
    if dtype.startswith("datetime64"):
        return lambda value: str(value).removesuffix(" 00:00:00")
    return plain_text


def _renumbered(texts: Sequence[str], numbers: NDArray[np.int64]) -> TextColumn:
    """Merge values that are written alike, and leave out texts that no row has."""
    used, numbers = np.unique(numbers, return_inverse=True)
    merged = _built(texts[number] for number in used)
    return TextColumn(codes=merged.codes[numbers.reshape(-1)].astype(np.int32), texts=merged.texts)


def _built(texts: Iterable[str]) -> TextColumn:
    builder = ColumnsBuilder(1)
    builder.add([[text] for text in texts])
    return builder.columns()[0]
