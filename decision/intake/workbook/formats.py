"""Bytes -> which format of spreadsheet they are, known by what is inside and never by the file's name.

A file that only a password opens, or that holds its cells in a binary form, is none that can be read.
"""

from __future__ import annotations

import io
from enum import Enum

__all__ = ["OLE_MARK", "Format", "workbook_format"]

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What the container of old Office files begins with; workbooks with a password stand in one too."""

_ZIP_MARK = b"PK\x03\x04"
_LOOKED_AT = 4096


class Format(Enum):
    """A format of spreadsheet, by the words that name it."""

    EXCEL = "an Excel workbook"
    OPEN = "a LibreOffice spreadsheet"
    OLD_EXCEL = "an old Excel workbook (.xls)"
    BINARY_EXCEL = "a binary Excel workbook (.xlsb)"
    LOCKED = "a workbook locked with a password"

    @property
    def is_readable(self) -> bool:
        """Whether the cells can be read with the libraries of the extra."""
        return self in (Format.EXCEL, Format.OPEN, Format.OLD_EXCEL)


def workbook_format(data: bytes) -> Format | None:
    r"""Recognise a spreadsheet.

    Parameters
    ----------
    data
        A file's bytes.

    Returns
    -------
    Format or None
        ``None`` when it is no spreadsheet file. A zip file that is cut short is recognised by the parts at its start.

    Examples
    --------
    >>> workbook_format(b"program,cost\n") is None, workbook_format(b"PK\x03\x04 ... xl/workbook.xml ...").value
    (True, 'an Excel workbook')
    """
    if data.startswith(OLE_MARK):
        return _in_ole(data)
    return _in_zip(data) if data.startswith(_ZIP_MARK) else None


def _in_ole(data: bytes) -> Format | None:
    """Tell the streams of an old Office file by their names, which are written in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Format.LOCKED
    is_excel = any(name.encode("utf-16-le") + bytes(2) in data for name in ("Workbook", "Book"))
    return Format.OLD_EXCEL if is_excel else None


def _in_zip(data: bytes) -> Format | None:
    import zipfile  # with all its ways to pack it takes longer to load than most tables to read
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").casefold() for name in archive.namelist()}
            about = archive.open("mimetype").read(_LOOKED_AT) if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, ValueError, RuntimeError):
        names = {part for part in ("xl/workbook.bin", "xl/") if part.encode() in data}
        about = data[:_LOOKED_AT]
    if "xl/workbook.bin" in names:
        return Format.BINARY_EXCEL
    if any(name.startswith("xl/") for name in names):
        return Format.EXCEL
    return Format.OPEN if b"opendocument.spreadsheet" in about else None
