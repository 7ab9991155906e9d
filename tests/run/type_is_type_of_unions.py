"""`type(a) is type(b)` of unions: classes that lie below several others, None, numbers and text."""
from abc import ABC


class EqMixin:
    def key(self) -> tuple[object, ...]:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EqMixin) and type(self) is type(other) and self.key() == other.key()

    def __hash__(self) -> int:
        return hash(self.key())


class Animal(ABC):
    def __init__(self, name: str) -> None:
        self.name = name


class Bird(Animal, EqMixin):
    def key(self) -> tuple[object, ...]:
        return (self.name,)


class Rock(EqMixin):
    def key(self) -> tuple[object, ...]:
        return ("tw",)


def alike(a: int | str | None, b: int | str | None) -> bool:
    return type(a) is type(b)


def unlike(a: Animal | Rock, b: Animal | Rock | None) -> bool:
    return type(a) is not type(b)


def both(a: int | None, b: int | None) -> bool:
    return type(a) is type(b)


def main() -> None:
    zoo: list[Animal] = [Bird("tw"), Bird("tw"), Animal("tw")]
    rock = Rock()
    print(zoo[0] == zoo[1], len(set(zoo[:2])), rock == Rock(), zoo[2] == zoo[0])
    values: list[int | str | None] = [1, "a", None, 2]
    print([[alike(a, b) for b in values] for a in values])
    things: list[Animal | Rock] = [zoo[0], zoo[2], rock]
    print([[unlike(a, b) for b in things] for a in things], unlike(rock, None))
    print(both(1, None), both(None, None), both(1, 2))


if __name__ == "__main__":
    main()
