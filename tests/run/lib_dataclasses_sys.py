"""`dataclasses.fields`, KW_ONLY, `__match_args__`; constants of `sys`; containers by their names in `typing`."""
import dataclasses
import sys
import typing
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, dataclass, field, fields, is_dataclass
from typing import ContextManager, Counter, DefaultDict, Deque, NamedTuple, OrderedDict


@dataclass
class Base:
    a: int
    b: str = field(default="x", repr=False)


@dataclass(kw_only=True)
class Under(Base):
    c: float = 1.5
    seed: InitVar[int] = 0

    def __post_init__(self, seed: int) -> None:
        self.a += seed


@dataclass(frozen=True, slots=True, order=True)
class Point:
    x: int
    _: KW_ONLY
    y: int = field(default=0, compare=False)


@dataclass(match_args=False, unsafe_hash=True)
class Loose:
    x: int = field(default=0, hash=False)
    items: list[int] = field(default_factory=list, init=False)


class Pair(NamedTuple):
    first: int
    second: str = "s"


@dataclass
class Keyed:
    a: int
    _: KW_ONLY
    b: int = 2


@dataclass
class More(Keyed):
    c: int = 3
    d: int = field(default=4, kw_only=False)


@dataclass(kw_only=True)
class Mixed:
    x: int
    y: int = field(kw_only=False)


def keyed() -> None:
    print(More(1, 5, 6, b=9), More(1), More.__match_args__, Keyed.__match_args__, Mixed(1, x=2), Mixed.__match_args__)
    match More(1, 5):
        case More(a, c, d):
            print(a, c, d)


def names(thing: Base) -> list[str]:
    return [f.name for f in fields(thing)]


def show(thing: Base) -> None:
    for f in dataclasses.fields(thing):
        print(f.name, f.init, f.repr, f.compare, f.kw_only)


def aliases() -> None:
    q: Deque[int] = Deque([1, 2])
    d: DefaultDict[str, int] = DefaultDict(int)
    d["a"] += 1
    c: Counter[str] = Counter("abca")
    o: OrderedDict[int, str] = OrderedDict([(1, "a")])
    t: typing.Deque[str] = typing.Deque("xy")
    print(q, d, c, o, t)


def managed(m: ContextManager[int]) -> None:
    with m as n:
        print(n)


def main() -> None:
    print(names(Base(1)), names(Under(1, "b", c=2.0, seed=4)), Under(1, seed=3), Under(a=1, b="z"))
    show(Under(1))
    print([f.name for f in fields(Point)], len(fields(Loose)), is_dataclass(Point), is_dataclass(Point(1)), is_dataclass(3))
    print(Point.__match_args__, Under.__match_args__, Pair.__match_args__, Point(1, y=2) == Point(1, y=3), Point(1) < Point(2))
    try:
        raise FrozenInstanceError("cannot assign to field 'x'")
    except AttributeError as error:
        print(type(error).__name__, error)
    keyed()
    aliases()
    print(sys.byteorder, sys.maxunicode, sys.float_info.epsilon, sys.float_info, sys.getdefaultencoding(), sys.float_info[0], sys.maxsize)
    print(sys.float_info.max, sys.float_info.min, sys.float_info.dig)


if __name__ == "__main__":
    main()
