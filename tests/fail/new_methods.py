from __future__ import annotations
from typing import ClassVar
from enum import Enum


class Single:
    _inst: ClassVar[Single | None] = None

    def __new__(cls) -> Single:
        if cls._inst is None:
            cls._inst = super().__new__(cls)
        return cls._inst


class Odd:
    def __new__(cls) -> Single:
        return Single()


class Bad(Exception):
    def __new__(cls, a: int) -> Bad:
        return super().__new__(cls)


class Extra:
    def __new__(cls, a: int) -> Extra:
        return super().__new__(cls, a)


class E(Enum):
    A = 1

    def __new__(cls, v: int) -> E:
        return object.__new__(cls)


def f() -> Single:
    return Single.__new__(Single)


def main() -> None:
    print(Odd(), Bad(1), Extra(2), E.A, f())




