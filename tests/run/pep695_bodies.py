# expected: pep695_bodies.out
"""PEP 695 in a module whose body runs while compiling; the oracle of this suite is older, so the output is stored."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, Protocol, cast

type Number = int | float; ROUNDS = 2
type Row[T] = list[T]
type Table[
    K,  # what rows are found by
    V,
] = dict[
    K, Row[V]
]
type Tree = dict[str, Tree] | int
type Action[**P, R] = Callable[P, R]


class Named(Protocol):
    name: str


class Box[T]:
    """Holds one."""

    made: ClassVar[int] = 0

    def __init__(self, item: T) -> None:
        self.item = item

    def map[U](self, fn: Callable[[T], U]) -> "Box[U]":
        return Box(fn(self.item))


class Crate[T](Box[T]):
    def twice(self) -> Row[T]: return [self.item] * ROUNDS


@dataclass
class Pair[A, B: (int, str)]:
    first: A
    second: B
    notes: Row[A] = field(default_factory=list)
    count: ClassVar[int] = 7


class Entry[V](NamedTuple):
    key: str
    value: V


class Store[
    K,
    V: Named,
]:
    def __init__(self) -> None:
        self.rows: dict[K, V] = {}

    def put(self, key: K, value: V) -> V:
        self.rows[key] = value
        return value


@dataclass(frozen=True)
class Person:
    name: str


def swap[A, B](a: A, b: B) -> tuple[B, A]:
    return b, a


def grouped[
    K,
    V,
](items: list[tuple[K, V]]) -> Table[K, V]:
    out: Table[K, V] = {}
    for key, value in items:
        out.setdefault(key, list[V]()).append(cast(V, value))
    return out


def size(tree: Tree) -> int:
    return tree if isinstance(tree, int) else sum([size(t) for t in tree.values()])


def logged[**P, R](fn: Callable[P, R]) -> Callable[P, list[R]]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> list[R]:
        return [fn(*args, **kwargs) for _ in range(ROUNDS)]

    return inner


@logged
def add(a: int, b: int) -> int:
    return a + b


TABLE = grouped([("a", 1), ("b", 2), ("a", 3)])
BOXES: Row[Box[int]] = [Box(3).map(lambda n: n * 2), Crate(4)]
PAIRS = [Pair("x", 1), Pair("y", 2, ["n"])]
ENTRY = Entry("k", 2.5)
STORE = Store[str, Person]()
STORE.put("p", Person("Ann"))
FOREST: Tree = {"a": 1, "b": {"c": 2, "d": {}}}
SWAPPED = [swap(i, chr(97 + i)) for i in range(3)]
FUNCTIONS: dict[str, Callable[[int], int]] = {"double": lambda n: n * 2, "half": lambda n: n // 2}
TOTAL: Number = size(FOREST) * 1.5


def main() -> None:
    print(TABLE, [b.item for b in BOXES], PAIRS, ENTRY, STORE.rows, size(FOREST), SWAPPED, TOTAL)
    print({name: f(9) for name, f in FUNCTIONS.items()}, add(1, b=2), Pair.count, Box.made)
    print(Crate("c").twice(), Box("ab").map(len).item, grouped([(1, True)]), BOXES[0].map(str).item + "!")
