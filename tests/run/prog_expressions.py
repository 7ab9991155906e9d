"""An expression parser: unions, patterns, named tuples, own exceptions."""

from __future__ import annotations
from dataclasses import dataclass
from typing import Union, NamedTuple

@dataclass
class Num:
    value: float

@dataclass
class Var:
    name: str

@dataclass
class Bin:
    op: str
    left: Expr
    right: Expr

@dataclass
class Neg:
    arg: Expr

@dataclass
class Call:
    name: str
    args: list[Expr]

Expr = Union[Num, Var, Bin, Neg, Call]

class Token(NamedTuple):
    kind: str
    text: str
    pos: int = 0

class Pair(NamedTuple):
    a: int
    b: int

def total(p: tuple[int, int]) -> int:
    return p[0] + p[1]

class ParseError(Exception):
    def __init__(self, message: str, pos: int) -> None:
        super().__init__(f"{message} at {pos}")
        self.pos = pos

def tokenize(src: str) -> list[Token]:
    out: list[Token] = []
    i = 0
    while i < len(src):
        ch = src[i]
        if ch.isspace():
            i += 1
            continue
        if ch.isdigit():
            j = i
            while j < len(src) and (src[j].isdigit() or src[j] == "."):
                j += 1
            out.append(Token("num", src[i:j], i))
            i = j
        elif ch.isalpha():
            j = i
            while j < len(src) and src[j].isalnum():
                j += 1
            out.append(Token("name", src[i:j], i))
            i = j
        elif ch in "+-*/(),":
            out.append(Token("op", ch, i))
            i += 1
        else:
            raise ParseError(f"bad character {ch!r}", i)
    out.append(Token("end", "", len(src)))
    return out

class Parser:
    PREC = {"+": 1, "-": 1, "*": 2, "/": 2}

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    @property
    def current(self) -> Token:
        return self.tokens[self.at]

    def advance(self) -> Token:
        token = self.current
        self.at += 1
        return token

    def accept(self, text: str) -> bool:
        if self.current.text == text:
            self.at += 1
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.accept(text):
            raise ParseError(f"expected {text!r}, got {self.current.text!r}", self.current.pos)

    def expression(self, level: int = 0) -> Expr:
        left = self.unary()
        while (prec := self.PREC.get(self.current.text, 0)) > level:
            op = self.advance().text
            right = self.expression(prec)
            left = Bin(op, left, right)
        return left

    def unary(self) -> Expr:
        if self.accept("-"):
            return Neg(self.unary())
        return self.atom()

    def atom(self) -> Expr:
        match self.advance():
            case Token("num", text):
                return Num(float(text))
            case Token("name", name):
                if self.accept("("):
                    args: list[Expr] = []
                    if not self.accept(")"):
                        args.append(self.expression())
                        while self.accept(","):
                            args.append(self.expression())
                        self.expect(")")
                    return Call(name, args)
                return Var(name)
            case Token(text="(", pos=_):
                inner = self.expression()
                self.expect(")")
                return inner
            case Token(kind, text, pos):
                raise ParseError(f"unexpected {kind} {text!r}", pos)

def evaluate(e: Expr, env: dict[str, float]) -> float:
    match e:
        case Num(v):
            return v
        case Var(n):
            return env[n]
        case Neg(arg):
            return -evaluate(arg, env)
        case Bin("+", l, r):
            return evaluate(l, env) + evaluate(r, env)
        case Bin("-", l, r):
            return evaluate(l, env) - evaluate(r, env)
        case Bin(op="*", left=l, right=r):
            return evaluate(l, env) * evaluate(r, env)
        case Bin("/", l, Num(0)):
            raise ZeroDivisionError("by literal zero")
        case Bin(_, l, r):
            return evaluate(l, env) / evaluate(r, env)
        case Call("max", args) if args:
            return max([evaluate(a, env) for a in args])
        case Call("min", [one]):
            return evaluate(one, env)
        case Call("min", [first, *rest]):
            return min([evaluate(first, env)] + [evaluate(a, env) for a in rest])
        case Call(name):
            raise NameError(f"no function {name}")

def main() -> None:
    env = {"x": 3.0, "y": 4.0}
    for src in ["1 + 2 * 3", "-(x - y) * 2", "max(1, x, y)", "min(7)", "min(4,2,3)", "1/0", "2 * (3", "1 $ 2", "foo(1)", "z", "x/(y-4)", "1 +", "max()"]:
        try:
            tree = Parser(tokenize(src)).expression()
            print(src, "=", evaluate(tree, env))
        except ParseError as e:
            print(src, "->", e, e.pos)
        except (ZeroDivisionError, NameError) as e:
            print(src, "->", type(e).__name__, e)
        except KeyError as e:
            print(src, "-> unknown", e)
    print(Parser(tokenize("a+f(b, -1)")).expression())
    t = Token("a", "b")
    print(t, t[0], t[1], t.pos, t[2], len(t), t == Token("a", "b", 0), t._replace(pos=3), t < Token("b", ""), t + (1,), t == ("a","b",0), ("a",) < t, t[1:], t[-1])
    kind, text, pos = t
    print(kind, text, pos, [*t], "a" in t, hash(t) == hash(Token("a", "b")), Token._fields, [x for x in Pair(1,2)], Pair(1,2)._asdict(), total(tuple(Pair(3,4))))

if __name__ == "__main__":
    main()
