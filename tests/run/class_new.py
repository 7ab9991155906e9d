"""`__new__`: singletons, objects filled without `__init__`, factories, and both methods together."""
from __future__ import annotations
from typing import ClassVar, Self, Any


class Single:
    _inst: ClassVar[Single | None] = None
    n: int

    def __new__(cls) -> Single:
        if cls._inst is None:
            made = super().__new__(cls)
            made.n = 0
            cls._inst = made
        return cls._inst


class Vec:
    __slots__ = ("x", "y")
    x: int
    y: int

    def __new__(cls, x: int, y: int = 5) -> Self:
        self = object.__new__(cls)
        self.x = x
        self.y = y
        return self


class Counted:
    count = 0

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        print("new", cls.__name__, args)
        Counted.count += 1
        return super().__new__(cls)

    def __init__(self, a: int, b: str = "b") -> None:
        print("init", a, b)
        self.a = a
        self.b = b


class Sub(Counted):
    def __init__(self, a: int) -> None:
        super().__init__(a * 2, "sub")
        self.c = a


class Config:
    _one: ClassVar[Config | None] = None

    def __new__(cls, size: int = 3) -> Config:
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __init__(self, size: int = 3) -> None:
        self.size = size


class Interned:
    _all: ClassVar[dict[str, Interned]] = {}
    name: str

    def __new__(cls, name: str) -> Interned:
        got = cls._all.get(name)
        if got is None:
            got = super().__new__(cls)
            got.name = name
            cls._all[name] = got
        return got

    @classmethod
    def raw(cls) -> Interned:
        return cls.__new__(cls, "raw")


class Shape:
    def __new__(cls, kind: str) -> Shape:
        if kind == "c":
            return object.__new__(Circle)
        return object.__new__(Square)

    def area(self) -> int:
        return 0


class Circle(Shape):
    def area(self) -> int:
        return 3


class Square(Shape):
    def area(self) -> int:
        return 4


class Lazy:
    x: int

    def __new__(cls) -> Self:
        return super().__new__(cls)


def main() -> None:
    s = Single()
    s.n += 1
    t = Single()
    print(t.n, s is t)
    v = Vec(1, 2)
    print(v.x, v.y, Vec(7).y, Vec(y=1, x=2).x)
    c = Counted(1, b="z")
    d = Sub(4)
    print(c.a, c.b, d.a, d.b, d.c, Counted.count, type(d).__name__)
    a, b = Config(5), Config()
    print(a is b, a.size)
    print(Interned("a") is Interned("a"), Interned("b").name, Interned.raw().name)
    print(Shape("c").area(), Shape("s").area(), type(Shape("c")).__name__)
    try:
        print(Lazy().x)
    except AttributeError as e:
        print(e)


if __name__ == "__main__":
    main()
