"""Values of a base class without `__eq__`, whose subclasses have one: `==`, `in`, sets, dicts, lists, Optionals, reflection."""
from __future__ import annotations

from dataclasses import dataclass


class Shape:
    pass


@dataclass(frozen=True)
class Dot(Shape):
    x: int


class Blob(Shape):
    pass


class Loose(Shape):
    """Equals every dot of the same number, from both sides."""

    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loose) and other.n == self.n or isinstance(other, Dot) and other.x == self.n

    def __hash__(self) -> int:
        return hash((self.n,))


class Tight(Loose):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tight) and super().__eq__(other)

    def __hash__(self) -> int:
        return super().__hash__()


@dataclass
class Holder:
    shape: Shape
    other: Shape | None = None


def same(a: Shape, b: Shape) -> bool:
    return a == b


def main() -> None:
    blob = Blob()
    shapes: list[Shape] = [Dot(1), Dot(1), Loose(1), Tight(1), blob, Blob(), Dot(2), Loose(2), Tight(1)]
    for a in shapes:
        print("".join(".#"[same(a, b)] for b in shapes), "".join(".#"[a != b] for b in shapes), shapes.index(a), shapes.count(a))
    print(len(set(shapes[:2] + shapes[4:7])), Dot(2) in shapes, blob in shapes, Blob() in shapes, {shapes[0]: "dot"}[Dot(1)])
    print(Holder(Dot(1)) == Holder(Dot(1)), Holder(blob, Dot(3)) == Holder(blob, Dot(3)), Holder(Dot(1), blob) == Holder(Dot(1)), Holder(Blob()) == Holder(Blob()))
    maybe: Shape | None = shapes[0] if len(shapes) > 3 else None
    print(maybe == Dot(1), maybe == shapes[4], maybe != Dot(2), (1, shapes[0]) == (1, Dot(1)), [shapes[0], blob] == [Dot(1), blob], {1: shapes[0]} == {1: Dot(1)})
    shapes.remove(Dot(2))
    print(len(shapes), shapes[-2] == Loose(2))


if __name__ == "__main__":
    main()
