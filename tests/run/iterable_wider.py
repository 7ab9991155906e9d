"""Iterables whose items are of a class below the one that is asked for; -0.0 in a union of the image."""

from collections.abc import Iterable, Iterator


low: float | str = -0.0


class Shape:
    def __init__(self, n: int) -> None:
        self.n = n


class Square(Shape):
    pass


def squares() -> Iterator[Square]:
    for i in range(3):
        print("make", i)
        yield Square(i)


def total(shapes: Iterable[Shape]) -> int:
    return sum(s.n for s in shapes)


def first(shapes: Iterator[Shape]) -> int:
    return next(shapes).n


def twice(xs: Iterable[object]) -> None:
    print(list(xs), list(xs))


class Box:
    def __init__(self, items: Iterable[Shape]) -> None:
        self.items: list[Shape] = list(items)

    def extend(self, items: Iterable[Shape]) -> None:
        self.items.extend(items)

    def __iter__(self) -> Iterator[Shape]:
        return iter(self.items)


def main() -> None:
    three = [Square(1), Square(2), Square(3)]
    print(total(three), total(squares()), total(tuple(three)), total({1: Square(5)}.values()))
    it = squares()
    print(first(it), next(it).n, first(it))
    twice([1, 2])
    twice(range(3))
    twice("ab")
    print(low)
    b = Box(three)
    b.extend(squares())
    b.extend([Shape(9)])
    print([s.n for s in b], [s.n for s in Box(b)])


if __name__ == "__main__":
    main()
