"""Base.method(self) of several bases, and class methods that take cls as type[T]."""

from __future__ import annotations

import typing as t
from enum import Enum
from typing import Generic, Type, TypeVar

E = TypeVar("E", bound="Base")
K = TypeVar("K")
M = TypeVar("M", bound="Model")
T = TypeVar("T")
TP = TypeVar("TP", bound="Plugin")
TS = TypeVar("TS", bound="Shape")


class Model:
    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    def make(cls: type[M], name: str) -> M:
        return cls(name)


class User(Model):
    def hi(self) -> str:
        return "hi " + self.name


class Plugin:
    @classmethod
    def create(cls: type[TP]) -> TP:
        return cls()


class Up(Plugin):
    pass


REG: dict[str, type[Plugin]] = {"up": Up}


class Shape:
    count = 0

    def __init__(self, n: int = 1) -> None:
        self.n = n

    @classmethod
    def make(cls: Type[TS], n: int = 2) -> TS:
        obj: TS = cls(n)
        Shape.count += 1
        return obj

    @classmethod
    def many(cls: "type[TS]", n: int) -> "list[TS]":
        out: list[TS] = []
        for i in range(n):
            out.append(cls.make(i))
        return out

    @classmethod
    def opt(cls: t.Type[TS], ok: bool) -> TS | None:
        return cls() if ok else None

    @classmethod
    def pair(cls: type[TS], other: TS, k: K) -> tuple[TS, K]:
        return other, k

    @classmethod
    def from_dict(cls: type[TS], d: dict[str, int]) -> TS:
        return cls(**d)

    def area(self) -> str:
        return f"{type(self).__name__} {self.n}"


class Sq(Shape):
    def side(self) -> int:
        return self.n


class Cube(Sq):
    def __init__(self, n: int = 9) -> None:
        super().__init__(n * 100)

    @classmethod
    def make(cls: type[TS], n: int = 3) -> TS:
        print("Cube.make")
        return super().make(n)


class Base(Enum):
    @classmethod
    def parse(cls: type[E], s: str) -> E:
        return cls[s.upper()]

    @classmethod
    def names(cls: type[E]) -> list[str]:
        return [m.name for m in cls]


class Color(Base):
    RED = 1
    BLUE = 2


class Box(Generic[T]):
    def __init__(self, v: T) -> None:
        self.v = v

    @classmethod
    def of(cls: "type[Box[T]]", v: T) -> "Box[T]":
        return cls(v)


class Electric:
    def __init__(self, battery: int = 100) -> None:
        self.battery = battery


class Bike:
    def __init__(self, name: str) -> None:
        self.name = name


class EBike(Electric, Bike):
    def __init__(self, name: str, battery: int = 50) -> None:
        Bike.__init__(self, name)
        Electric.__init__(self, battery)


class A:
    def hi(self) -> str:
        return "A"


class B:
    def hi(self) -> str:
        return "B"


class C(A, B):
    def hi(self) -> str:
        return A.hi(self) + B.hi(self) + "C"


class Z:
    def who(self) -> str:
        return "Z"

    def base(self) -> str:
        return "Zb"


class A_mi1(Z):
    def __init__(self, a: int) -> None:
        self.a = a
        print("A_mi1.init", a)

    def base(self) -> str:
        return "A_mi1>" + super().base()

    def show(self) -> str:
        return f"A_mi1{self.a}" + self.who()


class B_mi1(Z):
    def __init__(self, b: str = "b") -> None:
        self.b = b
        print("B_mi1.init", b)

    def who(self) -> str:
        return "B_mi1"

    def base(self) -> str:
        return "B_mi1>" + super().base()

    def show(self) -> str:
        return f"B_mi1{self.b}"


class C_mi1(A_mi1, B_mi1):
    def __init__(self, a: int, b: str) -> None:
        A_mi1.__init__(self, a)
        B_mi1.__init__(self, b)
        self.c = a

    def who(self) -> str:
        return A_mi1.who(self) + B_mi1.who(self) + Z.who(self) + "C_mi1"

    def base(self) -> str:
        return A_mi1.base(self) + "|" + B_mi1.base(self) + "|" + Z.base(self)

    def show(self) -> str:
        return A_mi1.show(self) + B_mi1.show(self)


