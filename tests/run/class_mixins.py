"""Several bases: mixins, diamonds, dataclasses, exceptions, cooperative `super().__init__`."""

from __future__ import annotations
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Iterator


class Comparable:
    def key(self) -> int:
        raise NotImplementedError

    def __lt__(self, other: Comparable) -> bool:
        return self.key() < other.key()


class Printable:
    prefix = "<"

    def describe(self) -> str:
        return f"{self.prefix}{type(self).__name__} {self.label()}>"

    def label(self) -> str:
        return "?"


class Counted:
    made = 0

    def __init__(self, **kw: int) -> None:
        super().__init__(**kw)
        Counted.made += 1


class Root:
    def __init__(self, x: int = 0) -> None:
        self.x = x
        print("Root", x)


class Left(Root):
    def __init__(self, **kw: int) -> None:
        print("Left")
        super().__init__(**kw)

    def who(self) -> str:
        return "L" + self.base()

    def base(self) -> str:
        return "left"


class Right(Root):
    def __init__(self, **kw: int) -> None:
        print("Right")
        super().__init__(**kw)

    def who(self) -> str:
        return "R" + self.base()

    def base(self) -> str:
        return "right"


class Bottom(Left, Right):
    def __init__(self, **kw: int) -> None:
        print("Bottom")
        super().__init__(**kw)

    def who(self) -> str:
        return "B" + super().who()


class Item(Printable, Comparable):
    def __init__(self, n: int) -> None:
        self.n = n

    def key(self) -> int:
        return self.n

    def label(self) -> str:
        return f"item{self.n}"


class Animal(ABC):
    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def sound(self) -> str: ...


class Swimmer:
    name: str

    def swim(self) -> str:
        return f"{self.name} swims"


class Flyer:
    name: str
    height = 10

    def fly(self) -> str:
        return f"{self.name} flies {self.height}"


class Duck(Animal, Swimmer, Flyer):
    height = 3

    def sound(self) -> str:
        return "quack"


class Fish(Swimmer, Animal):
    def sound(self) -> str:
        return "..."


class Bat(Flyer, Animal):
    def sound(self) -> str:
        return "eek"


@dataclass
class Point:
    x: int
    y: int


class ScaleMixin:
    x: int
    y: int

    def scaled(self, k: int) -> tuple[int, int]:
        return self.x * k, self.y * k


@dataclass
class Scaled(ScaleMixin, Point):
    z: int = 0


class AppError(Exception):
    pass


class Retry:
    tries = 3

    def again(self) -> int:
        return self.tries - 1


class NetError(Retry, AppError):
    tries = 9


class CodeMixin:
    def code(self) -> int:
        return 42


class KeyMissing(KeyError, CodeMixin):
    pass


class Loggable:
    def __init__(self) -> None:
        super().__init__()
        self.log: list[str] = []

    def note(self, s: str) -> None:
        self.log.append(s)


class Store:
    def __init__(self) -> None:
        self.d: dict[str, int] = {}


class LogStore(Loggable, Store):
    def put(self, k: str, v: int) -> None:
        self.note(f"{k}={v}")
        self.d[k] = v


class Bag:
    def __init__(self, xs: list[int]) -> None:
        self.xs = xs

    def __iter__(self) -> Iterator[int]:
        return iter(self.xs)


class Sized2:
    def __len__(self) -> int:
        return 7


class SizedBag(Sized2, Bag):
    pass


def swim_all(xs: list[Swimmer]) -> list[str]:
    return [x.swim() for x in xs]


def show(p: Printable) -> str:
    return p.describe()


def main() -> None:
    b = Bottom(x=5)
    print(b.who(), b.x, isinstance(b, Left), isinstance(b, Right), isinstance(b, Root))
    items = [Item(3), Item(1), Item(2)]
    print([i.describe() for i in sorted(items)], min(items).n, show(items[0]), items[0] < items[1])
    d, f, t = Duck("d"), Fish("f"), Bat("b")
    print(d.swim(), d.fly(), d.sound(), f.swim(), t.fly(), swim_all([d, f]))
    animals: list[Animal] = [d, f, t]
    for a in animals:
        s = f"{a.name} {a.sound()}"
        if isinstance(a, Swimmer):
            s += " " + a.swim()
        if isinstance(a, Flyer):
            s += f" {a.fly()} {a.height}"
        print(s)
    p = Scaled(1, 2, 3)
    print(p, p.scaled(10), p == Scaled(1, 2, 3), Scaled(2, 3).scaled(2))
    try:
        raise NetError("net")
    except AppError as e:
        print(e, isinstance(e, Retry), e.again() if isinstance(e, Retry) else 0)
    try:
        raise KeyMissing("k")
    except KeyMissing as e2:
        print(e2, e2.code(), e2.args)
    ls = LogStore()
    ls.put("a", 1)
    print(ls.log, ls.d, isinstance(ls, Store), isinstance(ls, Loggable))
    sb = SizedBag([1, 2])
    print(len(sb), list(sb), [v for v in sb], sum(sb))
    print(issubclass(Duck, Swimmer), issubclass(Duck, Flyer), issubclass(Bat, Swimmer), Duck.height, Flyer.height)


if __name__ == "__main__":
    main()
