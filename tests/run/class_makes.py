# alone: calls of `type[list[int]]` may make objects of every class below it that an image has
"""Builtin classes with type arguments where a class is a value."""

from typing import TypeVar

T = TypeVar("T")


def first_of(xs: list[object], kind: type[T]) -> T | None:
    for x in xs:
        if isinstance(x, kind):
            return x
    return None


def make(kind: type[T]) -> T:
    return kind()


class Bag(list[int]):
    def total(self) -> int:
        return sum(self)


def main() -> int:
    numbers = make(list[int])
    numbers.append(3)
    words = make(dict[str, int])
    words["a"] = 1
    print(numbers, words, make(set[str]), make(Bag).total(), make(int), make(str) == "", make(list[list[int]]))
    print(first_of([1, "a", 2.5], str), first_of([1, "a", 2.5], float), first_of([Bag()], Bag))
    return 0


if __name__ == "__main__":
    main()
