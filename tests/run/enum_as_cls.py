"""An enumeration as `cls`: indexed, called, walked over, asked."""

from enum import Enum, IntEnum, auto


class Genre(Enum):
    FICTION = auto()
    SCIENCE = auto()

    @classmethod
    def parse(cls, text: str) -> "Genre":
        try:
            return cls[text.upper()]
        except KeyError as e:
            raise ValueError(f"unknown genre: {text!r} {e}") from None

    @classmethod
    def of(cls, n: int) -> "Genre":
        return cls(n)

    @classmethod
    def names(cls) -> list[str]:
        return [m.name for m in cls]

    @classmethod
    def count(cls) -> int:
        return len(cls)

    @classmethod
    def first(cls) -> "Genre":
        return next(iter(cls))

    @classmethod
    def has(cls, g: "Genre") -> bool:
        return g in cls

    @classmethod
    def all(cls) -> "list[Genre]":
        return list(cls)

    @staticmethod
    def default() -> "Genre":
        return Genre.SCIENCE


class Level(IntEnum):
    LOW = 1
    HIGH = 5

    @classmethod
    def highest(cls) -> "Level":
        return max(cls)

    @classmethod
    def table(cls) -> dict[str, int]:
        return {m.name: m.value for m in cls}


def main() -> None:
    print(Genre.parse("fiction"), Genre.of(2), Genre.names(), Genre.count(), Genre.first(), Genre.has(Genre.SCIENCE), Genre.all(), Genre.default())
    try:
        Genre.parse("x")
    except ValueError as e:
        print(e)
    print(Level.highest(), Level.table(), Genre["SCIENCE"], [*Genre], sorted(Level), Genre.FICTION in Genre)


if __name__ == "__main__":
    main()
