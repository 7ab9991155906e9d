"""Operators and methods of `int` that are more than one machine instruction. `int` is i64, checked; `uint_…` is u64.

The checker calls these by name: `int_floordiv` for `//`, `int_NAME(x, …)` for `x.NAME(…)`; it narrows the results of
narrow types itself.
"""

from typing import Final, Never

from lib.core.bytes_ops import ascii_text
from lib.core.int_text import int_from_text, int_repr, int_str, uint_str
from rumpk import cold, inline, noinline, prim, u64, unchecked

INT_MIN: Final = -0x8000_0000_0000_0000
INT_MAX: Final = 0x7FFF_FFFF_FFFF_FFFF


@noinline
@cold
def _zero_divide(words: str) -> Never:
    raise ZeroDivisionError(words)


@noinline
@cold
def _overflow() -> Never:
    raise OverflowError("value does not fit int")


@noinline
@cold
def _overflow_u64() -> Never:
    raise OverflowError("value does not fit u64")


# Division

@inline
@unchecked
def int_floordiv(a: int, b: int) -> int:
    """`a // b`, rounded down."""
    if b == 0:
        _zero_divide("integer division or modulo by zero")
    if b == -1:
        return _negated(a)
    q = prim.sdiv(a, b)
    r = a - q * b
    return q - 1 if r != 0 and r ^ b < 0 else q


@inline
def _negated(a: int) -> int:
    return -a


@inline
@unchecked
def int_mod(a: int, b: int) -> int:
    """`a % b`, with the sign of `b`."""
    if b == 0:
        _zero_divide("integer modulo by zero")
    if b == -1:
        return 0
    r = prim.srem(a, b)
    return r + b if r != 0 and r ^ b < 0 else r


def int_divmod(a: int, b: int) -> tuple[int, int]:
    """`divmod(a, b)`."""
    if b == 0:
        _zero_divide("integer division or modulo by zero")
    return int_floordiv(a, b), int_mod(a, b)


@inline
@unchecked
def uint_floordiv(a: u64, b: u64) -> u64:
    """`a // b` without signs."""
    if b == 0:
        _zero_divide("integer division or modulo by zero")
    return prim.udiv(a, b)


@inline
@unchecked
def uint_mod(a: u64, b: u64) -> u64:
    """`a % b` without signs."""
    if b == 0:
        _zero_divide("integer modulo by zero")
    return prim.urem(a, b)


# Shifts

@noinline
@cold
def _negative_shift() -> Never:
    raise ValueError("negative shift count")


@inline
@unchecked
def int_shl(a: int, n: int) -> int:
    """`a << n`; OverflowError where bits would be lost."""
    if prim.icmp_ult(n, 64):
        out = prim.shl(a, n)
        if prim.ashr(out, n) == a:
            return out
        _overflow()
    if n < 0:
        _negative_shift()
    if a != 0:
        _overflow()
    return 0


@noinline
@cold
def overflow_i64() -> Never:
    raise OverflowError("value does not fit i64")


def i64_shl(a: int, n: int) -> int:
    """`a << n` of an i64, which the error names."""
    if n >= 0 and a != 0 and (n > 63 or prim.ashr(prim.shl(a, n), n) != a):
        overflow_i64()
    return int_shl(a, n)


def i64_floordiv(a: int, b: int) -> int:
    """`a // b` of an i64."""
    if b == -1 and a == INT_MIN:
        overflow_i64()
    return int_floordiv(a, b)


@inline
@unchecked
def narrow_shl(a: int, n: int) -> int:
    """`a << n` of a type below 64 bits: what leaves an int becomes the largest one, which no such type holds."""
    if prim.icmp_ult(n, 64):
        out = prim.shl(a, n)
        return out if prim.ashr(out, n) == a else INT_MAX
    if n < 0:
        _negative_shift()
    return INT_MAX if a != 0 else 0


@inline
@unchecked
def int_shr(a: int, n: int) -> int:
    """`a >> n`, rounded down."""
    if prim.icmp_ult(n, 64):
        return prim.ashr(a, n)
    if n < 0:
        _negative_shift()
    return -1 if a < 0 else 0


@inline
@unchecked
def uint_shl(a: u64, n: int) -> u64:
    """`a << n`; OverflowError where bits would be lost."""
    if prim.icmp_ult(n, 64):
        out = prim.shl(a, prim.zext(u64, n))
        if prim.lshr(out, prim.zext(u64, n)) == a:
            return out
        _overflow_u64()
    if n < 0:
        _negative_shift()
    if a != 0:
        _overflow_u64()
    return u64(0)


