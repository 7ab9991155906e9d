"""Generic calls inside of others, whose type variables only the place around them tells."""

from __future__ import annotations
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E")


def empty() -> list[T]:
    return []


def ident(x: T) -> T:
    return x


def wrap(x: T) -> list[T]:
    return [x]


def first(xs: list[T], default: T) -> T:
    return xs[0] if xs else default


def twice(x: T) -> tuple[T, T]:
    return x, x


class Box(Generic[T]):
    def __init__(self, v: T | None = None) -> None:
        self.v = v

    def get(self) -> T | None:
        return self.v

    def either(self, other: Box[T]) -> Box[T]:
        return self if self.v is not None else other


def none() -> Box[T]:
    return Box()


def pick(a: Box[T], b: Box[T]) -> Box[T]:
    return a if a.v is not None else b


@dataclass
class Ok(Generic[T]):
    value: T


@dataclass
class Err(Generic[E]):
    error: E


def check(n: int) -> Ok[int] | Err[str]:
    return ident(Ok(n)) if n > 0 else ident(Err("neg"))


def use(b: Box[float]) -> None:
    print(b.v)


class Store:
    def __init__(self) -> None:
        self.items: list[float] = ident([1, 2])
        self.box: Box[list[int]] = ident(none())

    def all(self) -> dict[str, list[int | None]]:
        return ident({"a": ident(wrap(1)), "b": empty()})


def main() -> None:
    x: list[int] = empty()
    y: list[int] = ident(empty())
    z: list[list[str]] = wrap(empty())
    print(x, y, z)
    w: list[int] = ident([])
    v: list[float] = ident([1, 2])
    print(w, v)
    u: int | None = first([], None)
    o: list[int | None] = wrap(3)
    q: list[int | str] = ident(wrap(1))
    q.append("s")
    print(u, o, q)
    d: dict[str, list[int]] = dict(a=empty())
    print(d)
    b: Box[int] = ident(none())
    c: Box[int] = pick(none(), Box(3))
    e: Box[str] = pick(none(), none())
    print(b.v, c.v, e.v)
    c2: Box[int] = pick(Box(), Box(3))
    print(c2.get())
    use(pick(none(), none()))
    use(ident(Box()))
    f: Box[int] | None = ident(none())
    print(f is None, f.get() if f is not None else 0)
    g: tuple[list[int], list[int]] = twice(empty())
    h: tuple[int | None, int | None] = twice(None)
    print(g, h)
    print(check(1), check(-1))
    s = Store()
    print(s.items, s.box.get(), s.all())
    i: list[list[int] | None] = [ident(empty()), None, wrap(4)]
    print(i)
    j: dict[str, Box[int]] = {"k": ident(none()), "m": pick(Box(1), none())}
    print([(k, n.v) for k, n in j.items()])


if __name__ == "__main__":
    main()
