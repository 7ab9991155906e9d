"""`a, *rest = x`: the iterator is asked for an iterator and its length when the list is made of what is left."""

from __future__ import annotations
from collections.abc import Iterator


class It:
    def __init__(self, n: int, hint: int = 3) -> None:
        self.n = n
        self.hint = hint

    def __iter__(self) -> It:
        print("iter")
        return self

    def __len__(self) -> int:
        print("len")
        return self.hint

    def __next__(self) -> int:
        print("next", self.n)
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


class Made:
    def __iter__(self) -> It:
        print("Made.iter")
        return It(4)

    def __len__(self) -> int:
        print("Made.len")
        return 1


class Gen:
    def __iter__(self) -> Iterator[int]:
        print("Gen")
        yield 1
        yield 2
        print("end")

    def __len__(self) -> int:
        print("Gen.len")
        return 2


def main() -> None:
    first, *rest = It(3)
    print(first, rest)
    *init, last = It(3)
    print(init, last)
    a, *mid, b = Made()
    print(a, mid, b)
    x, *y = Gen()
    print(x, y)
    p, q = It(2)
    print(p, q)
    try:
        a, b, c, *mid = It(2)
    except ValueError as error:
        print(error)
    try:
        a, *mid, b = It(1)
    except ValueError as error:
        print(error)
    try:
        a, *mid = It(3, -1)
    except ValueError as error:
        print(error)
    for m, *n in [It(2), It(1)]:
        print(m, n)
    [u, *v] = Made()
    print(u, v)


if __name__ == "__main__":
    main()
