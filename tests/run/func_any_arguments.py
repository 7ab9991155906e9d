# apart: functions are asked for their names, and objects for what becomes one, in all of the image
"""Decorators typed with `Callable[..., R]` or a variable bound to it, as code without a ParamSpec has them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])
R = TypeVar("R")
T = TypeVar("T")
LOG: list[str] = []


def logged(f: F) -> F:
    @functools.wraps(f)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        LOG.append(f"> {f.__name__}")
        try:
            return f(*args, **kwargs)
        finally:
            LOG.append(f"< {f.__name__}")

    return cast(F, wrapper)


def retry(times: int, /, on: str = "retry") -> Callable[[F], F]:
    def decorate(f: F) -> F:
        @functools.wraps(f)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            for attempt in range(times):
                try:
                    return f(*args, **kwargs)
                except ValueError as error:
                    print(on, attempt, error)
            raise RuntimeError("gave up")

        return wrapper  # type: ignore[return-value]

    return decorate


def timed(f: Callable[..., R]) -> Callable[..., R]:
    @functools.wraps(f)
    def wrapper(*args: Any, **kwargs: Any) -> R:
        result = f(*args, **kwargs)
        print(f.__name__, "gave", result)
        return result

    return wrapper


def bold(f: Callable[..., str]) -> Callable[..., str]:
    def inner(*args: object, **kwargs: object) -> str:
        return "<b>" + f(*args, **kwargs) + "</b>"

    return inner


def tag(name: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
    def decorate(f: Callable[..., str]) -> Callable[..., str]:
        def inner(*args: Any, **kwargs: Any) -> str:
            return f"<{name}>{f(*args, **kwargs)}</{name}>"

        return inner

    return decorate


def twice(f: Callable[..., Any]) -> Callable[..., Any]:
    def again(*args: Any, **kwargs: Any) -> Any:
        f(*args, **kwargs)
        return f(*args, **kwargs)

    return again


class Counted:
    calls = 0

    @classmethod
    def count(cls, f: F) -> F:
        @functools.wraps(f)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            cls.calls += 1
            return f(*args, **kwargs)

        return cast(F, wrapper)


@logged
def add(a: int, b: int = 2) -> int:
    return a + b


@timed
@logged
def scale(xs: list[int], *, by: int = 3) -> list[int]:
    return [x * by for x in xs]


@tag("p")
@bold
def hello(name: str, *, punct: str = "!") -> str:
    return "hello " + name + punct


@twice
def bump(step: int) -> int:
    Machine.total += step
    return Machine.total


@Counted.count
def ping(n: int) -> str:
    return "pong" * n


class Machine:
    total = 0

    def __init__(self) -> None:
        self.n = 0

    @retry(3)
    def get(self, need: int) -> str:
        self.n += 1
        if self.n < need:
            raise ValueError(self.n)
        return f"n={self.n}"

    @logged
    def show(self) -> None:
        print("machine", self.n)

    @staticmethod
    @logged
    def helper(x: float) -> float:
        return x / 2

    @property
    @logged
    def half(self) -> float:
        return self.n / 2


def main() -> None:
    print(add(1), add(1, b=5), add(b=1, a=1))
    print(scale([1, 2]), scale([3], by=1))
    print(hello("bob"), hello("al", punct="?"), bump(2), bump(step=1))
    machine = Machine()
    print(machine.get(2))
    try:
        machine.get(100)
    except RuntimeError as error:
        print(error)
    machine.show()
    print(ping(1), ping(n=2), Counted.calls)
    print(Machine.helper(3.0), machine.half)

    @retry(2, "again")
    def local(x: int) -> int:
        if machine.n < x:
            machine.n += 10
            raise ValueError("small")
        return machine.n

    print(local(12), add.__name__, scale.__name__, LOG)


if __name__ == "__main__":
    main()
