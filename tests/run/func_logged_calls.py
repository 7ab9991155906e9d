# apart: what decorated functions are called with anywhere decides what they are made for
# Decorators that look at their arguments: functions, methods, generators, memoize, retry.
import functools
import sys
from collections.abc import Callable, Iterator
from typing import Any, ParamSpec, TypeVar
P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")
F = TypeVar("F", bound=Callable[..., Any])

def logged(f: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        shown = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        print(f"-> {f.__name__}({', '.join(shown)})")
        out = f(*args, **kwargs)
        print(f"<- {f.__name__} {out!r}")
        return out
    return wrapper

def retry(times: int, verbose: bool = False) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def deco(f: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(f)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for i in range(times):
                try:
                    return f(*args, **kwargs)
                except ValueError as e:
                    if verbose:
                        print("failed", i, e, args, kwargs)
            raise RuntimeError(f"gave up on {args}")
        return wrapper
    return deco

def memoize(f: Callable[P, R]) -> Callable[P, R]:
    cache: dict[Any, R] = {}
    @functools.wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (args, tuple(sorted(kwargs.items())))
        if key not in cache:
            print("computing", f.__name__)
            cache[key] = f(*args, **kwargs)
        return cache[key]
    return wrapper

def count(f: Callable[P, R]) -> Callable[P, R]:
    n = 0
    @functools.wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        nonlocal n
        n += 1
        print("call", n, len(args), len(kwargs))
        return f(*args, **kwargs)
    return wrapper

@logged
def add(a: int, b: int = 2, *, c: int = 0) -> int:
    return a + b + c

@retry(2, verbose=True)
def parse(text: str, base: int = 10) -> int:
    return int(text, base)

@memoize
def power(x: int, n: int = 2) -> int:
    return x ** n

@count
@logged
def greet(name: str, greeting: str = "hello", punct: str = "!") -> str:
    return f"{greeting} {name}{punct}"

@logged
def total(*xs: int, scale: int = 1) -> int:
    return sum(xs) * scale

@logged
def opts(name: str, **kw: int) -> str:
    return name + str(sorted(kw.items()))

@count
def numbers(n: int, start: int = 0) -> Iterator[int]:
    for i in range(n):
        yield start + i

@memoize
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)

class Account:
    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.balance = 0

    def __repr__(self) -> str:
        return f"Account({self.owner})"

    @logged
    def deposit(self, amount: int, note: str = "") -> int:
        self.balance += amount
        return self.balance

    @staticmethod
    @logged
    def fee(amount: int, rate: int = 3) -> int:
        return amount * rate // 100

    @count
    @logged
    def move(self, other: "Account", amount: int = 1) -> None:
        self.balance -= amount
        other.balance += amount

class Child(Account):
    def deposit(self, amount: int, note: str = "") -> int:
        return super().deposit(amount * 2, note=note)

def main() -> int:
    print(add(1), add(1, 5), add(1, c=3), add(a=1), add(b=1, a=2))
    print(parse("12"), parse("ff", 16), parse("11", base=2))
    try:
        parse("zz")
    except RuntimeError as e:
        print(e)
    print(power(3), power(3), power(3, 2), power(3, n=2), power(x=3), power(3, n=2))
    print(greet("bob"), greet("al", "hi"), greet("cy", punct="?"))
    print(total(1, 2, 3), total(), total(1, scale=4))
    print(opts("a"), opts("b", x=1, y=2))
    print(list(numbers(3)), list(numbers(2, start=5)))
    print(fib(10))
    a = Account("ann")
    b = Child("bea")
    print(a.deposit(5), a.deposit(5, "x"), a.deposit(amount=7), a.deposit(1, note="n"))
    print(b.deposit(3), Account.deposit(a, 2))
    print(Account.fee(100), Account.fee(200, rate=10), a.fee(300))
    a.move(b)
    a.move(b, amount=4)
    print(a.balance, b.balance)
    things: list[Account] = [a, b]
    for t in things:
        print(t.deposit(1))

    @logged
    def local(x: int, y: int = len(things)) -> int:
        return x + y
    print(local(1), local(1, 1), local(y=3, x=4))
    return 0


if __name__ == "__main__":
    sys.exit(main())
