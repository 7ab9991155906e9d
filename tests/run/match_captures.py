"""Names that cases bind to values of several types, what is known of the subject in a case, equality of a class's own."""

from dataclasses import dataclass
from enum import Enum, IntEnum


class Color(Enum):
    RED = "r"
    GREEN = "g"
    BLUE = "b"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


@dataclass
class Circle:
    radius: int


@dataclass
class Square:
    side: str


@dataclass
class Group:
    items: "list[Circle | Square]"


class Word:
    def __init__(self, word: str) -> None:
        self.word = word

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and other == self.word


def members(s: Color | int | str) -> str:
    match s:
        case Color.RED | Color.GREEN:
            return s.value
        case int(n) | str(n):
            return f"{n!r}"
        case Color.BLUE as blue:
            return blue.name
        case _:
            return "never"


def levels(s: Level | str | None) -> str:
    match s:
        case Level.LOW | "low" as low:
            return f"low {low!r}"
        case None | "":
            return f"nothing {s!r}"
        case Level.HIGH:
            return f"high {s.name} {s + 1}"
        case other:
            return f"other {other!r}"


def captures(x: int | str | float | bool | tuple[int, str] | list[str]) -> str:
    match x:
        case (int(a), str(b)):
            out = f"pair {a + 1}{b.upper()}"
        case True | False as a:
            out = f"bool {not a}"
        case int(a):
            out = f"int {a + 1}"
        case float(a) if a > 1:
            out = f"float {a / 2}"
        case str(a):
            out = "str " + a.upper()
        case [a, *b]:
            out = f"list {a} {len(b)}"
        case a:
            out = f"rest {a!r}"
    return out


def parts(shape: Circle | Square | Group) -> str:
    match shape:
        case Circle(radius=size):
            return f"circle {size * 2}"
        case Square(size):
            return f"square {size + '!'}"
        case Group([size]):
            return f"one: {parts(size)}"
        case Group([Circle() as size, Square(rest)]):
            return f"two: {size.radius} {rest}"
        case Group(rest):
            return f"many: {[parts(r) for r in rest]}"


def words(x: Word | int) -> str:
    match x:
        case "a":
            return "is a"
        case 3:
            return "three"
    return "other"


def tables(x: dict[str, int] | list[int] | int) -> str:
    match x:
        case {"a": value}:
            return f"{value} of {len(x)} in {sorted(x.items())}"
        case [value, *_]:
            return f"{value} at {x.index(value)}"
        case {} | [*_]:
            return f"{len(x)} things"
        case value:
            return f"number {value + x}"


def exhausted(x: int | list[int] | tuple[int, str] | dict[str, int]) -> str:
    match x:
        case [] | [_]:
            return "short"
        case (int(a), str() as b):
            return f"{a}{b}"
        case [*items]:
            return f"{len(items)} items"
        case {"a": _}:
            return "a"
        case {**rest}:
            return f"{rest}"
        case int():
            return "int"


def after(x: int | str) -> str:
    match x:
        case int(found):
            pass
        case str(found):
            pass
    return f"{found!r}" + ("!" if isinstance(found, str) else "?")


def main() -> None:
    print([members(s) for s in (Color.RED, Color.GREEN, Color.BLUE)], members(3), members("x"))
    print(levels(Level.LOW), levels("low"), levels(None), levels(""), levels(Level.HIGH), levels("z"))
    print([captures(x) for x in (1, "b", 2.5, 0.5, True)], captures((1, "z")), captures(["p", "q"]), captures([]))
    print(parts(Circle(2)), parts(Square("s")), parts(Group([Circle(1)])), parts(Group([Circle(4), Square("t")])))
    print(parts(Group([Square("t"), Circle(4)])), words(Word("a")), words(Word("b")), words(3), words(4))
    print(tables({"a": 1, "b": 2}), tables([7, 8]), tables({"z": 1}), tables([]), tables(4))
    print(after(1), after("s"))
    print(exhausted([]), exhausted([1, 2]), exhausted((1, "a")), exhausted({"a": 1}), exhausted({"b": 1}), exhausted(3))


if __name__ == "__main__":
    main()
