"""`__name` inside a class is the class's own: a class below may have another of that name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

__secret = 5


class Tank:
    __made = 0

    def __init__(self) -> None:
        self.__level = 1
        Tank.__made += 1

    def level(self) -> int:
        return self.__level

    def __check(self) -> str:
        return "Tank's check"

    def check(self) -> str:
        return self.__check()

    @staticmethod
    def __unit() -> str:
        return "l"

    def unit(self) -> str:
        return Tank.__unit() + self.__unit()

    @classmethod
    def made(cls) -> int:
        return cls.__made

    @property
    def raised(self) -> int:
        return self.__level

    @raised.setter
    def raised(self, by: int) -> None:
        self.__level += by


class Boiler(Tank):
    __made = 77

    def __init__(self) -> None:
        super().__init__()
        self.__level = "hot"

    def heat(self) -> str:
        return self.__level

    def __check(self) -> str:
        return "Boiler's check"

    def both(self) -> str:
        return f"{self.check()}, {self.__check()}"

    @staticmethod
    def __unit() -> str:
        return "kg"


class Chain:
    class __Link:
        def __init__(self, value: int) -> None:
            self.__value = value

        def value(self) -> int:
            return self.__value

    __all: ClassVar[list[int]] = []

    def add(self, value: int) -> list[int]:
        link = self.__Link(value)
        self.__all.append(link.value())
        return Chain.__all

    def names(self) -> list[int]:
        __local = 4
        out = list(map(lambda __x: __x + __local, range(3)))

        def bump() -> None:
            nonlocal __local
            __local += 1

        bump()
        match out:
            case [__first, *__rest]:
                out = [__first, len(__rest), __local]
        try:
            raise ValueError("four")
        except ValueError as __error:
            out.append(len(str(__error)))
        return out

    def same(self, other: Chain) -> bool:
        return other.__all is self.__all


@dataclass
class Point:
    __x: int = 1
    _y: int = 2

    def x(self) -> int:
        return self.__x


class Kind(Enum):
    A = 1
    __B = 2

    def b(self) -> int:
        return self.__B


TANK = Boiler()


def main() -> None:
    boiler = Boiler()
    boiler.raised = 4
    print(boiler.level(), boiler.raised, boiler.heat(), boiler.both(), boiler.unit(), Boiler.made(), TANK.heat())
    chain = Chain()
    print(chain.add(3), chain.names(), chain.same(Chain()), __secret)
    print(Point(), Point(5).x(), Point(_Point__x=7), list(Kind), Kind.A.b())


if __name__ == "__main__":
    main()
