# apart: where a member goes is followed through all of a program that shows few exceptions
"""`class E(str, Enum)` and `(int, Enum)`, enumerations with a `__str__` of their own, named tuples made plain."""

from enum import Enum, IntEnum, StrEnum, auto
from typing import NamedTuple


class Event(str, Enum):
    DIAL = "dial"
    ACK = "ack"

    def shout(self) -> str:
        return self.upper() + "!"


class Level(int, Enum):
    LOW = 1
    HIGH = auto()


class Own(str, Enum):
    A = "a"

    def __str__(self) -> str:
        return self.value


class Number(IntEnum):
    X = 1

    def __str__(self) -> str:
        return "own"


class Text(StrEnum):
    X = "xyz"

    def __str__(self) -> str:
        return "own"


class Pair(NamedTuple):
    a: int
    b: int


def total(p: tuple[int, int]) -> str:
    return f"{p} {p[0] + p[1]}"


def main() -> None:
    e = Event.DIAL
    print(e, repr(e), f"{e}", f"{e:>12}|", f"{e!r}", "%s %r" % (e, e), str(e), e.value, e.name, format(e, "<11") + "|")
    print(e == "dial", "dial" == e, e.upper(), e + "x", len(e), e[0], e[1:], "ia" in e, "z" in e, e < "z", e.shout())
    print(sorted([Event.DIAL, Event.ACK]), ",".join(e.value for e in Event), {"ack": 2}[Event.ACK])
    print(Event("ack"), Event["ACK"], e is Event("dial"), hash(e) == hash("dial"), isinstance(e, Event))
    print(Level.LOW, repr(Level.HIGH), f"{Level.HIGH}", f"{Level.LOW:>12}|", "%d %s" % (Level.HIGH, Level.LOW))
    print(Level.LOW + 1, Level.HIGH > Level.LOW, Level.HIGH == 2, [10, 20, 30][Level.LOW], int(Level.HIGH), Level(2))
    print(Own.A, f"{Own.A}", f"{Own.A:>3}", str(Own.A), repr(Own.A), max(Level))
    thing: object = e
    print(thing, thing == "dial", str(thing), f"{thing}")
    for text in ("ack", "dial"):
        match text:
            case Event.DIAL:
                print("d")
            case Event.ACK:
                print("a")
    print(f"{Number.X}", f"{Number.X:>4}", f"{Text.X}", f"{Text.X:>4}", str(Number.X), Text.X, "yz" in Text.X)
    print("%s %s %r %d" % (Number.X, Text.X, Number.X, Number.X), format(Number.X), format(Text.X, "5") + "|")
    number: object = Number.X
    other: object = Text.X
    print(f"{number} {number:>4} {other} {other:>4}", "{} {}".format(number, other))
    print(total(tuple(Pair(1, 2))), tuple(Pair(3, 4)), Pair(3, 4) == (3, 4))


if __name__ == "__main__":
    main()
