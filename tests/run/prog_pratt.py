"""A Pratt parser: binding powers, prefix, postfix, ternary, calls; trees shown with the fewest parentheses."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import ClassVar, Final


class Node(ABC):
    level: ClassVar[int] = 100

    @abstractmethod
    def source(self) -> str: ...

    @abstractmethod
    def value(self, env: dict[str, float]) -> float: ...

    def wrapped(self, at_least: int) -> str:
        return self.source() if self.level >= at_least else f"({self.source()})"


class Num(Node):
    def __init__(self, number: float) -> None:
        self.number = number

    def source(self) -> str:
        return f"{self.number:g}"

    def value(self, env: dict[str, float]) -> float:
        return self.number


class Name(Node):
    def __init__(self, name: str) -> None:
        self.name = name

    def source(self) -> str:
        return self.name

    def value(self, env: dict[str, float]) -> float:
        return env[self.name]


class Unary(Node):
    level = 70

    def __init__(self, inner: Node) -> None:
        self.inner = inner

    def source(self) -> str:
        return "-" + self.inner.wrapped(self.level)

    def value(self, env: dict[str, float]) -> float:
        return -self.inner.value(env)


class Factorial(Node):
    level = 90

    def __init__(self, inner: Node) -> None:
        self.inner = inner

    def source(self) -> str:
        return self.inner.wrapped(self.level) + "!"

    def value(self, env: dict[str, float]) -> float:
        n = self.inner.value(env)
        if n < 0 or n != int(n):
            raise ValueError(f"{n:g}! is undefined")
        out = 1.0
        for k in range(2, int(n) + 1):
            out *= k
        return out


POWERS: Final[dict[str, tuple[int, int]]] = {
    "=": (11, 10), "<": (30, 31), "+": (50, 51), "-": (50, 51), "*": (60, 61), "/": (60, 61), "^": (81, 80)}
MEANING: Final[dict[str, Callable[[float, float], float]]] = {
    "<": lambda a, b: 1.0 if a < b else 0.0, "+": lambda a, b: a + b, "-": lambda a, b: a - b,
    "*": lambda a, b: a * b, "/": lambda a, b: a / b, "^": lambda a, b: a ** b}


class Binary(Node):
    def __init__(self, op: str, left: Node, right: Node) -> None:
        self.op, self.left, self.right = op, left, right

    def wrapped(self, at_least: int) -> str:
        return self.source() if min(POWERS[self.op]) >= at_least else f"({self.source()})"

    def source(self) -> str:
        left, right = POWERS[self.op]
        return f"{self.left.wrapped(left)} {self.op} {self.right.wrapped(right)}"

    def value(self, env: dict[str, float]) -> float:
        if self.op == "=":
            if not isinstance(self.left, Name):
                raise TypeError(f"cannot assign to {self.left.source()}")
            env[self.left.name] = self.right.value(env)
            return env[self.left.name]
        return MEANING[self.op](self.left.value(env), self.right.value(env))


class Ternary(Node):
    level = 20

    def __init__(self, test: Node, then: Node, other: Node) -> None:
        self.test, self.then, self.other = test, then, other

    def source(self) -> str:
        return f"{self.test.wrapped(21)} ? {self.then.source()} : {self.other.wrapped(20)}"

    def value(self, env: dict[str, float]) -> float:
        return (self.then if self.test.value(env) else self.other).value(env)


class Call(Node):
    def __init__(self, name: str, args: list[Node]) -> None:
        self.name = name
        self.args = args

    def source(self) -> str:
        return f"{self.name}({', '.join(a.source() for a in self.args)})"

    def value(self, env: dict[str, float]) -> float:
        values = [a.value(env) for a in self.args]
        if self.name == "max":
            return max(values)
        if self.name == "sum":
            return sum(values, 0.0)
        raise NameError(f"no function {self.name!r}")


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = self.split(text)
        self.at = 0

    @staticmethod
    def split(text: str) -> list[str]:
        out: list[str] = []
        at = 0
        while at < len(text):
            start = at
            if text[at].isspace():
                at += 1
                continue
            if text[at].isdigit():
                while at < len(text) and (text[at].isdigit() or text[at] == "."):
                    at += 1
            elif text[at].isalpha():
                while at < len(text) and text[at].isalnum():
                    at += 1
            else:
                at += 1
            out.append(text[start:at])
        out.append("")
        return out

    def take(self, wanted: str | None = None) -> str:
        token = self.tokens[self.at]
        if wanted is not None and token != wanted:
            raise SyntaxError(f"expected {wanted!r}, got {token!r}")
        self.at += 1
        return token

    def peek(self) -> str:
        return self.tokens[self.at]

    def parse(self) -> Node:
        tree = self.expression(0)
        self.take("")
        return tree

    def expression(self, power: int) -> Node:
        left = self.prefix(self.take())
        while True:
            token = self.peek()
            if token == "!" and power <= 90:
                self.take()
                left = Factorial(left)
            elif token == "?" and power <= 20:
                self.take()
                then = self.expression(0)
                self.take(":")
                left = Ternary(left, then, self.expression(20))
            elif token in POWERS and POWERS[token][0] >= power:
                self.take()
                left = Binary(token, left, self.expression(POWERS[token][1]))
            else:
                return left

    def prefix(self, token: str) -> Node:
        if token == "-":
            return Unary(self.expression(70))
        if token == "(":
            inner = self.expression(0)
            self.take(")")
            return inner
        if token[:1].isdigit():
            return Num(float(token))
        if token.isidentifier():
            if self.peek() != "(":
                return Name(token)
            self.take()
            args: list[Node] = []
            while self.peek() != ")":
                args.append(self.expression(0))
                if self.peek() == ",":
                    self.take()
            self.take(")")
            return Call(token, args)
        raise SyntaxError(f"unexpected {token!r}" if token else "unexpected end")


def main() -> None:
    env = {"x": 3.0}
    for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "(2 ^ 3) ^ 2", "-2 ^ 2", "(-2) ^ 2", "8 - (4 - 1)", "((8 - 4) - 1)",
                 "a = b = 5", "a * b + x", "x < 3 ? 1 : x < 4 ? 2 : 3", "(x < 4 ? 0 : 1) ? 10 : 20", "3! + 2 * (2 + 1)!",
                 "-3!", "max(1, x, 2.5) - sum()", "2 / (3 / 4)", "(1 = 2)", "1 +", "(1", "1 2", "(0-1)!", "1 / 0", "y", "min(1)",
                 "0.5!", "*"):
        try:
            tree = Parser(text).parse()
            print(f"{text:28} {tree.source():28} {tree.value(env):g}")
        except (SyntaxError, ValueError, TypeError, ZeroDivisionError, KeyError, NameError) as error:
            print(f"{text:28} {type(error).__name__}: {error}")
    print(env)
