from enum import Enum, auto


class Level(Enum):
    LOW = 1
    HIGH = 5
    FLOOR = LOW
    NEXT = auto()


def main() -> None:
    print(Level.NEXT.value)
