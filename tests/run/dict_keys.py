"""Keys: strings, tuples, enums, bytes, own classes with __eq__ and __hash__, classes by identity."""

from enum import Enum


class Colour(Enum):
    RED = 1
    BLUE = 2


class Name:
    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Name) and self.text.lower() == other.text.lower()

    def __hash__(self) -> int:
        return hash(self.text.lower())


class Plain:
    pass


def main() -> None:
    by_colour = {Colour.RED: "warm", Colour.BLUE: "cold"}
    print(by_colour[Colour.RED], Colour.BLUE in by_colour, len(by_colour))
    by_name = {Name("Ann"): 1, Name("BOB"): 2}
    by_name[Name("ann")] = 10
    print(by_name[Name("ANN")], by_name[Name("bob")], Name("cyd") in by_name, len(by_name), [n.text for n in by_name])
    a = Plain()
    b = Plain()
    by_identity = {a: "a", b: "b"}
    print(by_identity[a], by_identity[b], Plain() in by_identity)
    grid: dict[tuple[int, int], str] = {}
    for x in range(3):
        for y in range(2):
            grid[x, y] = f"{x}{y}"
    print(grid, grid[2, 1], (3, 0) in grid)
    raw = {b"ab": 1, b"cd": 2}
    print(raw[b"cd"], b"xx" in raw)
    nested = {(1, ("a", True)): "x"}
    print(nested[(1, ("a", True))])
    words = {"é": 1, "e": 2, "": 3}
    print(words["é"], words[""], words)


if __name__ == "__main__":
    raise SystemExit(main())
