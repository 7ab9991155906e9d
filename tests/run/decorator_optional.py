# alone: `__name__` of function values asks for all of the image's
"""Decorators that are written with and without arguments."""

from __future__ import annotations

from functools import partial, wraps
from typing import Any, Callable, Optional, ParamSpec, TypeVar, Union, overload

F = TypeVar("F", bound=Callable[..., Any])
P = ParamSpec("P")
R = TypeVar("R")


@overload
def logged(fn: Callable[P, R], /) -> Callable[P, R]: ...
@overload
def logged(*, prefix: str = ...) -> Callable[[Callable[P, R]], Callable[P, R]]: ...
def logged(
    fn: Callable[P, R] | None = None, /, *, prefix: str = "log"
) -> Callable[P, R] | Callable[[Callable[P, R]], Callable[P, R]]:
    def deco(f: Callable[P, R]) -> Callable[P, R]:
        @wraps(f)
        def inner(*args: P.args, **kwargs: P.kwargs) -> R:
            res = f(*args, **kwargs)
            print(f"{prefix}: {f.__name__} -> {res!r}")
            return res

        return inner

    return deco if fn is None else deco(fn)


@logged
def add(x: int, y: int) -> int:
    return x + y


@logged(prefix=">>")
def greet(name: str) -> str:
    return f"hi {name}"


REG: dict[str, int] = {}


@overload
def tag(fn: F) -> F: ...
@overload
def tag(*, n: int) -> Callable[[F], F]: ...
def tag(fn: F | None = None, *, n: int = 1) -> F | Callable[[F], F]:
    def deco(f: F) -> F:
        REG[f.__name__] = n
        return f

    return deco(fn) if fn is not None else deco


@tag
def a(x: int) -> int:
    return x


@tag(n=5)
def b() -> str:
    return "b"


calls: list[str] = []


def retry(
    fn: Callable[P, R] | None = None, *, times: int = 3, label: str = "r"
) -> Callable[P, R] | Callable[[Callable[P, R]], Callable[P, R]]:
    """Retries."""
    if fn is None:
        return partial(retry, times=times, label=label)

    @wraps(fn)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        for n in range(times - 1):
            try:
                return fn(*args, **kwargs)
            except ValueError as e:
                calls.append(f"{label} {n} {e}")
        return fn(*args, **kwargs)

    return inner


state = [0]


@retry
def once(x: int, y: int = 2) -> int:
    state[0] += 1
    if state[0] < 3:
        raise ValueError(f"no {state[0]}")
    return x * y


@retry(times=2, label="two")
def twice(name: str) -> str:
    if not calls or calls[-1] != "two 0 bad":
        raise ValueError("bad")
    return name.upper()


def trace(
    f: Optional[Callable[[int], int]] = None, *, tag: str = "t"
) -> Union[Callable[[int], int], Callable[[Callable[[int], int]], Callable[[int], int]]]:
    def wrap(g: Callable[[int], int]) -> Callable[[int], int]:
        def inner(x: int) -> int:
            out = g(x)
            print(tag, x, out)
            return out

        return inner

    if f is not None:
        return wrap(f)
    return wrap


@trace
def double(x: int) -> int:
    return x * 2


@trace(tag="sq")
def square(x: int) -> int:
    return x * x


@overload
def timed(f: Callable[P, R]) -> Callable[P, R]: ...
@overload
def timed(*, unit: str = "s") -> Callable[[Callable[P, R]], Callable[P, R]]: ...
def timed(
    f: Callable[P, R] | None = None, *, unit: str = "s"
) -> Callable[P, R] | Callable[[Callable[P, R]], Callable[P, R]]:
    if f is None:
        return lambda g: timed(g, unit=unit)

    @wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print(f"time in {unit}")
        return f(*args, **kwargs)

    return wrapper


class Service:
    @timed
    def run(self, n: int) -> int:
        return n + 1

    @timed(unit="ms")
    def stop(self) -> str:
        return "stopped"


@timed()
def plain() -> None:
    print("plain")


def deco(
    f: Callable[[], int] | None = None, *, n: int = 1
) -> Callable[[], int] | Callable[[Callable[[], int]], Callable[[], int]]:
    def wrap(g: Callable[[], int]) -> Callable[[], int]:
        return lambda: g() + n

    if f is not None:
        print("given")
        return wrap(f)
    return wrap


def deco_o5(
    f: Callable[[], int] | None = None, *, n: int = 1
) -> Callable[[], int] | Callable[[Callable[[], int]], Callable[[], int]]:
    def wrap(g: Callable[[], int]) -> Callable[[], int]:
        return lambda: g() + n

    return wrap(f) if f is not None else wrap


def other(deco_o5: Callable[[int], int]) -> int:
    return deco_o5(4)


def deco_o6(
    f: Callable[[], int] | None = None, *, n: int = 1
) -> Callable[[], int] | Callable[[Callable[[], int]], Callable[[], int]]:
    def wrap(g: Callable[[], int]) -> Callable[[], int]:
        return lambda: g() + n

    return wrap(f) if f is not None else wrap


@deco_o6
def five() -> int:
    return 5


def other_o6(deco_o6: Callable[[int], int]) -> int:
    return deco_o6(4)


def third() -> int:
    deco_o6: Callable[[str], int] = len
    return deco_o6("abc")


def run_deco_optional_args() -> None:
    print(add(1, 2), greet("bob"))


def run_deco_optional_args_callable() -> None:
    print(a(1), b(), REG)


def run_o1() -> None:
    print(once(4), once(4, y=5), twice("bob"), calls, once.__name__, twice.__name__)


def run_o2() -> None:
    print(double(3), square(4))


def run_o3() -> None:
    s = Service()
    print(s.run(1), s.stop())
    plain()


def run_o4() -> None:
    def one() -> int:
        return 1

    print(one())


def run_o5() -> None:
    print(other(lambda x: x + 1))


def run_o6() -> None:
    print(other_o6(lambda x: x + 1), third(), five())


def main() -> None:
    run_deco_optional_args()
    run_deco_optional_args_callable()
    run_o1()
    run_o2()
    run_o3()
    run_o4()
    run_o5()
    run_o6()


if __name__ == "__main__":
    main()
