# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
from __future__ import annotations
import functools
import sys
from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec, TypeVar, Any

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])

class Request:
    def __init__(self, user: str) -> None:
        self.user = user

CALLS: dict[str, int] = {}

def with_request(fn: Callable[Concatenate[Request, P], R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return fn(Request("root"), *args, **kwargs)
    return wrapper

def needs_user(user: str) -> Callable[[Callable[P, R]], Callable[Concatenate[Request, P], R]]:
    def deco(fn: Callable[P, R]) -> Callable[Concatenate[Request, P], R]:
        @functools.wraps(fn)
        def wrapper(request: Request, *args: P.args, **kwargs: P.kwargs) -> R:
            if request.user != user:
                raise PermissionError(f"{request.user} is not {user}")
            return fn(*args, **kwargs)
        return wrapper
    return deco

def retry(times: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def deco(fn: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(fn)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(times):
                try:
                    return fn(*args, **kwargs)
                except ValueError as error:
                    print("attempt", attempt, error)
            raise RuntimeError("gave up")
        return wrapper
    return deco

def count(name: str) -> Callable[[F], F]:
    CALLS[name] = 0
    def deco(fn: F) -> F:
        CALLS[name] += 1
        return fn
    return deco

def show(fn: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(fn)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print("args", args, "kwargs", kwargs)
        return fn(*args, **kwargs)
    return wrapper

@with_request
def greet(request: Request, word: str, times: int = 2, *, end: str = "!") -> str:
    return f"{request.user}: {word * times}{end}"

@needs_user("ann")
def secret(x: int) -> int:
    return x + 1

tries = 0

@retry(3)
def flaky(limit: int, *rest: int) -> int:
    global tries
    tries += 1
    if tries < limit:
        raise ValueError(f"try {tries}")
    return tries + sum(rest)

@count("a")
@count("b")
def counted(x: int, y: int = 5) -> int:
    return x * y

@show
def shown(a: int, b: str) -> str:
    return b * a

@show
def nothing() -> None:
    print("nothing")

class Lazy(Generic[P, R]):
    def __init__(self, fn: Callable[P, R]) -> None:
        self.fn = fn
        self.calls = 0
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        self.calls += 1
        return self.fn(*args, **kwargs)

def double(n: int) -> int:
    return 2 * n

class Service:
    def __init__(self) -> None:
        self.log: list[str] = []

    @show
    def work(self, n: int) -> int:
        self.log.append(str(n))
        return n

    @retry(2)
    def fails(self, a: int, *, b: int = 1) -> int:
        if a < b:
            raise ValueError("too small")
        return a - b

    def __repr__(self) -> str:
        return "Service()"

    @count("len")
    def __len__(self) -> int:
        return 7

    @property
    @retry(1)
    def value(self) -> int:
        return len(self.log)

    @value.setter
    @retry(1)
    def value(self, n: int) -> None:
        self.log = ["x"] * n

def main() -> int:
    print(greet("hi"), greet("ho", 1, end="?"), greet(word="a", times=3))
    print(secret(Request("ann"), 4), secret(Request("ann"), x=5))
    try:
        secret(Request("bob"), 4)
    except PermissionError as error:
        print(error)
    print(flaky(3), flaky(0, 1, 2))
    print(counted(2), counted(2, y=7), CALLS)
    print(shown(2, "ab"))
    nothing()
    lazy = Lazy(double)
    print(lazy(3), lazy(4), lazy.calls)
    s = Service()
    print(s.work(3), s.fails(3), s.fails(a=4, b=2), len(s))
    try:
        s.fails(0)
    except RuntimeError as e:
        print(e)
    s.value = 4
    print(s.value)
    return 0

if __name__ == "__main__":
    sys.exit(main())
