"""`Atomic[T]`: a number that several harts share.  T is an integer type; arithmetic wraps, as the hardware's does."""

from __future__ import annotations

from enum import Enum
from typing import Any


class Order(Enum):
    """Memory orders, with C11's meanings."""

    RELAXED = 0
    ACQUIRE = 1
    RELEASE = 2
    ACQ_REL = 3
    SEQ_CST = 4


RELAXED = Order.RELAXED
ACQUIRE = Order.ACQUIRE
RELEASE = Order.RELEASE
ACQ_REL = Order.ACQ_REL
SEQ_CST = Order.SEQ_CST


class Atomic:
    """A shared number.  Under CPython nothing runs beside the program, so every operation is trivially atomic."""

    ITEM: Any = None
    __slots__ = ("_value",)
    _instances: dict[Any, type] = {}

    def __class_getitem__(cls, item: Any) -> Any:
        if item not in cls._instances:
            cls._instances[item] = type(f"Atomic[{item.__name__}]", (Atomic,), {"ITEM": item, "__slots__": ()})
        return cls._instances[item]

    def __init__(self, value: int = 0) -> None:
        self._value = self.ITEM(value)

    def _wrapped(self, value: int) -> Any:
        bits = getattr(self.ITEM, "BITS", 64)
        value &= (1 << bits) - 1
        signed = getattr(self.ITEM, "SIGNED", self.ITEM is int)
        return self.ITEM(value - (1 << bits) if signed and value >> (bits - 1) else value)

    def load(self, order: Order = SEQ_CST) -> Any:
        """The value."""
        return self._value

    def store(self, value: int, order: Order = SEQ_CST) -> None:
        """Replaces the value."""
        self._value = self.ITEM(value)

    def exchange(self, value: int, order: Order = SEQ_CST) -> Any:
        """Replaces the value; gives the old one."""
        old, self._value = self._value, self.ITEM(value)
        return old

    def fetch_add(self, value: int, order: Order = SEQ_CST) -> Any:
        """Adds modulo 2^n; gives the old value."""
        return self.exchange(self._wrapped(int(self._value) + int(value)))

    def fetch_sub(self, value: int, order: Order = SEQ_CST) -> Any:
        """Subtracts modulo 2^n; gives the old value."""
        return self.exchange(self._wrapped(int(self._value) - int(value)))

    def fetch_and(self, value: int, order: Order = SEQ_CST) -> Any:
        """Bitwise and; gives the old value."""
        return self.exchange(self._wrapped(int(self._value) & int(value)))

    def fetch_or(self, value: int, order: Order = SEQ_CST) -> Any:
        """Bitwise or; gives the old value."""
        return self.exchange(self._wrapped(int(self._value) | int(value)))

    def fetch_xor(self, value: int, order: Order = SEQ_CST) -> Any:
        """Bitwise exclusive or; gives the old value."""
        return self.exchange(self._wrapped(int(self._value) ^ int(value)))

    def compare_exchange(self, expected: int, value: int, order: Order = SEQ_CST) -> bool:
        """Stores `value` if the number equals `expected`; says whether it did."""
        if self._value != expected:
            return False
        self._value = self.ITEM(value)
        return True
