"""`partial` of a lambda, of `max`, of a generic function: the first call tells what it takes."""
from functools import partial
from typing import TypeVar

T = TypeVar("T")


def pair(a: T, b: T) -> list[T]:
    return [a, b]


def loud(n: int) -> int:
    print("made", n)
    return n


def main() -> None:
    top = partial(max, loud(5))
    print(top(3), top(9))
    add = partial(lambda a, b: a + b, loud(6))
    print(add(3), [add(n) for n in range(3)])
    three = partial(lambda a, b, c: f"{a}{b}{c}", "x", "y")
    print(three("z"))
    both = partial(pair, 1)
    print(both(2))
    total = partial(sum, [1, 2])
    print(total(), partial(divmod, 7)(2))
    base = 10
    shifted = partial(lambda a, b: a + b + base, 1)
    base = 20
    print(shifted(1), partial(int, base=2)("101"))
    print(sorted([3, -5, 1], key=partial(lambda sign, n: sign * n, -1)))
    show = partial(print, "a", sep="-")
    show("b")


if __name__ == "__main__":
    main()
