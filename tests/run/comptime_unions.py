"""Unions that module bodies leave: every kind of member, alone, in containers, in tuples, in fields, behind Optionals."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from rumpk import u8

Cell = int | float | str | bool | None


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass(frozen=True)
class Point:
    x: int
    y: float


@dataclass
class Field:
    name: str
    default: int | str | tuple[int, float, str] | None = None
    limits: tuple[int | None, Cell] = (None, True)


def negate(x: int) -> int:
    return -x


CELLS: list[Cell] = [1, -2.5, "three", True, None, False, 0.0, -1]
ROWS: list[tuple[Cell, ...]] = [(1, "Ada", 2.5, None), (False, -7)]
TABLE: dict[str, int | float | list[int | str]] = {"a": 3, "b": 0.5, "c": [1, "x"]}
FIELDS = [Field("a"), Field("b", 7), Field("c", "text", (3, -0.25)), Field("d", (1, 2.5, "t"), (-1, "s"))]
SMALL: list[u8 | str] = [u8(200), "s"]
LISTS: list[list[int] | list[str]] = [["a"], [1, 2], []]
MIXED: list[Color | Point | Callable[[int], int] | str | int] = [Color.BLUE, Point(1, 2.5), negate, "s", 9]
ONE: int | float | str = 5
TWO: float | str | None = 1.25
DEEP: tuple[int | str, tuple[float | None, bool | int | str]] = (1, (2.5, True))
KEYS: dict[int | str, bool] = {1: True, "one": False}


def show(x: Color | Point | Callable[[int], int] | str | int) -> str:
    match x:
        case Color():
            return x.name
        case Point(a, b):
            return f"{a};{b}"
        case str() | int():
            return repr(x)
    return str(x(5))


def main() -> None:
    print(CELLS, [type(cell) is bool for cell in CELLS])
    print(ROWS, TABLE)
    for one in FIELDS:
        print(one)
    print(SMALL, LISTS, [show(x) for x in MIXED])
    print(ONE, TWO, DEEP, KEYS[1], KEYS["one"], 2 in KEYS)
    CELLS.append(ONE)
    CELLS[0] = TWO
    print(CELLS, sum(c for c in CELLS if isinstance(c, (int, float))))
