"""Names that a class body has bound, used by what the rest of the body evaluates."""

from __future__ import annotations
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, IntFlag, auto
from typing import ClassVar, Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Machine:
    def push(self, n: int) -> int:
        return n + self.off

    def pop(self, n: int) -> int:
        return n - self.off

    @staticmethod
    def three(n: int) -> int:
        return n * 3

    OPS: ClassVar[dict[str, Callable[[Machine, int], int]]] = {"push": push, "pop": pop}
    NINE = three(3)

    def __init__(self, off: int) -> None:
        self.off = off

    def run(self, op: str, n: int) -> int:
        return self.OPS[op](self, n)


@dataclass
class Conf:
    SIZE: ClassVar[int] = 4
    width: int = SIZE * 2
    height: int = width + 1
    cells: list[int] = field(default_factory=lambda: [0] * 3)
    depth: int = field(default=SIZE)


class Pt(NamedTuple):
    x: int = 3
    y: int = x * 2


class Color(Enum):
    RED = 1
    GREEN = RED + 1
    BOTH = (RED, GREEN)


class Perm(IntFlag):
    R = auto()
    W = auto()
    RW = R | W


class Box(Generic[T]):
    LIMIT = 3
    ROOM = LIMIT * 2

    def __init__(self, item: T, n: int = LIMIT) -> None:
        self.item = item
        self.n = n


class Priv:
    __base = 5
    __twice = __base * 2
    shown = __twice + 1

    def get(self, k: int = __base) -> int:
        return self.__twice + k


x = 100


class Shadow:
    before = x
    x = x + 1
    after = x
    xs = [x for x in range(x - 98)]
    ys = [after for after in range(2)]
    z = x
    g = (lambda v=x: v)(2)


class Rows:
    NAMES = ("a", "b", "c")
    INDEX = {n: i for i, n in enumerate(NAMES)}
    WIDEST = max(len(n) for n in NAMES)
    a = b = 3
    c, d = a + 1, b + 2
    e = c * d
    first, *rest = NAMES
    joined = "-".join(rest)


class Changed:
    W = 4

    def area(self, scale: int = W) -> int:
        return scale

    H = [W]

    def grown(self, xs: list[int] = H) -> list[int]:
        xs.append(1)
        return xs


def local(n: int) -> int:
    class Local:
        A = 3
        B = A * 2

        def f(self, x: int = B) -> int:
            return x

    return Local().f() + n


def main() -> None:
    k = Changed()
    Changed.W = 9
    print(k.area(), Changed.W, k.grown(), k.grown(), Changed.H, local(1))
    Changed.H = [7]
    print(k.grown(), Changed.H)
    m = Machine(10)
    print(m.run("push", 1), m.run("pop", 1), Machine.NINE)
    print(Conf(), Conf(height=1), Pt(), Color.GREEN, Color.BOTH.value, Perm.RW, Box("a").n, Box.ROOM, Priv().get(), Priv.shown)
    print(Shadow.before, Shadow.x, Shadow.after, Shadow.xs, Shadow.ys, Shadow.z, Shadow.g)
    print(Rows.INDEX, Rows.WIDEST, Rows.a, Rows.b, Rows.c, Rows.d, Rows.e, Rows.first, Rows.rest, Rows.joined)


if __name__ == "__main__":
    main()
