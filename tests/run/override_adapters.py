"""Overrides that take more or give less than what they override, and iterables of narrower items."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence


class Base(ABC):
    @abstractmethod
    def value(self) -> int | str: ...

    @abstractmethod
    def find(self, key: str) -> Base | None: ...

    def items(self) -> Iterator[object]:
        yield "base"

    def log(self, text: str) -> str:
        return f"base {text}"

    @property
    def tag(self) -> object:
        return "t"

    def __getitem__(self, i: int) -> object:
        return i

    def boom(self, n: int) -> object:
        return n


class A(Base):
    def value(self) -> int:
        return 7

    def find(self, key: str) -> A:
        return self

    def items(self) -> Iterator[int]:
        yield 1
        yield 2

    def log(self, text: object, times: int = 2) -> str:
        return f"A {text!r} " * times

    @property
    def tag(self) -> int:
        return 3

    def __getitem__(self, i: int) -> str:
        return "x" * i

    def boom(self, n: int) -> int:
        return 1 // n


class B(A):
    def find(self, key: str | None) -> B:
        return self

    def value(self) -> int:
        return 8

    def log(self, text: object, times: int = 2, *, end: str = ".") -> str:
        return super().log(text, times) + end


class C(Base):
    def value(self) -> str:
        return "c"

    def find(self, key: str) -> None:
        return None

    def extra(self) -> Sequence[int]:
        return [1, 2]


def show(b: Base) -> None:
    found = b.find("k")
    print(b.value(), type(found).__name__, list(b.items()), b.log("hi"), b.tag, b[2])
    try:
        print(b.boom(2), b.boom(0))
    except ZeroDivisionError as e:
        print(e)


def main() -> None:
    for b in (A(), B(), C()):
        show(b)
    a = A()
    print(a.value() + 1, a.tag + 1, a[3].upper(), a.log(5, 1), [x + 1 for x in a.items()])
    b = B()
    print(b.value(), b.find(None) is b, b.log("q", end="!"))


if __name__ == "__main__":
    main()
