"""The primitive operations under CPython agree with two's complement arithmetic."""

import math
import struct

import pytest
from hypothesis import given, strategies as st

from rumpk import Memory, Ptr, f32, i8, i64, prim, u8, u16, u32, u64, w8, w32
from rumpkc.ir.prims import PRIMS

RUN_ELSEWHERE = ("obj_", "ref_", "frame_", "stack_", "thread_", "ffma", "unreachable", "trap", "ptr_ref")


def test_every_row_of_the_compiler_s_table_is_here_or_says_so():
    for row in PRIMS:
        name = row.replace(".", "_")
        name += "_" if name in ("and", "or", "not") else ""
        if name not in vars(prim):
            assert name.startswith(RUN_ELSEWHERE), name
            with pytest.raises(NotImplementedError, match="board only"):
                getattr(prim, name)()


def test_atomic_operations_give_the_old_value():
    with Memory({0: bytes(16)}):
        place = Ptr[u64](8)
        assert prim.atomic_swap_acquire(place, u64(7)) == 0 and prim.atomic_load_relaxed(place) == 7
        assert prim.atomic_cas_release(place, u64(6), u64(1)) == 7 and prim.atomic_cas_release(place, u64(7), u64(1)) == 7
        assert prim.atomic_sub_seqcst(place, u64(2)) == 1 and prim.atomic_or_acqrel(place, u64(0)) == 2 ** 64 - 1
        prim.atomic_store_release(place, u64(9))
        assert place[0] == 9


@given(st.integers(0, 255), st.integers(0, 255))
def test_bytes(a, b):
    assert prim.add_wrap(u8(a), u8(b)) == (a + b) % 256 and type(prim.add_wrap(w8(a), w8(b))) is w8
    assert prim.icmp_slt(u8(a), u8(b)) == ((a ^ 128) < (b ^ 128)) and prim.icmp_ult(u8(a), u8(b)) == (a < b)
    assert prim.umul_high(u8(a), u8(b)) == a * b >> 8
    assert prim.rotl(u8(a), u8(3)) == (a << 3 | a >> 5) & 255 and prim.rotr(prim.rotl(u8(a), u8(b)), u8(b)) == a
    assert prim.sext(i64, u8(a)) == (a ^ 128) - 128 and prim.zext(u32, u8(a)) == a
    assert prim.ctpop(u8(a)) == bin(a).count("1") and prim.bitreverse(prim.bitreverse(u8(a))) == a
    if a + b > 255:
        with pytest.raises(OverflowError):
            prim.add_checked(u8(a), u8(b))


def test_division_cuts_towards_zero():
    assert prim.sdiv(-7, 2) == -3 and prim.srem(-7, 2) == -1 and prim.sdiv(i8(7), i8(-2)) == -3
    assert prim.udiv(w32(-1), w32(2)) == 2 ** 31 - 1
    assert prim.ashr(-8, 1) == -4 and prim.lshr(i8(-1), i8(4)) == 15
    with pytest.raises(ValueError):
        prim.shl(u8(1), u8(8))


def test_counting_and_bytes():
    assert prim.ctlz(u32(1)) == 31 and prim.ctlz(u8(0)) == 8 and prim.cttz(u16(8)) == 3 and prim.cttz(u8(0)) == 8
    assert prim.bswap(u32(0x01020304)) == 0x04030201


def test_floats():
    assert prim.fdiv(1.0, 0.0) == math.inf and prim.fdiv(-1.0, 0.0) == -math.inf and math.isnan(prim.fdiv(0.0, 0.0))
    assert prim.fptosi(i64, 1e30) == 2 ** 63 - 1 and prim.fptosi(i8, -1000.0) == -128 and prim.fptoui(u8, -1.0) == 0
    assert prim.fptosi(i64, math.nan) == 0 and prim.froundeven(2.5) == 2.0 and prim.ffloor(-0.5) == -1.0
    assert math.copysign(1, prim.fceil(-0.5)) == -1 and prim.fptrunc(f32, 0.1) == f32(0.1)
    bits = struct.unpack("<Q", struct.pack("<d", 1.5))[0]
    assert prim.bitcast(u64, 1.5) == bits and prim.bitcast(float, u64(bits)) == 1.5
    assert prim.fcmp_une(math.nan, 1.0) and prim.fcmp_uno(math.nan, 1.0) and not prim.fcmp_oeq(math.nan, math.nan)


def test_memory():
    with Memory({0x1000: bytes(16)}) as memory:
        place = Ptr[u32](0x1000)
        prim.ptr_store(place, u32(0x01020304))
        prim.mem_copy(Ptr[u8](0x1008), Ptr[u8](place), 2)
        prim.mem_set(prim.ptr_addbytes(place, 12), u8(7), 2)
        assert memory.read(0x1000, 16) == bytes([4, 3, 2, 1, 0, 0, 0, 0, 4, 3, 0, 0, 7, 7, 0, 0])
        assert prim.ptr_load(u16, place) == 0x0304 and prim.ptr_diff(prim.ptr_add(place, 2), place) == 8
