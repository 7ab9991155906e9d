"""Decorators of the program, and functions in module variables: module bodies run while compiling, closures are frozen."""

from collections.abc import Callable

TWICE: Callable[[int], int] = lambda x: 2 * x  # noqa: E731
OPS: dict[str, Callable[[int, int], int]] = {"+": lambda a, b: a + b, "*": lambda a, b: a * b, "max": max}
READERS: dict[str, Callable[[str], int]] = {"int": int, "len": len}
COMMANDS: dict[str, Callable[[list[str]], str]] = {}
CALLS: list[str] = []


def by(xs: list[int], key: Callable[[int], int] = lambda v: -v) -> list[int]:
    return sorted(xs, key=key)


def memo(fn: Callable[[int], int]) -> Callable[[int], int]:
    cache: dict[int, int] = {}

    def wrapper(n: int) -> int:
        if n not in cache:
            cache[n] = fn(n)
        return cache[n]

    return wrapper


def counted(name: str) -> Callable[[Callable[[int], int]], Callable[[int], int]]:
    def deco(fn: Callable[[int], int]) -> Callable[[int], int]:
        count = 0

        def wrapper(n: int) -> int:
            nonlocal count
            count += 1
            CALLS.append(f"{name} {count}")
            return fn(n)

        return wrapper

    return deco


def command(name: str) -> Callable[[Callable[[list[str]], str]], Callable[[list[str]], str]]:
    def register(fn: Callable[[list[str]], str]) -> Callable[[list[str]], str]:
        COMMANDS[name] = fn
        return fn

    return register


def retry(times: int) -> Callable[[Callable[[int], int]], Callable[[int], int]]:
    return lambda fn: lambda n: attempt(fn, n, times)


def attempt(fn: Callable[[int], int], n: int, times: int) -> int:
    for i in range(times):
        try:
            return fn(n + i)
        except ValueError as error:
            print("again after", error)
    raise RuntimeError("no attempts left")


@memo
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@counted("triple")
@memo
def triple(n: int) -> int:
    return 3 * n


@counted("other")
def other(n: int) -> int:
    return n + 1


@retry(3)
def picky(n: int) -> int:
    if n % 3:
        raise ValueError(f"{n} is no multiple of three")
    return n // 3


@command("hello")
def hello(args: list[str]) -> str:
    return f"hello {' '.join(args)}"


@command("count")
def count(args: list[str]) -> str:
    return str(len(args))


def main() -> None:
    print(TWICE(4), OPS["+"](2, 3), OPS["*"](2, 3), OPS["max"](7, 3), READERS["int"]("12"), READERS["len"]("12345"))
    print(by([1, 3, 2]), by([1, 3, 2], lambda v: v))
    print(fib(80), triple(2), triple(2), other(1), triple(5), CALLS)
    print(picky(7))
    try:
        picky(1)
        print(retry(1)(picky)(3))
    except RuntimeError as error:
        print(error)
    for name in COMMANDS:
        print(name, COMMANDS[name](["a", "b"]))
    print(hello(["you"]), [f(3) for f in (fib, triple, other)])


if __name__ == "__main__":
    main()
