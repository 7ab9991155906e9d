"""`struct`: values in bytes. The compiler reads the format (types/struct_calls.py) and calls what is below for each.

The functions of the module itself have a body only for their names: a call of them never gets there.
"""

from typing import Final, Never

from lib.math_parts import frexp, ldexp
from rumpk import f32, inline, noinline, prim, u32, u64, w64


class error(Exception):  # noqa: N801
    """A value, or a buffer, that a format does not fit."""


def pack(format: str) -> bytes:  # noqa: A002
    raise error(f"the format {format!r} is not known while compiling")


def Struct(format: str) -> bytes:  # noqa: A002, N802
    raise error(f"the format {format!r} is not known while compiling")


def iter_unpack(format: str) -> bytes:  # noqa: A002
    raise error(f"the format {format!r} is not known while compiling")


def places(data: bytes, size: int) -> range:
    """Where the items of `iter_unpack` begin."""
    if size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(data) % size != 0:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return range(0, len(data), size)


def unpack(format: str) -> bytes:  # noqa: A002
    raise error(f"the format {format!r} is not known while compiling")


def pack_into(format: str) -> bytes:  # noqa: A002
    raise error(f"the format {format!r} is not known while compiling")


def unpack_from(format: str) -> bytes:  # noqa: A002
    raise error(f"the format {format!r} is not known while compiling")


def calcsize(format: str) -> int:  # noqa: A002
    raise error(f"the format {format!r} is not known while compiling")


# Buffers

def buffer(size: int) -> bytearray:
    return bytearray(size)


def finished(out: bytearray) -> bytes:
    return bytes(out)


def plain(data: bytes | bytearray) -> bytes:
    return data if isinstance(data, bytes) else bytes(data)


def check_exact(data: bytes, size: int) -> None:
    if len(data) != size:
        raise error(f"unpack requires a buffer of {size} bytes")


def data_at(data: bytes, size: int, offset: int) -> int:
    """The offset from the start at which `size` bytes are there."""
    if offset < 0:
        if offset + size > 0:
            raise error(f"not enough data to unpack {size} bytes at offset {offset}")
        if offset + len(data) < 0:
            raise error(f"offset {offset} out of range for {len(data)}-byte buffer")
        offset += len(data)
    if len(data) - offset < size:
        raise error(f"unpack_from requires a buffer of at least {size + offset} bytes for unpacking {size} bytes at "
                    f"offset {offset} (actual buffer size is {len(data)})")
    return offset


def room_at(out: bytearray, size: int, offset: int) -> int:
    """The offset from the start at which there is room for `size` bytes."""
    if offset < 0:
        if offset + size > 0:
            raise error(f"no space to pack {size} bytes at offset {offset}")
        if offset + len(out) < 0:
            raise error(f"offset {offset} out of range for {len(out)}-byte buffer")
        offset += len(out)
    if len(out) - offset < size:
        raise error(f"pack_into requires a buffer of at least {size + offset} bytes for packing {size} bytes at "
                    f"offset {offset} (actual buffer size is {len(out)})")
    return offset


def cleared(out: bytearray, size: int, offset: int) -> int:
    """The offset from the start of `size` bytes, which are zero now: what `pack_into` writes over."""
    place = room_at(out, size, offset)
    for i in range(place, place + size):
        out[i] = 0
    return place


# Items

inf: Final = float("inf")
nan: Final = float("nan")


@noinline
def _refuse(words: str) -> Never:
    raise error(words)


@inline
def _put(out: bytearray, at: int, bits: w64, size: int, little: bool) -> None:
    for i in range(size):
        out[at + (i if little else size - 1 - i)] = int(bits >> (8 * i) & 0xFF)


@inline
def put_int(
    out: bytearray, at: int, value: int, size: int, little: bool, low: int, high: int, below: str, above: str
) -> None:
    if value < low:
        _refuse(below)
    if value > high:
        _refuse(above)
    _put(out, at, w64(value), size, little)


@inline
def put_u64(
    out: bytearray, at: int, value: u64, size: int, little: bool, high: u64, above: str, far_above: str
) -> None:
    if value > high:
        _refuse(far_above if value > 0x7FFF_FFFF_FFFF_FFFF else above)
    _put(out, at, w64(value), size, little)


