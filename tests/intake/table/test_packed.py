from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.intake.table.packed import DamagedError, UnpackedTooLargeError, is_packed, unpacked


@given(data=st.binary(max_size=2000), level=st.integers(min_value=0, max_value=9))
def test_whatever_was_packed_comes_back(data: bytes, level: int) -> None:
    assert unpacked(gzip.compress(data, level, mtime=0)) == data


@given(parts=st.lists(st.binary(max_size=50), min_size=1, max_size=4))
def test_packed_parts_that_follow_each_other_are_one_file(parts: list[bytes]) -> None:
    assert unpacked(b"".join(map(gzip.compress, parts))) == b"".join(parts)


def test_zeros_that_fill_it_up_are_left_out() -> None:
    assert unpacked(gzip.compress(b"program", mtime=0) + bytes(512)) == b"program"


@given(data=st.binary(min_size=1, max_size=300), cut=st.integers(min_value=1, max_value=400))
def test_a_file_that_was_cut_short_is_damaged(data: bytes, cut: int) -> None:
    packed = gzip.compress(data, mtime=0)

    with pytest.raises(DamagedError):
        unpacked(packed[: max(2, len(packed) - cut)])


def test_a_changed_byte_is_damage() -> None:
    packed = bytearray(gzip.compress(b"program,cost", mtime=0))
    packed[-5] ^= 1

    with pytest.raises(DamagedError, match=r"\ACRC check failed"):
        unpacked(bytes(packed))


def test_bytes_after_the_packed_ones_are_damage() -> None:
    with pytest.raises(DamagedError, match=r"\ANot a gzipped file"):
        unpacked(gzip.compress(b"program", mtime=0) + b"Harbor")


@pytest.mark.parametrize(("size", "parts"), [(20_000_000, 1), (6_000_000, 2)])
def test_unpacking_stops_at_the_limit(size: int, parts: int) -> None:
    with pytest.raises(UnpackedTooLargeError, match=r"\Amore than 10,000,000 bytes\Z"):
        unpacked(gzip.compress(bytes(size)) * parts, largest=10_000_000)


def test_exactly_the_limit_is_unpacked() -> None:
    assert unpacked(gzip.compress(bytes(1000)), largest=1000) == bytes(1000)


def test_a_csv_file_is_not_packed() -> None:
    assert not is_packed(b"program,cost\n")
