"""A spreadsheet's bytes -> its sheets by name, whichever library reads them.

Both libraries are an extra (``[sheets]``): without them a spreadsheet is named for what it is, with what to type.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING

from decision.intake.workbook.formats import Format
from decision.intake.workbook.old_excel import open_old_excel
from decision.intake.workbook.zipped_workbook import open_zipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from decision.intake.workbook.worksheet import WorkSheet

__all__ = ["HOW_TO_INSTALL", "Workbook", "can_read", "open_workbook"]

HOW_TO_INSTALL = "pip install 'program-decision[sheets]'"
"""What to type where the extra is absent."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Workbook:
    """The sheets of a file.

    Parameters
    ----------
    file
        As the user named it.
    names
        Of the sheets, in the order of their tabs.
    hidden
        The names of those that are hidden.
    read
        Takes a name, gives the sheet.
    """

    file: str
    names: tuple[str, ...]
    hidden: frozenset[str]
    read: Callable[[str], WorkSheet]
    _sheets: dict[str, WorkSheet] = field(default_factory=dict)

    def sheet(self, name: str) -> WorkSheet:
        """Give a sheet; it is read once.

        Parameters
        ----------
        name
            One of the names.

        Raises
        ------
        BadPrograms
            It is damaged, or its cells reach too far.
        """
        if name not in self._sheets:
            self._sheets[name] = self.read(name)
        return self._sheets[name]


def can_read(kind: Format) -> bool:
    """Say whether the library that reads such a file is installed."""
    return find_spec("xlrd" if kind is Format.OLD_EXCEL else "python_calamine") is not None


def open_workbook(data: bytes, kind: Format, *, file: str) -> Workbook:
    """Open a spreadsheet; `can_read` has been asked.

    Parameters
    ----------
    data
        The file's bytes.
    kind
        A format that is readable.
    file
        The file's name, for what is said.

    Returns
    -------
    Workbook
        Its sheets.

    Raises
    ------
    BadPrograms
        It is damaged, locked, or too large.
    """
    if kind is Format.OLD_EXCEL:
        old = {sheet.name: sheet for sheet in open_old_excel(data, file=file)}
        hidden = {name: sheet.is_hidden for name, sheet in old.items()}
        read: Callable[[str], WorkSheet] = old.__getitem__
    else:
        opened = open_zipped(data, kind, file=file)
        hidden, read = opened.hidden, opened.read
    return Workbook(
        file=file,
        names=tuple(hidden),
        hidden=frozenset(name for name, is_hidden in hidden.items() if is_hidden),
        read=read,
    )
