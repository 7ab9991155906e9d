"""Tuples multiplied by numbers, known and unknown."""

from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int


def said(text: str, value: int) -> int:
    print(text)
    return value


def rows(n: int) -> tuple[int, ...]:
    return (0, 1) * n


def main() -> None:
    print((1, 2) * 2, 3 * ("a", 1.5), (1,) * 0, (7, "x") * -1, () * 4, True * (1, 2))
    print(rows(3), rows(0), rows(-2), len(rows(40)))
    print((said("first", 1), said("second", 2)) * said("times", 2))
    print(said("count", 2) * (said("item", 5),))
    print(Point(1, 2) * 2, (Point(3, 4),) * 2)
    shared: list[int] = []
    twice = (shared,) * 2
    twice[0].append(1)
    print(twice, twice[0] is twice[1])
    a, b, c = (0,) * 3
    print(a, b, c)
    row: tuple[str, ...] = ("-",) * 5
    row += ("+",)
    print("".join(row))
    print(len((1, 2, 3) * 100), ((1, 2, 3) * 100)[298])


if __name__ == "__main__":
    main()
