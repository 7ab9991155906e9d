"""Texts of classes that are known when the program runs."""

from collections import deque
from enum import Enum, IntEnum, IntFlag
from typing import Generic, TypeVar

T = TypeVar("T")


class Bag:
    pass


class Pair(Generic[T]):
    def __init__(self, x: T) -> None:
        self.x = x


class Suit(Enum):
    CLUBS = 1


class Level(IntEnum):
    LOW = 1


class Right(IntFlag):
    READ = 1


def shown(value: object) -> str:
    """The text without the module's name, which is another where the file is imported."""
    return str(value).replace(__name__ + ".", "here.")


def main() -> int:
    class Inner:
        pass

    values: list[object] = [1, None, [1], (1, 2), Pair(1), Pair("a"), Suit.CLUBS, Level.LOW, Right.READ, Bag(), Inner(),
                            ValueError("x"), deque([1]), {1: 2}, range(3)]
    for value in values:
        print(shown(type(value)), shown(f"{type(value)!s}"))
    held: object = Suit
    print(shown(held), shown([type(value) for value in values[:5]]), shown((Bag, Suit)), shown({Bag: int}))
    try:
        print({Bag: 1, Suit: 2}[Level])
    except KeyError as e:
        print("KeyError", shown(e))
    return 0


if __name__ == "__main__":
    main()
