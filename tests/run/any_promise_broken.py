# alone: operations on Any are chosen among all that a program makes objects of
# expected: any_promise_broken.out
"""A value of `Any` that is not what the place says: CPython goes on with it, a compiled program has a TypeError."""

from dataclasses import dataclass
from typing import Any, TypeGuard


@dataclass
class Point:
    x: int
    label: str | None = None


def text(value: Any) -> str:
    return value


def number(value: Any) -> int:
    total = 0
    total += value
    return total


class Square(Point):
    pass


def is_text(value: int | str | None) -> TypeGuard[str]:
    return value is not None


def is_square(value: Point) -> TypeGuard[Square]:
    return value.x > 1


def guards() -> None:
    for value in ("t", None, 5):
        try:
            if is_text(value):
                print(value.upper())
        except TypeError as error:
            print(error)
    points: list[Point] = [Point(1), Square(2), Point(3)]
    for point in points:
        try:
            if is_square(point):
                square: Square = point
                print(square)
        except TypeError as error:
            print(error)


def main() -> None:
    print(text("fine"), number(2), Point(3, text("p")))
    for value in (5, 2.5, None, [1], True):
        try:
            print(text(value))
        except TypeError as error:
            print(error)
    try:
        print(number(2.5))
    except TypeError as error:
        print(error)
    data: dict[str, Any] = {"x": "one", "label": 7, "point": Point(1)}
    point: Point = data["point"]
    print(point)
    try:
        print(Point(data["x"]))
    except TypeError as error:
        print(error)
    try:
        print(Point(1, data["label"]))
    except TypeError as error:
        print(error)
    guards()


if __name__ == "__main__":
    main()
