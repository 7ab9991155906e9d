"""The name that an object shows is that of its own class, with module and outer class, also through `super()`."""
import random
from dataclasses import dataclass


@dataclass
class Shape:
    x: int

    @dataclass
    class Inner:
        y: int = 3


@dataclass
class Circle(Shape):
    r: int = 2

    def __repr__(self) -> str:
        return "<" + super().__repr__() + ">"


class Ring(Circle):
    pass


class Named(Shape):
    def __str__(self) -> str:
        return "named " + super().__str__()


class Outside(Shape.Inner):
    pass


@dataclass(repr=False)
class Silent(Shape):
    z: int = 4


@dataclass(frozen=True)
class Frozen:
    x: int


class Below(Frozen):
    def __repr__(self) -> str:
        return "below " + super().__repr__()


class Plain:
    class Inner:
        pass


class Told(Plain):
    def __str__(self) -> str:
        return "told " + super().__repr__()


def local() -> object:
    @dataclass
    class Pair:
        z: int

    class Twin(Pair):
        pass

    print(Pair(2), Twin(3), [Twin(4)])
    return Twin(1)


def plain() -> object:
    class Local:
        pass

    return Local()


def cut(text: str) -> str:
    return text[:text.index(" at 0x")]


def main() -> None:
    print(Shape(1), Circle(1), Ring(1), Named(1), repr(Named(1)), Outside(1), Shape.Inner(), Silent(1), Frozen(1), Below(1))
    shapes: list[Shape] = [Shape(1), Circle(2), Ring(3), Named(4), Silent(5)]
    print(shapes, local())
    print(cut(repr(Plain())), cut(str(Plain.Inner())), cut(repr([Plain()])), cut(repr(plain())))
    print(cut(str(Told())), cut(repr(Told())), cut(f"{Plain()}"), cut(repr(object())), cut(repr(random.Random(3))))


if __name__ == "__main__":
    main()
