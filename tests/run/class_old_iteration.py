"""Iteration by index, identity in unions, unpacking of classes that iterate."""

from __future__ import annotations
from typing import Union

class A:
    def __init__(self, n: int) -> None:
        self.n = n

class B(A):
    pass

def same(x: A | int | None, a: A) -> bool:
    return x is a

def same2(x: Union[A, str, None], y: Union[A, str, None]) -> bool:
    return x is not y and x is None

class Seq:
    """Only __getitem__: iterated by the old protocol."""
    def __init__(self, items: list[str]) -> None:
        self._items = items

    def __getitem__(self, i: int) -> str:
        return self._items[i]

class Squares:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        return self.n

    def __getitem__(self, i: int) -> int:
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i

class Grid:
    def __init__(self, w: int, h: int) -> None:
        self.w = w
        self.cells = [0] * (w * h)

    def __getitem__(self, at: tuple[int, int]) -> int:
        x, y = at
        return self.cells[y * self.w + x]

    def __setitem__(self, at: tuple[int, int], value: int) -> None:
        x, y = at
        self.cells[y * self.w + x] = value

    def __contains__(self, v: int) -> bool:
        return v in self.cells

def main() -> None:
    a, b = A(1), B(2)
    print(same(a, a), same(3, a), same(None, a), same(b, b), same2(None, a), same2("x", None), same2(None, None))
    s = Seq(["x", "y", "z"])
    for item in s:
        print(item, end=" ")
    print(list(s), "y" in s, "q" in s, [i.upper() for i in s], sorted(s), ", ".join(s))
    q = Squares(5)
    print(list(q), sum(q), max(q), len(q), 9 in q, list(reversed(q)), [*q], list(zip(q, s)), list(enumerate(s)))
    g = Grid(3, 2)
    g[1, 1] = 5
    g[0, 0] += 2
    print(g[1, 1], g[0, 0], 5 in g, 9 in g, g.cells)
    first, *rest = q
    print(first, rest)

if __name__ == "__main__":
    main()
