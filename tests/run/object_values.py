"""`object` holds anything: numbers, None, tuples, containers, classes of the program; tests and operators."""
from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import NamedTuple


class Color(Enum):
    RED = 1
    BLUE = 2


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Pair(NamedTuple):
    a: int
    b: str


@dataclass(frozen=True)
class D:
    x: int
    y: str = "q"


class P:
    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, P):
            return NotImplemented
        return self.x == other.x

    def __hash__(self) -> int:
        return hash(self.x)


class Q:
    def __len__(self) -> int:
        return 0

    def __format__(self, spec: str) -> str:
        return f"Q<{spec}>"

    def __str__(self) -> str:
        return "str-of-Q"

    def __repr__(self) -> str:
        return "Q()"


class Loud(P):
    def __eq__(self, other: object) -> bool:
        print("Loud.__eq__")
        return True

    def __repr__(self) -> str:
        return "Loud"


def kind(x: object) -> str:
    if x is None:
        return "none"
    if isinstance(x, bool):
        return f"bool {x} {not x}"
    if isinstance(x, int):
        return f"int {x + 1}"
    if isinstance(x, float):
        return f"float {x * 2}"
    if isinstance(x, str):
        return f"str {x.upper()} {len(x)}"
    if isinstance(x, bytes):
        return f"bytes {x.hex()}"
    if isinstance(x, (list, tuple)):
        return f"row of {len(x)}: " + ", ".join([kind(y) for y in x])
    if isinstance(x, dict):
        return "dict " + "; ".join([f"{kind(k)}={kind(v)}" for k, v in x.items()])
    if isinstance(x, set):
        return f"set {len(x)}"
    if isinstance(x, P):
        return f"P {x.x}"
    if isinstance(x, D):
        return f"D {x.x} {x.y}"
    return "other " + type(x).__name__


def matched(x: object) -> str:
    match x:
        case None:
            return "none"
        case True:
            return "true"
        case bool():
            return "false"
        case 3:
            return "three"
        case int(n):
            return f"int {n}"
        case "a" | "b":
            return "a or b"
        case str() as s if len(s) > 3:
            return f"long {s}"
        case str():
            return "str"
        case [a, b]:
            return f"two {a} {b}"
        case {"k": v, **rest}:
            return f"k {v} {rest}"
        case P(x=y):
            return f"P {y}"
        case D(1, z):
            return f"D1 {z}"
        case Color.RED:
            return "red"
        case float(f):
            return f"float {f}"
    return "?"


def star(*args: object) -> str:
    return " ".join(map(str, args))


def main() -> None:
    values: list[object] = [None, True, False, 3, -7, 2.5, "abc", b"xy", [1, "a", [2.0]], (1, "z"), {"k": 1, "l": [2]},
                            {1: "one"}, {1, 2}, P(4), D(1), D(2, "w"), Color.RED, Level.HIGH, Q(), Pair(1, "p"), "a",
                            "longer", [1, 2], range(3), frozenset([1])]
    for v in values:
        print(kind(v), "|", matched(v), "|", v, repr(v), f"{v}", bool(v)) if not isinstance(v, P) else print(kind(v), matched(v))
    print(len(values), values[3], values[1:3])
    print(star(1, "a", None, 2.5, (1, 2)), star())
    n: object = 3
    print(f"{n:>5}|{n!r}|{n:04d}")
    print(n == 3, n == 3.0, n == True, 3 == n, n != 3, n == "3", n == None, n in [1, 2, 3], n in values)  # noqa: E711, E712
    one: object = 1
    print(one == True, one == Level.LOW, Level.LOW == one, one is None, one is not None)  # noqa: E712
    a: object = [1, 2]
    b: object = [1.0, 2.0]
    ints = [1, 2]
    c: object = ints
    print(a == b, a == c, c == a, a == (1, 2), c == ints)
    d1: object = {"x": 1}
    plain = {"x": 1}
    d2: object = plain
    print(d1 == d2, d2 == d1, d1 == {"x": 2}, d1 == 1)
    print(P(1) == 1, P(1) == P(1), P(1) != P(2), P(1) == None, None == P(1))  # noqa: E711
    p: object = P(1)
    print(p == P(1), P(1) == p, p == 1, p == Loud(3), Loud(3) == p)
    seen: dict[object, str] = {1: "int", "a": "str", None: "none", (1, 2): "tuple", P(9): "P", D(1): "D", 2.5: "f"}
    for k in [1, True, 1.0, "a", None, (1, 2), P(9), D(1), 2.5]:
        print(seen[k], end=" ")
    print()
    try:
        seen[[1]] = "x"
    except TypeError as e:
        print(e)
    try:
        print({(1, (2, a)): 1})
    except TypeError as e:
        print(e)
    try:
        print(f"{a:>4}")
    except TypeError as e:
        print(e)
    q: object = Q()
    print(f"{q} {q:abc} {q!s} {q!r}", bool(q))
    s: set[object] = {1, 1.0, True, "a", "a"}
    print(len(s), 1 in s, "b" in s)
    row: tuple[object, ...] = (1, "a", None)
    print(row, row[1], len(row))
    x: object | None = None
    print(x is None, x)
    x = 5
    print(x is None, x)
    t = 0
    for v in values:
        if isinstance(v, (int, float)) and not isinstance(v, bool):
            t += int(v * 2)
    print(t)
    pass
    m: object = object()
    print(m is m, m == m, m == 1)
    print([type(v).__name__ for v in values])
    print(type(n) is int, type(n) is bool, type(a) is list, type(n) == float)  # noqa: E721


if __name__ == "__main__":
    main()
