"""Modules of the library under short names: `import typing as t`."""
from __future__ import annotations

import abc as a
import collections as col
import collections.abc as c
import contextlib as ctx
import dataclasses as dc
import enum as en
import functools as ft
import itertools as it
import operator as op
import typing as t

T = t.TypeVar("T")
P = t.ParamSpec("P")
Id = t.NewType("Id", int)
Handler = c.Callable[[int], str]
Number = t.Union[int, float]


@dc.dataclass(frozen=True, order=True)
class Box(t.Generic[T]):
    item: T
    more: list[T] = dc.field(default_factory=list, compare=False)
    KIND: t.ClassVar[str] = "box"


class Point(t.NamedTuple):
    x: int
    y: int = 0


class Movie(t.TypedDict, total=False):
    name: t.Required[str]
    year: int


class HasSize(t.Protocol):
    def size(self) -> int: ...


class Shape(a.ABC):
    @a.abstractmethod
    def size(self) -> int: ...


class Square(Shape):
    SIDES: t.Final = 4

    def __init__(self, side: int) -> None:
        self.side = side

    def size(self) -> int:
        return self.side ** 2

    @ft.cached_property
    def name(self) -> str:
        print("named")
        return f"square {self.side}"


class Color(en.Enum):
    RED = en.auto()
    BLUE = en.auto()


class Perm(en.IntFlag):
    R = 4
    W = 2


def apply(x: T, f: c.Callable[[T], T]) -> T:
    return f(x)


def counted(fn: t.Callable[P, T]) -> t.Callable[P, T]:
    @ft.wraps(fn)
    def inner(*args: P.args, **kwargs: P.kwargs) -> T:
        print("call", fn.__name__)
        return fn(*args, **kwargs)

    return inner


@counted
def add(a: int, b: int = 1) -> int:                 # `a` is no module here
    return a + b


@t.overload
def twice(x: int) -> int: ...
@t.overload
def twice(x: str) -> str: ...
def twice(x: t.Union[int, str]) -> t.Union[int, str]:
    return x * 2


@ft.lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@ctx.contextmanager
def section(name: str) -> t.Iterator["t.List[str]"]:
    lines: t.List[str] = []
    yield lines
    print(name, lines)


def shadowed(t: int, op: str, dc: dict[str, int]) -> str:
    return f"{t} {op} {dc} {[it for it in range(t)]} {(lambda en: en + 1)(t)}"


def size(thing: HasSize) -> int:
    return thing.size()


def main() -> None:
    print(Box(1), Box("a") < Box("b"), Box.KIND, apply(2, lambda x: x + 1), Id(3), Point(4), size(Square(3)))
    print(add(1), add(a=1, b=2), twice(3), twice("x"), fib(30), Square.SIDES, Square(2).name)
    movie: Movie = {"name": "x"}
    number: Number = 2
    handler: Handler = str
    maybe: t.Optional[t.List[t.Dict[str, int]]] = [{"a": 1}]
    print(movie, number, handler(3), t.cast(int, number), maybe, shadowed(2, "+", {"a": 1}))
    with section("s") as lines:
        lines.append("one")
    pairs = col.defaultdict[str, list[int]](list)
    pairs["a"].append(1)
    print(pairs["a"], col.Counter("aab").most_common(1), list(it.chain([1], [2])), ft.reduce(op.add, [1, 2, 3]))
    print(Color.RED, list(Color), Perm.R | Perm.W, sorted([Point(2), Point(1)], key=op.attrgetter("x")))

    @dc.dataclass
    class Local:
        x: t.Optional[int] = None
        tags: "list[str]" = dc.field(default_factory=list)

    print(Local(), dc.replace(Local(1), tags=["a"]), dc.asdict(Local(2)))


if __name__ == "__main__":
    main()