@inline
@unchecked
def uint_shr(a: u64, n: int) -> u64:
    """`a >> n`."""
    if prim.icmp_ult(n, 64):
        return prim.lshr(a, prim.zext(u64, n))
    if n < 0:
        _negative_shift()
    return u64(0)


@inline
@unchecked
def word_shl(a: u64, n: int) -> u64:
    """`a << n` modulo 2^64; the checker cuts the result to the word's width."""
    if prim.icmp_ult(n, 64):
        return prim.shl(a, prim.zext(u64, n))
    if n < 0:
        _negative_shift()
    return u64(0)


@inline
@unchecked
def word_shr(a: u64, n: int) -> u64:
    """`a >> n` of a word."""
    return uint_shr(a, n)


@inline
@unchecked
def uint_amount(n: u64) -> int:
    """A shift amount or exponent beyond an int: the largest int that is odd or even as `n` is does the same."""
    return prim.zext(int, n) if prim.lshr(n, u64(63)) == 0 else INT_MAX - 1 + prim.zext(int, n & 1)


@unchecked
def magnitude(x: int) -> u64:
    """The absolute value, which an i64 may not hold."""
    return prim.zext(u64, -x if x < 0 else x)


# Floats

@unchecked
def int_truediv(a: int, b: int) -> float:
    """`a / b`: the exact quotient, rounded once."""
    if b == 0:
        _zero_divide("division by zero")
    limit = 1 << 53
    if -limit <= a and a <= limit and -limit <= b and b <= limit:
        return prim.fdiv(prim.sitofp(float, a), prim.sitofp(float, b))
    out = _ratio(magnitude(a), magnitude(b))
    return -out if a ^ b < 0 else out


@unchecked
def uint_truediv(a: u64, b: u64) -> float:
    """`a / b` without signs, rounded once."""
    if b == 0:
        _zero_divide("division by zero")
    return _ratio(a, b)


@unchecked
def _ratio(a: u64, b: u64) -> float:
    """The quotient to 64 bits and a sticky bit, by long division, then rounded to the nearest double."""
    if a == 0:
        return 0.0
    shift = prim.zext(int, prim.ctlz(b)) - prim.zext(int, prim.ctlz(a))
    top = prim.shl(a, prim.ctlz(a))
    low = prim.shl(b, prim.ctlz(b))
    rest = top
    q: u64 = u64(0)
    bits = 0
    carry = False                       # rest is 65 bits wide: carry and word
    while bits < 62:
        q = q + q
        if carry or rest >= low:
            rest -= low
            q += 1
        carry = rest >> 63 != 0
        rest = rest + rest
        bits += 1
    if carry or rest != 0:
        q |= u64(1)
    # q holds 61 or 62 bits with the last one sticky: the conversion rounds to 53 once, and scaling is exact.
    return prim.fmul(prim.uitofp(float, q), prim.bitcast(float, prim.shl(prim.zext(u64, shift - 61 + 1023), u64(52))))


def int_from_float(x: float) -> int:
    """`int(x)`: the part before the point. OverflowError beyond the integers' range."""
    if x != x:
        raise ValueError("cannot convert float NaN to integer")
    if x - x != 0.0:
        raise OverflowError("cannot convert float infinity to integer")
    if x >= 9223372036854775808.0 or x < -9223372036854775808.0:
        _overflow()
    return prim.fptosi(int, x)


@unchecked
def uint_from_float(x: float) -> u64:
    """`u64(x)`: the part before the point."""
    if x - x != 0.0 or x <= -1.0 or x >= 18446744073709551616.0:
        if x - x != 0.0:
            int_from_float(x)                   # raises
        _overflow_u64()
    return prim.fptoui(u64, x)


# Text

def uint_from_str(s: str) -> u64:
    """`u64(s)`: what an int does not hold is read without its last digit first."""
    try:
        whole = int_from_text(s, 10)
    except OverflowError:
        text = s.strip()
        return u64(int_from_text(text[:-1].rstrip("_"), 10)) * 10 + u64(int_from_text(text[-1], 10))
    return u64(whole)


def int_from_str(s: str, base: int) -> int:
    """`int(s, base)`."""
    return int_from_text(s, base)


