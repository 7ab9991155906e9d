"""Closures with structural parameters, called with lists and dicts."""

from __future__ import annotations
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol


class Named(Protocol):
    @property
    def name(self) -> str: ...


class A:
    def __init__(self, name: str) -> None:
        self.name = name


def outer(k: int) -> list[int]:
    def total(xs: Sequence[int]) -> int:
        return sum(xs) + k

    def join(xs: Sequence[str], sep: str = ",") -> str:
        return sep.join(xs) + str(k)

    def pick(m: Mapping[str, int], key: str) -> int:
        return m.get(key, k)

    def every(xs: Iterable[int]) -> list[int]:
        return [x + k for x in xs]

    def nested(rows: Sequence[Sequence[int]]) -> int:
        return sum(len(r) for r in rows) * k
    f: Callable[[Sequence[str]], str] = join
    print(join(["a", "b"]), pick({"a": 1}, "a"), pick({}, "b"), every((1, 2)), every({3}), nested([[1], [2, 3]]), f(["z"]))

    def best(xs: Sequence[int], depth: int = 0) -> int:
        if len(xs) == 1:
            return xs[0] + depth * k
        return max(best(xs[:1], depth + 1), best(xs[1:], depth + 1))
    return [total([1, 2]), best([3, 1, 2])]


def main() -> None:
    print(outer(2))


if __name__ == "__main__":
    main()
