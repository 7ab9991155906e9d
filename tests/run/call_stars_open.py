"""`*xs` and `**d` in calls of functions with parameters of their own: what fits, and every TypeError."""

from dataclasses import dataclass
from typing import NamedTuple, TypeVar, Generic

T = TypeVar("T")

def say(x: int) -> int:
    print("say", x)
    return x

def total(**amounts: int) -> int:
    print(amounts)
    return sum(amounts.values())

def tag(name: str, /, *children: str, sep: str = ",", **attrs: str) -> str:
    a = "".join(f' {k}="{v}"' for k, v in attrs.items())
    return f"<{name}{a}>{sep.join(children)}</{name}>"

def mix(a: int, b: int = 2, *, c: int = 3, d: int, **rest: int) -> str:
    return f"{a} {b} {c} {d} {rest}"

def area(w: int, h: int) -> int:
    return w * h

def opt(w: int, h: int = 7, *, k: int = 9) -> str:
    return f"{w} {h} {k}"

def three(a: int, b: int, c: int) -> None: ...
def only(a: int, /, b: int) -> str:
    return f"{a} {b}"
def many(a: int, b: int = 5, *rest: int, k: int = 1) -> str:
    return f"{a} {b} {rest} {k}"

def collect(**kw: T) -> list[T]:
    return list(kw.values())

def pick(a: T, b: T, *c: T) -> list[T]:
    return [b, a, *c]

class Base:
    def __init__(self, name: str, **options: int) -> None:
        self.name = name
        self.options = options

    def show(self, a: int, b: int = 1) -> str:
        return f"{self.name} {self.options} {a} {b}"

    @classmethod
    def make(cls, name: str, size: int = 0) -> "Base":
        return cls(name, size=size)

    @staticmethod
    def st(a: int, b: int) -> int:
        return a - b

class Child(Base):
    def __init__(self, extra: int, **options: int) -> None:
        super().__init__("child", **options)
        self.extra = extra

@dataclass
class P:
    x: int
    y: int = 4

@dataclass(frozen=True)
class Q:
    x: int
    y: int = 4

class N(NamedTuple):
    x: int
    y: int = 4

class Box(Generic[T]):
    def __init__(self, a: T, b: T) -> None:
        self.items = [a, b]

def forward(*args: int, **kwargs: int) -> str:
    return mix(*args, **kwargs)

def err(n: int, xs: list[int], d: dict[str, int]) -> None:
    try:
        if n == 0:
            print(area(*xs))
        if n == 1:
            print(opt(*xs))
        if n == 2:
            print(area(**d))
        if n == 3:
            print(opt(*xs, **d))
        if n == 4:
            print(three(*xs))
        if n == 5:
            print(only(*xs, **d))
        if n == 6:
            print(many(*xs))
        if n == 7:
            print(mix(*xs, **d))
        if n == 8:
            print(Base("b").show(*xs, **d))
        if n == 9:
            print(P(*xs, **d))
        if n == 10:
            print(Q(*xs, **d))
        if n == 11:
            print(N(*xs, **d))
        if n == 12:
            print(Base.st(*xs))
        if n == 13:
            print(opt(*xs, k=2))
        if n == 14:
            print(opt(*xs, h=2))
        if n == 15:
            print(Child(1, **d).options)
        if n == 16:
            print(many(1, *xs, **d))
        if n == 17:
            print(forward(*xs, **d))
        if n == 18:
            print(area(3, *xs))
        if n == 19:
            print(area(*xs, 3))
    except TypeError as e:
        print("TypeError", e)

def main() -> None:
    print(total(), total(a=1), total(a=say(1), b=say(2)))
    ab = [1, 2]
    names = ["a", "b"]
    d = {"x": 5, "y": 6}
    print(total(**d), total(a=1, **d, z=9), total(**{"q": 1}, **d))
    print(tag("b"), tag("b", "x", "y", sep="-", id="1", name="n"), tag("p", *["u", "v"], **{"k": "w"}))
    print(mix(1, d=say(4)), mix(1, e=say(10), d=say(11), b=say(12), f=say(13)))
    print(area(*ab), area(3, *ab[1:]), opt(*[1]), opt(*ab), opt(*[], **{"w": 3, "k": 2}))
    print(collect(a=1, b=2), collect(x="s"), pick(*ab, 3), pick("a", *names))
    print(Child(3, a=1, b=2).options, Base.make(*["n"]).options, Base.make("q", **{"size": 3}).options)
    print(Box(*ab).items, Box[int](*ab).items, Box(1, *ab[1:]).items)
    for n in range(20):
        for xs in ([], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4]):
            for dd in ({}, {"w": 1}, {"w": 1, "h": 2}, {"a": 1}, {"a": 1, "b": 2}, {"z": 3, "d": 4}, {"k": 1, "x": 2, "y": 3}, {"d": 1, "k": 2}):
                err(n, xs, dd)

    def inner(p: int, q: int = len(d), **more: int) -> str:
        return f"{p} {q} {more}"
    print(inner(1), inner(*[1]), inner(*[1, 2]), inner(**{"p": 1}), inner(1, z=2))
    try:
        inner(*[1, 2, 3][:3])
    except TypeError as e:
        print(e)

if __name__ == "__main__":
    main()
