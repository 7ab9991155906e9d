"""`__format__` of the program where `str.format` has no specification; `super()` and `__eq__` in enumerations."""
from enum import Enum, Flag, IntEnum


class Loud(Enum):
    A = 1

    def __str__(self) -> str:
        return "loud " + super().__str__() + super().__repr__()

    def __repr__(self) -> str:
        return "r" + super().__repr__()


class Made(Enum):
    A = "a"

    def __format__(self, spec: str) -> str:
        return "made " + self.value + spec


class Framed(Enum):
    A = "a"

    def __format__(self, spec: str) -> str:
        return "framed " + super().__format__(spec)

    def __str__(self) -> str:
        return f"<{super().__str__()}>"


class Level(IntEnum):
    LOW = 1

    def __str__(self) -> str:
        return "level " + super().__str__()

    def __repr__(self) -> str:
        return "R" + super().__repr__()


class Need(Flag):
    A = 1
    B = 2

    def __str__(self) -> str:
        return "need " + super().__str__()

    def __repr__(self) -> str:
        return "R" + super().__repr__()


class Plain:
    def __format__(self, spec: str) -> str:
        return "plain" + spec


class Below(Plain):
    def __format__(self, spec: str) -> str:
        return "below " + super().__format__(spec)


class Letter(Enum):
    X = "x"
    Y = "y"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            return self.value == other
        return self is other

    def __hash__(self) -> int:
        return hash(self.value)


class Alike(Enum):
    A = 1
    B = 2

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alike)

    def __hash__(self) -> int:
        return 3


def number(letter: Letter) -> int:
    match letter:
        case Letter.X:
            return 1
        case Letter.Y:
            return 2


def main() -> None:
    print(Loud.A, [Loud.A], f"{Loud.A}", f"{Made.A:>3}", str(Made.A), "{}".format(Made.A), "%s" % Made.A)
    print(f"{Framed.A}", f"{Framed.A:>8}|{Level.LOW}|{Level.LOW!r}|{Need.A}|{Need.A | Need.B}|{Need.B!r}|{Need.A:>9}")
    hidden: Plain = Below()
    print("{} {:x} {}".format(Plain(), Below(), hidden), "{0} {0:y} {1}".format(Plain(), Below()), format(hidden, "z"))
    print(Letter.X == "x", Letter.X == Letter.X, Letter.X == Letter.Y, Letter.X != "y", Letter.X in [Letter.Y])
    print(number(Letter.Y), {Letter.X: 1}[Letter.X])
    print(Alike.A == Alike.B, Alike.A is Alike.B, Alike.A in [Alike.B], Alike.A != Alike.B, len({Alike.A: 1, Alike.B: 2}))


if __name__ == "__main__":
    main()
