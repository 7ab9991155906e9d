"""Functions that module bodies leave: closures of generic methods, partial, methods of texts."""

from __future__ import annotations

from functools import partial
from typing import Callable, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Parser(Generic[T]):
    def __init__(self, run: Callable[[str, int], tuple[T, int]]) -> None:
        self.run = run

    def map(self, f: Callable[[T], U]) -> Parser[U]:
        def go(s: str, i: int) -> tuple[U, int]:
            v, j = self.run(s, i)
            return f(v), j

        return Parser(go)

    def then(self, other: Parser[U]) -> Parser[tuple[T, U]]:
        def go(s: str, i: int) -> tuple[tuple[T, U], int]:
            a, i = self.run(s, i)
            b, i = other.run(s, i)
            return (a, b), i

        return Parser(go)

    def many(self) -> Parser[list[T]]:
        def go(s: str, i: int) -> tuple[list[T], int]:
            out: list[T] = []
            while True:
                try:
                    v, i = self.run(s, i)
                except ValueError:
                    return out, i
                out.append(v)

        return Parser(go)

    def __or__(self, other: Parser[T]) -> Parser[T]:
        def go(s: str, i: int) -> tuple[T, int]:
            try:
                return self.run(s, i)
            except ValueError:
                return other.run(s, i)

        return Parser(go)


def satisfy(pred: Callable[[str], bool]) -> Parser[str]:
    def go(s: str, i: int) -> tuple[str, int]:
        if i < len(s) and pred(s[i]):
            return s[i], i + 1
        raise ValueError(f"at {i}")

    return Parser(go)


def char(c: str) -> Parser[str]:
    return satisfy(lambda x: x == c)


digit = satisfy(str.isdigit).map(int)
number = digit.many().map(lambda ds: sum(d * 10**i for i, d in enumerate(reversed(ds))))
letters = satisfy(str.isalpha).many().map("".join)
pair = letters.then(char("=")).then(number)
sign = (char("-") | char("+")).map(lambda c: -1 if c == "-" else 1)
halves = digit.map(lambda d: d / 2)
back = halves.map(int)
again = digit.map(str).map(int)


def power(b: int, e: int) -> int:
    return b**e


def greet(greeting: str, name: str = "you", *, end: str = ".") -> str:
    return f"{greeting}, {name}{end}"


square = partial(power, e=2)
cube = partial(power, e=3)
two = partial(power, 2)
hi = partial(greet, "Hi", "bob", end="!")
TABLE = {"sq": square, "cu": cube}


def scale(factor: float, offset: float, x: float) -> float:
    return factor * x + offset


OPS: dict[str, Callable[[float], float]] = {"double": partial(scale, 2.0, 0.0), "neg": partial(scale, -1.0, -0.5)}


class Parser_freeze_generic_closure(Generic[T]):
    def __init__(self, fn: Callable[[str, int], tuple[T, int]]) -> None:
        self.fn = fn

    def map(self, f: Callable[[T], U]) -> Parser_freeze_generic_closure[U]:
        def run(s: str, i: int) -> tuple[U, int]:
            v, j = self.fn(s, i)
            return f(v), j

        return Parser_freeze_generic_closure(run)


def char_freeze_generic_closure(c: str) -> Parser_freeze_generic_closure[str]:
    return Parser_freeze_generic_closure(lambda s, i: (s[i : i + 1], i + 1))


DIG = char_freeze_generic_closure("1").map(int)


class Parser_freeze_generic_closure_b(Generic[T]):
    def __init__(self, fn: Callable[[str, int], tuple[T, int]]) -> None:
        self.fn = fn

    def many(self) -> Parser_freeze_generic_closure_b[list[T]]:
        def run(s: str, i: int) -> tuple[list[T], int]:
            v, j = self.fn(s, i)
            return [v], j

        return Parser_freeze_generic_closure_b(run)


def satisfy_freeze_generic_closure_b(pred: Callable[[str], bool]) -> Parser_freeze_generic_closure_b[str]:
    def run(s: str, i: int) -> tuple[str, int]:
        if not pred(s[i]):
            raise ValueError("x")
        return s[i], i + 1

    return Parser_freeze_generic_closure_b(run)


ws = satisfy_freeze_generic_closure_b(lambda c: c == " ").many()
d = satisfy_freeze_generic_closure_b(str.isdigit)


def power_partial_module(b: int, e: int) -> int:
    return b**e


square_partial_module = partial(power_partial_module, e=2)
OPS_partial_module = {"sq": square_partial_module, "cube": partial(power_partial_module, e=3)}


class Parser_m21a_module_level_parser(Generic[T]):
    def __init__(self, run: Callable[[str], T]) -> None:
        self.run = run

    def then(self, f: Callable[[T], Parser_m21a_module_level_parser[U]]) -> Parser_m21a_module_level_parser[U]:
        def go(s: str) -> U:
            return f(self.run(s)).run(s)

        return Parser_m21a_module_level_parser(go)


a = Parser_m21a_module_level_parser(lambda s: s[0])
b = a.then(lambda c: Parser_m21a_module_level_parser(lambda s: c + s))
n = a.then(lambda c: Parser_m21a_module_level_parser(lambda s: int(c)))


def run_fz1() -> None:
    print(
        number.run("123x", 0),
        pair.run("ab=42", 0),
        sign.run("-", 0),
        halves.run("7", 0),
        back.run("9", 0),
        again.run("5", 0),
        letters.run("abc1", 0),
    )
    try:
        sign.run("x", 0)
    except ValueError as e:
        print(e)


def run_fz2() -> None:
    print(square(5), cube(2), two(10), TABLE["sq"](3), [f(2) for f in TABLE.values()])
    print(list(map(square, [1, 2, 3])), hi())


def run_fz3() -> None:
    print({k: f(3.0) for k, f in OPS.items()})


def run_freeze_generic_closure() -> None:
    print(DIG.fn("1", 0))


def run_freeze_generic_closure_b() -> None:
    print(ws.fn(" 1", 0), d.fn("1", 0))


def run_partial_module() -> None:
    print(square_partial_module(4), OPS_partial_module["cube"](2))


def run_m21a_module_level_parser() -> None:
    print(a.run("xy"), b.run("xy"), n.run("12"))


def main() -> None:
    run_fz1()
    run_fz2()
    run_fz3()
    run_freeze_generic_closure()
    run_freeze_generic_closure_b()
    run_partial_module()
    run_m21a_module_level_parser()


if __name__ == "__main__":
    main()
