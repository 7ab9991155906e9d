# alone: the closures of an image that compares functions are made for that
"""`is`, `==` and `in` of functions, bound methods and closures, as keys too."""
from collections.abc import Callable


def a(x: int) -> None:
    print("a", x)


def b(x: int) -> None:
    print("b", x)


class C:
    def __init__(self, n: str) -> None:
        self.n = n
        self.hs: list[Callable[[int], None]] = []

    def on(self, h: Callable[[int], None]) -> None:
        if h not in self.hs:
            self.hs.append(h)

    def off(self, h: Callable[[int], None]) -> None:
        self.hs.remove(h)

    def fire(self, x: int) -> None:
        for h in self.hs:
            h(x)

    def m(self, x: int) -> None:
        print(self.n, x)

    @staticmethod
    def s(x: int) -> None:
        print("static", x)


def make(n: int) -> Callable[[int], None]:

    def inner(x: int) -> None:
        print("inner", n, x)
    return inner


def main() -> None:
    c = C("one")
    d = C("two")
    c.on(a)
    c.on(a)
    c.on(b)
    c.on(c.m)
    c.on(c.m)
    c.on(d.m)
    c.on(C.s)
    c.on(C.s)
    i = make(1)
    j = make(1)
    c.on(i)
    c.on(i)
    c.on(j)
    c.fire(1)
    c.off(a)
    c.off(d.m)
    c.off(j)
    c.fire(2)
    try:
        c.off(a)
    except ValueError as e:
        print(e)
    print(a == b, a == a, a is a, a is b, c.m == c.m, c.m == d.m, c.m is c.m, i == j, i == i, i is i)
    f: Callable[[int], None] = lambda x: None  # noqa: E731
    lam = f
    print(f == lam, f is lam, c.hs.index(b), c.hs.count(b), b in c.hs, a in c.hs)
    g: Callable[[int], None] | None = None
    print(g == a, g is None)
    g = a
    print(g == a, g is a, g != b)
    s = {a, b, a}
    print(len(s), a in s)
    names = {a: "a", b: "b"}
    print(names[a], names[b])


if __name__ == "__main__":
    main()
