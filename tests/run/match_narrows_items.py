"""`match a, b:` tells of each variable what its pattern takes."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Circle:
    r: int


@dataclass
class Square:
    side: int


Shape = Circle | Square


def times(a: int | str, b: int | str) -> str:
    match a, b:
        case int(), int():
            return f"{a * b + 1}"
        case (str(), int()):
            return a.upper() * b
        case int(), str():
            return b.lower() * a
        case str() as x, str() as y:
            return x + y + a.strip() + b.title()
    return "nothing"


def overlap(a: Shape, b: Shape) -> int:
    match (a, b):
        case (Circle(), Circle()):
            return a.r + b.r
        case (Circle(r=r), Square()) | (Square(side=r), Circle()):
            return r * 100
        case (Square(), Square()) if a.side > b.side:
            return a.side
        case _:
            return -1


def either(a: int | None, b: int | None) -> int:
    match a, b:
        case None, None:
            return 0
        case int(), None:
            return a + 1
        case None, int():
            return b + 2
        case int(), int():
            return a * b
    return -1


def changed(a: int | str, b: int) -> str:
    match a, b:
        case int(), 0:
            a = "now text"
            return a.upper()
        case int() | str(), 1:
            return f"{a}"
        case _, _:
            return f"other {a}"


def both(a: int | str | None, b: bool | str) -> str:
    match a, b:
        case (int(), bool()) | (None, bool()):
            return f"{0 if a is None else a + 1} {not b}"
        case str(), _:
            return a.upper()
        case _:
            return "rest"


def main() -> None:
    print(times(2, 3), times("ab", 2), times(2, "XY"), times(" p ", "qr"))
    print(overlap(Circle(1), Circle(2)), overlap(Circle(3), Square(4)), overlap(Square(5), Circle(1)),
          overlap(Square(7), Square(6)), overlap(Square(1), Square(6)))
    print(either(None, None), either(3, None), either(None, 4), either(5, 6))
    print(changed(1, 0), changed("a", 1), changed(2, 1), changed("z", 9))
    print(both(1, True), both(None, False), both("x", True), both(3, "s"))


if __name__ == "__main__":
    main()
