"""Parameters that say what a value can do: Sequence, Mapping, Collection, Sized, unions and options of them."""

from collections.abc import Collection, Mapping, MutableMapping, MutableSequence, Sequence, Sized
from typing import Generic, Optional, TypeVar

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Shape:
    def area(self) -> float:
        return 0.0


class Square(Shape):
    def __init__(self, side: float) -> None:
        self.side = side

    def area(self) -> float:
        return self.side * self.side


class Circle(Shape):
    def area(self) -> float:
        return 3.0


def total(xs: Sequence[float]) -> float:
    out = 0.0
    for x in xs:
        out += x
    return out


def last(xs: Sequence[T]) -> T:
    return xs[-1]


def areas(shapes: Sequence[Shape]) -> list[float]:
    return [s.area() for s in shapes]


def lookup(table: Mapping[K, V], key: K, other: V) -> V:
    return table[key] if key in table else other


def put(table: MutableMapping[str, int], key: str) -> None:
    table[key] = table.get(key, 0) + 1


def grow(xs: MutableSequence[int], n: int) -> None:
    for i in range(n):
        xs.append(i)


def size(x: Sized) -> int:
    return len(x)


def distinct(xs: Collection[str]) -> int:
    return len(set(xs))


def joined(words: Sequence[str] | None = None, sep: str = "-") -> str:
    return "none" if words is None else sep.join(words)


def maybe(words: Optional[Sequence[str]], table: Mapping[str, Sequence[int]]) -> int:
    return sum(len(v) for v in table.values()) + (len(words) if words else 0)


def rows(grid: Sequence[Sequence[int]]) -> list[int]:
    return [sum(row) for row in grid]


class Bag(Generic[T]):
    def __init__(self, items: Sequence[T]) -> None:
        self.items = list(items)

    def add_all(self, more: "Sequence[T]") -> None:
        for item in more:
            self.items.append(item)


class Base:
    def use(self, xs: Sequence[int]) -> int:
        return len(xs)


class Derived(Base):
    def use(self, xs: Sequence[int]) -> int:
        return sum(xs)


class Holder:
    names: Sequence[str]

    def __init__(self, names: Sequence[str]) -> None:
        self.names = list(names)

    def first(self) -> Sequence[str]:
        return self.names[:1]


def main() -> None:
    print(total([1.5, 2.5]), total((1.0, 2.0, 0.25)), total([]))
    print(last([1, 2]), last("abc"), last((4, 5)), last(range(7)), last(b"xy"))
    print(areas([Square(2.0), Circle()]), areas([Square(1.0)]), areas((Circle(), Square(3.0))))
    print(lookup({"a": 1}, "a", 0), lookup({1: "x"}, 2, "y"))
    counts: dict[str, int] = {}
    put(counts, "a")
    put(counts, "a")
    print(counts)
    numbers = [9]
    grow(numbers, 2)
    print(numbers)
    data = bytearray()
    grow(data, 3)
    print(data)
    print(size("abc"), size([1]), size({1: 2, 3: 4}), size(range(5)), size((1, "b")))
    print(distinct(["a", "b", "a"]), distinct({"x": 1}), distinct("hello"), distinct({"p", "q"}))
    print(joined(), joined(["a", "b"]), joined(("x", "y"), sep="+"), joined("abc"), joined(None))
    print(maybe(None, {"a": [1, 2]}), maybe(["x"], {}), maybe(("x", "y"), {"a": (1, 2, 3)}))
    print(rows([[1, 2], [3]]), rows(((1, 2), (3, 4))))
    bag = Bag([1, 2])
    bag.add_all((3, 4))
    bag.add_all(range(2))
    print(bag.items, Bag("ab").items)
    things: list[Base] = [Base(), Derived()]
    print([b.use([5, 6]) for b in things])
    holder = Holder(("n", "m"))
    print(holder.first(), holder.names)


if __name__ == "__main__":
    main()
