"""Containers take an object for equal to itself without asking its `__eq__`; `==` alone asks."""
from collections import deque
from dataclasses import dataclass


class Odd:
    """Equal to nothing, not even to itself."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        print("asked", self.name)
        return False

    def __lt__(self, other: "Odd") -> bool:
        print("less", self.name)
        return True

    def __hash__(self) -> int:
        return 1


@dataclass
class Holder:
    odd: Odd


def sequences(x: Odd, y: Odd) -> None:
    xs = [x, y]
    print(x == x, x != x)
    print(x in xs, y in xs, xs.index(y), xs.count(y))
    print(xs == [x, y], xs == [x, x], xs != [x, y], [xs] == [xs])
    print((x, 1) == (x, 1), (x, 1) == (y, 1), x in (y, x), (x, 1) < (x, 2), [x] < [x])
    d = deque(xs)
    print(y in d, d.index(y), d.count(x), d == deque([x, y]))
    t = tuple(xs)
    print(y in t, t.index(y), t == tuple([x, y]))
    xs.remove(y)
    print(len(xs), [o.name for o in xs])


def tables(x: Odd, y: Odd) -> None:
    s = {x}
    print(x in s, y in s, s == {x}, s | {x} == s, len({x, y, x}))
    d = {x: 1}
    d[x] = 2
    print(len(d), d[x], d.get(y, 0), d == {x: 2}, {1: x} == {1: x}, {1: x} == {1: y})
    print(x in {1: x}.values(), y in {1: x}.values(), ("k", x) in {"k": x}.items())


def several(x: Odd, y: Odd) -> None:
    maybe: list[Odd | None] = [x, None]
    print(maybe == [x, None], maybe == [y, None], maybe.index(x))
    mixed: list[Odd | int] = [x, 3]
    print(x in mixed, mixed == [x, 3], mixed == [y, 3])
    a, b = Holder(x), Holder(x)
    print(a == b, a == Holder(y), a in [a], x in (o for o in [y, x]))
    nan = [float("nan")]
    print(nan in [nan], nan in [[1.5], nan], [nan] == [nan], [nan].count(nan), nan == nan, {"n": nan} == {"n": nan})


def main() -> None:
    x, y = Odd("x"), Odd("y")
    sequences(x, y)
    tables(x, y)
    several(x, y)


if __name__ == "__main__":
    main()
