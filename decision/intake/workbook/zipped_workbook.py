"""A zipped spreadsheet (.xlsx, .ods) -> its sheets, each read when it is asked for.

Values are read by python-calamine, an extra (``[sheets]``), imported here only. It lays a sheet out as a full
rectangle, and ends the process where there is no room for it, so how far the cells reach is found out before.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, TypeVar

from decision.errors import Code
from decision.intake.workbook.formats import Format
from decision.intake.workbook.look_excel import look_at_excel
from decision.intake.workbook.look_open import look_at_open
from decision.intake.workbook.unpack import packed, refused, unpacked
from decision.intake.workbook.worksheet import WorkSheet, counted, worksheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from decision.intake.workbook.look import Look

__all__ = ["MOST_CELLS", "ZippedWorkbook", "open_zipped"]

MOST_CELLS = 12_000_000
"""How many cells the rectangle around all that a sheet holds may have."""

Read = TypeVar("Read")
_BROKEN = "it is damaged: its cells cannot be read. Open it in a spreadsheet, save it anew and give that."


class ZippedWorkbook:
    """The sheets of a file.

    Parameters
    ----------
    file
        As the user named it.
    looks
        Name of a sheet -> what was seen of it.
    library
        The open workbook of the library.
    """

    def __init__(self, file: str, looks: dict[str, Look], library: Any) -> None:  # noqa: ANN401 -- of the library
        import python_calamine

        self._file, self._looks, self._library = file, looks, library
        about = [each for each in library.sheets_metadata if each.typ is python_calamine.SheetTypeEnum.WorkSheet]
        self.hidden = {each.name: each.visible is not python_calamine.SheetVisibleEnum.Visible for each in about}

    def read(self, name: str) -> WorkSheet:
        """Read a sheet.

        Parameters
        ----------
        name
            One of those in ``hidden``, which says of each whether it is.

        Raises
        ------
        BadPrograms
            It is damaged, or its cells reach too far.
        """
        look = self._looks.get(name)
        if look is None:
            raise refused(self._file, Code.UNREADABLE, _BROKEN)
        _refuse_far_cells(self._file, name, look)

        def found() -> WorkSheet:
            sheet = self._library.get_sheet_by_name(name)
            skipped = sheet.start[1] if sheet.start else 0
            return worksheet(name, sheet.iter_rows(), look, is_hidden=self.hidden[name], skipped=skipped)

        return _guarded(found, self._file)


def open_zipped(data: bytes, kind: Format, *, file: str) -> ZippedWorkbook:
    """Open a zipped spreadsheet.

    Parameters
    ----------
    data
        The file's bytes.
    kind
        Which of the two it is.
    file
        The file's name, for what is said.

    Raises
    ------
    BadPrograms
        It is damaged, locked, or too large.
    """
    import python_calamine

    parts = unpacked(data, file=file)
    if kind is Format.OPEN:
        looks = look_at_open(parts.get("content.xml", b""), file=file)
        for name, look in looks.items():  # the library lays all sheets of such a file out at once
            _refuse_far_cells(file, name, look)
    else:
        looks = look_at_excel(parts, file=file)
    library = _guarded(lambda: python_calamine.load_workbook(io.BytesIO(packed(parts))), file)
    return ZippedWorkbook(file, looks, library)


def _guarded(read: Callable[[], Read], file: str) -> Read:
    """Let the library read; what it refuses, or stumbles over, is a damaged file."""
    import python_calamine

    try:
        return read()
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError):
        raise refused(file, Code.UNREADABLE, _BROKEN) from None
    except BaseException as error:
        # A library in Rust that meets what it holds impossible raises this, which is no Exception.
        if type(error).__name__ == "PanicException":
            raise refused(file, Code.UNREADABLE, _BROKEN) from None
        raise


def _refuse_far_cells(file: str, name: str, look: Look) -> None:
    if look.height * look.width > MOST_CELLS:
        problem = (
            f'the cells of the sheet "{name}" reach over {counted(look.height, "row")} and '
            f"{counted(look.width, 'column')}. Take out those that stand far from the table, or save the sheet as CSV "
            "(UTF-8)."
        )
        raise refused(file, Code.TOO_LARGE, problem)
