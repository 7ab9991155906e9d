"""Functions chosen by the class of their first argument: `functools.singledispatch`."""
from __future__ import annotations
from dataclasses import dataclass
from datetime import date, datetime
from functools import singledispatch
from math import pi


@singledispatch
def show(x: object, pad: str = "", *, end: str = "") -> str:
    return f"{pad}object {x}{end}"


@show.register
def _(x: int, pad: str = "", *, end: str = "") -> str:
    return f"{pad}int {x}{end}"


@show.register(str)
def show_str(text, pad: str = "", *, end: str = "") -> str:
    return f"{pad}str {text.upper()}{end}"


@show.register
def _(x: float | None, pad: str = "", *, end: str = "") -> str:
    return f"{pad}float or None {x}{end}"


class Shape:
    pass


@dataclass
class Circle(Shape):
    r: float


@dataclass
class Square(Shape):
    side: float


class Unit(Square):
    pass


class Odd(Exception):
    pass


@singledispatch
def area(shape: Shape) -> float:
    raise TypeError(f"no area of {type(shape).__name__}")


@area.register
def _(shape: Square) -> float:
    return shape.side ** 2


@area.register
def _(shape: Circle) -> float:
    return pi * shape.r ** 2


@area.register
def _unit(shape: Unit) -> float:
    return 1.0


@singledispatch
def when(x: object) -> str:
    return "never"


@when.register
def _(x: date) -> str:
    return f"on day {x.day}"


@when.register
def _(x: datetime) -> str:
    return f"at {x.hour}"


LOG: list[str] = []


@singledispatch
def note(x: object) -> None:
    LOG.append("object")


@note.register
def _(x: ValueError) -> None:
    LOG.append(f"value {x}")


@note.register
def _(x: Exception) -> None:
    LOG.append(f"error {x}")


@note.register(bool)
@note.register(int)
def _(x: int) -> None:
    LOG.append(f"number {x}")


def main() -> None:
    values: list[object] = [1, True, "a", 2.5, None, Circle(1.0), b"x", [1], (1, 2)]
    for value in values:
        print(show(value), show(value, "> ", end="."))
    print(show(3), show("b", "-"), show(None), show_str("q"))
    print(area(Square(2.0)), round(area(Circle(1.0)), 3), area(Unit(3.0)))
    try:
        print(area(Shape()))
    except TypeError as error:
        print(error)
    print(when(date(2024, 2, 3)), when(datetime(2024, 2, 3, 4)), when(None))
    for one in (ValueError("v"), Odd("o"), KeyError("k")):
        note(one)
    note(True)
    note(7)
    note("text")
    print(LOG)


if __name__ == "__main__":
    main()
