# apart: classes and callable objects are function values in all of the image
"""Closures in try statements, classes, generic functions and callbacks; memoisation, visitors, sort keys."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


def apply(f: Callable[[T], U], x: T) -> U:
    return f(x)


def compose(f: Callable[[int], int], g: Callable[[int], str]) -> Callable[[int], str]:
    return lambda x: g(f(x))


def each(xs: list[T], f: Callable[[T], None]) -> None:
    for x in xs:
        f(x)


def tries() -> None:
    log: list[str] = []
    handlers: list[Callable[[], str]] = []
    for n in (0, 1, 2):
        try:
            def note(s: str) -> None:
                log.append(f"{n}:{s}")
            note("try")
            if n == 1:
                raise ValueError("one")
            if n == 2:
                continue
            note("end")
        except ValueError as e:  # noqa: F841
            handlers.append(lambda: str(e))  # noqa: F821
            print(handlers[-1]())
            note("except")
        finally:
            note("finally")
    print(log)
    try:
        print(handlers[0]())
    except NameError as error:
        print(type(error).__name__, error)


def ret() -> Callable[[], str]:
    try:
        raise KeyError("k")
    except KeyError as e:  # noqa: F841
        return lambda: str(e)  # noqa: F821


def deep(a: int) -> Callable[[int], Callable[[int], int]]:
    b = a * 2

    def mid(c: int) -> Callable[[int], int]:
        d = c + b

        def low(e: int) -> int:
            nonlocal d
            d += 1
            return a + b + c + d + e
        return low
    return mid


def optional(flag: bool) -> None:
    x: int | None = 3 if flag else None
    def clear() -> None:
        nonlocal x
        x = None
    if x is not None:
        print(x + 1)
    clear()
    print(x is None)
    def show() -> None:
        if x is None:
            print("none")
        else:
            print(x * 2)
    show()
    x = 10
    show()


def collect() -> list[int]:
    out = []
    def visit(n: int) -> None:
        out.append(n)
        if n > 0:
            visit(n - 1)
    visit(4)
    return out


def memo() -> None:
    cache: dict[int, int] = {}
    def fib(n: int) -> int:
        if n in cache:
            return cache[n]
        r = n if n < 2 else fib(n - 1) + fib(n - 2)
        cache[n] = r
        return r
    print(fib(80), len(cache))


@dataclass
class Button:
    label: str
    on_click: Callable[["Button"], None] | None = None
    count: int = 0

    def click(self) -> None:
        self.count += 1
        if self.on_click is not None:
            self.on_click(self)


class Emitter(Generic[T]):
    def __init__(self) -> None:
        self.subs: list[Callable[[T], None]] = []

    def on(self, f: Callable[[T], None]) -> Callable[[], None]:
        self.subs.append(f)
        index = len(self.subs) - 1

        def off() -> None:
            self.subs[index] = lambda _: None
        return off

    def emit(self, value: T) -> None:
        for s in self.subs:
            s(value)


def defaults(n: int) -> None:
    step = n
    def inc(x: int, by: int = step * 2, *, times: int = 1) -> int:
        return x + by * times
    step = 100
    print(inc(1), inc(1, 5), inc(1, times=3), inc(by=2, x=3))


def loopdefs() -> None:
    fs: list[Callable[[], int]] = []
    for i in range(3):
        def f() -> int:
            return i * i
        fs.append(f)
        print(f(), end=" ")
    print([g() for g in fs])


def main() -> None:
    print(apply(lambda x: x * 2, 4), apply(lambda s: len(s), "hello"))
    print(compose(lambda x: x + 1, lambda y: f"<{y}>")(3))
    each(["a", "b"], lambda s: print(s.upper()))
    tries()
    try:
        print(ret()())
    except NameError as error:
        print(error)
    m = deep(1)
    low, other = m(10), m(20)
    print(low(1), low(1), other(1), low(1))
    optional(True)
    optional(False)
    print(collect())
    memo()
    b = Button("ok", lambda me: print("clicked", me.label, me.count))
    b.click()
    b.click()
    Button("none").click()
    em: Emitter[str] = Emitter()
    got: list[str] = []
    off = em.on(lambda s: got.append(s))
    em.on(lambda s: got.append(s[::-1]))
    em.emit("abc")
    off()
    em.emit("xyz")
    print(got)
    defaults(5)
    loopdefs()
    k = 3
    print([sorted([3, 1, 2], key=lambda v: (v * i) % k) for i in range(3)])
    pairs = [(1, "b"), (0, "z"), (1, "a")]
    print(sorted(pairs, key=lambda p: (p[0], p[1])), min(pairs, key=lambda p: p[1]), max(3, -7, 5, key=lambda v: abs(v)))
    table = {"x": lambda: 1, "y": lambda: 2}
    print(table["y"]())


if __name__ == "__main__":
    main()
