# apart: functions, and objects of any type, are compared in all of the image
"""Places of `Callable[..., R]`: fields, tuples, unions, generics, results; `is` and `==` of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Optional, TypeVar, Generic


T = TypeVar("T")


def add(a: int, b: int) -> int:
    return a + b


def neg(a: int) -> int:
    return -a


class Op(NamedTuple):
    name: str
    fn: Callable[..., int]
    arity: int


@dataclass(frozen=True)
class Cmd:
    fn: Callable[..., int] = add
    name: str = "c"
    alt: Optional[Callable[..., int]] = None


class Box(Generic[T]):
    def __init__(self, v: T) -> None:
        self.v = v
    def map(self, f: Callable[..., T], *rest: T) -> "Box[T]":
        return Box(f(self.v, *rest))


OPS = [Op("add", add, 2), Op("neg", neg, 1)]
PAIRS: dict[str, tuple[Callable[..., int], int]] = {"add": (add, 2), "neg": (neg, 1)}


def pick(two: bool) -> Callable[..., int]:
    return add if two else neg


def gen() -> Iterator[Callable[..., int]]:
    yield add
    yield neg


def use(f: Callable[..., int] | None, x: int) -> int:
    g = f or neg
    return g(x)


class Abs:
    def __call__(self, x: int, y: int = 0) -> int:
        return abs(x) + y


def main() -> None:
    for op in OPS:
        print(op.name, op.fn(1, 2) if op.arity == 2 else op.fn(1))
    for k, (f, n) in PAIRS.items():
        print(k, f(*range(n)))
    print(pick(True)(1, 2), pick(False)(3))
    print([f(4, 5) if i == 0 else f(4) for i, f in enumerate(gen())])
    print(use(None, 3), use(neg, 4), use(Abs(), -4))
    c = Cmd()
    print(c.fn(3, 4), Cmd(neg).fn(2), c.alt is None, c == Cmd(), c == Cmd(neg), c == Cmd(add, "c"))
    d = Cmd(neg, alt=add)
    if d.alt is not None:
        print(d.alt(1, 1))
    print(Box(3).map(neg).v, Box(3).map(add, 4).v, Box("a").map(lambda s, t: s + t, "b").v)
    h: Callable[..., int] = add
    h = neg if h(1, 2) == 3 else add
    print(h(5), h is neg, h == neg, h != add)
    e: Callable[[int], int] = h
    print(e(6), len({h, add, neg}))
    a = Abs()
    t: list[Callable[..., int]] = [a, a.__call__, int]
    print(t[0](-3), t[0](-3, 4), t[1](-2))
    try:
        h(1, 2, 3)
    except TypeError as x:
        print(x)


if __name__ == "__main__":
    main()
