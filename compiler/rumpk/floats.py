"""`f32`: the IEEE 754 binary32 number.  Every result is rounded to it; printing shows the exact value as a `float`."""

from __future__ import annotations

import struct
from typing import Any, Callable


def _round32(value: float) -> float:
    """The binary32 number nearest to `value`; beyond the largest one it is infinite, as the hardware makes it."""
    try:
        return struct.unpack("<f", struct.pack("<f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


class f32(float):
    """A binary32 number.  Arithmetic with an `f32` or a plain number (a literal) gives an `f32`."""

    __slots__ = ()

    def __new__(cls, value: float = 0.0) -> Any:
        if type(value) is cls:
            return value
        return float.__new__(cls, _round32(float(value)))

    def __reduce__(self) -> Any:
        return f32, (float(self),)


def _binary(operation: Callable[..., Any]) -> Callable[[Any, Any], Any]:
    # One rounding of the exact binary64 result equals the binary32 operation for + - * / (double rounding is harmless
    # because 53 >= 2 * 24 + 2).
    def method(self: f32, other: Any) -> Any:
        value = operation(self, other)
        return value if value is NotImplemented else f32(value)
    return method


def _unary(operation: Callable[[float], float]) -> Callable[[f32], f32]:
    return lambda self: f32(operation(self))


for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod"):
    for _dunder in (f"__{_name}__", f"__r{_name}__"):
        setattr(f32, _dunder, _binary(getattr(float, _dunder)))
for _name in ("__neg__", "__abs__", "__pos__"):
    setattr(f32, _name, _unary(getattr(float, _name)))
