"""What `list(…)`, `set()`, `dict(…)` and comprehensions make where one member of a union is such a container."""

from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Optional, Union

Json = Union[dict[str, "Json"], list["Json"], str, int, float, bool, None]


@dataclass
class Node:
    kids: list["Node"] | None = None
    tags: set[str] | str = field(default_factory=set)
    extra: dict[str, int] | None = None


def take(x: list[int] | str) -> int:
    return len(x)


def opt(x: Optional[list[float]] = None) -> float:
    return sum(x) if x else 0.0


def js(n: int) -> Json:
    if n == 0:
        return list(range(3))
    if n == 1:
        return dict(a=1, b="x")
    if n == 2:
        return [i for i in range(2)]
    if n == 3:
        return {str(k): k for k in range(2)}
    if n == 4:
        return list()
    if n == 5:
        return dict()
    return [js(i) for i in range(2)]


def dq() -> deque[int] | None:
    return deque()


def dd() -> defaultdict[str, list[int]] | None:
    return defaultdict(list)


def cn() -> Counter[str] | int:
    return Counter()


def od() -> OrderedDict[str, int] | None:
    return OrderedDict()


def fz() -> frozenset[str] | list[str]:
    return frozenset(["a"])


def srt(xs: Iterable[int]) -> list[int] | None:
    return sorted(xs)


def two(p: bool) -> tuple[list[int] | None, set[str] | None]:
    return (list() if p else None, None if p else set())


def gen(p: bool) -> list[list[int] | int]:
    out: list[list[int] | int] = []
    out.append(list(range(2)))
    out.append(list())
    out.append(1)
    return out


def seq(p: bool) -> Sequence[int] | None:
    return list(range(2)) if p else None


def it(p: bool) -> Iterable[int] | str:
    return list(range(2)) if p else "abc"


class C:
    def __init__(self, xs: list[int] | None = None) -> None:
        self.xs: list[int] | None = list(xs) if xs is not None else list()
        self.m: dict[int, list[int] | None] = {}
        self.any: list[str] | dict[str, str] = dict()

    def put(self, k: int) -> None:
        self.m[k] = list()
        self.m[k + 1] = list(range(k))
        self.any = list("ab")

    def get(self, k: int) -> list[int] | str:
        return self.m.get(k) or list()


def main() -> None:
    print(take(list()), take(list(range(3))), opt(list((1, 2))), opt([i for i in range(4)]), opt(list()))
    print([js(i) for i in range(7)])
    print(dq(), dd(), cn(), od(), fz(), srt({3, 1}), two(True), two(False), gen(True), seq(True), list(it(True)))
    print(Node(list(), set("a"), dict(a=1)), Node(kids=[Node() for _ in range(1)], tags=set()))
    c = C([1])
    c.put(2)
    print(c.xs, c.m, c.any, c.get(2), c.get(3), C().xs)
    x: list[int] | None = None
    x = list()
    x.append(3)
    y: set[int] | dict[int, int] = set()
    y = dict()
    y[1] = 2
    print(x, y)
    z: list[tuple[int, str]] | None = list(zip([1], ["a"]))
    w: dict[str, float] | None = dict(zip("ab", [1.5, 2.5]))
    v: dict[str, int] | str = dict(dict(a=1), b=2)
    u: list[str] | str = list(map(str, [1, 2]))
    print(z, w, v, u)
    t: list[int | None] | None = list([1, None])
    s: list[int | None] | None = [1, 2]
    s2: list[float | None] | str = list([1.5, None])
    print(t, s, s2)


if __name__ == "__main__":
    main()
