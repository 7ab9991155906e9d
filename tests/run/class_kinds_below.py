"""Classes below builtin ones, asked when the program runs: members of enumerations, named tuples, bools."""

from enum import Enum, IntEnum, IntFlag, StrEnum
from typing import NamedTuple


class Level(IntEnum):
    LOW = 1


class Word(StrEnum):
    ONE = "one"


class Right(IntFlag):
    READ = 1


class Mixed(str, Enum):
    QUICK = "q"


class Place(NamedTuple):
    x: int


class Plain:
    pass


def main() -> int:
    kinds: list[type] = [int, str, object, bool, tuple, Place, Plain, Level]
    values: list[object] = [Level.LOW, Word.ONE, Right.READ, Mixed.QUICK, True, Place(1), (1, 2), Plain(), 3, "a", None]
    for value in values:
        print([isinstance(value, kind) for kind in kinds], type(value).__name__, type(value) in kinds)
    print([issubclass(t, int) for t in (Level, Right, bool)], [issubclass(t, str) for t in (Word, Mixed)])
    below: list[type] = [Level, Word, Right, Mixed, bool, Plain]
    print([issubclass(t, int) for t in below], [issubclass(t, str) for t in below], [issubclass(t, Plain) for t in below])
    print([isinstance(Level.LOW, kind) for kind in kinds], [isinstance(Word.ONE, kind) for kind in kinds])
    print([isinstance(Place(1), kind) for kind in (tuple, Plain)], isinstance(values[5], (int, tuple)))
    return 0


if __name__ == "__main__":
    main()
