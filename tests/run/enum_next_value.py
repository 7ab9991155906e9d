"""`_generate_next_value_` of the program, and enumerations with methods, aliases and an order."""

from enum import Enum, Flag, auto


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last: list[str]) -> str:
        return name.lower()

    NORTH = auto()
    SOUTH = auto()


class Shape(Enum):
    SQUARE = "sq"
    CIRCLE = "ci"
    ROUND = CIRCLE

    def describe(self) -> str:
        return f"{self.name}/{self.value}"

    @property
    def short(self) -> str:
        return self.value[0]

    def __str__(self) -> str:
        return self.name.lower()

    def __lt__(self, other: "Shape") -> bool:
        return self.value < other.value


class Jumps(Enum):
    ZERO = 0
    ONE = 1
    FIRST = 1
    TWO = auto()
    NINE = 9
    TEN = auto()


class Mixed(Enum):
    TEXT = "a"
    ONE = auto()
    PAIR = (1, 2)
    TWO = "b"


class Halves(Enum):
    HALF = 2.5
    MORE = auto()


class Bits(Flag):
    HIGH = 4
    LOW = 1
    NEXT = auto()
    _SPARE = auto()


def main() -> None:
    print(list(Jumps), list(Mixed), list(Halves), list(Bits), Bits._SPARE, Bits._SPARE.value, Bits(16), len(Bits))
    print([m.value for m in Auto], Shape.ROUND is Shape.CIRCLE, Shape.ROUND.name, list(Shape), str(Shape.SQUARE), f"{Shape.CIRCLE}", sorted(Shape), Shape.SQUARE.describe(), Shape["ROUND"], Shape("sq").short)
    print({s: i for i, s in enumerate(Shape)}, Shape.SQUARE in Shape, len(Shape), Shape.__members__["ROUND"])


if __name__ == "__main__":
    main()
