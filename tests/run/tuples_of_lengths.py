"""Unions of tuples of several lengths: values that fit one of them, items by index."""

from typing import Final


def divide(a: float) -> float:
    return a / 2


def shown(row: tuple[int | str, int] | tuple[int | None, str, int]) -> str:
    return f"{row} {len(row)}"


class Holder:
    def __init__(self, row: "tuple[int | str] | tuple[int | str, float]") -> None:
        self.row = row


def take(n: int) -> "tuple[int | str] | tuple[int | str, float]":
    one = (n,)
    two = (n, 2.5)
    if n:
        return one
    return two


def part_wider() -> None:
    for args in ((1.0, 0), (1.0, 2, 3)):
        print(args, divide(args[0]))
    print(divide(2))
    for head, *rest in ((1.5, 0), (2.5, 2, 3), (2,)):
        print(head, rest)
    pair = (1, 2)
    triple = (3, "x", 4)
    print(shown(pair), shown(triple), shown(("a", 5)))
    one = (7,)
    h = Holder(one)
    print(h.row, Holder((8, 1.5)).row, take(0), take(1))
    h.row = (1, 2.0)
    print(h.row, [len(r) for r in (one, pair, triple)])
    t: list[tuple[float, int] | tuple[float, int, int]] = [(1.0, 2)]
    p = (2.0, 3)
    t.append(p)
    print(t)


def part_i1() -> None:
    for args in ((1.0, 0), (1.0, 2, 3)):
        print(args[0], args[1])


def part_i2() -> None:
    for args in ((1, 0), (1, "a", 3), (2.5, None)):
        print(args[0], args[-1], args[1])
        if len(args) == 3:
            print(args[2], args[-3])


K: Final = 1


def pair_of(x: tuple[int, str] | tuple[int, str, int]) -> str:
    return f"{x[0]} {x[K]} {x[-1]}"


def third(x: tuple[int, str] | tuple[int, str, int]) -> int:
    try:
        return x[2]
    except IndexError as e:
        print(e)
        return -1


def mixed(x: tuple[int, str] | list[str]) -> str:
    return f"{x[0]!r} {x[1]!r}"


def part_i3() -> None:
    print(
        pair_of((1, "a")), pair_of((1, "b", 2)), third((1, "a")), third((1, "b", 2)), mixed((1, "q")), mixed(["a", "b"])
    )


def main() -> None:
    part_wider()
    part_i1()
    part_i2()
    part_i3()


if __name__ == "__main__":
    main()
