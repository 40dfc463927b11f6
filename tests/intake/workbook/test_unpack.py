from __future__ import annotations

import io
import zipfile

import pytest

from decision.errors import BadPrograms
from decision.intake.workbook.unpack import packed, unpacked
from tests.spreadsheets import zipped


def refused(data: bytes, *, most: int = 1 << 20) -> str:
    with pytest.raises(BadPrograms) as caught:
        unpacked(data, file="a.xlsx", most=most)
    return caught.value.faults[0].problem


def test_only_parts_that_hold_cells_are_unpacked() -> None:
    parts = {
        "[Content_Types].xml": b"a",
        "_rels/.rels": b"b",
        "xl/workbook.xml": b"c",
        "xl\\worksheets\\sheet1.xml": b"d",
        "xl/vbaProject.bin": b"e",
        "xl/media/image1.png": b"f",
        "xl/pivotCache/records1.xml": b"g",
        "docProps/core.xml": b"h",
        "../../etc/passwd": b"i",
    }

    assert unpacked(zipped(parts), file="a.xlsx") == {
        "[Content_Types].xml": b"a",
        "_rels/.rels": b"b",
        "xl/workbook.xml": b"c",
        "xl/worksheets/sheet1.xml": b"d",
    }


def test_what_was_packed_anew_unpacks_to_the_same() -> None:
    parts = {"xl/workbook.xml": b"a" * 1000, "content.xml": b""}

    assert unpacked(packed(parts), file="a.xlsx") == parts


TOO_LARGE = (
    "unpacked it is larger than 1 MB, so it is not read. Save only the sheet that is meant, or save it as CSV (UTF-8)."
)


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/workbook.xml": bytes((1 << 20) + 1)},
        {"xl/workbook.xml": bytes(600_000), "xl/styles.xml": bytes(600_000)},
        {"content.xml": bytes(50_000_000)},
    ],
)
def test_a_small_file_that_swells_is_refused(parts: dict[str, bytes]) -> None:
    data = zipped(parts)

    assert len(data) < 60_000
    assert refused(data) == TOO_LARGE


def test_a_part_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(zipped({"xl/workbook.xml": bytes(5_000_000)}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")

    assert refused(bytes(data)) == (
        "it is damaged and cannot be unpacked. Get it again, or open it, save it anew and give that."
    )


def test_exactly_the_limit_is_unpacked() -> None:
    assert len(unpacked(zipped({"content.xml": bytes(1 << 20)}), file="a.ods", most=1 << 20)["content.xml"]) == 1 << 20


def test_what_does_not_hold_cells_may_be_large() -> None:
    assert unpacked(zipped({"xl/media/film.mp4": bytes(5_000_000)}), file="a.xlsx", most=1000) == {}


def test_a_part_with_a_password_is_said() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    data = bytearray(made.getvalue())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert (
        refused(bytes(data)) == "it is locked with a password. Open it, take the password off, save it and give that."
    )


def test_a_way_of_packing_that_is_not_known_is_damage() -> None:
    data = bytearray(zipped({"xl/workbook.xml": b"x"}))
    data[8:10] = (99).to_bytes(2, "little")
    at = data.index(b"PK\x01\x02")
    data[at + 10 : at + 12] = (99).to_bytes(2, "little")

    assert refused(bytes(data)).startswith("it is damaged and cannot be unpacked.")
