# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""Results and options: type arguments from the place, from a base class, and from what a lambda returns."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, Union

T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E", bound=Exception)


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T


@dataclass(frozen=True)
class Err(Generic[E]):
    error: E


Result = Union[Ok[T], Err[E]]


def parse(text: str) -> Result[int, ValueError]:
    try:
        return Ok(int(text))
    except ValueError as error:
        return Err(error)


def and_then(result: Result[T, E], then: Callable[[T], Result[U, E]]) -> Result[U, E]:
    return then(result.value) if isinstance(result, Ok) else result


class Option(ABC, Generic[T]):
    @abstractmethod
    def get_or(self, default: T) -> T: ...


class Some(Option[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    def get_or(self, default: T) -> T:
        return self.value


class Nothing(Option[T]):
    def get_or(self, default: T) -> T:
        return default


def find(items: list[T], wanted: Callable[[T], bool]) -> Option[T]:
    for item in items:
        if wanted(item):
            return Some(item)
    return Nothing()


class Cell(Generic[T]):
    def __init__(self, value: T, *, fits: Callable[[T], bool], rest: list[T]) -> None:
        self.value = value if fits(value) else rest[0]


class Mapped(Generic[T, U]):
    """What `by` makes of what is in a cell: given before it, too."""

    def __init__(self, by: Callable[[T], U], cell: Cell[T]) -> None:
        self.made = by(cell.value)


def told_by_others() -> None:
    cell = Cell(7, fits=lambda n: n > 9, rest=[12])
    print(cell.value, Mapped(lambda n: n / 8, cell).made, Mapped(str, cell).made * 2, Mapped("<{:>4}>".format, cell).made)
    print(list(map("{:.2f}".format, [0.5, 2.25])), list(map("{}={}".format, "ab", [1, 2])))


def main() -> None:
    told_by_others()
    print(and_then(parse("4"), lambda n: Ok(n * n)), and_then(parse("x"), lambda n: Ok(n * 2)))
    print(and_then(parse("4"), lambda n: parse(str(n) + "5")), and_then(parse("4"), lambda n: Ok(f"<{n}>")))
    options: list[Option[int]] = [Some(1), Nothing()]
    print([o.get_or(7) for o in options])
    one: Option[str] = Nothing()
    print(one.get_or("none"), find([1, 5, 9], lambda n: n > 3).get_or(0), find(["a"], lambda s: s == "b").get_or("-"))
    wrapped: Result[list[int], ValueError] = Ok([])
    print(wrapped)


if __name__ == "__main__":
    main()
