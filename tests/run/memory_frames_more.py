"""Objects and arrays that look as if they did not outlive their call, and those that really do not."""

from collections.abc import Iterator
from typing import Callable

from rumpk import Array, Span, u8, u32


class Box:
    def __init__(self, n: int) -> None:
        self.n = n
        self.next: Box | None = None

    def me(self) -> "Box":
        return self

    def plus(self, n: int) -> "Box":
        self.n += n
        return self

    def link(self, other: "Box") -> "Box":
        self.next = other
        return other

    def later(self) -> Callable[[], int]:
        return lambda: self.n

    def numbers(self) -> Iterator[int]:
        for i in range(self.n):
            yield i + self.n


class Loud(Box):
    kept: "list[Box]" = []

    def me(self) -> "Box":
        Loud.kept.append(self)
        return self


class Failed(Exception):
    def __init__(self, box: Box) -> None:
        super().__init__("failed")
        self.box = box


def either(a: Box, b: Box, first: bool) -> Box:
    return a if first else b


def chained(n: int) -> int:
    return Box(n).plus(1).plus(2).me().n


def fresh(n: int) -> Box:
    b = Box(n).plus(1)
    return b.me()


def paired(n: int) -> tuple[Box, int]:
    pair = (Box(n), n)
    return pair


def maybe(b: Box | None) -> Box | None:
    if b is None:
        return None
    return b.me()


def last_of(n: int) -> int:
    prev: Box | None = None
    total = 0
    for i in range(n):
        now = Box(i)
        if prev is not None:
            total += prev.n * 10 + now.n
        prev = now
    return total


def swapped(n: int) -> int:
    a, b = Box(1), Box(2)
    for i in range(n):
        a, b = b, Box(i + a.n)
    return a.n * 100 + b.n


def raised(n: int) -> int:
    try:
        raise Failed(Box(n))
    except Failed as e:
        return e.box.n


def from_try(n: int) -> int:
    try:
        b = Box(n)
        if n > 2:
            raise ValueError
    except ValueError:
        b = Box(n + 100)
    return b.n


def linked(n: int) -> int:
    head = Box(0)
    at = head
    for i in range(1, n):
        at = at.link(Box(i))
    total = 0
    walker: Box | None = head
    while walker is not None:
        total = total * 3 + walker.n
        walker = walker.next
    return total


def half(s: Span[u8]) -> Span[u8]:
    return s[:len(s) // 2]


def rounds(n: int) -> int:
    total = 0
    for i in range(n):
        a = Array[u8, 8]()
        total += a[i % 8]                   # zero: a new array each round
        a[i % 8] = u8(i)
        h = half(a)
        total += sum([int(x) for x in h]) + int(half(a[2:])[0])
        for x in a:
            a = Array[u8, 8]([9, 9, 9, 9, 9, 9, 9, 9])
            total += x
    return total


def kept_slice(n: int) -> list[int]:
    out: list[int] = []
    old: Span[u8] = Array[u8, 3]([7, 7, 7])[:]
    for i in range(n):
        a = Array[u8, 3]([u8(i), u8(i + 1), u8(i + 2)])
        out.append(int(old[1]))
        old = a[1:]
        old[0] += 1
        out.append(int(old[1]) + int(a[1]))
    return out


def rows() -> int:
    grid = Array[Array[u32, 3], 4]()
    for i in range(4):
        row = grid[i]
        for j in range(3):
            row[j] = u32(i * j)
    pick = grid[3]
    pick[0] = 5
    return int(sum([int(grid[i][j]) for i in range(4) for j in range(3)])) + int(grid[3][0])


def held(b: Box) -> Callable[[], Box]:
    def inner() -> Box:
        return b
    return inner


def recursive(b: Box, n: int) -> Box:
    mine = Box(n)
    if n == 0:
        return b
    deeper = recursive(mine, n - 1)
    deeper.n += 1
    return mine if n % 2 else b


def main() -> None:
    print(chained(3), fresh(4).n, paired(5)[0].n, last_of(5), swapped(4), raised(6), from_try(1), from_try(3), linked(6))
    boxes = [fresh(i) for i in range(4)]
    fresh(99)
    print([b.n for b in boxes], rounds(12), kept_slice(4), rows())
    for i in range(3):
        which = either(Box(i), Loud(i * 10), i % 2 == 0).me()
        some = maybe(which)
        print(which.n, which is some, some.n if some is not None else None)
    Loud(5).me()
    linked(4)
    print([b.n for b in Loud.kept])
    calls = [Box(i).later() for i in range(3)] + [lambda: held(Box(50))().n]
    chained(8)
    print([call() for call in calls], list(Box(3).numbers()), recursive(Box(7), 5).n, recursive(Box(7), 4).n)
    gens = [Box(i + 1).numbers() for i in range(3)]
    linked(5)
    print([list(g) for g in gens], held(Box(8))().plus(1).n)
    match Box(3).plus(4):
        case Box(n=n, next=None):
            print("matched", n)
    if (found := maybe(Box(1))) is not None and found.plus(1).n == 2:
        print("found", found.n)


if __name__ == "__main__":
    raise SystemExit(main())
