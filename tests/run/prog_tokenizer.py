"""A tokenizer, a Pratt parser and an evaluator for a small language with functions."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    NUMBER = auto()
    NAME = auto()
    OP = auto()
    END = auto()


@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    at: int


class ParseError(Exception):
    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} at {at}")
        self.at = at


def tokens(text: str) -> Iterator[Token]:
    i = 0
    while i < len(text):
        c = text[i]
        start = i
        if c.isspace():
            i += 1
            continue
        if c.isdigit():
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            yield Token(Kind.NUMBER, text[start:i], start)
        elif c.isalpha() or c == "_":
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            yield Token(Kind.NAME, text[start:i], start)
        elif text[i:i + 2] in ("==", "<=", ">=", "!=", "**", "&&", "||"):
            i += 2
            yield Token(Kind.OP, text[start:i], start)
        elif c in "+-*/%()<>,?:!":
            i += 1
            yield Token(Kind.OP, c, start)
        else:
            raise ParseError(f"unexpected {c!r}", i)
    yield Token(Kind.END, "", len(text))


@dataclass
class Number:
    value: float


@dataclass
class Variable:
    name: str


@dataclass
class Unary:
    op: str
    operand: Node


@dataclass
class Binary:
    op: str
    left: Node
    right: Node


@dataclass
class Call:
    name: str
    args: list[Node]


@dataclass
class Choice:
    test: Node
    yes: Node
    no: Node


Node = Number | Variable | Unary | Binary | Call | Choice
POWER = {"?": 1, "||": 2, "&&": 3, "==": 4, "!=": 4, "<": 5, ">": 5, "<=": 5, ">=": 5, "+": 6, "-": 6, "*": 7, "/": 7, "%": 7, "**": 9}


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = list(tokens(text))
        self.at = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def advance(self) -> Token:
        token = self.token
        self.at += 1
        return token

    def expect(self, text: str) -> None:
        if self.token.text != text:
            raise ParseError(f"expected {text!r}, found {self.token.text or 'the end'!r}", self.token.at)
        self.advance()

    def parse(self) -> Node:
        node = self.expression(0)
        if self.token.kind is not Kind.END:
            raise ParseError(f"unexpected {self.token.text!r}", self.token.at)
        return node

    def expression(self, least: int) -> Node:
        left = self.prefix()
        while (power := POWER.get(self.token.text, 0)) > least:
            op = self.advance().text
            if op == "?":
                yes = self.expression(0)
                self.expect(":")
                left = Choice(left, yes, self.expression(0))
            else:
                left = Binary(op, left, self.expression(power - (op == "**")))
        return left

    def prefix(self) -> Node:
        token = self.advance()
        if token.kind is Kind.NUMBER:
            return Number(float(token.text))
        if token.text in ("-", "!"):
            return Unary(token.text, self.expression(8))
        if token.text == "(":
            node = self.expression(0)
            self.expect(")")
            return node
        if token.kind is Kind.NAME:
            if self.token.text != "(":
                return Variable(token.text)
            self.advance()
            args: list[Node] = []
            while self.token.text != ")":
                args.append(self.expression(0))
                if self.token.text != ")":
                    self.expect(",")
            self.advance()
            return Call(token.text, args)
        raise ParseError(f"unexpected {token.text or 'end'!r}", token.at)


FUNCTIONS: dict[str, Callable[[list[float]], float]] = {
    "max": lambda xs: max(xs), "min": lambda xs: min(xs), "sum": lambda xs: sum(xs, 0.0), "abs": lambda xs: abs(xs[0])}
OPERATORS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "%": lambda a, b: a % b,
    "**": lambda a, b: a ** b, "<": lambda a, b: float(a < b), ">": lambda a, b: float(a > b), "<=": lambda a, b: float(a <= b),
    ">=": lambda a, b: float(a >= b), "==": lambda a, b: float(a == b), "!=": lambda a, b: float(a != b)}


def evaluate(node: Node, env: dict[str, float]) -> float:
    match node:
        case Number(value):
            return value
        case Variable(name):
            if name not in env:
                raise NameError(f"name {name!r} is not defined")
            return env[name]
        case Unary("-", operand):
            return -evaluate(operand, env)
        case Unary(_, operand):
            return float(not evaluate(operand, env))
        case Binary("&&", left, right):
            return evaluate(left, env) and evaluate(right, env)
        case Binary("||", left, right):
            return evaluate(left, env) or evaluate(right, env)
        case Binary(op, left, right):
            return OPERATORS[op](evaluate(left, env), evaluate(right, env))
        case Call(name, args):
            return FUNCTIONS[name]([evaluate(arg, env) for arg in args])
        case Choice(test, yes, no):
            return evaluate(yes if evaluate(test, env) else no, env)


def show(node: Node) -> str:
    match node:
        case Number(value):
            return f"{value:g}"
        case Variable(name):
            return name
        case Unary(op, operand):
            return f"({op}{show(operand)})"
        case Binary(op, left, right):
            return f"({show(left)} {op} {show(right)})"
        case Call(name, args):
            return f"{name}({', '.join(show(a) for a in args)})"
        case Choice(test, yes, no):
            return f"({show(test)} ? {show(yes)} : {show(no)})"


def main() -> None:
    env = {"x": 3.0, "y": 0.5, "zero": 0.0}
    for text in ("1 + 2 * 3", "2 ** 3 ** 2", "-x ** 2", "(1 + x) * -y", "max(1, x, y) + abs(-4)", "x > 2 ? 10 : 20", "x < 1 || y && 7",
                 "!zero + !x", "1 / zero", "q + 1", "1 +", "(1", "2 $ 3", "f(1)", "1 2", "7 % 4 == 3", "sum()", "10 - 3 - 2"):
        try:
            node = Parser(text).parse()
            print(f"{text:<24} {show(node):<28} {evaluate(node, env):g}")
        except (ParseError, ArithmeticError, NameError, KeyError) as error:
            print(f"{text:<24} {type(error).__name__}: {error}")
