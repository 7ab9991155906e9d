"""JSON by parser combinators with operators; results and failures are classes of a union."""

from __future__ import annotations
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, Union

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
Json = Union[dict[str, "Json"], list["Json"], str, int, float, bool, None]


@dataclass(frozen=True)
class Success(Generic[A]):
    value: A
    at: int


@dataclass(frozen=True)
class Failure:
    expected: str
    at: int


Result = Union[Success[A], Failure]


class Parser(Generic[A]):
    def __init__(self, fn: Callable[[str, int], Result[A]], label: str = "") -> None:
        self.fn = fn
        self.label = label

    def __call__(self, text: str, at: int = 0) -> Result[A]:
        return self.fn(text, at)

    def parse(self, text: str) -> A:
        res = self(text, 0)
        if isinstance(res, Failure):
            raise SyntaxError(f"expected {res.expected} at {res.at}")
        if res.at != len(text):
            raise SyntaxError(f"trailing input at {res.at}")
        return res.value

    def map(self, f: Callable[[A], B]) -> Parser[B]:
        def run(text: str, at: int) -> Result[B]:
            res = self.fn(text, at)
            if isinstance(res, Failure):
                return res
            return Success(f(res.value), res.at)

        return Parser(run, self.label)

    def then(self, other: Parser[B]) -> Parser[tuple[A, B]]:
        def run(text: str, at: int) -> Result[tuple[A, B]]:
            first = self.fn(text, at)
            if isinstance(first, Failure):
                return first
            second = other.fn(text, first.at)
            if isinstance(second, Failure):
                return second
            return Success((first.value, second.value), second.at)

        return Parser(run)

    def __or__(self, other: Parser[A]) -> Parser[A]:
        def run(text: str, at: int) -> Result[A]:
            res = self.fn(text, at)
            if isinstance(res, Success):
                return res
            return other.fn(text, at)

        return Parser(run, f"{self.label} or {other.label}")

    def __rshift__(self, other: Parser[B]) -> Parser[B]:
        return self.then(other).map(lambda p: p[1])

    def __lshift__(self, other: Parser[B]) -> Parser[A]:
        return self.then(other).map(lambda p: p[0])

    def many(self) -> Parser[list[A]]:
        def run(text: str, at: int) -> Result[list[A]]:
            out: list[A] = []
            while isinstance(res := self.fn(text, at), Success):
                out.append(res.value)
                at = res.at
            return Success(out, at)

        return Parser(run)

    def sep_by(self, sep: Parser[B]) -> Parser[list[A]]:
        more = (sep >> self).many()
        return self.then(more).map(lambda p: [p[0], *p[1]]) | Parser(lambda t, i: Success([], i))

    def optional(self) -> Parser[A | None]:
        def run(text: str, at: int) -> Result[A | None]:
            res = self.fn(text, at)
            if isinstance(res, Success):
                return Success(res.value, res.at)
            return Success(None, at)

        return Parser(run)


def lit(word: str) -> Parser[str]:
    def run(text: str, at: int) -> Result[str]:
        if text.startswith(word, at):
            return Success(word, at + len(word))
        return Failure(repr(word), at)

    return Parser(run, word)


def chars(name: str, ok: Callable[[str], bool]) -> Parser[str]:
    def run(text: str, at: int) -> Result[str]:
        end = at
        while end < len(text) and ok(text[end]):
            end += 1
        return Success(text[at:end], end) if end > at else Failure(name, at)

    return Parser(run, name)


def forward(make: Callable[[], Parser[A]]) -> Parser[A]:
    return Parser(lambda text, at: make().fn(text, at))


ws = chars("space", str.isspace).optional()


def tok(word: str) -> Parser[str]:
    return lit(word) << ws


digits = chars("digits", lambda c: c.isdigit())
number: Parser[Json] = (lit("-").optional().then(digits) << ws).map(
    lambda p: -int(p[1]) if p[0] is not None else int(p[1])
)
raw = lit('"') >> chars("text", lambda c: c != '"').optional() << lit('"') << ws
text_: Parser[str] = raw.map(lambda s: s or "")
string: Parser[Json] = text_.map(lambda s: s)
true: Parser[Json] = tok("true").map(lambda _: True)
false: Parser[Json] = tok("false").map(lambda _: False)
null: Parser[Json] = tok("null").map(lambda _: None)


def _value() -> Parser[Json]:
    return value


items = forward(_value).sep_by(tok(","))
array: Parser[Json] = (tok("[") >> items << tok("]")).map(lambda xs: xs)
pair = (text_ << tok(":")).then(forward(_value))
obj: Parser[Json] = (tok("{") >> pair.sep_by(tok(",")) << tok("}")).map(lambda ps: {k: v for k, v in ps})
value: Parser[Json] = number | string | true | false | null | array | obj
document = ws >> value


def main() -> None:
    print(document.parse(' {"a": [1, -2, 3], "b": {"c": null, "d": true}, "e": "", "f": "xyz"} '))
    print(document.parse("[]"), document.parse("-5"), number.parse("7"))
    for bad in ["{", "[1,", "tru", "1 2", ""]:
        try:
            print(document.parse(bad))
        except SyntaxError as e:
            print("error:", e)
    print(pair.parse('"k" : 5'), value.label)


if __name__ == "__main__":
    main()
