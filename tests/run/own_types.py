"""Parameters that are given members of an IntEnum or StrEnum, a bool or a named tuple stay what they are given."""

from enum import IntEnum, IntFlag, StrEnum
from typing import NamedTuple


class Level(IntEnum):
    LOW = 1
    HIGH = 5


class Mode(IntFlag):
    READ = 1
    WRITE = 2


class Name(StrEnum):
    FIRST = "a"
    SECOND = "b"


class Point(NamedTuple):
    x: int
    y: int


def show(x: int) -> str:
    return f"{x} {x + 1} {x!r} {x == 1} {x > 2} {-x} {x * 2} {x & 4} {x % 3}"


def twice(x: int, y: int = 7, *, z: int = 0) -> str:
    return show(x) + "; " + show(y) + "; " + show(z)


def text(s: str) -> str:
    return f"{s.upper()} {s} {s!r} {s + 'x'} {len(s)} {s == 'a'}"


def length(p: tuple[int, int]) -> str:
    a, b = p
    return f"{a * a + b * b} {p} {p[0]} {len(p)}"


def maybe(x: int | None) -> str:
    return "none" if x is None else repr(x)


def count_down(x: int) -> list[str]:
    return [repr(x)] + (count_down(x - 1) if x > 0 else [])


def changed(x: int) -> int:
    x += 1
    return x


def closed(x: int) -> str:
    def inner() -> str:
        return repr(x)

    return inner() + (lambda: str(x))()


class Box:
    def __init__(self) -> None:
        self.seen: list[str] = []

    def put(self, n: int) -> "Box":
        self.seen.append(repr(n))
        return self

    @staticmethod
    def double(n: int) -> int:
        return n * 2


def main() -> None:
    for level in Level:
        print(show(level))
    print(show(3), show(True), show(Mode.READ | Mode.WRITE))
    print(twice(Level.HIGH, z=False), twice(1, Level.LOW, z=2))
    print(text(Name.FIRST), text("c"))
    print(length(Point(3, 4)), length((1, 2)))
    print(maybe(Level.LOW), maybe(None), maybe(4), maybe(True))
    print(count_down(Level.LOW), count_down(1), count_down(True))
    print(changed(1), closed(Level.HIGH), closed(2))
    print(Box().put(Level.LOW).put(3).put(True).seen, Box.double(Level.HIGH))
    print([mode.name for mode in Mode.READ | Mode.WRITE], list(Mode(2)), len(Mode(3)), list(Mode(0)))
    data = bytearray()
    data.append(Level.HIGH)
    data.append(True)
    data.insert(0, Level.LOW)
    print(data, bytes([Level.LOW, 2]), "x".rjust(Level.HIGH), "ab"[True])


if __name__ == "__main__":
    main()
