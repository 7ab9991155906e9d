# apart: an int where `float` is written makes every `float` of the image take ints
"""Visitors in several styles."""
from __future__ import annotations
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class ExprVisitor(Protocol[R_co]):
    def visit_num(self, e: Num) -> R_co: ...

    def visit_bin(self, e: Bin) -> R_co: ...


class Expr(ABC):
    @abstractmethod
    def accept(self, v: ExprVisitor[R]) -> R: ...


@dataclass(frozen=True)
class Num(Expr):
    value: float

    def accept(self, v: ExprVisitor[R]) -> R:
        return v.visit_num(self)


@dataclass(frozen=True)
class Bin(Expr):
    op: str
    left: Expr
    right: Expr

    def accept(self, v: ExprVisitor[R]) -> R:
        return v.visit_bin(self)


class Eval:
    def visit_num(self, e: Num) -> float:
        return e.value

    def visit_bin(self, e: Bin) -> float:
        a, b = e.left.accept(self), e.right.accept(self)
        return a + b if e.op == "+" else a * b


class Show:
    def visit_num(self, e: Num) -> str:
        return f"{e.value:g}"

    def visit_bin(self, e: Bin) -> str:
        return f"({e.left.accept(self)} {e.op} {e.right.accept(self)})"


class Fold(Generic[R], ABC):
    def run(self, e: Expr) -> R:
        return e.accept(self)

    @abstractmethod
    def visit_num(self, e: Num) -> R: ...

    @abstractmethod
    def visit_bin(self, e: Bin) -> R: ...


class Simplify(Fold[Expr]):
    def visit_num(self, e: Num) -> Expr:
        return e

    def visit_bin(self, e: Bin) -> Expr:
        left, right = self.run(e.left), self.run(e.right)
        if e.op == "*" and Num(0.0) in (left, right):
            return Num(0.0)
        if e.op == "+" and left == Num(0.0):
            return right
        return Bin(e.op, left, right)


class Depth(Fold[int]):
    def visit_num(self, e: Num) -> int:
        return 1

    def visit_bin(self, e: Bin) -> int:
        return 1 + max(self.run(e.left), self.run(e.right))


class Printer(Fold[None]):
    def __init__(self) -> None:
        self.level = 0

    def visit_num(self, e: Num) -> None:
        print("  " * self.level + str(e.value))

    def visit_bin(self, e: Bin) -> None:
        print("  " * self.level + e.op)
        self.level += 1
        e.left.accept(self)
        e.right.accept(self)
        self.level -= 1


class Shape(ABC):
    @abstractmethod
    def match(self, visitor: ShapeVisitor[R]) -> R: ...


class Circle(Shape):
    def __init__(self, r: int) -> None:
        self.r = r

    def match(self, visitor: ShapeVisitor[R]) -> R:
        return visitor.circle(self)


class Group(Shape):
    def __init__(self, *shapes: Shape) -> None:
        self.shapes = shapes

    def match(self, visitor: ShapeVisitor[R]) -> R:
        return visitor.group(self)


class ShapeVisitor(ABC, Generic[R]):
    @abstractmethod
    def circle(self, c: Circle) -> R: ...

    def group(self, g: Group) -> R:
        results = [s.match(self) for s in g.shapes]
        return self.combine(results)

    @abstractmethod
    def combine(self, rs: list[R]) -> R: ...


class Area(ShapeVisitor[float]):
    def circle(self, c: Circle) -> float:
        return 3.0 * c.r * c.r

    def combine(self, rs: list[float]) -> float:
        return sum(rs)


class Names(ShapeVisitor[list[str]]):
    def circle(self, c: Circle) -> list[str]:
        return [f"circle{c.r}"]

    def combine(self, rs: list[list[str]]) -> list[str]:
        return [n for r in rs for n in r]


def main() -> None:
    e: Expr = Bin("+", Num(0.0), Bin("*", Num(2.0), Bin("+", Num(3.0), Num(4.5))))
    print(e.accept(Eval()), e.accept(Show()), Depth().run(e), Simplify().run(e).accept(Show()), Simplify().run(Bin("*", Num(0.0), e)))
    Printer().run(e)
    g = Group(Circle(1), Group(Circle(2), Circle(3)))
    print(g.match(Area()), g.match(Names()), len(g.match(Names())))


if __name__ == "__main__":
    main()
