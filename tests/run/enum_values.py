"""Enumerations with values of several types, and `_missing_`."""
from __future__ import annotations
from collections import deque
from enum import Enum, IntEnum, StrEnum, auto


class Mixed(Enum):
    A = 1
    B = "two"
    C = 3.5
    D = None
    E = (1, 2)
    F = "two"


class Maybe(Enum):
    SOME = "x"
    NOTHING = None


class Flagged(Enum):
    ON = True
    NAME = "n"
    SIZE = 5


def walk(cls: type[Color]) -> list[Color]:
    return [m for m in cls]


class Color(Enum):
    RED = auto()
    GREEN = auto()

    @classmethod
    def _missing_(cls, value: object) -> Color | None:
        print("missing", repr(value))
        if isinstance(value, str):
            for m in cls:
                if m.name.lower() == value.lower():
                    return m
        return None


class Level(IntEnum):
    LOW = 1
    HIGH = 10

    @classmethod
    def _missing_(cls, value: object) -> Level:
        return cls.LOW if isinstance(value, int) and value < 5 else cls.HIGH


class Word(StrEnum):
    YES = "yes"
    NO = "no"

    @classmethod
    def _missing_(cls, value: object) -> Word | None:
        text = str(value).strip().lower()
        return {"y": cls.YES, "n": cls.NO}.get(text[:1])


def show(m: Mixed) -> str:
    v = m.value
    if isinstance(v, int):
        return f"int {v + 1}"
    if isinstance(v, str):
        return f"str {v.upper()}"
    if v is None:
        return "none"
    return f"other {v}"


def main() -> None:
    for m in Mixed:
        print(m, m.name, m.value, show(m), repr(m))
    number: int = Mixed.A.value
    print(number, Mixed.B.value.upper(), Mixed.F.value, Mixed.E.value[1], Mixed.D.value)
    print(Mixed("two"), Mixed(3.5), Mixed(None), Mixed(1), Mixed((1, 2)), Mixed.F, Mixed.F is Mixed.B)
    for key in (1, "zwei", None):
        try:
            print(Mixed(key))
        except ValueError as e:
            print(e)
    try:
        Mixed(4)
    except ValueError as e:
        print(e)
    print(Maybe("x"), Maybe(None), Maybe.NOTHING.value, Maybe.SOME.value, list(Maybe), Mixed.A.value == 1)
    print([f.value for f in Flagged], Flagged("n"), Flagged(True), Flagged.ON.value)
    print(Color(1), Color("green"), Color["RED"])
    for bad in ("pink", "x"):
        try:
            print(Color(bad))
        except ValueError as e:
            print(e)
    try:
        print(Color(7))
    except ValueError as e:
        print(e)
    print(Level(3), Level(99), repr(Level(10)), Level(-1) + 1)
    print(repr(Word("YES")), Word("No way"), Word("yes"))
    try:
        Word("maybe")
    except ValueError as e:
        print(e)
    print(tuple(Flagged), deque(Color), walk(Color), [abs(Level(3))], abs(Level.LOW) + 1)
    key2: int | str = "RED"
    print(Color(key2))


if __name__ == "__main__":
    main()
