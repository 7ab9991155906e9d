# alone: calls of `type[list[int]]` may make objects of every class below it that an image has
"""Builtin classes with type arguments where a class is a value."""

from typing import TypeVar

T = TypeVar("T")


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
    return 0


if __name__ == "__main__":
    main()
