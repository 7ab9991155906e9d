"""An abstract class beside others in a protocol: what is only known as one of its objects goes there as well."""
from __future__ import annotations
from abc import ABC, abstractmethod
from typing import Protocol


class Drawable(Protocol):
    name: str

    def draw(self) -> str: ...


class Shape(ABC):
    name: str = "shape"

    @abstractmethod
    def draw(self) -> str: ...


class Rect(Shape):
    name = "rect"

    def draw(self) -> str:
        return "#"


class Circle(Shape):
    name = "circle"

    def draw(self) -> str:
        return "o"


class Label:
    def __init__(self, name: str) -> None:
        self.name = name

    def draw(self) -> str:
        return self.name


class Holder:
    def __init__(self, item: Drawable) -> None:
        self.item = item


def pick(n: int) -> Shape:
    return Rect() if n else Circle()


def main() -> None:
    d: Drawable = pick(0)
    print(d.draw(), d.name)
    shapes = [pick(0), pick(1)]
    things: list[Drawable] = [*shapes, Label("x")]
    for s in shapes:
        things.append(s)
    print([t.draw() for t in things], Holder(pick(1)).item.draw())


if __name__ == "__main__":
    main()
