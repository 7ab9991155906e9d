"""The same algebra three ways: subclass methods, match on a union, and Church encodings by closures; all must agree, and simplify."""
from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass


class Shape:
    @abstractmethod
    def value(self, x: float) -> float: ...

    @abstractmethod
    def derive(self) -> Shape: ...

    def __add__(self, other: Shape) -> Shape:
        return Sum(self, other)

    def __mul__(self, other: Shape) -> Shape:
        return Times(self, other)


@dataclass(frozen=True)
class Const(Shape):
    n: float

    def value(self, x: float) -> float:
        return self.n

    def derive(self) -> Shape:
        return Const(0.0)


class X(Shape):
    def value(self, x: float) -> float:
        return x

    def derive(self) -> Shape:
        return Const(1.0)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, X)

    def __hash__(self) -> int:
        return 1

    def __repr__(self) -> str:
        return "x"


@dataclass(frozen=True)
class Sum(Shape):
    a: Shape
    b: Shape

    def value(self, x: float) -> float:
        return self.a.value(x) + self.b.value(x)

    def derive(self) -> Shape:
        return self.a.derive() + self.b.derive()


@dataclass(frozen=True)
class Times(Shape):
    a: Shape
    b: Shape

    def value(self, x: float) -> float:
        return self.a.value(x) * self.b.value(x)

    def derive(self) -> Shape:
        return self.a.derive() * self.b + self.a * self.b.derive()


def simplify(s: Shape) -> Shape:
    match s:
        case Sum(a, b):
            match simplify(a), simplify(b):
                case (Const(m), Const(n)):
                    return Const(m + n)
                case (Const(0.0), rest) | (rest, Const(0.0)):
                    return rest
                case (left, right) if left == right:
                    return simplify(Const(2.0) * left)
                case (left, right):
                    return Sum(left, right)
        case Times(a, b):
            match (simplify(a), simplify(b)):
                case (Const(m), Const(n)):
                    return Const(m * n)
                case (Const(0.0), _) | (_, Const(0.0)):
                    return Const(0.0)
                case (Const(1.0), rest) | (rest, Const(1.0)):
                    return rest
                case (left, Const() as right):
                    return Times(right, left)
                case (left, right):
                    return Times(left, right)
    return s


def show(s: Shape) -> str:
    if isinstance(s, Const):
        return f"{s.n:g}"
    if isinstance(s, Sum):
        return f"({show(s.a)}+{show(s.b)})"
    if isinstance(s, Times):
        return show(s.a) + show(s.b)
    return repr(s)


Church = Callable[[float], float]


def const(n: float) -> Church:
    return lambda x: n


def plus(a: Church, b: Church) -> Church:
    return lambda x: a(x) + b(x)


def times(a: Church, b: Church) -> Church:
    return lambda x: a(x) * b(x)


def church(s: Shape) -> Church:
    match s:
        case Const(n):
            return const(n)
        case Sum(a, b):
            return plus(church(a), church(b))
        case Times(a, b):
            return times(church(a), church(b))
        case _:
            return lambda x: x


def horner(coefficients: list[float]) -> Shape:
    out: Shape = Const(0.0)
    for c in coefficients:
        out = out * X() + Const(c)
    return out


def main() -> None:
    x = X()
    samples = [x * x + Const(3.0) * x + Const(1.0), (x + Const(2.0)) * (x + Const(-2.0)), horner([1.0, 0.0, -2.0, 5.0]), Const(4.0) * x * Const(0.5), x + x]
    for s in samples:
        derived = simplify(s.derive())
        print(show(simplify(s)), "→", show(derived), [derived.value(float(v)) for v in range(3)])
    for s, v in ((s, v) for s in samples for v in (-1.5, 0.0, 2.0)):
        assert s.value(v) == church(s)(v) == simplify(s).value(v) or abs(s.value(v) - simplify(s).value(v)) < 1e-12
    print(simplify(Const(2.0) * Const(3.0) + Const(0.0) * x), samples[4], Sum(x, x) == samples[4], len({Const(1.0), Const(1.0), x, X()}))
