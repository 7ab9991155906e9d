"""An enumeration called with a member, a value, or either: `Level(x)` of `x: Level | int`."""

from __future__ import annotations
from enum import Enum, IntEnum, StrEnum, Flag, auto


class Level(Enum):
    DEBUG = 10
    INFO = 20


class Name(str, Enum):
    A = "a"
    B = "b"

    @classmethod
    def _missing_(cls, value: object) -> Name | None:
        if isinstance(value, str):
            return next((m for m in cls if m.value == value.lower()), None)
        return None


class Num(IntEnum):
    X = 1
    Y = 2


class S(StrEnum):
    P = auto()


class Perm(Flag):
    R = 1
    W = 2


class Mixed(Enum):
    ONE = 1
    TWO = "two"
    T = (1, 2)
    N = None


def f(x: Level | int) -> Level:
    return Level(x)


def g(x: Name | str) -> Name:
    return Name(x)


def h(x: Level | int | str | None) -> Level | None:
    try:
        return Level(x)
    except ValueError as e:
        print(e)
        return None


def i(x: Num | int | None) -> str:
    return repr(Num(x)) if x is not None else "-"


def p(x: Perm | int) -> Perm:
    return Perm(x)


def m(x: Mixed | int | str | None) -> Mixed:
    return Mixed(x)


def o(x: Level | None) -> Level:
    return Level(x)


def s(x: S | str) -> S:
    return S(x)


class C:
    def __init__(self, level: Level | int = Level.INFO) -> None:
        self.level = Level(level)


def main() -> None:
    print(f(10), f(Level.INFO), g("A"), g(Name.B), h(10), h(Level.INFO), h("x"), h(None), h(11))
    print(i(1), i(Num.Y), i(None), p(3), p(Perm.R), m(1), m("two"), m(Mixed.T), m(None), o(Level.INFO), s("p"), s(S.P))
    for bad in (5, "q"):
        try:
            print(m(bad))
        except ValueError as e:
            print(e)
    try:
        print(g("zz"))
    except ValueError as e:
        print(e)
    try:
        print(o(None))
    except ValueError as e:
        print(e)
    print(C().level, C(10).level, [Level(x) for x in (10, Level.INFO)])


if __name__ == "__main__":
    main()
