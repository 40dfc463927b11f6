"""A zipped spreadsheet -> its parts that hold cells, unpacked within limits; macros, pictures and the rest stay packed.

The library that reads cells is given a new archive of just these parts: nothing can swell in it, and what the parts say
of their own size is not trusted.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from decision.errors import BadPrograms, Code, Fault

if TYPE_CHECKING:
    import zipfile

__all__ = ["MOST_BYTES", "packed", "refused", "unpacked"]

MOST_BYTES = 1 << 29
"""How large all parts together may become."""

_NEEDED = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/[^/]+\.xml|xl/_rels/[^/]+\.rels|xl/worksheets/[^/]+\.xml"
    r"|mimetype|content\.xml|meta-inf/manifest\.xml"
)
_BROKEN = "it is damaged and cannot be unpacked. Get it again, or open it, save it anew and give that."
_LOCKED = "it is locked with a password. Open it, take the password off, save it and give that."


def unpacked(data: bytes, *, file: str, most: int = MOST_BYTES) -> dict[str, bytes]:
    """Unpack the parts that hold cells, or say how they are to be read.

    Parameters
    ----------
    data
        The file's bytes.
    file
        Its name, for what is said.
    most
        How many bytes all parts together may become.

    Returns
    -------
    dict
        Name of a part -> its bytes; the last one where a name stands twice.

    Raises
    ------
    BadPrograms
        The file is damaged, locked with a password, or becomes too large.
    """
    import zipfile
    import zlib

    parts: dict[str, bytes] = {}
    room = most
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                name = entry.filename.replace("\\", "/")
                if _NEEDED.fullmatch(name.casefold()):
                    if entry.flag_bits & 1:
                        raise refused(file, Code.UNREADABLE, _LOCKED)
                    parts[name] = _inflated(archive, entry, room, file, most)
                    room -= len(parts[name])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise refused(file, Code.UNREADABLE, _BROKEN) from None
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise refused(file, Code.UNREADABLE, _LOCKED)
    return parts


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, file: str, most: int) -> bytes:
    """Unpack one part, never more than there is room for."""
    with archive.open(entry) as stream:
        found = stream.read(room + 1) if entry.file_size <= room else b""
    if entry.file_size > room or len(found) > room:
        problem = (
            f"unpacked it is larger than {most >> 20} MB, so it is not read. Save only the sheet that is meant, "
            "or save it as CSV (UTF-8)."
        )
        raise refused(file, Code.TOO_LARGE, problem)
    return found


def packed(parts: dict[str, bytes]) -> bytes:
    """Put parts into a new archive, as they are."""
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def refused(file: str, code: Code, problem: str) -> BadPrograms:
    """Give the error for a file that cannot be read."""
    return BadPrograms([Fault(code=code, file=file, problem=problem)])