def put_e(out: bytearray, at: int, value: float, little: bool) -> None:
    """Half precision (IEEE 754, binary16), ties to even."""
    sign = 0x8000 if prim.fcopysign(1.0, value) < 0.0 else 0
    f, e = frexp(prim.fabs(value))
    if value != value:
        bits = 0x7E00
    elif value - value != 0.0:
        bits = 0x7C00
    elif value == 0.0 or e <= -25:      # below half of the smallest number
        bits = 0
    else:
        f, e = (ldexp(2.0 * f, 13 + e), 0) if e < -13 else (2.0 * f - 1.0, e + 14)
        bits = int(f * 1024.0) if e < 31 else 0
        rest = f * 1024.0 - bits
        if rest > 0.5 or rest == 0.5 and bits % 2 == 1:
            bits += 1
        bits += e << 10                 # a carry goes on into the exponent
        if e >= 31 or bits >= 0x7C00:
            raise OverflowError("float too large to pack with e format")
    _put(out, at, w64(bits | sign), 2, little)


def put_d(out: bytearray, at: int, value: float, little: bool) -> None:
    _put(out, at, w64(prim.bitcast(u64, value)), 8, little)


def put_f(out: bytearray, at: int, value: float, little: bool, strict: bool) -> None:
    """Single precision. Only the machine's own format takes what is too large, as an infinity."""
    short = f32(value)
    if strict and float(short) - float(short) != 0.0 and value - value == 0.0:
        raise OverflowError("float too large to pack with f format")
    _put(out, at, w64(prim.bitcast(u32, short)), 4, little)


def put_bool(out: bytearray, at: int, value: bool) -> None:
    out[at] = 1 if value else 0


def put_c(out: bytearray, at: int, value: bytes, size: int) -> None:
    if len(value) != 1:
        raise error("char format requires a bytes object of length 1")
    out[at] = value[0]


def put_s(out: bytearray, at: int, value: bytes, size: int) -> None:
    """Cut, or filled with zeros."""
    for i in range(size):
        out[at + i] = value[i] if i < len(value) else 0


def put_p(out: bytearray, at: int, value: bytes, size: int) -> None:
    """A byte with the length, then the text."""
    if size > 0:
        count = min(len(value), size - 1)
        out[at] = min(count, 255)
        for i in range(size - 1):
            out[at + 1 + i] = value[i] if i < count else 0


@inline
def _bits(data: bytes, at: int, size: int, little: bool) -> w64:
    out = w64(0)
    for i in range(size):
        out |= w64(data[at + (i if little else size - 1 - i)]) << (8 * i)
    return out


@inline
def get_int(data: bytes, at: int, size: int, little: bool, signed: bool) -> int:
    bits = _bits(data, at, size, little)
    if not signed:
        return int(bits)
    return prim.zext(int, bits << (64 - 8 * size)) >> (64 - 8 * size)


@inline
def get_w64(data: bytes, at: int, little: bool) -> w64:
    return _bits(data, at, 8, little)


@inline
def get_u64(data: bytes, at: int, little: bool) -> u64:
    return u64(_bits(data, at, 8, little))


def get_e(data: bytes, at: int, little: bool) -> float:
    bits = int(_bits(data, at, 2, little))
    e, f = bits >> 10 & 31, float(bits & 1023) / 1024.0
    if e == 31:
        out = inf if f == 0.0 else nan
    else:
        out = ldexp(f, -14) if e == 0 else ldexp(1.0 + f, e - 15)
    return -out if bits & 0x8000 else out


def get_d(data: bytes, at: int, little: bool) -> float:
    return prim.bitcast(float, u64(_bits(data, at, 8, little)))


def get_f(data: bytes, at: int, little: bool) -> float:
    return float(prim.bitcast(f32, u32(_bits(data, at, 4, little))))


def get_bool(data: bytes, at: int) -> bool:
    return data[at] != 0


def get_s(data: bytes, at: int, size: int) -> bytes:
    return data[at:at + size]


def get_p(data: bytes, at: int, size: int) -> bytes:
    if size == 0:
        return b""
    return data[at + 1:at + 1 + min(data[at], size - 1)]
