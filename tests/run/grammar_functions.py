"""Parameters: defaults evaluated once, keyword-only, positional-only, star arguments, nested definitions, recursion, docstrings, annotations unused."""
from collections.abc import Callable

calls: list[str] = []


def note(text: str) -> str:
    calls.append(text)
    return text


def defaults(a: int, b: int = 2, /, c: int = 3, *, d: int = 4, e: int) -> str:
    return f"{a}{b}{c}{d}{e}"


def grow(item: int, into: list[int] = []) -> list[int]:
    into.append(item)
    return into


def stars(first: str, *rest: int, sep: str = "-") -> str:
    return first + sep.join(map(str, rest)) + str(len(rest))


def outer(n: int) -> Callable[[int], int]:
    """Closures over parameters, over each other, and a default that freezes."""
    factor = n * 2

    def inner(x: int, *, frozen: int = factor) -> int:
        return helper(x) + frozen

    def helper(x: int) -> int:
        return x * factor

    factor += 1
    return inner


def even(n: int) -> bool:
    return n == 0 or odd(n - 1)


def odd(n: int) -> bool:
    return n != 0 and even(n - 1)


def nothing() -> None:
    """Only a docstring."""


def several() -> tuple[int, str, list[int]]:
    return 1, "two", [3]


def ackermann(m: int, n: int) -> int:
    return n + 1 if not m else ackermann(m - 1, ackermann(m, n - 1) if n else 1)


def counter() -> tuple[Callable[[], int], Callable[[int], None]]:
    count = 0

    def get() -> int:
        return count

    def add(by: int) -> None:
        nonlocal count
        count += by

    return get, add


def main() -> None:
    print(defaults(1, e=5), defaults(1, 9, e=5), defaults(1, 9, 8, d=7, e=6), defaults(2, c=1, e=0))
    print(grow(1), grow(2), grow(3, [0]), grow(4))
    print(stars("x"), stars("x", 1), stars("x", 1, 2, sep="+"), stars("x", *range(3)), stars("y", *[7], sep=""), stars("z", 0, *(1, 2)))
    print(outer(3)(10), outer(3)(10, ) , even(10), odd(7), even(7), several(), ackermann(2, 3))
    unary: list[Callable[[int], int]] = [lambda x: x, lambda x: -x, outer(1)]
    nothing()
    print([f(2) for f in unary], (lambda: 5)())
    get, add = counter()
    other, _ = counter()
    add(5)
    add(-2)
    print(get(), other())
    adders: list[Callable[[int], int]] = [lambda x, n=n: x + n for n in range(3)]
    late: list[Callable[[int], int]] = [lambda x: x + n for n in range(3)]
    print([f(10) for f in adders], [f(10) for f in late])
    print(note("a") + note("b"), calls)

    def compose(*fns: Callable[[int], int]) -> Callable[[int], int]:
        def run(x: int) -> int:
            for fn in reversed(fns):
                x = fn(x)
            return x

        return run

    print(compose()(5), compose(lambda x: x + 1, lambda x: x * 2)(5), compose(outer(0), abs)(-3))
    for k in range(2):
        def local() -> int:
            return k * 100

        print(local(), end=" ")
    print(k)
