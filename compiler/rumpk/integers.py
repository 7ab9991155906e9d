"""The checked fixed-width integers: `u8 u16 u32 u64 usize`, `i8 i16 i32 i64`.

A value is an `int` that knows its range.  Arithmetic between equal types, or with a plain `int` (which stands for a
literal), keeps the type and raises `OverflowError` when the result leaves the range.  Two different fixed-width types
meet in the one that holds every value of both (`u8 + u32` is a `u32`); where neither does, that is a `TypeError` here
and an error of the checker in a compiled program.

What CPython cannot see is whether a plain `int` was a literal.  The checker widens `u32 + n` to `int` where `n` is a
variable; a module that runs under CPython without the import hook writes `int(x) + n` there.

Bitwise complement stays inside the width (`~u8(1)` is 254): it works on the bits, not on the number.
`float` converts with `int()`'s truncation.  Shift amounts may be of any integer type; the result has the left type.
"""

from __future__ import annotations

from typing import Any, Callable

_new = int.__new__


class Fixed(int):
    """Base of the checked types.  `BITS`, `SIGNED`, `LOW` and `HIGH` describe the range."""

    BITS: int = 0
    SIGNED: bool = False
    LOW: int = 0
    HIGH: int = 0
    __slots__ = ()

    def __init_subclass__(cls, bits: int, signed: bool) -> None:
        cls.BITS = bits
        cls.SIGNED = signed
        cls.LOW = -(1 << (bits - 1)) if signed else 0
        cls.HIGH = (1 << (bits - (1 if signed else 0))) - 1

    def __new__(cls, value: int | float = 0) -> Any:
        """Converts and checks.  Raises `OverflowError` outside the range."""
        if type(value) is cls:
            return value
        return _fit(cls, int(value))

    def __reduce__(self) -> Any:
        return type(self), (int(self),)


def _fit(cls: type[Fixed], value: int) -> Any:
    """`value` as `cls`, or `OverflowError`."""
    if cls.LOW <= value <= cls.HIGH:
        return _new(cls, value)
    raise OverflowError(f"value does not fit {cls.__name__}")


def common_type(left: type, right: type) -> type | None:
    """The type in which an operation on two integer types happens; None where neither holds the other.

    A plain `int` (or `bool`) counts as a literal and takes the other's type.  Of two types with the same range the
    left one wins.
    """
    if right in (left, int, bool):
        return left
    if left in (int, bool):
        return right
    if not (issubclass(left, Fixed) and issubclass(right, Fixed)):
        return None
    if left.LOW <= right.LOW and right.HIGH <= left.HIGH:
        return left
    if right.LOW <= left.LOW and left.HIGH <= right.HIGH:
        return right
    return None


def _mixed(left: object, right: object) -> TypeError:
    return TypeError(f"{type(left).__name__} and {type(right).__name__} do not mix: write the conversion")


def _binary(operation: Callable[[int, int], Any]) -> Callable[[Any, Any], Any]:
    """An operator method whose result takes the common type of its operands."""
    def method(self: Fixed, other: Any) -> Any:
        cls: Any = type(self)
        if type(other) is not cls and type(other) is not int:
            if not isinstance(other, int):
                return NotImplemented
            cls = common_type(cls, type(other))
            if cls is None:
                raise _mixed(self, other)
        value = operation(self, other)
        if cls.LOW <= value <= cls.HIGH:
            return _new(cls, value)
        raise OverflowError(f"value does not fit {cls.__name__}")
    return method


def _shift(operation: Callable[[int, int], int]) -> Callable[[Any, Any], Any]:
    """A shift: the amount may have any integer type, the result has the left one."""
    def method(self: Fixed, other: Any) -> Any:
        if not isinstance(other, int):
            return NotImplemented
        if operation is int.__lshift__ and other >= self.BITS and self:
            raise OverflowError(f"value does not fit {type(self).__name__}")      # before a huge number is built
        return _fit(type(self), operation(self, other))
    return method


def _divmod(self: Fixed, other: Any) -> Any:
    quotient, rest = self // other, self % other
    return quotient, rest


def _rdivmod(self: Fixed, other: Any) -> Any:
    return other // self, other % self


def _pow(self: Fixed, other: Any, modulus: Any = None) -> Any:
    if modulus is not None:
        return pow(int(self), int(other), int(modulus))
    if not isinstance(other, int):
        return NotImplemented
    value = int(self) ** int(other)
    return value if isinstance(value, float) else _fit(type(self), value)


def _rpow(self: Fixed, other: Any) -> Any:
    if not isinstance(other, int):
        return NotImplemented
    return int(other) ** int(self)


def _unary(operation: Callable[[int], int]) -> Callable[[Any], Any]:
    def method(self: Fixed) -> Any:
        return _fit(type(self), operation(self))
    return method


def _invert(self: Fixed) -> Any:
    value = ~int(self)
    return _new(type(self), value if self.SIGNED else value & self.HIGH)


def _install() -> None:
    """Gives `Fixed` its operators: `+ - * // % & | ^` and their reflections, shifts, `divmod`, `**`, unary."""
    for name in ("add", "sub", "mul", "floordiv", "mod", "and", "or", "xor"):
        for prefix in ("", "r"):
            dunder = f"__{prefix}{name}__"
            setattr(Fixed, dunder, _binary(getattr(int, dunder)))
    methods: dict[str, Any] = {
        "__lshift__": _shift(int.__lshift__), "__rshift__": _shift(int.__rshift__),
        "__divmod__": _divmod, "__rdivmod__": _rdivmod, "__pow__": _pow, "__rpow__": _rpow,
        "__neg__": _unary(int.__neg__), "__abs__": _unary(int.__abs__), "__pos__": _unary(int.__pos__),
        "__invert__": _invert,
    }
    for dunder, method in methods.items():
        setattr(Fixed, dunder, method)


_install()


class u8(Fixed, bits=8, signed=False):
    """Unsigned, 8 bits: 0 to 255."""


class u16(Fixed, bits=16, signed=False):
    """Unsigned, 16 bits: 0 to 65,535."""


class u32(Fixed, bits=32, signed=False):
    """Unsigned, 32 bits: 0 to 4,294,967,295."""


class u64(Fixed, bits=64, signed=False):
    """Unsigned, 64 bits."""


class i8(Fixed, bits=8, signed=True):
    """Signed, 8 bits: -128 to 127."""


class i16(Fixed, bits=16, signed=True):
    """Signed, 16 bits: -32,768 to 32,767."""


class i32(Fixed, bits=32, signed=True):
    """Signed, 32 bits."""


class i64(Fixed, bits=64, signed=True):
    """Signed, 64 bits: the range of the dialect's `int`, enforced under CPython too."""


usize = u64                 # sizes and addresses: both machines have 64-bit ones
