"""`==` where a side is of one of several types: tuples of both kinds, sets, and objects that compare with others."""

from typing import NamedTuple


class P(NamedTuple):
    x: int
    y: int


class Metre:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (Metre, Foot)):
            return self.n == other.n
        return NotImplemented

    def __hash__(self) -> int:
        return self.n


class Foot:
    def __init__(self, n: int) -> None:
        self.n = n


def same(a: list[int] | tuple[int, ...], b: tuple[int, int]) -> bool:
    return a == b


def empty(a: list[int] | tuple[int, ...]) -> bool:
    return a == ()


def units(a: Metre | Foot, b: Metre | Foot) -> bool:
    return a == b


def sets(a: set[int] | frozenset[int], b: set[int] | frozenset[int]) -> bool:
    return a == b


def point(a: P | str, b: tuple[int, int]) -> bool:
    return a == b


def main() -> None:
    print(same((1, 2), (1, 2)), same([1, 2], (1, 2)), same((1, 2, 3), (1, 2)))
    print(empty(()), empty([]), empty((1,)))
    print(units(Metre(1), Foot(1)), units(Foot(1), Metre(1)), units(Foot(1), Foot(1)), units(Metre(2), Metre(2)))
    print(sets({1}, frozenset({1})), sets(frozenset({2}), {1}), sets({1}, {1}))
    print(point(P(1, 2), (1, 2)), point("a", (1, 2)), point(P(1, 2), (2, 1)))
    kept: tuple[int, ...] | None = (1, 2)
    print(kept, len(kept))
    either: list[int] | tuple[int, ...] = [1]
    either = (3, 4)
    print(either, either[-1], list(reversed(either)))


if __name__ == "__main__":
    main()
