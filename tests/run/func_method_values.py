"""`str.strip`, `chr` and their like as values where no place says a type."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")


class Pipe(Generic[T, U]):
    def __init__(self, f: Callable[[T], U]) -> None:
        self.f = f

    def then(self, other: "Pipe[U, V]") -> "Pipe[T, V]":
        return Pipe(lambda x: other.f(self.f(x)))

    def __call__(self, x: T) -> U:
        return self.f(x)


def compose(*fs: Callable[[T], T]) -> Callable[[T], T]:
    def run(x: T) -> T:
        for f in fs:
            x = f(x)
        return x
    return run


def apply(f: Callable[[T], U], xs: list[T]) -> list[U]:
    return [f(x) for x in xs]


TABLE = {"up": str.upper, "low": str.lower, "strip": str.strip}


def main() -> None:
    g = str.lower
    print(g("ABC"), str.strip(" x "))
    p = Pipe(str.strip).then(Pipe(str.upper))
    print(p("  ab "))
    print(compose(str.upper, str.strip, str.title)(" hi there "))
    print(apply(str.split, ["a b", "c"]), apply(str.isdigit, ["1", "x"]), apply(chr, [65, 66]))
    s = str.split
    print(s("a b  c"))
    for name, f in TABLE.items():
        print(name, f(" Ab "))
    steps = [str.strip, str.lower, str.title]
    text = "  HELLO world "
    for step in steps:
        text = step(text)
    print(text)
    o, c = ord, chr
    print(c(o("a") + 1))
    b = bytes.hex
    print(b(b"ab"))
    j = str.join
    print(j("-", ["a", "b"]))
    pair = (str.startswith, str.endswith)
    print(pair[0]("abc", "a"), pair[1]("abc", "a"))

    print(list(filter(str.isalpha, "a1b")))


if __name__ == "__main__":
    main()
