# alone: the classes of an image are asked whether they can be an Iterable
"""Iterables and objects of a base class that are tested for a class of collections.abc."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def ends(xs: Iterable[int]) -> str:
    if isinstance(xs, Sequence):
        return f"seq {len(xs)} {xs[0]}"
    return f"iter {sum(xs)}"


class Base:
    pass


class Row(Base, Sequence[int]):
    def __init__(self, xs: list[int]) -> None:
        self.xs = xs

    def __len__(self) -> int:
        return len(self.xs)

    def __getitem__(self, i: int) -> int:
        return self.xs[i]


class Other(Base):
    pass


def length(b: Base | None) -> int:
    if isinstance(b, Sequence):
        return len(b)
    return -1


def run_ab1() -> None:
    print(ends([1, 2]), ends((3, 4)), ends({5}), ends(x for x in [6]), ends({7: "a"}), ends(range(8, 10)))


def run_ab4() -> None:
    print(length(Row([1, 2])), length(Other()), length(None))


def main() -> None:
    run_ab1()
    run_ab4()


if __name__ == "__main__":
    main()
