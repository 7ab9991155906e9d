from enum import IntEnum, StrEnum
from typing import NamedTuple


class Level(IntEnum):
    LOW = 1

    def __str__(self) -> str:
        return "low"


class Name(StrEnum):
    A = "a"


class Point(NamedTuple):
    x: int
    y: int


def show(n: int) -> list[int]:
    return [n]


def corner() -> tuple[int, int]:
    return Point(1, 2)


def main() -> None:
    print(show(Level.LOW), corner())
    names: dict[str, int] = {Name.A: 1}
    levels = [1, 2]
    levels.append(Level.LOW)
    best: int | None = Level.LOW
    print(names, levels, best)
