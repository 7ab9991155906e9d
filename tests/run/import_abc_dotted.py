"""Dotted names of `collections.abc` and `typing` in annotations."""

import collections.abc
import typing


def total(xs: collections.abc.Sequence[int], m: collections.abc.Mapping[str, int]) -> int:
    return sum(xs) + m["a"]


def f(g: collections.abc.Callable[[int], int], h: typing.Optional[int] = None) -> collections.abc.Iterator[int]:
    yield g(1)


def main() -> None:
    d = 1
    print(total([1, 2], {"a": 3}), list(f(lambda x: x + 1)), d)


if __name__ == "__main__":
    main()
