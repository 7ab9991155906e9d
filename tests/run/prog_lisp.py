"""A Lisp with closures, lexical scope, quoting, tail calls and errors of its own."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Symbol:
    name: str

    def __repr__(self) -> str:
        return self.name


class LispError(Exception):
    """What a Lisp program did wrong."""


@dataclass
class Env:
    names: dict[str, Value] = field(default_factory=dict)
    outer: Env | None = None

    def find(self, name: str) -> Env:
        scope: Env | None = self
        while scope is not None:
            if name in scope.names:
                return scope
            scope = scope.outer
        raise LispError(f"unbound: {name}")


@dataclass
class Lambda:
    params: list[str]
    body: Value
    env: Env


@dataclass
class Builtin:
    name: str
    arity: int
    call: Callable[[list[Value]], Value] = field(repr=False, compare=False)


Value = int | bool | str | Symbol | list["Value"] | Lambda | Builtin


def tokens(text: str) -> Iterator[str]:
    word = ""
    in_text = False
    for ch in text:
        if in_text:
            word += ch
            if ch == '"':
                yield word
                word, in_text = "", False
        elif ch == '"':
            word, in_text = '"', True
        elif ch in "()'" or ch.isspace():
            if word:
                yield word
                word = ""
            if not ch.isspace():
                yield ch
        else:
            word += ch
    if word:
        yield word


class Reader:
    def __init__(self, text: str) -> None:
        self.rest = list(tokens(text))
        self.rest.reverse()

    def __bool__(self) -> bool:
        return bool(self.rest)

    def read(self) -> Value:
        if not self.rest:
            raise LispError("unexpected end")
        token = self.rest.pop()
        if token == "(":
            items: list[Value] = []
            while self.rest and self.rest[-1] != ")":
                items.append(self.read())
            if not self.rest:
                raise LispError("missing )")
            self.rest.pop()
            return items
        if token == ")":
            raise LispError("unexpected )")
        if token == "'":
            return [Symbol("quote"), self.read()]
        if token.startswith('"'):
            return token[1:-1]
        if token in ("#t", "#f"):
            return token == "#t"
        try:
            return int(token)
        except ValueError:
            return Symbol(token)


def show(value: Value) -> str:
    match value:
        case bool():
            return "#t" if value else "#f"
        case int():
            return str(value)
        case str():
            return f'"{value}"'
        case Symbol(name):
            return name
        case list():
            return "(" + " ".join(map(show, value)) + ")"
        case Lambda(params):
            return f"<lambda {' '.join(params)}>"
        case Builtin(name):
            return f"<builtin {name}>"


def number(value: Value) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise LispError(f"not a number: {show(value)}")
    return value


def as_list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise LispError(f"not a list: {show(value)}")
    return value


def arithmetic(fn: Callable[[int, int], int]) -> Callable[[list[Value]], Value]:
    return lambda args: fn(number(args[0]), number(args[1]))


def quotient(a: int, b: int) -> int:
    if b == 0:
        raise LispError("division by zero")
    return a // b


def builtins() -> Env:
    env = Env()
    table: list[Builtin] = [
        Builtin("+", 2, arithmetic(lambda a, b: a + b)),
        Builtin("-", 2, arithmetic(lambda a, b: a - b)),
        Builtin("*", 2, arithmetic(lambda a, b: a * b)),
        Builtin("/", 2, arithmetic(quotient)),
        Builtin("<", 2, lambda args: number(args[0]) < number(args[1])),
        Builtin("=", 2, lambda args: args[0] == args[1]),
        Builtin("car", 1, lambda args: as_list(args[0])[0]),
        Builtin("cdr", 1, lambda args: as_list(args[0])[1:]),
        Builtin("cons", 2, lambda args: [args[0], *as_list(args[1])]),
        Builtin("null?", 1, lambda args: args[0] == []),
    ]
    for one in table:
        env.names[one.name] = one
    return env


def evaluate(x: Value, env: Env) -> Value:
    while True:
        if isinstance(x, Symbol):
            return env.find(x.name).names[x.name]
        if not isinstance(x, list):
            return x
        if not x:
            raise LispError("empty application")
        head = x[0]
        if isinstance(head, Symbol):
            if head.name == "quote":
                return x[1]
            if head.name == "if":
                chosen = evaluate(x[1], env)
                x = x[3] if chosen is False else x[2]
                continue
            if head.name == "define":
                target = x[1]
                if isinstance(target, list):
                    names = [show(p) for p in target]
                    env.names[names[0]] = Lambda(names[1:], x[2], env)
                else:
                    env.names[show(target)] = evaluate(x[2], env)
                return x[1]
            if head.name == "set!":
                name = show(x[1])
                env.find(name).names[name] = evaluate(x[2], env)
                return x[1]
            if head.name == "lambda":
                return Lambda([show(p) for p in as_list(x[1])], x[2], env)
            if head.name == "begin":
                for form in x[1:-1]:
                    evaluate(form, env)
                x = x[-1]
                continue
        fn = evaluate(head, env)
        args = [evaluate(one, env) for one in x[1:]]
        if isinstance(fn, Builtin):
            if len(args) != fn.arity:
                raise LispError(f"{fn.name}: {len(args)} arguments for {fn.arity}")
            return fn.call(args)
        if not isinstance(fn, Lambda):
            raise LispError(f"not a function: {show(fn)}")
        if len(args) != len(fn.params):
            raise LispError(f"{show(fn)}: {len(args)} arguments")
        env = Env(dict(zip(fn.params, args)), fn.env)
        x = fn.body


PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 15)
(define (map f xs) (if (null? xs) '() (cons (f (car xs)) (map f (cdr xs)))))
(map (lambda (x) (* x x)) '(1 2 3 4))
(define (counter) ((lambda (n) (lambda () (begin (set! n (+ n 1)) n))) 0))
(define c1 (counter)) (define c2 (counter))
(c1) (c1) (c2)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 2000 0)
(define (compose f g) (lambda (x) (f (g x))))
((compose (lambda (x) (+ x 1)) (lambda (x) (* x 10))) 4)
'(a "b c" (1 #t))
(if #f 1 "no")
car
fact
(undefined 1)
(car 5)
(+ 1 #t)
(/ 1 0)
(fact 1 2)
(1 2)
(map fact '(3 4)
"""


def main() -> None:
    env = builtins()
    reader = Reader(PROGRAM)
    while reader:
        try:
            result = evaluate(reader.read(), env)
            print(show(result))
        except LispError as error:
            print("error:", error)
