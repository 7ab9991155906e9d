"""Sentinels: an enumeration of one member beside other types, `Literal` of members and of several kinds."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from enum import Enum, IntEnum, StrEnum
from typing import Final, Generic, Literal, Optional, TypeVar, Union

T = TypeVar("T")


class Missing(Enum):
    TOKEN = 0


class _Absent(enum.Enum):
    ABSENT = enum.auto()

    def __repr__(self) -> str:
        return "<absent>"


ABSENT: Final = _Absent.ABSENT
LIMIT: Final = 3


class Color(Enum):
    RED = "r"
    BLUE = "b"
    GREEN = "g"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


Warm = Literal[Color.RED]
Some = Literal[Warm, Color.BLUE]
Mode = Literal["r", "w"]
Any_mode = Literal[Mode, "a", 0]


def plain(x: int | Missing = Missing.TOKEN) -> int:
    if x is Missing.TOKEN:
        return -1
    return x + 1


def equal(x: int | Missing | None = Missing.TOKEN) -> str:
    if x == Missing.TOKEN:
        return x.name
    if x is None:
        return "none"
    return str(x + 1)


def alias(x: list[int] | _Absent = ABSENT) -> int:
    if x is not ABSENT:
        return len(x)
    return -len(x.name)


def both(x: str | Missing | _Absent) -> str:
    if x in (Missing.TOKEN, ABSENT):
        return "no text"
    return x.upper()


def two(x: float | Level) -> str:
    if x is Level.LOW or x is Level.HIGH:
        return x.name
    return f"{x:.2f}"


def chosen(x: int | Missing, y: int | Missing) -> int:
    a = 0 if x is Missing.TOKEN else x * 10
    return a + (y if y is not Missing.TOKEN and y > LIMIT else 0)


def matched(x: int | str | Missing) -> str:
    match x:
        case Missing.TOKEN:
            return "missing"
        case int():
            return f"int {x + 1}"
    return f"str {x.upper()}"


def matched_last(x: Color | int | None) -> str:
    match x:
        case None:
            return "none"
        case Color.RED | Color.BLUE:
            return f"cold or not {x.value}"
        case Color.GREEN:
            return x.value * 2
        case _:
            return str(x + 1)


def some(x: Some) -> str:
    if x is Color.RED:
        return "red"
    elif x is Color.BLUE:
        return "blue"


def some_matched(x: Literal[Color.RED, Color.GREEN] | None) -> int:
    match x:
        case Color.RED:
            return 1
        case Color.GREEN:
            return 2
        case None:
            return 3


def mixed(x: Any_mode, flag: Literal[True, "auto"] = "auto", depth: Literal[-1, 1, None] = None) -> str:
    if x == 0:
        return f"zero {flag!r} {depth}"
    return f"{x} {flag!r} {depth if depth is None else depth + 1}"


@dataclass
class Option(Generic[T]):
    name: str
    default: T | Missing = Missing.TOKEN
    kind: Literal[Color.RED, Color.BLUE] = Color.RED
    seen: list[Literal[Color.RED, "none"]] = field(default_factory=list)

    def value(self) -> T:
        if self.default is Missing.TOKEN:
            raise KeyError(self.name)
        return self.default

    def shade(self) -> str:
        if self.kind is Color.RED:
            return "warm"
        if self.kind is Color.BLUE:
            return "cold"


class Cache(Generic[T]):
    def __init__(self) -> None:
        self._held: dict[str, T] = {}

    def get(self, key: str, default: Union[T, _Absent] = ABSENT) -> T:
        found = self._held.get(key, ABSENT)
        if found is not ABSENT:
            return found
        if default is ABSENT:
            raise KeyError(key)
        return default

    def put(self, key: str, value: T) -> Optional[T]:
        before = self._held.get(key, Missing.TOKEN)
        self._held[key] = value
        return None if before is Missing.TOKEN else before


class Always:
    def __eq__(self, other: object) -> bool:
        return True


class Own(Enum):
    X = 1

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 1


class Text(StrEnum):
    A = "a"


class Holder:
    NO: Final = Missing.TOKEN

    def value(self, x: int | Missing = NO) -> int:
        return 0 if x is Holder.NO else x


def equal_to_all(x: Always | Missing) -> str:
    return type(x).__name__ if x == Missing.TOKEN else "other"


def equal_members(x: Own | Missing) -> str:
    return repr(x) if x == Missing.TOKEN else "no"


def equal_texts(x: str | Text, y: int | Level) -> str:
    first = repr(x) if x == Text.A else x.upper()
    return first + (repr(y) if y == Level.LOW else str(y + 1))


def bools(x: bool | str) -> str:
    if x is True:
        return "t"
    if x is False:
        return "f"
    return x.upper()


def best(xs: list[int]) -> int:
    top: int | Missing = Missing.TOKEN
    for x in xs:
        if top is Missing.TOKEN or x > top:
            top = x
    assert top is not Missing.TOKEN
    return top


COUNT: Final = 3
AGAIN: Final = 5
FOUR = AGAIN - 1
AGAIN = 7


def count_up() -> None:
    global COUNT
    COUNT = 4


def kept(items: list[int | Missing]) -> list[int]:
    return [item * 2 for item in items if item is not Missing.TOKEN]


def first(items: list[int | Missing]) -> int:
    while items:
        top = items.pop()
        if top is Missing.TOKEN:
            continue
        return top
    return 0


def main() -> None:
    print(plain(), plain(3), equal(), equal(None), equal(4), alias(), alias([1, 2]))
    print(both("a"), both(ABSENT), both(Missing.TOKEN), two(Level.HIGH), two(2), two(1.5))
    print(chosen(Missing.TOKEN, 9), chosen(2, 1), chosen(2, Missing.TOKEN), chosen(3, 4))
    print(matched(1), matched("a"), matched(Missing.TOKEN))
    print([matched_last(x) for x in (None, Color.RED, Color.GREEN, 4)])
    print(some(Color.RED), some(Color.BLUE), [some_matched(x) for x in (Color.RED, Color.GREEN, None)])
    print(mixed("r"), mixed(0, True, -1), mixed("a", depth=1))
    a, b = Option("a", 3), Option[str]("b")
    print(a.value() + 1, a.shade(), Option("c", "x", Color.BLUE, [Color.RED, "none"]))
    try:
        print(b.value())
    except KeyError as error:
        print("no", error)
    cache: Cache[int] = Cache()
    print(cache.put("a", 1), cache.put("a", 2), cache.get("a"), cache.get("b", 7))
    try:
        cache.get("c")
    except KeyError as error:
        print("no", error)
    print(equal_to_all(Always()), equal_to_all(Missing.TOKEN), equal_members(Own.X), equal_members(Missing.TOKEN))
    print(
        equal_texts("a", 1), equal_texts(Text.A, Level.LOW), equal_texts("b", 2), bools(True), bools(False), bools("b")
    )
    print(best([1, 5, 3]), Holder().value(), Holder().value(3))
    count_up()
    print(COUNT, AGAIN, FOUR)
    print(kept([1, Missing.TOKEN, 3]), first([4, Missing.TOKEN]), first([Missing.TOKEN]))


if __name__ == "__main__":
    main()
