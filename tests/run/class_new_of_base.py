"""`__new__` that is annotated with its own class instead of `Self`, and classes below."""

from __future__ import annotations


class Single:
    _instance: Single | None = None

    def __new__(cls) -> Single:
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def name(self) -> str:
        return "single"


class Config(Single):
    def name(self) -> str:
        return "config"

    def only(self) -> int:
        return 5


class Logger(Single):
    def __init__(self) -> None:
        print("logger init")
        self.lines: list[str] = []

    def log(self, text: str) -> None:
        self.lines.append(text)


class Shape:
    def __new__(cls, size: int) -> "Shape":
        print("make", cls.__name__, size)
        return super().__new__(cls)

    def __init__(self, size: int) -> None:
        self.size = size

    def area(self) -> int:
        return 0


class Square(Shape):
    def area(self) -> int:
        return self.size * self.size

    def side(self) -> int:
        return self.size


class Cube(Square):
    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.depth = size


class Pool:
    free: list[Pool] = []

    def __new__(cls, n: int) -> Pool:
        if Pool.free:
            return Pool.free.pop()
        obj = super().__new__(cls)
        return obj

    def __init__(self, n: int) -> None:
        print("init", n)
        self.n = n


class Special(Pool):
    def __init__(self, n: int) -> None:
        super().__init__(n)
        self.extra = n * 2


def use(s: Square) -> int:
    return s.side()


def main() -> None:
    c = Config()
    d = Config()
    print(c is d, c.name(), c.only(), d.only(), isinstance(c, Config), type(c).__name__)
    log = Logger()
    log.log("a")
    Logger().log("b")
    print(log.lines, len(Logger().lines))
    print(type(Single()).__name__, Single() is c, Single() is Single())
    s = Square(3)
    print(s.area(), s.side(), use(s), use(Cube(2)), Cube(4).depth, Shape(1).area())
    shapes: list[Shape] = [Square(2), Cube(3)]
    print([x.area() for x in shapes])
    p = Pool(1)
    q = Special(2)
    print(q.extra, q.n, p.n)
    Pool.free.append(p)
    r = Special(7)
    print(r.n, r is p, isinstance(r, Special))
    try:
        print(r.extra)
    except AttributeError as e:
        print(e)
    Pool.free.append(q)
    t = Pool(9)
    print(t.n, t is q)


if __name__ == "__main__":
    main()
