"""The right side's class is below the left one's: its method is asked first, and once, in comparisons an inherited one too."""
from dataclasses import dataclass


class Word:
    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        print("eq", self.text)
        return isinstance(other, Word) and self.text == other.text

    def __lt__(self, other: "Word") -> bool:
        print("lt", self.text)
        return self.text < other.text

    def __gt__(self, other: "Word") -> bool:
        print("gt", self.text)
        return self.text > other.text


class Name(Word):
    pass


class Title(Name):
    def __lt__(self, other: Word) -> bool:
        print("Title.lt", self.text)
        return NotImplemented


@dataclass
class Point:
    x: int


@dataclass
class Place(Point):
    name: str

    def __eq__(self, other: object) -> bool:
        print("Place.eq")
        return super().__eq__(other)


class Sum:
    def __init__(self, text: str) -> None:
        self.text = text

    def __add__(self, other: "Sum") -> str:
        print("add", self.text)
        return NotImplemented

    def __radd__(self, other: "Sum") -> str:
        print("radd", self.text)
        return NotImplemented


class Total(Sum):
    def __radd__(self, other: "Sum") -> str:
        print("Total.radd", self.text)
        return NotImplemented


def main() -> None:
    words: list[Word] = [Word("a"), Name("b"), Title("c")]
    for x in words:
        for y in words:
            print(x.text, y.text, x == y, x < y, x != y)
    point, place = Point(1), Place(1, "here")
    hidden: Point = place
    print(point == place, place == point, hidden == point, point == hidden, hidden == hidden, point != place)
    sums: list[Sum] = [Sum("a"), Total("b")]
    for left in sums:
        for right in sums:
            try:
                print(left + right)
            except TypeError as e:
                print(e)


if __name__ == "__main__":
    main()
