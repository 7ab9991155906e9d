"""Layout, byte order, views, marks and f32."""

import struct

import pytest
from hypothesis import given, strategies as st

from rumpk import (Array, Span, align, be16, be32, export, extern, f32, layout, le32, marks_of, noalloc, offsetof,
                   packed, sizeof, static_assert, u8, u16, u32, u64, unroll, view)


@packed
class EthernetHeader:
    destination: Array[u8, 6]
    source: Array[u8, 6]
    kind: be16


@layout("C")
class Mixed:
    a: u8
    b: u32
    c: u16
    d: u64
    e: u8


@packed
class Outer:
    tag: u8
    inner: Mixed
    counts: Array[u16, 2]
    number: le32
    big: be32


def test_sizes_and_offsets_follow_the_c_abi():
    assert sizeof(EthernetHeader) == 14 and offsetof(EthernetHeader, "kind") == 12
    assert [int(offsetof(Mixed, name)) for name in "abcde"] == [0, 4, 8, 16, 24] and sizeof(Mixed) == 32
    assert sizeof(u32) == 4 and sizeof(Array[u16, 3]) == 6 and sizeof(be32) == 4 and sizeof(float) == 8
    assert sizeof(Outer) == 1 + 32 + 4 + 4 + 4
    with pytest.raises(AttributeError):
        offsetof(Mixed, "z")
    with pytest.raises(TypeError):
        sizeof(str)


def test_view_reads_and_writes_the_bytes():
    frame = bytearray(range(20))
    header = view(EthernetHeader, Span[u8](frame)[2:])
    assert header.kind == 0x0e0f and type(header.kind) is u16 and isinstance(header, EthernetHeader)
    header.kind = 0x0800
    assert frame[14:16] == b"\x08\x00"
    header.source[0] = 0xff
    assert frame[8] == 0xff and list(header.destination) == [2, 3, 4, 5, 6, 7]
    with pytest.raises(OverflowError):
        header.kind = 0x10000
    with pytest.raises(IndexError, match="takes 14 bytes, the span has 13"):
        view(EthernetHeader, bytes(13))


def test_view_of_nested_records():
    data = bytearray(sizeof(Outer))
    outer = view(Outer, data)
    outer.inner.b = 0x01020304
    outer.number, outer.big = 1, 1
    outer.counts = Array[u16, 2]([1, 2])
    assert data[5:9] == bytes([4, 3, 2, 1]) and data[33:] == bytes([1, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 1])
    assert list(outer.counts) == [1, 2]


def test_marks_are_kept_and_change_nothing():
    @export("my_add")
    @noalloc
    @align(16)
    def add(a: int, b: int) -> int:
        return a + b

    assert add(2, 3) == 5 and marks_of(add) == {"align": 16, "noalloc": True, "export": "my_add"}
    with pytest.raises(ValueError):
        align(3)

    @extern("elsewhere")
    def other() -> int: ...

    with pytest.raises(NotImplementedError, match="elsewhere"):
        other()
    assert marks_of(other) == {"extern": "elsewhere"}


def test_static_assert_and_unroll():
    static_assert(sizeof(u8) == 1, "bytes")
    with pytest.raises(AssertionError, match="wrong"):
        static_assert(1 > 2, "wrong")
    assert list(unroll(range(3))) == [0, 1, 2]


def rounded(value: float) -> float:
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


@given(st.floats(width=32, allow_nan=False), st.floats(width=32, allow_nan=False))
def test_f32_rounds_every_result(a, b):
    for result, exact in ((f32(a) + f32(b), a + b), (f32(a) * b, a * b), (a - f32(b), a - b)):
        assert type(result) is f32 and (result == rounded(exact) or exact != exact)
