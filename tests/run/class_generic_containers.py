# apart: what programs assign, and what instances generic classes have, is asked of all of the image
"""Type arguments of generic classes below containers follow from what these are filled with."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")


class Bag(list[T]):
    def first(self) -> T:
        return self[0]


class Index(dict[K, V]):
    def flip(self) -> dict[V, K]:
        return {v: k for k, v in self.items()}


class Uniq(set[T]):
    def one(self) -> T:
        return next(iter(self))


def run_bag1() -> None:
    b = Bag([1, 2, 1])
    print(b.first(), b, Bag("aab").first(), Bag(x * 2 for x in range(3)), Bag((1.5, 2.5)).first())
    i = Index({"a": 1})
    print(i.flip(), Index([("x", 2)]).flip())
    print(Uniq([7]).one(), Uniq({"q"}).one(), Bag(b).first(), Bag({"k": 1}).first())


def main() -> None:
    run_bag1()


if __name__ == "__main__":
    main()
