# alone: tuples of functions, which no `object` holds, lie in lists
"""A library of parser combinators whose parsers are module variables: closures of generic methods in the image."""

from __future__ import annotations
from dataclasses import dataclass
from typing import Callable, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T
    rest: int


class Parser(Generic[T]):
    def __init__(self, run: Callable[[str, int], Ok[T] | None]) -> None:
        self.run = run

    def parse(self, text: str) -> T:
        r = self.run(text, 0)
        if r is None:
            raise ValueError("no parse")
        if r.rest != len(text):
            raise ValueError(f"trailing {text[r.rest :]!r}")
        return r.value

    def map(self, f: Callable[[T], U]) -> Parser[U]:
        def go(s: str, i: int) -> Ok[U] | None:
            r = self.run(s, i)
            return None if r is None else Ok(f(r.value), r.rest)

        return Parser(go)

    def bind(self, f: Callable[[T], Parser[U]]) -> Parser[U]:
        def go(s: str, i: int) -> Ok[U] | None:
            r = self.run(s, i)
            if r is None:
                return None
            return f(r.value).run(s, r.rest)

        return Parser(go)

    def many(self) -> Parser[list[T]]:
        def go(s: str, i: int) -> Ok[list[T]] | None:
            out: list[T] = []
            while True:
                r = self.run(s, i)
                if r is None:
                    return Ok(out, i)
                out.append(r.value)
                i = r.rest

        return Parser(go)

    def many1(self) -> Parser[list[T]]:
        return self.bind(lambda first: self.many().map(lambda more: [first] + more))

    def __or__(self, other: Parser[T]) -> Parser[T]:
        return Parser(lambda s, i: self.run(s, i) or other.run(s, i))

    def then(self, other: Parser[U]) -> Parser[U]:
        return self.bind(lambda _: other)

    def skip(self, other: Parser[U]) -> Parser[T]:
        return self.bind(lambda v: other.map(lambda _: v))

    def pair(self, other: Parser[U]) -> Parser[tuple[T, U]]:
        return self.bind(lambda a: other.map(lambda b: (a, b)))

    def sep_by(self, sep: Parser[U]) -> Parser[list[T]]:
        rest = sep.then(self).many()
        some = self.bind(lambda first: rest.map(lambda more: [first, *more]))
        return some | pure([])

    def chainl(self, op: Parser[Callable[[T, T], T]]) -> Parser[T]:
        def fold(first: T) -> Parser[T]:
            def apply(pairs: list[tuple[Callable[[T, T], T], T]]) -> T:
                acc = first
                for f, v in pairs:
                    acc = f(acc, v)
                return acc

            return op.pair(self).many().map(apply)

        return self.bind(fold)


def pure(v: T) -> Parser[T]:
    return Parser(lambda s, i: Ok(v, i))


def satisfy(p: Callable[[str], bool]) -> Parser[str]:
    def go(s: str, i: int) -> Ok[str] | None:
        if i < len(s) and p(s[i]):
            return Ok(s[i], i + 1)
        return None

    return Parser(go)


def char(c: str) -> Parser[str]:
    return satisfy(lambda x: x == c)


def string(t: str) -> Parser[str]:
    def go(s: str, i: int) -> Ok[str] | None:
        return Ok(t, i + len(t)) if s.startswith(t, i) else None

    return Parser(go)


def lazy(f: Callable[[], Parser[T]]) -> Parser[T]:
    return Parser(lambda s, i: f().run(s, i))


digit: Parser[str] = satisfy(str.isdigit)
spaces = char(" ").many()


def token(p: Parser[T]) -> Parser[T]:
    return p.skip(spaces)


number: Parser[int] = token(digit.many1().map(lambda ds: int("".join(ds))))
letters = satisfy(str.isalpha).many1().map("".join)
comma = token(char(","))
numbers = token(char("[")).then(number.sep_by(comma)).skip(token(char("]")))


def binary(sym: str, f: Callable[[int, int], int]) -> Parser[Callable[[int, int], int]]:
    return token(char(sym)).map(lambda _: f)


add_op = binary("+", lambda a, b: a + b) | binary("-", lambda a, b: a - b)
mul_op = binary("*", lambda a, b: a * b) | binary("/", lambda a, b: a // b)


def expression() -> Parser[int]:
    return term.chainl(add_op)


factor: Parser[int] = number | token(char("(")).then(lazy(expression)).skip(token(char(")")))
term: Parser[int] = factor.chainl(mul_op)
expr = expression()


def main() -> None:
    print(number.parse("123"))
    print(letters.parse("abc"))
    print(numbers.parse("[1, 2,3 ]"))
    print(numbers.parse("[]"))
    print(expr.parse("1 + 2 * (3 - 4) * 5"))
    for bad in ["1 +", "x", "[1"]:
        try:
            print(expr.parse(bad))
        except ValueError as e:
            print("error", e)
    kv = letters.skip(token(char("="))).pair(number)
    print(kv.parse("a=5"))
    print(kv.sep_by(comma).map(dict).parse("a=5,b= 6"))


if __name__ == "__main__":
    main()