class D(C_mi1):
    def __init__(self) -> None:
        C_mi1.__init__(self, 1, "d")

    def show(self) -> str:
        return A_mi1.show(self) + "D" + C_mi1.show(self)


class Log:
    lines: list[str] = []

    def log(self, s: str) -> None:
        self.lines.append(s)


class Named:
    def __init__(self, name: str, *, up: bool = False) -> None:
        self.name = name.upper() if up else name


class Aged:
    def __init__(self, age: int) -> None:
        self.age = age


class Tagged:
    tag: str

    def __init__(self) -> None:
        self.tag = "t"


class P(Named, Aged, Tagged, Log):
    def __init__(self, name: str, age: int) -> None:
        Tagged.__init__(self)
        Aged.__init__(self, age=age)
        Named.__init__(self, name, up=True)
        Log.log(self, "made")

    def __repr__(self) -> str:
        return f"P({self.name}, {self.age}, {self.tag})"


class Base_mi1:
    def __init__(self) -> None:
        print("Base_mi1")


class L(Base_mi1):
    def __init__(self) -> None:
        Base_mi1.__init__(self)
        print("L")


class R(Base_mi1):
    def __init__(self) -> None:
        Base_mi1.__init__(self)
        print("R")


class MM(L, R):
    def __init__(self) -> None:
        L.__init__(self)
        R.__init__(self)
        print("MM")


class A_mi_loop:
    def __init__(self) -> None:
        self.x = 1


class B_mi_loop:
    def __init__(self) -> None:
        self.y = 2


class C_mi_loop(A_mi_loop, B_mi_loop):
    def __init__(self) -> None:
        A_mi_loop.__init__(self)


class A_mi_super_mix:
    def __init__(self) -> None:
        super().__init__()
        print("A_mi_super_mix")
        self.x = 1


class B_mi_super_mix:
    def __init__(self) -> None:
        super().__init__()
        print("B_mi_super_mix")
        self.y = 2


class C_mi_super_mix(A_mi_super_mix, B_mi_super_mix):
    def __init__(self) -> None:
        A_mi_super_mix.__init__(self)
        B_mi_super_mix.__init__(self)
        print("C_mi_super_mix")


def f(a: A_mi_super_mix) -> int:
    return a.x


def run_q9() -> None:
    print(User.make("a").hi())


def run_plug() -> None:
    for cls in REG.values():
        p = cls.create()
        print(type(p).__name__)
    print(type(Up.create()).__name__)


def run_cls1() -> None:
    print(Sq.make().side(), Cube.make(4).side(), Shape.make().area())
    print([s.side() for s in Sq.many(3)], [s.area() for s in Cube.many(2)])
    o = Sq.opt(True)
    if o is not None:
        print(o.side(), Sq.opt(False))
    print(Sq.pair(Sq(4), "k")[0].side(), Sq.pair(Cube(1), 3)[1], Cube.from_dict({"n": 5}).side())
    for c in (Shape, Sq, Cube):
        print(c.make(7).area())
    print(Shape.count, Sq.count, Cube.count)
    f = Sq.make
    print(f(8).side(), Sq(3).make(1).side())


def run_cls_enum() -> None:
    print(Color.parse("red"), Color.names())


def run_cls_generic() -> None:
    print(Box.of(3).v, Box.of("s").v)


def run_mi_explicit_init() -> None:
    e = EBike("x")
    print(e.name, e.battery)


def run_mi_explicit_method() -> None:
    print(C().hi())


def run_mi1() -> None:
    c = C_mi1(4, "q")
    print(c.a, c.b, c.c, c.who(), c.base(), c.show())
    d = D()
    print(d.show(), d.who(), d.base())
    p = P("ann", 3)
    print(p, P.lines, isinstance(p, Aged))
    MM()
    print(A_mi1(1).show(), B_mi1().show())


def run_mi_loop() -> None:
    c = C_mi_loop()
    print(c.x)
    try:
        print(c.y)
    except AttributeError as e:
        print(e)


def run_mi_super_mix() -> None:
    c = C_mi_super_mix()
    print(c.x, c.y, f(c))


def main() -> None:
    run_q9()
    run_plug()
    run_cls1()
    run_cls_enum()
    run_cls_generic()
    run_mi_explicit_init()
    run_mi_explicit_method()
    run_mi1()
    run_mi_loop()
    run_mi_super_mix()


if __name__ == "__main__":
    main()
