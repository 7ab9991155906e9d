"""Methods and attributes of an `object` that `cast` promises to be something, whether it is that or not."""
from typing import Any, cast


class Shape:
    def __init__(self, size: int) -> None:
        self.size = size

    def upper(self) -> str:
        return f"shape {self.size}"


class Other:
    size = 4


def shout(x: object) -> str:
    return cast(str, x).upper()


def later(x: object) -> str:
    y = cast(str, x)
    return y.strip() + "!"


def bits(x: object) -> int:
    return cast(int, x).bit_length()


def size(x: Any) -> int:
    return cast(Shape, x).size


def main() -> None:
    print(shout("abc"), shout(Shape(3)), later(" q "), bits(9), bits(True), size(Shape(2)), size(Other()))
    print(cast(str, shout("a")).lower())
    values: list[object] = [3, None, 2.5, Other(), ("a",)]
    for value in values:
        try:
            print(shout(value))
        except AttributeError as error:
            print(error)
    parts: list[object] = ["x y", 1]
    print(cast(str, parts[0]).split(), cast(str, parts[0]).startswith("x"), cast(int, parts[1]).real)


if __name__ == "__main__":
    main()
