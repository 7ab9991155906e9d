# apart: functions, and objects of any type, are compared in all of the image
"""`isinstance` and `match` of protocols: of objects, unions, optional values, classes with others below them."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, NamedTuple, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")


@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class Measured(Drawable, Protocol):
    @property
    def area(self) -> float: ...


@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...


class Circle:
    def __init__(self, r: float) -> None:
        self.name = "circle"
        self.r = r

    def draw(self) -> str:
        return f"({self.r})"

    @property
    def area(self) -> float:
        return 3.0 * self.r * self.r


@dataclass
class Text:
    name: str
    lines: list[str] = field(default_factory=list)

    def draw(self) -> str:
        return "/".join(self.lines)

    def __len__(self) -> int:
        return len(self.lines)


class Plain:
    pass


class Fancy(Plain):
    def draw(self) -> str:
        return "fancy"


class Fanciest(Fancy):
    def draw(self) -> str:
        return "the fanciest"


class Pair(NamedTuple):
    name: str
    value: int


class Color(Enum):
    RED = 1

    def draw(self) -> str:
        return self.name.lower()


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def draw(self) -> str:
        return "a box"

    def show(self) -> str:
        return f"[{self.item}]"


def show(x: object) -> str:
    if isinstance(x, Measured):
        return f"{x.draw()} {x.area}"
    return x.draw() if isinstance(x, Drawable) else "nothing"


def kinds(x: object) -> str:
    match x:
        case int():
            return "int"
        case Drawable():
            return "drawable " + x.draw()
        case Named():
            return "named " + x.name
        case HasLen():
            return f"of length {len(x)}"
        case _:
            return "other"


def below(items: list[Plain]) -> list[str]:
    return [item.draw() for item in items if isinstance(item, Drawable)]


def maybe(x: Circle | None) -> bool:
    return isinstance(x, Drawable)


def of_union(x: Circle | Plain | str | None) -> str:
    if isinstance(x, (Drawable, str)):
        return x if isinstance(x, str) else x.draw()
    return "None" if x is None else type(x).__name__


def main() -> None:
    things: list[object] = [Circle(2.0), Text("t", ["a", "b"]), Plain(), Fancy(), Fanciest(), Pair("p", 1), Color.RED,
                            Box(3), Box("x"), 3, True, 2.5, "text", None, [1, 2], (1, 2, 3), {"k": 1}]
    for thing in things:
        print(show(thing), "|", kinds(thing), isinstance(thing, HasLen), isinstance(thing, Named))
    print(below([Plain(), Fancy(), Fanciest()]), maybe(Circle(1.0)), maybe(None))
    print([of_union(x) for x in (Circle(1.0), Plain(), Fancy(), "s", None)])
    print([type(t).__name__ for t in things if isinstance(t, (Drawable, HasLen))])


if __name__ == "__main__":
    main()
