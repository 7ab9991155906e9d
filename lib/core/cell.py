"""A variable that closures share, and the environment of a closure: what the checker makes of nested functions."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Cell(Generic[T]):
    """`value` counts while `bound`. An environment holds the captured values as one tuple, and is always bound."""

    value: T
    bound: bool
