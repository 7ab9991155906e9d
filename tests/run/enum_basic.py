"""Enums: names, values, iteration, lookup, identity, methods."""

from enum import Enum, auto


class Colour(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

    def opposite(self) -> "Colour":
        return Colour.GREEN if self is Colour.RED else Colour.RED

    @property
    def warm(self) -> bool:
        return self == Colour.RED


class Unit(Enum):
    METRE = "m"
    SECOND = "s"


class Step(Enum):
    FIRST = auto()
    SECOND = auto()
    LAST = SECOND


def main() -> None:
    print(Colour.RED, repr(Colour.RED), Colour.RED.name, Colour.RED.value, str(Colour.BLUE), f"{Colour.GREEN}")
    for colour in Colour:
        print(colour.name, colour.value, colour.warm, colour.opposite().name, colour is Colour.RED, end="; ")
    print()
    print(len(Colour), list(Colour), [unit.value for unit in Unit], Colour(2), Unit("s"), Colour["BLUE"])
    print(Colour.RED == Colour.RED, Colour.RED != Colour.BLUE, Colour.RED in (Colour.RED, Colour.BLUE), Colour(3).name)
    print(Step.FIRST.value, Step.SECOND.value, Step.LAST is Step.SECOND, Step.LAST.name, len(Step))
    for bad in (0, 99):
        try:
            print(Colour(bad))
        except ValueError as e:
            print(e)
    try:
        print(Colour["PINK"])
    except KeyError as e:
        print("KeyError", e)
    names = {Colour.RED: "rouge", Colour.BLUE: "bleu"}
    print(names[Colour.RED], Colour.GREEN in names, bool(Colour.RED), hash(Colour.RED) == hash(Colour(1)))
    current = Colour.RED
    for _ in range(3):
        current = current.opposite()
    print(current, {Colour.RED, Colour(1)} == {Colour.RED}, [Colour.BLUE])


if __name__ == "__main__":
    raise SystemExit(main())
