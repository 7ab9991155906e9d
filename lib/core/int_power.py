"""Powers of integers: `**` and three-argument `pow`. `int` is i64, checked; `uint_…` is u64, `word_…` modulo 2^64."""

from typing import Never, TypeVar

from lib.core.int import INT_MAX, int_mod, magnitude, overflow_i64
from rumpk import cold, noinline, prim, u64, unchecked

W = TypeVar("W", int, u64)


@noinline
@cold
def _negative_power() -> Never:
    raise ValueError("a negative exponent makes a float: write float(a) ** n")


def _squared(a: W, n: int, one: W) -> W:
    """`a ** n` for n >= 0, by squaring."""
    if n < 0:
        _negative_power()
    out = one
    while True:
        if n & 1 != 0:
            out = out * a
        n >>= 1
        if n == 0:
            return out
        a = a * a


def int_pow(a: int, n: int) -> int:
    """`a ** n` for n >= 0. A negative n makes a float in Python; the checker sees it only where n is a literal."""
    return _squared(a, n, 1)


def uint_pow(a: u64, n: int) -> u64:
    """`a ** n` without signs."""
    return _squared(a, n, u64(1))


def int_pow_mod(a: int, n: int, m: int) -> int:
    """`pow(a, n, m)`."""
    if m == 0:
        raise ValueError("pow() 3rd argument cannot be 0")
    size = magnitude(m)
    if n < 0:
        base, power = _inverse(a, m), magnitude(n)
    else:
        base, power = int_mod(a, m), prim.zext(u64, n)
    b = _residue(base, size)
    out = prim.urem(u64(1), size)
    while power != 0:
        if power & 1 != 0:
            out = _mul_mod(out, b, size)
        b = _mul_mod(b, b, size)
        power >>= 1
    if m < 0 and out != 0:
        return -prim.zext(int, size - out)
    return prim.zext(int, out)


@unchecked
def _residue(x: int, size: u64) -> u64:
    """`x` modulo `size`, for -size < x < size."""
    return size - magnitude(x) if x < 0 else prim.zext(u64, x)


@unchecked
def _mul_mod(a: u64, b: u64, m: u64) -> u64:
    """`a * b % m` for a, b < m, m <= 2^63: by doubling where the product is wider than a word."""
    if prim.umul_high(a, b) == 0:
        return prim.urem(a * b, m)
    out: u64 = u64(0)
    while b != 0:
        if b & 1 != 0:
            out += a
            if out >= m:
                out -= m
        a += a
        if a >= m:
            a -= m
        b >>= 1
    return out


def _inverse(a: int, m: int) -> int:
    """The x with `a * x % m == 1`; ValueError where there is none."""
    size = magnitude(m)
    old_r, r = _residue(int_mod(a, m), size), size
    old_s, s = u64(1), u64(0)
    if m < 0 and int_mod(a, m) == 0:
        old_r = u64(0)
    while r != 0:
        q = prim.udiv(old_r, r)
        old_r, r = r, old_r - q * r
        product = _mul_mod(prim.urem(q, size), s, size)
        old_s, s = s, old_s - product if old_s >= product else old_s + (size - product)
    if old_r != 1:
        raise ValueError("base is not invertible for the given modulus")
    return prim.zext(int, prim.urem(old_s, size))


def narrow_pow(a: int, n: int) -> int:
    """`a ** n` of a type below 64 bits: what leaves an int becomes the largest one, which no such type holds."""
    try:
        return int_pow(a, n)
    except OverflowError:
        return INT_MAX


def i64_pow(a: int, n: int) -> int:
    """`a ** n` of an i64."""
    try:
        return int_pow(a, n)
    except OverflowError:
        pass
    overflow_i64()


def word_pow(a: u64, n: int) -> u64:
    """`a ** n` of machine words, modulo 2^64."""
    if n < 0:
        raise ValueError("a machine word has no negative powers")
    return word_power(a, prim.zext(u64, n))


@unchecked
def word_power(a: u64, n: u64) -> u64:
    """`a ** n` of machine words, modulo 2^64."""
    out: u64 = 1
    base, rest = a, n
    while rest > 0:
        if rest & 1:
            out = prim.mul_wrap(out, base)
        base = prim.mul_wrap(base, base)
        rest >>= 1
    return out
