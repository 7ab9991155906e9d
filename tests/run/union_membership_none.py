"""None and bools in and beside unions of classes that say themselves what they equal."""

from __future__ import annotations
from typing import Union
from dataclasses import dataclass


@dataclass
class Lam:
    body: int


class AllEq:
    def __eq__(self, other: object) -> bool:
        return True


class NoneEq:
    def __eq__(self, other: object) -> bool:
        return other is None


@dataclass(order=True, frozen=True)
class V:
    n: int


Value = Union[int, bool, None, Lam, "list[Value]"]
W = Union[AllEq, NoneEq, V, str, None]


def truth(x: Value) -> bool:
    return x not in (False, None)


def w(x: W) -> tuple[bool, ...]:
    return (x == None, x != None, x in (None, "a"), x in ["a", None], x is None)  # noqa: E711


def pair(x: W, y: W) -> tuple[bool, bool]:
    return x == y, x in (y, None)


def opt(x: V | str | None, y: V | None) -> bool:
    return x == y


def d(x: Value) -> bool:
    return x in (1, "a", None, True)


def main() -> None:
    values: list[Value] = [1, [1, [2]], Lam(1), False, None, 0, True, [], [None]]
    print([truth(x) for x in values])
    things: list[W] = [AllEq(), NoneEq(), V(1), "a", "b", None]
    for t in things:
        print(w(t), [pair(t, u) for u in things])
    print(opt(V(1), V(1)), opt(None, None), opt("a", None), opt(V(1), None), [d(x) for x in values])
    xs: list[Value] = [1, None, [2], Lam(3)]
    print(None in xs, Lam(3) in xs, 5 in xs, xs.index(None), xs.count(None), xs == [1, None, [2], Lam(3)])


if __name__ == "__main__":
    main()
