"""method decorators"""
from __future__ import annotations
import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
LOG: list[str] = []

def logged(fn: Callable[[Account, int], int]) -> Callable[[Account, int], int]:
    @functools.wraps(fn)
    def wrapper(self: Account, n: int) -> int:
        LOG.append(f"{self.name} {n}")
        return fn(self, n)
    return wrapper

def traced(fn: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(fn)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        LOG.append("call")
        return fn(*args, **kwargs)
    return wrapper

class Account:
    def __init__(self, name: str) -> None:
        self.name = name
        self.balance = 0

    @logged
    def deposit(self, n: int) -> int:
        self.balance += n
        return self.balance

    @traced
    def report(self) -> str:
        return f"{self.name}: {self.balance}"

    @staticmethod
    @traced
    def parse(text: str) -> int:
        return int(text)

    @classmethod
    @traced
    def make(cls, name: str) -> Account:
        return cls(name)

    @property
    @traced
    def rich(self) -> bool:
        return self.balance > 10

class Sub(Account):
    @traced
    def report(self) -> str:
        return "sub " + super().report()

def main() -> int:
    a = Account("ann")
    print(a.deposit(5), a.deposit(7), a.report(), Account.parse("12"), Account.make("z").report(), a.rich)
    s: Account = Sub("s")
    print(s.report())
    print(LOG)
    return 0

if __name__ == "__main__":
    sys.exit(main())
