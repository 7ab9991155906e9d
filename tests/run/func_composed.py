# apart: classes and callable objects are function values in all of the image
"""Functions put together of functions, builtins and classes; functions and classes as defaults of generic ones."""

from typing import Callable, Generic, Sequence, TypeVar

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


def compose(f: Callable[[B], C], g: Callable[[A], B]) -> Callable[[A], C]:
    return lambda x: f(g(x))


def then(g: Callable[[A], B], f: Callable[[B], C]) -> Callable[[A], C]:
    def h(x: A) -> C:
        return f(g(x))

    return h


def double(x: int) -> int:
    return 2 * x


def words(s: str) -> list[str]:
    return s.split()


T = TypeVar("T")


def ident(x: int) -> int:
    return x + 1


def show(x: object) -> str:
    return f"<{x}>"


class Box(Generic[T]):
    def __init__(self, item: T, shower: Callable[[object], str] = show, err: type[Exception] = KeyError) -> None:
        self.item = item
        self.shower = shower
        self.err = err

    def text(self) -> str:
        return self.shower(self.item)

    def fail(self) -> None:
        raise self.err("x")


def each(xs: Sequence[T], f: Callable[[T], str] = str, g: Callable[[int], int] = ident) -> list[str]:
    return [f(x) * g(1) for x in xs]


def main() -> None:
    print(compose(len, words)("a b c"))
    print(compose(str, double)(3) + "!")
    print(then(double, str)(3) + "!")
    print(then(words, len)("a b"))
    print(then(str.strip, len)("  a b "))
    print(compose(sorted, words)("b a"))
    f: Callable[[str], int] = compose(len, str.strip)
    print(f(" a "))
    print(Box(3).text(), Box("a").text(), each([1, 2]), each(["a"], repr))
    try:
        Box(3).fail()
    except KeyError as e:
        print(e)


if __name__ == "__main__":
    main()
