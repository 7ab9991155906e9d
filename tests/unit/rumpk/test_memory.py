"""Arrays and spans hold typed elements; pointers reach a host memory."""

import pytest

from rumpk import Array, Inline, Memory, MemoryFault, Ptr, Span, f32, i16, linker_symbol, u8, u16, u32, u64, w8
from rumpk.memory import SYMBOLS


def test_array_starts_zeroed_and_converts():
    table = Array[u8, 4]()
    assert list(table) == [0, 0, 0, 0] and len(table) == 4
    table[-1] = 9
    assert table[3] == 9 and type(table[3]) is u8
    with pytest.raises(OverflowError):
        table[0] = 256
    with pytest.raises(IndexError, match="array index out of range"):
        table[4]
    with pytest.raises(IndexError, match="array index out of range"):
        table[-5] = 0


def test_array_from_values():
    assert Array[int, 3]([1, 2, 3]) == Array[int, 3]((1, 2, 3))
    with pytest.raises(ValueError, match="1 items for an array of 3"):
        Array[int, 3]([1])
    with pytest.raises(TypeError):
        Array()
    assert Array[u8, 4] is Array[u8, 4] and Array[u8, 4] is not Array[u8, 5]


def test_array_elements_of_other_kinds():
    assert list(Array[float, 2]()) == [0.0, 0.0]
    assert list(Array[str | None, 2]()) == [None, None]
    assert list(Array[tuple[int, bool], 1]()) == [(0, False)]
    grid = Array[Array[u8, 2], 2]()
    grid[0][1] = 5
    assert grid[1][1] == 0 and grid[0][1] == 5


def test_span_shares_and_slices_without_copying():
    table = Array[u8, 8](range(8))
    middle = table.span()[2:6]
    part = middle[1:-1]
    part[0] = 77
    assert list(middle) == [2, 77, 4, 5] and table[3] == 77 and len(part) == 2
    assert list(middle[5:]) == [] and list(middle[-2:100]) == [4, 5]
    with pytest.raises(IndexError, match="array index out of range"):
        part[2]
    with pytest.raises(ValueError):
        middle[::2]


@pytest.mark.parametrize("buffer", [b"abcd", bytearray(b"abcd"), list(b"abcd"), Array[u8, 4](b"abcd")])
def test_span_over_every_buffer(buffer):
    span = Span[u8](buffer)
    assert bytes(span) == b"abcd" and type(span[0]) is u8 and 99 in span and span == Span[u8](b"abcd")


def test_span_over_constant_bytes_is_read_only():
    with pytest.raises(TypeError):
        Span[u8](b"ab")[0] = 1


def test_span_copy_and_fill():
    buffer = bytearray(b"12345678")
    span = Span[u8](buffer)
    span[2:6].copy_from(span[0:4])
    assert buffer == b"12123478"
    span[:2].fill(0x7a)
    assert buffer == b"zz123478"
    with pytest.raises(ValueError):
        span.copy_from(span[1:])
    with pytest.raises(OverflowError):
        span[0] = 300


def test_pointer_arithmetic_and_access():
    backing = bytearray(16)
    with Memory({0x8000_0000: backing}) as memory:
        p = Ptr[u32](0x8000_0000)
        p[1] = 0x01020304
        assert memory.read(0x8000_0004, 4) == bytes([4, 3, 2, 1]) and backing[4] == 4
        assert (p + 1)[0] == 0x01020304 and type(p[1]) is u32
        assert Ptr[u8](p + 1)[3] == 1 and (p + 2 - 1) == p + 1 and p < p + 1
        Ptr[i16](p)[0] = -2
        assert Ptr[i16](p)[0] == -2 and Ptr[w8](p)[0] == 0xfe
        Ptr[float](p)[1] = 1.5
        assert Ptr[float](p)[1] == 1.5
        Ptr[f32](p)[0] = 0.1
        assert Ptr[f32](p)[0] == f32(0.1)
        for wrong in (-1, 4):
            with pytest.raises(MemoryFault):
                p[wrong]
        with pytest.raises(OverflowError):
            Ptr[u8](p)[0] = 256
    with pytest.raises(MemoryFault):
        p[0]


def test_null_and_addresses():
    assert not Ptr[u8]() and Ptr[u8](5) and int(Ptr[u16](6)) == 6 and u64(Ptr[u8](9)) == 9
    SYMBOLS["__test_start"] = 0x40
    assert linker_symbol("__test_start") == Ptr[u8](0x40)


def test_inline_is_its_item():
    assert Inline[Memory] is Memory
