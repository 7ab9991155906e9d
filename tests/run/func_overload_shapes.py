"""Overloads of many shapes."""
from __future__ import annotations
from typing import Literal, overload, TypeVar, Generic, Sequence
T = TypeVar("T")
U = TypeVar("U")


class Vec:
    def __init__(self, *xs: float) -> None:
        self.xs = list(xs)

    @overload
    def __add__(self, o: Vec) -> Vec: ...

    @overload
    def __add__(self, o: int) -> list[float]: ...

    def __add__(self, o: Vec | int) -> Vec | list[float]:
        if isinstance(o, int):
            return [x + o for x in self.xs]
        return Vec(*[a + b for a, b in zip(self.xs, o.xs)])

    @overload
    def __matmul__(self, o: Vec) -> float: ...

    @overload
    def __matmul__(self, o: str) -> str: ...

    def __matmul__(self, o: Vec | str) -> float | str:
        return o + "!" if isinstance(o, str) else sum([a * b for a, b in zip(self.xs, o.xs)], 0.0)

    @overload
    def __getitem__(self, i: int) -> float: ...

    @overload
    def __getitem__(self, i: slice) -> Vec: ...

    def __getitem__(self, i: int | slice) -> float | Vec:
        return Vec(*self.xs[i]) if isinstance(i, slice) else self.xs[i]

    def __repr__(self) -> str:
        return f"Vec{tuple(self.xs)}"

    def __len__(self) -> int:
        return len(self.xs)


class Table(Generic[T]):
    def __init__(self) -> None:
        self.d: dict[str, T] = {}

    @overload
    def get(self, k: str) -> T | None: ...

    @overload
    def get(self, k: str, default: T) -> T: ...

    def get(self, k: str, default: T | None = None) -> T | None:
        return self.d.get(k, default)


@overload
def read(name: str, binary: Literal[True]) -> bytes: ...


@overload
def read(name: str, binary: Literal[False] = ...) -> str: ...


def read(name: str, binary: bool = False) -> str | bytes:
    return name.encode() if binary else name


@overload
def first(xs: Sequence[T]) -> T | None: ...


@overload
def first(xs: Sequence[T], default: U) -> T | U: ...


def first(xs: Sequence[T], default: U | None = None) -> T | U | None:
    return xs[0] if len(xs) > 0 else default


@overload
def convert(x: None) -> None: ...


@overload
def convert(x: int) -> str: ...


@overload
def convert(x: str) -> int: ...


def convert(x: int | str | None) -> int | str | None:
    if x is None:
        return None
    return str(x) if isinstance(x, int) else int(x)


@overload
def area(r: float) -> float: ...


@overload
def area(w: float, h: float) -> float: ...


def area(w: float, h: float | None = None) -> float:
    return 3.0 * w * w if h is None else w * h


class Box:
    @overload
    @staticmethod
    def of(x: int) -> int: ...

    @overload
    @staticmethod
    def of(x: str) -> list[str]: ...

    @staticmethod
    def of(x: int | str) -> int | list[str]:
        return x if isinstance(x, int) else list(x)

    @overload
    def __call__(self, x: int) -> int: ...

    @overload
    def __call__(self, x: str) -> str: ...

    def __call__(self, x: int | str) -> int | str:
        return x + 1 if isinstance(x, int) else x + "1"


def main() -> None:
    a, b = Vec(1.0, 2.0), Vec(3.0, 4.5)
    print(a + b, (a + b).xs[0], (a + 1)[1], a @ b + 1.0, (a @ "x").upper(), a[0] + 1.0, b[:1].xs, len(b[1:]))
    t: Table[int] = Table()
    t.d["x"] = 5
    v = t.get("x")
    print(t.get("x", 0) + 1, v, t.get("y"), t.get("y", 7) * 2)
    print(read("a").upper(), read("b", True).hex(), read("c", binary=True)[0], read("d", False) + "e")
    print(first([1, 2]), first(["a"], 3), first("xyz"))
    print(convert(3) + "!", convert("4") + 1, convert(None), area(2.0) + 1.0, area(2.0, 3.5))
    print(Box.of(1) + 1, Box.of("ab")[0], Box()(1) + 1, Box()("a").upper())


if __name__ == "__main__":
    main()
