# apart: classes and callable objects are function values in all of the image
"""Classes as values: factories, tables, generic parameters, `isinstance`, class methods and variables through them."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, TypeVar

T = TypeVar("T")
S = TypeVar("S", bound="Shape")
E = TypeVar("E", bound=Enum)

class Shape(ABC):
    sides: ClassVar[int] = 0
    def __init__(self, size: int = 1) -> None:
        self.size = size
    @abstractmethod
    def area(self) -> int: ...
    @classmethod
    def unit(cls) -> "Shape":
        return cls(1)
    @staticmethod
    def label() -> str:
        return "shape"
    @classmethod
    def name(cls) -> str:
        return cls.__name__.lower()
    @classmethod
    def me(cls) -> "type[Shape]":
        return cls

class Square(Shape):
    sides = 4
    def area(self) -> int:
        return self.size ** 2
    @staticmethod
    def label() -> str:
        return "square"

class Circle(Shape):
    def area(self) -> int:
        return 3 * self.size ** 2

class Big(Square):
    sides = 44
    def area(self) -> int:
        return super().area() * 100

class Color(Enum):
    RED = 1
    BLUE = 2

class Plain:
    def __init__(self) -> None:
        self.v = 7

@dataclass
class Point:
    x: int = 0
    y: int = 0

def make(kind: type[Shape], n: int) -> Shape:
    return kind(n)

def build(kind: type[T]) -> T:
    return kind()

def sized(kind: type[S], n: int) -> S:
    return kind(n)

def names(kind: type[E]) -> list[str]:
    return [m.name for m in kind]

def parse(kind: Callable[[str], T], text: str) -> T:
    return kind(text)

def conv(kind: type[T], text: str) -> str:
    return f"{kind.__name__} {text}"

def only(kind: type[T], items: list[object]) -> list[T]:
    return [x for x in items if isinstance(x, kind)]

def shapes_of(kind: type[S], items: list[Shape]) -> list[S]:
    out: list[S] = []
    for x in items:
        if isinstance(x, kind):
            out.append(x)
    return out

FACTORY: dict[str, type[Shape]] = {"square": Square, "circle": Circle}
ORDER = [Square, Circle]
REG: dict[type[Shape], str] = {Square: "S", Circle: "C"}

class Registry:
    def __init__(self) -> None:
        self.kinds: dict[str, type[Shape]] = {}
        self.default: type[Shape] = Square
    def add(self, kind: type[Shape]) -> None:
        self.kinds[kind.__name__] = kind
    def make(self, name: str, n: int) -> Shape:
        kind = self.kinds.get(name)
        if kind is None:
            return self.default(n)
        return kind(n)

def opt(k: type[Shape] | None) -> str:
    return "none" if k is None else k.__name__

def main() -> None:
    for kind in [Square, Circle, Big]:
        s = kind(2)
        print(kind.__name__, s.area(), kind.sides, kind.label(), kind.name(), kind.unit().area(), kind is Square, kind == Big)
    print(make(Big, 3).area(), make(Circle, 1).area())
    try:
        make(Shape, 1)
    except TypeError as e:
        print(e)
    print(build(Plain).v, build(Point), sized(Square, 5).area(), sized(Big, 2).area())
    print(names(Color), parse(int, "12") + 1, parse(float, "1.5"), conv(int, "x"), conv(Point, "y"))
    for n, k in FACTORY.items():
        print(n, k.__name__, k(3).area(), k in REG, REG[k])
    print([k.__name__ for k in ORDER], ORDER[0] is Square, ORDER[1] is ORDER[0])
    d: dict[type[Shape], int] = {}
    for sh in [Square(1), Circle(2), Square(3), Big(1)]:
        d[type(sh)] = d.get(type(sh), 0) + sh.size
    print({k.__name__: v for k, v in d.items()})
    r = Registry()
    r.add(Circle)
    r.add(Big)
    print(r.make("Circle", 2).area(), r.make("Big", 1).area(), r.make("?", 3).area(), list(r.kinds))
    k2 = type(r.make("Big", 1))
    print(k2.__name__, issubclass(k2, Square), issubclass(k2, Circle), issubclass(Big, k2), k2 is Big, k2.me() is Big)
    items: list[Shape] = [Square(1), Big(2), Circle(3)]
    print(len(shapes_of(Square, items)), len(shapes_of(Big, items)), [x.size for x in shapes_of(Circle, items)])
    for kk in (Square, Circle):
        print(kk.__name__, [isinstance(x, kk) for x in items])
    print(opt(None), opt(Circle), Square.me() is Square, {Square, Circle, Square} == {Circle, Square})
    x = Circle
    print(x(4).area(), x.__name__, x == Circle, x != Circle, Square != Circle)
    pick = Square if len(items) > 2 else Circle
    print(pick.__name__, pick(2).area())
    t = (Square, Circle)
    print(t[1](1).area())
    fs: list[Callable[[int], Shape]] = [Square, Circle, pick]
    print([f(1).area() for f in fs], list(map(lambda c: c(1).area(), ORDER)), sorted([c.__name__ for c in REG]))
    print(max(ORDER, key=lambda c: c.sides).__name__)
    def local(k: type[Shape]) -> Shape:
        return k(9)
    print(local(Square).area())
    e: Exception = KeyError("a")
    for exc in (ValueError, KeyError):
        print(exc.__name__, isinstance(e, exc))
    errs: list[type[Exception]] = [ValueError, KeyError]
    for cls in errs:
        try:
            raise cls("boom")
        except Exception as err:
            print(type(err).__name__, err)

if __name__ == "__main__":
    main()
