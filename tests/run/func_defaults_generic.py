"""Defaults that are objects, in generic functions: made once, whatever the call's types are."""

from __future__ import annotations
from typing import Sequence, TypeVar, Generic, Mapping, Iterable, Protocol

T = TypeVar("T")


class Dialect:
    made = 0
    sep: str = ","

    def __init__(self) -> None:
        self.uses = 0

    def use(self) -> str:
        self.uses += 1
        return f"{self.sep}{self.uses}"


class HasSep(Protocol):
    sep: str


STD = Dialect()


def dump(rows: Sequence[object], d: Dialect = Dialect()) -> str:
    return d.use().join(map(str, rows))


def first(xs: list[T], d: Dialect = Dialect(), seen: list[int] = []) -> T:
    seen.append(len(xs))
    print(d.use(), seen)
    return xs[0]


def std(xs: Iterable[T], d: Dialect = STD) -> bool:
    return d is STD and len(list(xs)) > 0


def named(m: Mapping[str, T], keys: Sequence[str] = ["a", "b"]) -> list[T]:
    return [m[k] for k in keys if k in m]


def grow(x: Sequence[int], acc: list[str] = []) -> list[str]:
    acc.append(str(len(x)))
    return acc


class Box(Generic[T]):
    def __init__(self, x: T, d: Dialect = Dialect()) -> None:
        self.x = x
        self.d = d

    def show(self, seen: list[str] = []) -> str:
        seen.append(str(self.x))
        return ",".join(seen) + self.d.use()


class P:
    def __init__(self, rows: Sequence[Sequence[object]], opts: dict[str, int] = {}) -> None:
        opts["n"] = opts.get("n", 0) + len(rows)
        self.opts = opts


def main() -> None:
    print(dump(["a"]), dump([1, "x"]), dump((1, 2)), dump([1.5, 2.5], STD))
    print(first([1, 2]), first(["a"]), first([1.5]), std([1]), std("a"))
    print(named({"a": 1, "c": 2}), named({"b": "x"}, ("b",)), grow([1]), grow((1, 2)), grow(range(3)))
    print(Box(1).show(), Box("q").show(), Box(2).show(), Box(1).d is Box("a").d)
    print(P([[1]]).opts, P([(1, "a"), [2]]).opts)


if __name__ == "__main__":
    main()
