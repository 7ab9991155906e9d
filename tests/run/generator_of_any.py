"""Generators whose results or sent values are `Any`, and functions `-> Any` whose end gives None."""

from typing import Any, Generator


def a(n: int) -> Generator[int, Any, Any]:
    for i in range(n):
        yield i


def c(n: int) -> Generator[int, Any, Any]:
    x = yield 0
    print("sent", x)
    if x == "s":
        return [1]
    y = yield 1
    print("sent", y)


def d() -> Generator[int, object, int | str | None]:
    yield 3
    r = yield from a(2)
    print("r", r)
    s = yield from c(1)
    print("s", s)


def plain(n: int) -> Any:
    if n > 1:
        return n


def plain2(n: int) -> object:
    print("hi")


def plain3(n: int) -> int | str | None:
    if n == 1:
        return 1
    if n == 2:
        return "x"


class A:
    def get(self, k: str) -> Any:
        try:
            return int(k)
        except ValueError:
            print("bad")


def main() -> None:
    print(list(a(3)))
    g = c(1)
    print(next(g))
    try:
        g.send("s")
    except StopIteration as s:
        print(s.value, s.args)
    g = c(1)
    print(next(g), g.send(2.5))
    try:
        next(g)
    except StopIteration as s:
        print(s.value, s.args)
    print(list(d()))
    print(plain(1), plain(2), plain2(1), plain3(1), plain3(2), plain3(3), A().get("1"), A().get("x"))
    x = plain(0)
    print(x is None, x or "no")


if __name__ == "__main__":
    main()
