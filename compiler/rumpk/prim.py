"""The primitive operations of the machine, for the library and the HAL: one function a row of the compiler's table.

Under CPython the ones that compute, and the ones that reach memory through a `Ptr`, do what the compiled ones do. Those
that look into objects or at the machine's own state (frames, typeinfo, the stack) raise `NotImplementedError`.

Operands have fixed types; a plain `int` is 64 bits wide and signed.  Where the compiled operation has no defined result
(division by zero, a shift by the width or more), these raise instead.
"""

from __future__ import annotations

import math
import operator
import struct
from typing import Any, Callable

from rumpk.floats import f32
from rumpk.integers import u8, u64
from rumpk.machine import fence
from rumpk.memory import Memory, Ptr, decode, encode, item_size

_SIGNED_COMPARE = {"slt": int.__lt__, "sle": int.__le__, "sgt": int.__gt__, "sge": int.__ge__}
_FLOAT_COMPARE = {"oeq": float.__eq__, "olt": float.__lt__, "ole": float.__le__, "ogt": float.__gt__,
                  "oge": float.__ge__}


def _bits(cls: type) -> int:
    return 1 if cls is bool else getattr(cls, "BITS", 64)


def _is_signed(cls: type) -> bool:
    return cls is int or bool(getattr(cls, "SIGNED", False))


def _unsigned(value: Any) -> int:
    return int(value) & ((1 << _bits(type(value))) - 1)


def _signed(value: Any) -> int:
    number, bits = _unsigned(value), _bits(type(value))
    return number - (1 << bits) if number >> (bits - 1) else number


def _make(cls: Any, number: int) -> Any:
    """The value of `cls` with the low bits of `number`."""
    bits = _bits(cls)
    number &= (1 << bits) - 1
    if _is_signed(cls) and number >> (bits - 1):
        number -= 1 << bits
    return cls(number)


def _like(value: Any, number: int) -> Any:
    return _make(type(value), number)


def int_checked(to: Any, value: int) -> Any:
    """The same number in another type; `OverflowError` where it does not fit."""
    bits = _bits(to)
    low = -(1 << (bits - 1)) if _is_signed(to) else 0
    if not low <= int(value) < low + (1 << bits):
        raise OverflowError(f"value does not fit {to.__name__}")
    return to(int(value))


def _checked(operation: Callable[[int, int], int]) -> Callable[[Any, Any], Any]:
    return lambda a, b: int_checked(type(a), operation(int(a), int(b)))


def _wrapping(operation: Callable[[int, int], int]) -> Callable[[Any, Any], Any]:
    return lambda a, b: _like(a, operation(int(a), int(b)))


add_checked = _checked(int.__add__)
sub_checked = _checked(int.__sub__)
mul_checked = _checked(int.__mul__)
add_wrap = _wrapping(int.__add__)
sub_wrap = _wrapping(int.__sub__)
mul_wrap = _wrapping(int.__mul__)
and_ = _wrapping(int.__and__)
or_ = _wrapping(int.__or__)
xor = _wrapping(int.__xor__)


def neg_checked(a: Any) -> Any:
    """Minus `a`; `OverflowError` where it does not fit."""
    return int_checked(type(a), -int(a))


def neg_wrap(a: Any) -> Any:
    """Minus `a`, modulo 2^n."""
    return _like(a, -int(a))


add_fits, sub_fits, mul_fits, neg_fits = operator.add, operator.sub, operator.mul, operator.neg


def not_(a: Any) -> Any:
    """Every bit turned round."""
    return _like(a, ~int(a))


def sdiv(a: Any, b: Any) -> Any:
    """The signed quotient, cut towards zero."""
    quotient = abs(_signed(a)) // abs(_signed(b))
    return int_checked(type(a), quotient if (_signed(a) < 0) == (_signed(b) < 0) else -quotient)


def srem(a: Any, b: Any) -> Any:
    """The signed remainder; it has the sign of `a`."""
    rest = abs(_signed(a)) % abs(_signed(b))
    return _like(a, -rest if _signed(a) < 0 else rest)


