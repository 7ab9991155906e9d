"""What an `object` is where the value is no object of its own: numbers, booleans and None, each in a box.

The checker makes boxes where a value becomes an `object`, and opens them where a test has told what is inside
(types/boxes.py). Constants lie in the image, so that `None`, `True` and literals take no memory.
"""

from typing import Generic, TypeVar

from rumpk import inline

T = TypeVar("T")


class Box(Generic[T]):
    """One `int`, `float`, `bool` or None. Its typeinfo has the name of what is inside."""

    _inside: T

    @inline
    def __init__(self, inside: T) -> None:
        self._inside = inside

    def __str__(self) -> str:
        return str(self._inside)

    def __repr__(self) -> str:
        return repr(self._inside)

    def __hash__(self) -> int:
        return hash(self._inside)

    def __bool__(self) -> bool:
        return bool(self._inside)

    def __format__(self, spec: str) -> str:
        return format(self._inside, spec)

    def _any_answers(self, other: object) -> bool:
        """Numbers are equal by value, whatever their types; None is equal to None."""
        if other is None:
            return self._inside is None
        if isinstance(other, (int, float)):
            return self._inside == other
        return NotImplemented

    def _any_same(self, other: object) -> bool:
        """`is`: numbers have no identity, so equal ones of one type are taken for one object."""
        return type(self) is type(other) and self._any_answers(other)
