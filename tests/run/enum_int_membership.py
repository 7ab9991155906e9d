"""An int in a set, a dict or a list of members of an IntEnum."""
from enum import Enum, IntEnum, IntFlag


class Level(IntEnum):
    LOW = 1
    HIGH = 3


class Mixed(int, Enum):
    A = 2
    B = 4


class Bits(IntFlag):
    R = 4
    W = 2


def loud(n: int) -> int:
    print("asked", n)
    return n


def main() -> None:
    names = {Level.LOW: "low", Level.HIGH: "high"}
    none: set[Level] = set()
    for n in range(5):
        print(n in set(Level), n in list(Level), n in {Level.LOW}, n in names, n not in frozenset(Level), n in none)
        print(n in set(Mixed), n in set(Bits), n in (Level.LOW, 4), n in names.keys(), n in tuple(list(Level)))
    print(loud(3) in set(Level), True in set(Level), 3.0 in set(Level), 2.5 in set(Level), Level.LOW in names)
    print(sorted(n for n in (0, 1, 2, 3) if n not in names), [n for n in range(6) if n in set(Mixed)])


if __name__ == "__main__":
    main()
