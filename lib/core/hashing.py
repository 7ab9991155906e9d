"""Hash values. They are the same in every run, and equal values of any number type have equal ones."""

from typing import Final

from rumpk import Ptr, prim, u8, u64, unchecked, usize

SEED: Final = 0x9E37_79B9_7F4A_7C15     # 2^64 divided by the golden ratio
PRIME: Final = 0xC6A4_A793_5BD1_E995    # an odd multiplier that mixes well


def hash_int(x: int) -> int:
    """The number itself, as CPython has it for small ones."""
    return x


@unchecked
def hash_float(x: float) -> int:
    """That of the int where the number is whole, else one of its bits."""
    if -9.0e18 < x and x < 9.0e18:
        whole = prim.fptosi(int, x)
        if prim.sitofp(float, whole) == x:
            return whole
    bits = prim.bitcast(u64, x)
    return prim.zext(int, prim.mul_wrap(bits ^ prim.lshr(bits, u64(32)), u64(PRIME)))


@unchecked
def hash_combine(a: int, b: int) -> int:
    """The hash of a sequence from that of its first items and of the next one."""
    mixed = prim.mul_wrap(prim.zext(u64, b), u64(SEED))
    mixed = prim.rotl(mixed, u64(31)) ^ prim.zext(u64, a)
    return prim.zext(int, prim.mul_wrap(mixed, u64(PRIME)))


@unchecked
def hash_address(place: Ptr[u8]) -> int:
    """Of an object with identity."""
    return prim.zext(int, usize(place) >> 4)


@unchecked
def hash_bytes(place: Ptr[u8], count: int) -> int:
    """Of bytes: a word at a time, multiplied and folded. The last one is read whole where it lies on one page."""
    h = prim.mul_wrap(prim.zext(u64, count), u64(SEED)) ^ u64(PRIME)
    at = 0
    if usize(place) & 7 == 0:
        while at + 8 <= count:
            h = prim.mul_wrap(h ^ Ptr[u64](place + at)[0], u64(SEED))
            h ^= prim.lshr(h, u64(32))
            at += 8
        if at < count:
            ones = prim.lshr(~u64(0), prim.zext(u64, 64 - 8 * (count - at)))
            h = prim.mul_wrap(h ^ Ptr[u64](place + at)[0] & ones, u64(SEED))
            h ^= prim.lshr(h, u64(32))
    else:
        while at + 8 <= count:
            h = prim.mul_wrap(h ^ _word(place, at, 8), u64(SEED))
            h ^= prim.lshr(h, u64(32))
            at += 8
        if at < count:
            h = prim.mul_wrap(h ^ _word(place, at, count - at), u64(SEED))
            h ^= prim.lshr(h, u64(32))
    h = prim.mul_wrap(h, u64(PRIME))
    return prim.zext(int, h ^ prim.lshr(h, u64(29)))


@unchecked
def _word(place: Ptr[u8], at: int, count: int) -> u64:
    """Up to eight bytes, the lowest first."""
    out: u64 = u64(0)
    while count > 0:
        count -= 1
        out = prim.shl(out, u64(8)) | prim.zext(u64, place[at + count])
    return out
