# apart: an int where `float` is written makes every `float` of the image take ints
"""A tiny expression language: lexer, Pratt parser, evaluator with closures."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, NamedTuple, Union

TOKEN_SPEC = [("NUM", r"\d+(\.\d+)?"), ("ID", r"[a-z]+"), ("OP", r"[-+*/^()=,<>]")]


class Token(NamedTuple):
    kind: str
    text: str
    pos: int


class ParseError(Exception):
    def __init__(self, message: str, pos: int) -> None:
        super().__init__(message)
        self.pos = pos


def tokenize(source: str) -> list[Token]:
    tokens: list[Token] = []
    i = 0
    while i < len(source):
        ch = source[i]
        if ch.isspace():
            i += 1
            continue
        start = i
        if ch.isdigit():
            while i < len(source) and (source[i].isdigit() or source[i] == "."):
                i += 1
            tokens.append(Token("NUM", source[start:i], start))
        elif ch.isalpha():
            while i < len(source) and source[i].isalnum():
                i += 1
            tokens.append(Token("ID", source[start:i], start))
        elif ch in "+-*/^()=,<>":
            i += 1
            tokens.append(Token("OP", ch, start))
        else:
            raise ParseError(f"bad character {ch!r}", i)
    tokens.append(Token("END", "", len(source)))
    return tokens


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Name:
    id: str


@dataclass(frozen=True)
class BinOp:
    op: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Call:
    func: str
    args: tuple[Node, ...]


@dataclass(frozen=True)
class Assign:
    target: str
    value: Node


Node = Union[Num, Name, BinOp, Call, Assign]
POWER = {"=": 1, "<": 2, ">": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}


class Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.i = 0

    @property
    def current(self) -> Token:
        return self.tokens[self.i]

    def advance(self) -> Token:
        token = self.current
        self.i += 1
        return token

    def expect(self, text: str) -> None:
        if self.current.text != text:
            raise ParseError(f"expected {text!r}, got {self.current.text or 'end'!r}", self.current.pos)
        self.advance()

    def parse(self) -> Node:
        node = self.expr(0)
        if self.current.kind != "END":
            raise ParseError(f"unexpected {self.current.text!r}", self.current.pos)
        return node

    def expr(self, min_power: int) -> Node:
        left = self.prefix()
        while (op := self.current.text) in POWER and self.current.kind == "OP" and POWER[op] > min_power:
            self.advance()
            right = self.expr(POWER[op] - (op in "^="))
            if op == "=":
                if not isinstance(left, Name):
                    raise ParseError("cannot assign", self.current.pos)
                left = Assign(left.id, right)
            else:
                left = BinOp(op, left, right)
        return left

    def prefix(self) -> Node:
        token = self.advance()
        match token:
            case Token("NUM", text, _):
                return Num(float(text) if "." in text else int(text))
            case Token("ID", name, _):
                if self.current.text == "(":
                    self.advance()
                    args: list[Node] = []
                    while self.current.text != ")":
                        args.append(self.expr(0))
                        if self.current.text == ",":
                            self.advance()
                    self.expect(")")
                    return Call(name, tuple(args))
                return Name(name)
            case Token("OP", "("):
                node = self.expr(0)
                self.expect(")")
                return node
            case Token("OP", "-"):
                return BinOp("-", Num(0), self.expr(4))
        raise ParseError(f"unexpected {token.text or 'end'!r}", token.pos)


OPS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: a ** b,
    "<": lambda a, b: int(a < b),
    ">": lambda a, b: int(a > b),
}


class Interpreter:
    def __init__(self) -> None:
        self.env: dict[str, float] = {"pi": 3.14159}
        self.funcs: dict[str, Callable[[list[float]], float]] = {
            "max": lambda xs: max(xs),
            "sum": lambda xs: sum(xs),
            "half": lambda xs: xs[0] / 2,
        }

    def eval(self, node: Node) -> float:
        match node:
            case Num(value):
                return value
            case Name(id=name):
                try:
                    return self.env[name]
                except KeyError:
                    raise NameError(f"undefined: {name}") from None
            case BinOp(op, left, right):
                return OPS[op](self.eval(left), self.eval(right))
            case Call(func, args):
                return self.funcs[func]([self.eval(a) for a in args])
            case Assign(target, value):
                self.env[target] = result = self.eval(value)
                return result

    def run(self, source: str) -> str:
        try:
            return f"{self.eval(Parser(tokenize(source)).parse())}"
        except ParseError as e:
            return f"{source}\n{' ' * e.pos}^ {e}"
        except ZeroDivisionError as e:
            return f"math: {e}"
        except (NameError, KeyError) as e:
            return f"{type(e).__name__}: {e}"


def main() -> None:
    it = Interpreter()
    for line in ["1 + 2 * 3", "x = y = 2 ^ 3 ^ 2 / 4", "x / 8", "-x + 1", "(1 + 2", "1 +", "max(1, 2.5, x)", "sum()", "nope(1)",
                 "z", "1 / 0", "2 $ 3", "1 < 2", "half(7) * pi", "a = 0.5 * 4", "3 = 4", "sum(1, 2, half(3))"]:
        print(it.run(line))
    print(sorted(it.env.items()))
    print(Parser(tokenize("1+f(x)")).parse())


if __name__ == "__main__":
    main()