def int_from_bytes_text(b: bytes, base: int) -> int:
    """`int(b, base)`: ASCII only, spaces included."""
    if base != 0 and (base < 2 or base > 36):
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    text = ascii_text(b)
    if text is not None:
        try:
            return int_from_text(text, base)
        except ValueError:
            pass
    raise ValueError(f"invalid literal for int() with base {base}: {repr(b)[:200]}")


# Methods

def int_round(x: int, digits: int) -> int:
    """`round(x, digits)`: for negative digits to a multiple of a power of ten, ties to even."""
    if digits >= 0:
        return x
    size = int(_rounded(magnitude(x), -digits))
    return -size if x < 0 else size


def uint_round(x: u64, digits: int) -> int:
    """The same of what no int may hold."""
    return int(x if digits >= 0 else _rounded(x, -digits))


def _rounded(size: u64, zeros: int) -> u64:
    if zeros > 19:
        return 0
    unit = u64(1)
    for _ in range(zeros):
        unit *= 10
    rest = prim.urem(size, unit)
    down = size - rest
    if rest > unit - rest or (rest == unit - rest and prim.urem(prim.udiv(down, unit), u64(2)) == 1):
        down += unit
    return down


def int_bit_length(x: int) -> int:
    """The bits of the absolute value."""
    return 64 - prim.zext(int, prim.ctlz(magnitude(x)))


def int_bit_count(x: int) -> int:
    """The ones in the absolute value."""
    return prim.zext(int, prim.ctpop(magnitude(x)))


def int_conjugate(x: int) -> int:
    """The number itself."""
    return x


def int_real(x: int) -> int:
    """The number itself."""
    return x


def int_imag(x: int) -> int:
    """Zero."""
    return 0


def int_numerator(x: int) -> int:
    """The number itself."""
    return x


def int_denominator(x: int) -> int:
    """One."""
    return 1


def int_as_integer_ratio(x: int) -> tuple[int, int]:
    """The number over one."""
    return x, 1


def uint_bit_length(x: u64) -> int:
    """The bits of a number without a sign."""
    return 64 - prim.zext(int, prim.ctlz(x))


def uint_bit_count(x: u64) -> int:
    """The ones in a number without a sign."""
    return prim.zext(int, prim.ctpop(x))


def uint_to_bytes(x: u64, length: int = 1, byteorder: str = "big", signed: bool = False) -> bytes:
    """`int_to_bytes` of a number without a sign."""
    if x <= u64(INT_MAX):
        return int_to_bytes(prim.zext(int, x), length, byteorder, signed)
    if length < (9 if signed else 8):
        return int_to_bytes(INT_MAX, min(length, 7), byteorder, signed)     # raises: it needs eight bytes itself
    out = int_to_bytes(prim.zext(int, x), length, byteorder, True)
    if byteorder == "big":
        return bytes(length - 8) + out[length - 8:]
    return out[:8] + bytes(length - 8)


def int_to_bytes(x: int, length: int = 1, byteorder: str = "big", signed: bool = False) -> bytes:
    """`x.to_bytes(length, byteorder, signed=…)`."""
    if byteorder != "little" and byteorder != "big":
        raise ValueError("byteorder must be either 'little' or 'big'")
    if length < 0:
        raise ValueError("length argument must be non-negative")
    if x < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    if length < 8:
        bits = 8 * length - (1 if signed else 0)
        top = x >> bits if bits > 0 else x
        if top != 0 and not (signed and top == -1):
            raise OverflowError("int too big to convert")
    out = bytearray(length)
    rest = x
    for i in range(length):
        out[i if byteorder == "little" else length - 1 - i] = rest & 255
        rest >>= 8
    return bytes(out)


def int_from_bytes(data: bytes, byteorder: str = "big", signed: bool = False) -> int:
    """`int.from_bytes(data, byteorder, signed=…)`; OverflowError for more than an int holds."""
    if byteorder != "little" and byteorder != "big":
        raise ValueError("byteorder must be either 'little' or 'big'")
    count = len(data)
    out = 0
    if count > 0 and signed and data[0 if byteorder == "big" else count - 1] >= 128:
        out = -1
    for i in range(count):
        out = out * 256 + data[i if byteorder == "big" else count - 1 - i]
    return out


__all__ = ["int_from_text", "int_repr", "int_str", "uint_str"]
