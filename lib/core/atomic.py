"""`Atomic[T]`: an integer that several harts share. The compiler makes one atomic instruction of each method."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Atomic(Generic[T]):
    """The object, so that all who share it mean one place in memory. Its methods are `types/atomics.py`'s."""

    _value: T

    def __init__(self, value: T = 0) -> None:
        self._value = value