def udiv(a: Any, b: Any) -> Any:
    """The unsigned quotient."""
    return _like(a, _unsigned(a) // _unsigned(b))


def urem(a: Any, b: Any) -> Any:
    """The unsigned remainder."""
    return _like(a, _unsigned(a) % _unsigned(b))


def _amount(a: Any, count: Any) -> int:
    if not 0 <= int(count) < _bits(type(a)):
        raise ValueError("a machine shift goes by less than the width")
    return int(count)


def shl(a: Any, count: Any) -> Any:
    """Shifted left; what leaves the width is lost."""
    return _like(a, int(a) << _amount(a, count))


def lshr(a: Any, count: Any) -> Any:
    """Shifted right, zeros from above."""
    return _like(a, _unsigned(a) >> _amount(a, count))


def ashr(a: Any, count: Any) -> Any:
    """Shifted right, the sign from above."""
    return _like(a, _signed(a) >> _amount(a, count))


def rotl(a: Any, count: Any) -> Any:
    """Rotated left."""
    bits = _bits(type(a))
    n = int(count) % bits
    return _like(a, _unsigned(a) << n | _unsigned(a) >> (bits - n))


def rotr(a: Any, count: Any) -> Any:
    """Rotated right."""
    return rotl(a, -int(count))


def umul_high(a: Any, b: Any) -> Any:
    """The upper half of the unsigned product of double width."""
    return _like(a, _unsigned(a) * _unsigned(b) >> _bits(type(a)))


def smul_high(a: Any, b: Any) -> Any:
    """The upper half of the signed product of double width."""
    return _like(a, _signed(a) * _signed(b) >> _bits(type(a)))


def ctpop(a: Any) -> Any:
    """How many bits are set."""
    return _like(a, _unsigned(a).bit_count())


def ctlz(a: Any) -> Any:
    """Zeros above the highest set bit."""
    return _like(a, _bits(type(a)) - _unsigned(a).bit_length())


def cttz(a: Any) -> Any:
    """Zeros below the lowest set bit."""
    number = _unsigned(a)
    return _like(a, (number & -number).bit_length() - 1 if number else _bits(type(a)))


def bswap(a: Any) -> Any:
    """The bytes in reverse order."""
    size = _bits(type(a)) // 8
    return _like(a, int.from_bytes(_unsigned(a).to_bytes(size, "little"), "big"))


def bitreverse(a: Any) -> Any:
    """The bits in reverse order."""
    bits = _bits(type(a))
    return _like(a, int(f"{_unsigned(a):0{bits}b}"[::-1], 2))


def smin(a: Any, b: Any) -> Any:
    """The smaller one, signed."""
    return a if _signed(a) <= _signed(b) else b


def smax(a: Any, b: Any) -> Any:
    """The larger one, signed."""
    return a if _signed(a) >= _signed(b) else b


def umin(a: Any, b: Any) -> Any:
    """The smaller one, unsigned."""
    return a if _unsigned(a) <= _unsigned(b) else b


def umax(a: Any, b: Any) -> Any:
    """The larger one, unsigned."""
    return a if _unsigned(a) >= _unsigned(b) else b


def trunc(to: Any, value: Any) -> Any:
    """The low bits."""
    return _make(to, _unsigned(value))


zext = trunc                     # the upper bits of an unsigned number are zeros


def sext(to: Any, value: Any) -> Any:
    """Widened with the sign."""
    return _make(to, _signed(value))


def icmp_eq(a: Any, b: Any) -> bool:
    """Equal."""
    return a == b


def icmp_ne(a: Any, b: Any) -> bool:
    """Not equal."""
    return a != b


for _name, _compare in _SIGNED_COMPARE.items():
    globals()[f"icmp_{_name}"] = lambda a, b, compare=_compare: compare(_signed(a), _signed(b))
    globals()[f"icmp_u{_name[1:]}"] = lambda a, b, compare=_compare: compare(_unsigned(a), _unsigned(b))
for _name, _compare in _FLOAT_COMPARE.items():
    globals()[f"fcmp_{_name}"] = lambda a, b, compare=_compare: compare(float(a), float(b))
for _name, _float in (("fadd", float.__add__), ("fsub", float.__sub__), ("fmul", float.__mul__)):
    globals()[_name] = lambda a, b, operation=_float: type(a)(operation(float(a), float(b)))
for _name, _rounding in (("ffloor", math.floor), ("fceil", math.ceil), ("ftrunc", math.trunc), ("froundeven", round)):
    globals()[_name] = lambda a, operation=_rounding: type(a)(
        math.copysign(operation(a), a) if math.isfinite(a) else a)


def fcmp_une(a: float, b: float) -> bool:
    """Not equal, or one is not a number."""
    return float(a) != float(b)


def fcmp_uno(a: float, b: float) -> bool:
    """One is not a number."""
    return math.isnan(a) or math.isnan(b)


def fdiv(a: Any, b: Any) -> Any:
    """IEEE division: by zero it gives an infinity or no number."""
    if b:
        return type(a)(float(a) / float(b))
    if not a or math.isnan(a):
        return type(a)(math.nan)
    return type(a)(math.copysign(math.inf, math.copysign(1.0, a) * math.copysign(1.0, b)))


def fneg(a: Any) -> Any:
    """The sign turned round."""
    return type(a)(-float(a))


def fabs(a: Any) -> Any:
    """The sign removed."""
    return type(a)(math.fabs(a))


def fsqrt(a: Any) -> Any:
    """The square root; of a negative number no number."""
    return type(a)(math.sqrt(a) if a >= 0 else math.nan)


def fcopysign(a: Any, b: Any) -> Any:
    """The size of the first, the sign of the second."""
    return type(a)(math.copysign(a, b))


def sitofp(to: Any, value: Any) -> Any:
    """A signed integer as a float."""
    return to(float(_signed(value)))


def uitofp(to: Any, value: Any) -> Any:
    """An unsigned integer as a float."""
    return to(float(_unsigned(value)))


def _saturate(to: Any, value: float, low: int, high: int) -> Any:
    if math.isnan(value):
        return to(0)
    return _make(to, low if value <= low else high if value >= high else int(value))


def fptosi(to: Any, value: float) -> Any:
    """Cut towards zero; outside the range its nearest end, 0 for what is no number."""
    half = 1 << (_bits(to) - 1)
    return _saturate(to, value, -half, half - 1)


def fptoui(to: Any, value: float) -> Any:
    """The same for an unsigned result."""
    return _saturate(to, value, 0, (1 << _bits(to)) - 1)


def fpext(to: Any, value: float) -> Any:
    """Between the two float types."""
    return to(float(value))


fptrunc = fpext


def bitcast(to: Any, value: Any) -> Any:
    """The same bits as another type: float and 64-bit integer, f32 and 32-bit integer."""
    if isinstance(value, float):
        data = struct.pack("<f" if type(value) is f32 else "<d", value)
        return _make(to, int.from_bytes(data, "little"))
    data = _unsigned(value).to_bytes(_bits(type(value)) // 8, "little")
    return to(struct.unpack("<f" if to is f32 else "<d", data)[0])


# memory

def ptr_load(to: Any, place: Ptr[Any]) -> Any:
    """The value of type `to` at an address."""
    return decode(to, Memory.current().read(int(place), item_size(to)))


def ptr_store(place: Ptr[Any], value: Any) -> None:
    """Stores a value at an address, in the value's own width."""
    Memory.current().write(int(place), encode(type(value), value))


volatile_load = unaligned_load = ptr_load
volatile_store = unaligned_store = ptr_store


def ptr_add(place: Ptr[Any], count: int) -> Ptr[Any]:
    """`count` items further."""
    return place + int(count)


def ptr_addbytes(place: Any, count: int) -> Any:
    """`count` bytes further."""
    return type(place)(int(place) + int(count))


def ptr_int(place: Ptr[Any]) -> u64:
    """The address."""
    return u64(int(place))


def int_ptr(to: Any, address: int) -> Any:
    """A pointer of the type `to` with an address."""
    return to(int(address))


def ptr_diff(a: Ptr[Any], b: Ptr[Any]) -> u64:
    """Bytes from `b` to `a`."""
    return u64(int(a) - int(b))


def mem_copy(target: Ptr[Any], source: Ptr[Any], count: int) -> None:
    """Copies bytes."""
    Memory.current().write(int(target), Memory.current().read(int(source), int(count)))


mem_move = mem_copy


def mem_set(target: Ptr[Any], value: int, count: int) -> None:
    """Fills bytes with one value."""
    Memory.current().write(int(target), bytes([u8(value)]) * int(count))


def likely(condition: bool) -> bool:
    """The condition; the compiler expects it to hold."""
    return condition


unlikely = likely


def _atomic(operation: Callable[[int, int], int]) -> Callable[[Ptr[Any], Any], Any]:
    def update(place: Ptr[Any], value: Any) -> Any:
        old = place[0]
        place[0] = _make(type(old), operation(int(old), int(value)))
        return old
    return update


def _cas(place: Ptr[Any], expected: Any, new: Any) -> Any:
    old = place[0]
    if old == expected:
        place[0] = new
    return old


# Each is one access here as well: CPython changes threads between bytecodes only, and nothing else runs.
_UPDATES = {"add": int.__add__, "sub": int.__sub__, "and": int.__and__, "or": int.__or__, "xor": int.__xor__,
            "swap": lambda old, new: new}
for _order in ("relaxed", "acquire", "release", "acqrel", "seqcst"):
    globals()[f"atomic_load_{_order}"] = lambda place: place[0]
    globals()[f"atomic_store_{_order}"] = lambda place, value: place.__setitem__(0, value)
    globals()[f"atomic_cas_{_order}"] = _cas
    for _name, _update in _UPDATES.items():
        globals()[f"atomic_{_name}_{_order}"] = _atomic(_update)

fence_acquire = fence_release = fence_acqrel = fence_seqcst = fence_compiler = fence


def __getattr__(name: str) -> Any:
    """Operations that only a machine has: calling one says so."""
    if name.startswith("__"):
        raise AttributeError(name)

    def missing(*args: object) -> Any:
        raise NotImplementedError(f"prim.{name} works on the board only")
    return missing
