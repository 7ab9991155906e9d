"""Classes as values of `type`: numbers, containers and generic classes each have one, whatever they hold."""

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum, IntEnum, IntFlag
from typing import Callable, Generic, TypeVar

T = TypeVar("T")


class Pair(Generic[T]):
    def __init__(self, x: T) -> None:
        self.x = x


class Named(Pair[T]):
    name = "named"


class Event: ...


class Key(Event): ...


class Mouse(Event): ...


class Pad(Mouse): ...


class Box:
    """Named as a class of the library, which is another."""


class Suit(Enum):
    CLUBS = 1


class Level(IntEnum):
    LOW = 1


class Right(IntFlag):
    READ = 1


@dataclass
class Point:
    x: int


def coded(x: object) -> str:
    return f"i{x}"


NAMES: dict[type[Event], str] = {Key: "key", Mouse: "mouse"}
CODES: dict[type, Callable[[object], str]] = {
    int: coded, list: lambda v: "list", dict: lambda v: "dict", tuple: lambda v: "tuple", bool: lambda b: "bool",
    type(None): lambda n: "null", str: repr, float: lambda f: f"{f!r}", Point: lambda p: f"point {p}",
}


def kind(x: object) -> str:
    if type(x) is int:
        return "int"
    if type(x) in (str, bytes):
        return "text"
    if type(x) is list:
        return "list"
    return type(x).__name__


def check(x: object, *kinds: type) -> bool:
    return isinstance(x, kinds)


def one(x: object, kind: type) -> bool:
    return isinstance(x, kind)


def describe(t: type) -> str:
    return f"class {t.__name__}"


def objects() -> None:
    vals: list[object] = [1, "a", 2.5, True, None, b"x", [1], ["a"], {1: 1}, {"a": 2}, (1, 2), ("a", 3, 4), {1}, {"a"},
                          Pair(1), Pair("a"), Box(), Point(3), Suit.CLUBS, Level.LOW, Right.READ, Key(), Pad()]
    seen: set[type] = set()
    for v in vals:
        t = type(v)
        print(t.__name__, t is int, t is str, t == float, t is bool, t is list, t is tuple, t is Box, t == Suit)  # noqa: E721
        print(kind(v), type(v) is int, type(v) is str, type(v) == float, type(v) is bool, type(v) in (list, tuple))  # noqa: E721
        found = CODES.get(type(v))
        print(found(v) if found else f"no code for {type(v).__name__}", type(v) in seen)
        seen.add(t)
    print(len(seen), int in seen, list in seen, bytearray in seen, Pad in seen, Mouse in seen)
    print(type(vals[6]) is type(vals[7]), type(vals[8]) == type(vals[9]), type(vals[10]) == type(vals[11]),  # noqa: E721
          type(vals[14]) is type(vals[15]), type(vals[0]) is type(vals[3]), type(vals[20]) != type(vals[19]))  # noqa: E721
    held: object = Point
    print(held == Point, held is Point, held == Box)
    try:
        print(CODES[bytes](b""))
    except KeyError as e:
        print("KeyError", e)


def alike(a: Pair[int], b: Pair[str]) -> bool:
    return type(a) is type(b)


def generic() -> None:
    print(alike(Pair(1), Pair("a")), alike(Named(1), Pair("a")), alike(Named(1), Named("a")))
    print(len({type(Pair(1)), type(Pair("a"))}), type(Pair(1)) is type(Pair("a")), type(Pair(1)) == type(Pair("a")))  # noqa: E721
    ones = {type(Pair(1)): 1}
    print(ones[type(Pair(1))])


def of_unions() -> None:
    names: dict[type, str] = {int: "i", str: "s", Key: "k", type(None): "n"}
    maybe: list[int | None] = [1, None]
    for v in [1, "a", Key()]:
        print(names[type(v)])
    for m in maybe:
        print(names[type(m)], type(m))
    print(len({type(1), type(2), type("a"), int}))


def events() -> None:
    es: list[Event] = [Key(), Pad(), Mouse(), Pad()]
    counts: dict[type[Event], int] = {}
    for e in es:
        counts[type(e)] = counts.get(type(e), 0) + 1
        print(NAMES.get(type(e), "?"), type(e).__name__)
    print({k.__name__: v for k, v in counts.items()}, counts == {Key: 1, Pad: 2, Mouse: 1})
    reg: dict[type[Event], list[int]] = defaultdict(list)
    reg[Key].append(1)
    reg[Event].append(2)
    reg[Key].append(3)
    print({k.__name__: v for k, v in reg.items()}, sorted(reg, key=lambda k: k.__name__) == [Event, Key])


def below() -> None:
    kinds: list[type] = [Event, Pad, int, list, dict, bool, object]
    values: list[object] = [True, 1, [1], {}, Pad(), Key()]
    for k in kinds:
        print(describe(k), issubclass(k, Event), issubclass(k, int), [isinstance(v, k) for v in values])
    print(kinds.index(list), bool in kinds, set in kinds, [c for c in (int, str, list)])
    print(check(1, int, str), check("a", int, str), check(1.5, int, str), check(True, int))
    print(one([], list), one({}, list), one((1,), tuple), one(None, type(None)))
    number = int
    text = str
    print(number("3") + 1, text(4) + "!")


def main() -> int:
    objects()
    generic()
    of_unions()
    events()
    below()
    return 0


if __name__ == "__main__":
    main()
