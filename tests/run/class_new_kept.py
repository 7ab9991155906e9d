"""`__new__` with dataclasses, generic classes, bases, module variables, classes as values, and an `__init__` that raises."""
from __future__ import annotations
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Self, TypeVar, Generic
from collections.abc import Callable

T = TypeVar("T")


class Registry:
    _inst: ClassVar[Registry | None] = None
    items: dict[str, int]

    def __new__(cls) -> Registry:
        if cls._inst is None:
            cls._inst = super().__new__(cls)
            cls._inst.items = {}
        return cls._inst

    def add(self, k: str) -> None:
        self.items[k] = len(self.items)


REG = Registry()
REG.add("start")


@dataclass
class Point:
    x: int
    y: int = 0

    def __new__(cls, x: int, y: int = 0) -> Self:
        print("making", x, y)
        return super().__new__(cls)


class Base:
    def __new__(cls, name: str) -> Self:
        obj = super().__new__(cls)
        obj.name = name
        return obj

    name: str
    level = 3


class Below(Base):
    extra: int

    def __init__(self, name: str) -> None:
        print("init", self.name)
        self.extra = len(name)


class Boom:
    kept: ClassVar[list[Boom]] = []
    x: int

    def __new__(cls, x: int) -> Self:
        me = super().__new__(cls)
        Boom.kept.append(me)
        return me

    def __init__(self, x: int) -> None:
        if x < 0:
            raise ValueError("negative")
        self.x = x


def arg(n: int) -> int:
    print("arg", n)
    return n


class Stack(Generic[T]):
    made = 0

    def __new__(cls, first: T) -> Self:
        Stack.made += 1
        return super().__new__(cls)

    def __init__(self, first: T) -> None:
        self.items = [first]


class Unit:
    _cache: ClassVar[dict[int, Unit]] = {}

    def __new__(cls, value: int) -> Unit:
        try:
            return cls._cache[value]
        except KeyError:
            unit = cls._cache[value] = super().__new__(cls)
            unit.value = value
            return unit

    value: int

    def __repr__(self) -> str:
        return f"Unit({self.value})"

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return hash(self.value)


def make(f: Callable[[int], Unit], n: int) -> Unit:
    return f(n)


def main() -> None:
    REG.add("more")
    print(Registry() is REG, Registry().items)
    print(Point(1), Point(y=2, x=3), Point(1) == Point(1))
    b = Below("abc")
    print(b.name, b.extra, b.level, Base("q").name, isinstance(b, Base))
    kinds: list[type[Base]] = [Base, Below]
    print([k("z").name for k in kinds])
    for n in (1, -1):
        try:
            Boom(arg(n))
        except ValueError as e:
            print(e)
    for one in Boom.kept:
        try:
            print(one.x)
        except AttributeError as e:
            print(e)
    s = Stack(3)
    t: Stack[str] = Stack("a")
    print(s.items, t.items, Stack.made)
    print(Unit(3) is Unit(3), {Unit(1): 2}[Unit(1)], make(Unit, 9), list(map(Unit, [1, 2])), partial(Unit, 4)())


if __name__ == "__main__":
    main()
