"""The bytes of a gzip file -> the bytes of the file inside it.

A small file can unpack to any size, so unpacking stops at a limit: what is refused costs no more memory than that.
"""

from __future__ import annotations

import gzip
import io
import zlib

__all__ = ["LARGEST", "DamagedError", "UnpackedTooLargeError", "is_packed", "unpacked"]

LARGEST = 1 << 30
"""The most bytes a file may unpack to."""

_MARK = b"\x1f\x8b"


class UnpackedTooLargeError(ValueError):
    """It unpacks to more than the limit."""


class DamagedError(ValueError):
    """It cannot be unpacked: bytes are changed or missing."""


def is_packed(data: bytes) -> bool:
    """Say whether the bytes are those of a gzip file."""
    return data.startswith(_MARK)


def unpacked(data: bytes, *, largest: int = LARGEST) -> bytes:
    """Unpack a gzip file.

    Parameters
    ----------
    data
        The file's bytes; several packed parts may follow each other, and zeros may fill it up.
    largest
        The most bytes it may unpack to.

    Returns
    -------
    bytes
        What was packed.

    Raises
    ------
    UnpackedTooLargeError
        When it unpacks to more.
    DamagedError
        When bytes are changed or missing.

    Examples
    --------
    >>> unpacked(gzip.compress(b"program,cost") + gzip.compress(b",months"))
    b'program,cost,months'
    >>> unpacked(gzip.compress(b"program,cost"), largest=5)
    Traceback (most recent call last):
    ...
    decision.intake.table.packed.UnpackedTooLargeError: more than 5 bytes
    """
    try:
        with gzip.open(io.BytesIO(data)) as file:
            found = file.read(largest + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise DamagedError(str(error)) from None
    if len(found) > largest:
        raise UnpackedTooLargeError(f"more than {largest:,} bytes")
    return found
