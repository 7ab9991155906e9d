# apart: functions, and objects of any type, are compared in all of the image
"""Callable[..., R]: functions with other parameters, calls with names, stars and too few arguments."""

from collections.abc import Callable


def add(a: int, b: int) -> int:
    return a + b


def neg(a: int) -> int:
    return -a


def scale(a: int, *, by: int = 3) -> int:
    return a * by


class K:
    def __init__(self, n: int) -> None:
        self.n = n
    @staticmethod
    def st(a: int, b: int = 7) -> int:
        return a * 100 + b
    def m(self, a: int, b: int = 1) -> int:
        return self.n + a + b


TABLE: dict[str, Callable[..., int]] = {"add": add, "neg": neg, "scale": scale, "lam": lambda x, y: x * y, "st": K.st}


def run(name: str, *args: int) -> int:
    return TABLE[name](*args)


def call(f: Callable[..., int], *args: int, **kw: int) -> int:
    return f(*args, **kw)


def find(f: Callable[..., int] | None = None) -> str:
    return "none" if f is None else str(f(1, 2))


def main() -> None:
    print(TABLE["add"](1, 2), TABLE["neg"](3), TABLE["scale"](4, by=5), TABLE["lam"](3, 4), TABLE["st"](1))
    fs: list[Callable[..., int]] = [add, neg]
    fs.append(K(5).m)
    print(fs[2](1), fs[2](1, 2), fs[2](1, b=3))
    print(add in fs, fs.index(neg))
    fs.remove(add)
    print(len(fs), fs[0](9))
    def inner(a: int, b: int = 10) -> int:
        return a + b + len(fs)
    fs.append(inner)
    print(fs[-1](1), fs[-1](1, 2))
    print(find(), find(add), find(K(1).m), find(inner), find(lambda x, y: x - y))
    for name in ("add", "neg", "lam", "st"):
        for args in ([1], [1, 2], [1, 2, 3]):
            try:
                print(name, len(args), call(TABLE[name], *args))
            except TypeError as e:
                print(name, len(args), e)
    try:
        print(call(TABLE["scale"], 2, by=8), call(TABLE["scale"], 2))
        print(call(TABLE["scale"], 2, bye=8))
    except TypeError as e:
        print(e)
    try:
        print(call(lambda x, y: x - y, 2, y=8))
        print(call(lambda x, y: x - y, 2))
    except TypeError as e:
        print(e)
    for g in fs:
        try:
            print(g(1))
            print(g(1, 2))
            print(g(1, b=5))
            print(g())
        except TypeError as e:
            print(e)


if __name__ == "__main__":
    main()
