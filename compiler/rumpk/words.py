"""The machine words `w8 w16 w32 w64`: unsigned, all arithmetic modulo 2^n.

For hashes, ciphers, checksums and sequence numbers.  A word mixes with its own type and with plain integers (which
stand for literals); anything else is a `TypeError` here and an error of the checker.  `w32(x)` takes the low bits of
any integer.  Comparison, `//` and `%` are unsigned.  Shifting by the width or more gives 0; a negative amount raises
`ValueError`, as for `int`.  Shift amounts may be of any integer type.
"""

from __future__ import annotations

from typing import Any, Callable

_new = int.__new__


class Word(int):
    """Base of the modular types.  `BITS` is the width, `MASK` is 2^BITS - 1."""

    BITS: int = 0
    MASK: int = 0
    __slots__ = ()

    def __init_subclass__(cls, bits: int) -> None:
        cls.BITS = bits
        cls.MASK = (1 << bits) - 1

    def __new__(cls, value: int = 0) -> Any:
        """The low `BITS` bits of an integer."""
        if type(value) is cls:
            return value
        if not isinstance(value, int):
            raise TypeError(f"{cls.__name__}() takes an integer, not {type(value).__name__}")
        return _new(cls, int.__and__(value, cls.MASK))

    def __reduce__(self) -> Any:
        return type(self), (int(self),)


def _binary(operation: Callable[[int, int], int]) -> Callable[[Any, Any], Any]:
    def method(self: Word, other: Any) -> Any:
        cls = type(self)
        if type(other) is not cls and type(other) not in (int, bool):
            if not isinstance(other, int):
                return NotImplemented
            raise TypeError(f"{cls.__name__} and {type(other).__name__} do not mix: write the conversion")
        return _new(cls, operation(self, other) & cls.MASK)
    return method


def _lshift(self: Word, count: Any) -> Any:
    if not isinstance(count, int):
        return NotImplemented
    if count >= self.BITS:
        return _new(type(self), 0)
    return _new(type(self), int.__lshift__(self, count) & self.MASK)


def _rshift(self: Word, count: Any) -> Any:
    if not isinstance(count, int):
        return NotImplemented
    return _new(type(self), int.__rshift__(self, count))


def _divmod(self: Word, other: Any) -> Any:
    return self // other, self % other


def _pow(self: Word, other: Any, modulus: Any = None) -> Any:
    if not isinstance(other, int):
        return NotImplemented
    if modulus is not None:
        return pow(int(self), int(other), int(modulus))
    if other < 0:
        raise ValueError("negative exponent")
    return _new(type(self), pow(int(self), int(other), self.MASK + 1))


def _install() -> None:
    """Gives `Word` its operators."""
    for name in ("add", "sub", "mul", "floordiv", "mod", "and", "or", "xor"):
        for prefix in ("", "r"):
            dunder = f"__{prefix}{name}__"
            setattr(Word, dunder, _binary(getattr(int, dunder)))
    methods: dict[str, Any] = {
        "__lshift__": _lshift, "__rshift__": _rshift, "__divmod__": _divmod, "__pow__": _pow,
        "__neg__": lambda self: _new(type(self), -int(self) & self.MASK),
        "__invert__": lambda self: _new(type(self), ~int(self) & self.MASK),
        "__pos__": lambda self: self, "__abs__": lambda self: self,
    }
    for dunder, method in methods.items():
        setattr(Word, dunder, method)


_install()


class w8(Word, bits=8):
    """A machine word of 8 bits."""


class w16(Word, bits=16):
    """A machine word of 16 bits."""


class w32(Word, bits=32):
    """A machine word of 32 bits."""


class w64(Word, bits=64):
    """A machine word of 64 bits."""
