# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
"""Functions that take another with its arguments: submit(fn, *args, **kwargs)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Concatenate, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def submit(fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    print("calling", fn.__name__)
    return fn(*args, **kwargs)


def add(a: int, b: int = 2) -> int:
    return a + b


calls: list[str] = []


def later(fs: list[Callable[[], object]], fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> None:
    def run() -> object:
        return fn(*args, **kwargs)

    fs.append(run)


def retry(times: int, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    for i in range(times):
        try:
            return fn(*args, **kwargs)
        except ValueError as e:
            print("again", i, e)
    raise RuntimeError("gave up")


def with_one(fn: Callable[Concatenate[int, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    return fn(1, *args, **kwargs)


def twice(fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> tuple[R, R]:
    return fn(*args, **kwargs), fn(*args, **kwargs)


class Pool:
    def __init__(self) -> None:
        self.n = 0

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        self.n += 1
        return fn(*args, **kwargs)

    @staticmethod
    def run(fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        return fn(*args, **kwargs)

    @classmethod
    def crun(cls, fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        print(cls.__name__)
        return fn(*args, **kwargs)


class Box(Generic[T]):
    def __init__(self, v: T) -> None:
        self.v = v

    def map(self, fn: Callable[Concatenate[T, P], R], *args: P.args, **kwargs: P.kwargs) -> "Box[R]":
        return Box(fn(self.v, *args, **kwargs))


def flaky(a: int, *, fail: bool = False, k: float = 1.5) -> str:
    if fail:
        raise ValueError("no")
    return f"{a} {k}"


def var(*xs: int, **kw: int) -> int:
    return sum(xs) + sum(kw.values()) * 100


def lst(x: int, acc: list[int] = []) -> list[int]:
    acc.append(x)
    return acc


def noargs() -> None:
    print("noargs")


@dataclass
class Pt:
    x: int
    y: int = 5

    def move(self, dx: int, dy: int = 0) -> "Pt":
        return Pt(self.x + dx, self.y + dy)


def ident(x: T) -> T:
    return x


def show(x: int | None = None, *, label: str = "l") -> str:
    return f"{x} {label}"


def order(name: str) -> int:
    print("eval", name)
    return len(name)


def call(fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return fn(*args, **kwargs)


def add_ps_stars(*a: int) -> int:
    return sum(a)


def outer(fn: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return call(fn, *args, **kwargs)


def plain(*a: int, **k: int) -> int:
    return sum(a) + sum(k.values())


def call_go(f: Callable[..., int]) -> int:
    def go(*a: int, **k: int) -> int:
        return f(*a, **k)

    return go(1, 2) + go(3)


def make(f: Callable[..., int]) -> list[int]:
    def go(*a: int, **k: int) -> int:
        return f(*a, **k)

    return [go(i) for i in range(3)]


def plain_mk(*a: int, **k: int) -> int:
    return sum(a) + sum(k.values())


def two(a: int, b: int = 4) -> int:
    return a * b


def make_mk(f: Callable[..., int]) -> Callable[..., int]:
    def go(*a: int, **k: int) -> int:
        return f(*a, **k) + 1

    return go


class M:
    def __init__(self, f: Callable[..., int]) -> None:
        self.f = make_mk(f)


def run_paramspec_submit() -> None:
    print(submit(add, 1), submit(add, 1, b=5))
    fs = []
    for i in range(2):

        def cb(n: int = i) -> int:
            return n

        fs.append(submit(cb))
    print(fs)


def run_user_paramspec_call_defaults() -> None:
    fs: list[Callable[[], object]] = []
    for i in range(3):
        later(fs, lambda n=i: print("n", n))

        def cb(n: int = i, m: int = 0) -> None:
            print("def", n, m)

        later(fs, cb)
        later(fs, cb, m=5)
    for f in fs:
        f()


def run_ps1() -> None:
    print(retry(2, flaky, 3), retry(1, flaky, 3, k=2), retry(2, flaky, a=4, k=2.5))
    try:
        retry(2, flaky, 3, fail=True)
    except RuntimeError as e:
        print(e)
    print(with_one(lambda a, b: a + b, 5), with_one(var, 2, 3), with_one(flaky, k=3.0))
    print(twice(var, 1, 2, z=3), twice(var), twice(lst, 4))
    p = Pool()
    print(
        p.submit(flaky, 1, k=9.0),
        p.submit(lambda: 5),
        p.submit(lambda x: x + "!", "s"),
        p.n,
        Pool.run(var, 1),
        Pool.crun(var, 7),
    )
    print(Box(3).map(lambda v, k: v * k, 4).v, Box(2).map(flaky, k=7.0).v)
    p.submit(noargs)
    pt = Pt(1)
    print(p.submit(pt.move, 3), p.submit(pt.move, dy=4, dx=1), p.submit(Pt, 1, 2))
    print(p.submit(ident, 3), p.submit(len, "abc"), p.submit(show), p.submit(show, None, label="q"), p.submit(show, 3))

    def inner(a: int, b: int = 7) -> int:
        return a * b + pt.x

    print(p.submit(inner, 2), p.submit(inner, b=1, a=4), twice(inner, 1, 1))
    fs: list[Callable[[int, float], float]] = [lambda a, b: a + b]
    f = fs[0]
    print(p.submit(f, 1, 2))
    print(retry(order("xx"), var, order("a"), k=order("bcd")))


def run_ps_stars() -> None:
    print(outer(add_ps_stars, 1, 2))
    print(outer(add_ps_stars))
    print(outer(lambda q: q * 2, 7))


def run_go() -> None:
    print(call_go(plain), make(plain))


def run_mk() -> None:
    h = make_mk(plain_mk)
    print(h(1, 2), h(3, k=4), make_mk(two)(2), make_mk(two)(2, b=3))
    print(M(two).f(1, 2))
    tab = {"a": make_mk(two), "b": make_mk(plain_mk)}
    print(tab["a"](1), tab["b"](1, 2))


def main() -> None:
    run_paramspec_submit()
    run_user_paramspec_call_defaults()
    run_ps1()
    run_ps_stars()
    run_go()
    run_mk()


if __name__ == "__main__":
    main()
