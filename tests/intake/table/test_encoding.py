from __future__ import annotations

import codecs

import pytest

from decision.errors import BadOptions, BadPrograms
from decision.intake.table.encoding import decode
from decision.intake.table.source import Source

_TEXT = "program,city\nCafé,San José\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (_TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + _TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF16_LE + _TEXT.encode("utf-16-le"), "UTF-16-LE"),
        (codecs.BOM_UTF16_BE + _TEXT.encode("utf-16-be"), "UTF-16-BE"),
        (_TEXT.encode("utf-16-le"), "UTF-16-LE"),
        (_TEXT.encode("utf-16-be"), "UTF-16-BE"),
        (codecs.BOM_UTF32_LE + _TEXT.encode("utf-32-le"), "UTF-32-LE"),
        (_TEXT.encode("cp1252"), "Windows-1252"),
    ],
)
def test_the_usual_encodings_give_the_same_text(data: bytes, encoding: str) -> None:
    text = decode(Source(file="a.csv", data=data))

    assert (text.data[text.start :].decode(), text.encoding) == (_TEXT, encoding)


def test_reading_as_windows_1252_is_said_with_an_example() -> None:
    text = decode(Source(file="a.csv", data=_TEXT.encode("cp1252")))

    assert [str(note) for note in text.notes] == [
        (
            'it is not UTF-8; it was read as Windows-1252. Line 2 then holds "Café,San José". If that is wrong, '
            "name the encoding, or save the file as UTF-8."
        )
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "Café, José\n".encode() * 3 + b"\xfa\n",
            (
                "byte 40 (0xFA, line 4) is no letter in UTF-8, as the rest of the file is. Save the file as "
                "UTF-8, or name its "
                "encoding."
            ),
        ),
        (
            b"caf\xe9 \x81\n",
            "byte 6 (0x81, line 1) is no letter in Windows-1252. Save the file as UTF-8, or name its encoding.",
        ),
        (
            codecs.BOM_UTF8 + b"a\xff",
            "byte 5 (0xFF, line 1) is no letter in UTF-8. Save the file as UTF-8, or name its encoding.",
        ),
        (
            codecs.BOM_UTF16_LE + b"a\x00b",
            "byte 5 (0x62, line 1) is no letter in UTF-16-LE. Save the file as UTF-8, or name its encoding.",
        ),
    ],
)
def test_a_byte_that_is_no_letter_is_a_fault_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(BadPrograms) as caught:
        decode(Source(file="a.csv", data=data))

    assert [str(fault) for fault in caught.value.faults] == [said]


def test_a_bad_byte_far_into_a_file_is_found_at_its_place() -> None:
    data = ("é" * 700_000).encode() + b"\n\xff"

    with pytest.raises(BadPrograms) as caught:
        decode(Source(file="a.csv", data=data))

    assert str(caught.value.faults[0]) == (
        "byte 1,400,002 (0xFF, line 2) is no letter in UTF-8, as the rest of the file is. Save the file "
        "as UTF-8, or name "
        "its encoding."
    )


@pytest.mark.parametrize("encoding", ["latin-1", "windows-1252", "iso8859-15"])
def test_a_stated_encoding_is_used_and_not_remarked_on(encoding: str) -> None:
    text = decode(Source(file="a.csv", data=_TEXT.encode(encoding)), encoding=encoding)

    assert (text.data.decode(), text.notes) == (_TEXT, ())


@pytest.mark.parametrize("encoding", ["klingon", "zip", "rot13", "a\0b"])
def test_an_encoding_that_does_not_exist_is_a_wrong_option(encoding: str) -> None:
    with pytest.raises(BadOptions) as caught:
        decode(Source(file="a.csv", data=b"a\n"), encoding=encoding)

    assert caught.value.faults[0].problem == ("is not the name of an encoding. Examples: utf-8, windows-1252, utf-16.")
