"""Tuples: one and none, nesting, comparison, repetition, unpacking in calls, as keys, named ones, methods, identity of empties, repr."""
from collections import Counter
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0
    label: str = "p"

    @property
    def norm(self) -> int:
        return abs(self.x) + abs(self.y)

    def moved(self, dx: int, *, dy: int = 0) -> "Point":
        return self._replace(x=self.x + dx, y=self.y + dy)

    @classmethod
    def parse(cls, text: str) -> "Point":
        x, _, y = text.partition(",")
        return cls(int(x), int(y or 0))


class Pair(NamedTuple):
    left: "Pair | None"
    value: float


def swap(p: tuple[int, str]) -> tuple[str, int]:
    a, b = p
    return b, a


def depth(p: Pair | None) -> int:
    return 0 if p is None else 1 + depth(p.left)


def main() -> None:
    one, none, nested = (1,), (), (1, ("a", (2.5, None)))
    print(one, none, nested, len(nested), nested[1][1][0], (1, 2) + (3,), (0,) * 3, (1, 2) * 0, 2 in (1, 2), (1, 2)[::-1], (1, 2, 3)[1:], tuple("abc"), tuple(range(3)))
    print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (0,), (2,) > (1, 9, 9), (1, "b") >= (1, "a"), (1, 2) == (1.0, 2.0), (1,) != (1, 1), ((1, 2), 3) < ((1, 3), 0))
    grid = {(x, y): x * y for x in range(3) for y in range(2)}
    print(grid, grid[2, 1], (1, 1) in grid, sorted(grid, key=lambda k: (-k[1], k[0]))[:3], Counter((a % 2, b) for a, b in grid).most_common(1))
    p = Point(3)
    print(p, p.x, p[1], p.norm, p.moved(2, dy=-1), Point.parse("7,8"), Point.parse("9"), Point(y=1, x=2), p == (3, 0, "p"), len(p), list(p), Point._fields, hash(p) == hash((3, 0, "p")))
    x, y, label = p
    first, *rest = Point(5, 6, "q")[:2]
    print(x, y, label, first, rest, p < Point(3, 1), max(Point(1), Point(1, 2)), p[:2], sorted([Point(2), Point(1, 5), Point(1, 2)]), {Point(1): "one"}[Point(1, 0)], swap((1, "z")))
    chain = None
    for value in (1.0, 2.0, 3.0):
        chain = Pair(chain, value)
    print(chain, depth(chain), tuple([1, 2, 1]).count(1), tuple([4, 5]).index(5))
    match p:
        case Point(3, 0, label=name):
            print("matched", name)
    match (1, (2, 3)):
        case (a, (b, c)) if a < b < c:
            print(a, b, c)
    try:
        print(tuple([1, 2])[5])
    except IndexError as error:
        print(error)
    try:
        tuple([1]).index(9)
    except ValueError as error:
        print(error)
    print(*zip(*[(1, "a"), (2, "b")]), [a + b for a, b in [(1, 2), (3, 4)]], dict([("k", (1, 2))]), "%s-%s" % (1, 2), f"{(1, 2)!r:>8}", str(((),)), repr(("it's", 'say "hi"')), bool(()), bool((0,)))
