"""Functions as values: in variables, lists, dictionaries and arguments."""

from typing import Callable


def double(x: int) -> int:
    return 2 * x


def square(x: int) -> int:
    return x * x


def apply(f: Callable[[int], int], values: list[int]) -> list[int]:
    return [f(value) for value in values]


def twice(f: Callable[[int], int], x: int) -> int:
    return f(f(x))


def add(a: int, b: int) -> int:
    return a + b


def fold(f: Callable[[int, int], int], values: list[int], start: int) -> int:
    for value in values:
        start = f(start, value)
    return start


def greet() -> None:
    print("hello")


def main() -> None:
    f = double
    print(f(5), apply(f, [1, 2, 3]), apply(square, [1, 2, 3]), twice(square, 3), fold(add, [1, 2, 3], 10))
    table: dict[str, Callable[[int], int]] = {"double": double, "square": square}
    for name in table:
        print(name, table[name](7))
    steps = [double, square, double]
    x = 1
    for step in steps:
        x = step(x) + 1
    print(x)
    action: Callable[[], None] | None = None
    print(action is None)
    action = greet
    action()


if __name__ == "__main__":
    raise SystemExit(main())
